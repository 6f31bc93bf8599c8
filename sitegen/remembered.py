"""What the memory says of the last build: the tree it published, the problems it saw, and what it was planned for."""

import time
from collections.abc import Iterable
from pathlib import Path

import msgspec

from sitegen import version
from sitegen.options import Options, Result
from sitegen.problem import Problem, in_order
from sitegen.render import theme
from sitegen.store import Store
from sitegen.write.trees import Trees

_problems = msgspec.json.Decoder(list[Problem])
_counts = msgspec.json.Decoder(tuple[dict[str, int], dict[str, int]])


def trees(store: Store) -> Trees | None:
    """The record of the published tree; None if there is none."""
    found = store.fact("trees")
    try:
        return msgspec.json.decode(found, type=Trees) if found else None
    except msgspec.ValidationError:  # written by a release that knew it differently
        return None


def protected(options: Options) -> tuple[Path, ...]:
    """Folders in which nothing may be published."""
    return tuple((options.root / name).resolve() for name in ("content", "themes", ".sitegen", "docs"))


def plan_options(options: Options) -> bytes:
    """What else decides what the site consists of: options, and the state of the default theme."""
    return msgspec.json.encode(
        [options.drafts, version.of_theme(theme.default_folder()), options.host, options.preview]
    )


def shared_problems(store: Store) -> list[Problem]:
    """What was wrong with how the files fit together when that was last looked at."""
    return _problems.decode(store.fact("problems") or b"[]")


def file_problems(store: Store) -> Iterable[Problem]:
    """What is wrong with files on their own."""
    for row in store.troubled():
        yield from _problems.decode(row)


def counts(options: Options, store: Store) -> dict[str, int]:
    """How many records of each kind the site shows, how many drafts are left out of it, and how many files it has."""
    known, drafts = _counts.decode(store.fact("counts") or b"[{},{}]")
    held = {} if options.drafts else drafts
    shown = {kind: number - held.get(kind, 0) for kind, number in known.items()}
    return {**shown, "draft": sum(held.values()), "file": store.pages()}


def stopped(options: Options, found: tuple[Problem, ...]) -> bool:
    """Whether the problems keep the site from being published."""
    return any(p.severity == "error" or options.strict for p in found)


def up_to_date(options: Options, store: Store, started: float) -> Result:
    """Nothing needs to be made: what was published stays, and so does what was said of it."""
    planned = plan_options(options)
    if store.fact("planned") != planned:
        store.remember("planned", planned)
    found = tuple(in_order([*shared_problems(store), *file_problems(store)]))
    seconds = time.perf_counter() - started
    return Result(
        problems=found,
        published=not stopped(options, found),
        counts=counts(options, store),
        seconds=seconds,
    )
