"""What a build starts from: the files of the project, and which of them are new since the last build."""

import time
from pathlib import Path

from msgspec import Struct

from sitegen.problem import Problem
from sitegen.read import places, tree
from sitegen.rows import SourceRow
from sitegen.store import Store

TICK = 50_000_000
"""Nanoseconds within which two changes of a file may carry the same time."""


class Inputs(Struct, frozen=True):
    """All files of the project, those that may have changed, and those that have gone."""

    sources: tuple[tree.Source, ...]
    changed: tuple[tree.Source, ...]
    gone: tuple[str, ...]
    known: dict[str, SourceRow]
    problems: tuple[Problem, ...]


def look(root: Path, folders: tuple[str, ...], store: Store, touched: frozenset[str] | None) -> Inputs:
    """The state of `folders`, or of the `touched` files alone, against what `store` remembers."""
    if touched is None:
        known = store.sources()
        found = tree.scan(root, folders)
    else:
        known = {row.path: row for path in touched if (row := store.source(path))}
        found = tree.these(root, folders, touched)
    paths = {source.path for source in found.sources}
    changed = tuple(source for source in found.sources if not _same(source, known.get(source.path)))
    gone = tuple(path for path in known if path not in paths)
    return Inputs(found.sources, changed, gone, known, found.problems)


def _same(source: tree.Source, row: SourceRow | None) -> bool:
    return row is not None and (row.size, row.modified, row.inode) == (
        source.size,
        source.modified,
        source.inode,
    )


def rows(inputs: Inputs, digests: dict[str, bytes], started: int) -> list[SourceRow]:
    """What to remember of the files that changed.

    A file changed so shortly before the build that a second change could carry the same time is remembered with a time that
    no file has, and so is read again next time.
    """
    return [
        SourceRow(
            s.path,
            s.size,
            s.modified if s.modified < started - TICK else -1,
            s.inode,
            digests.get(s.path, b""),
        )
        for s in inputs.changed
    ]


def now() -> int:
    """The time, for comparison with files' own times; nothing published depends on it."""
    return time.time_ns()


def folders(docs: str | None, theme: str) -> tuple[str, ...]:
    """The folders that a site's build reads."""
    own = () if theme == "default" else (f"themes/{theme}",)
    return (places.CONTENT, *((docs,) if docs else ()), *own)
