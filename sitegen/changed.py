"""The records in a change: each as it was at the earlier commit and as it is now, and which has become which."""

import difflib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from msgspec import Struct

from sitegen.commits import Change
from sitegen.model import urls
from sitegen.model.site import Site
from sitegen.problem import Problem
from sitegen.read import links, places, records, tree

ALIKE = 0.5
"""Share of common lines (0 to 1) from which a new file seems to be a former one under another name."""

MOST_COMPARED = 200
"""Files that appeared, or went, beyond which none is compared with another by its lines."""


class Changed(Struct, frozen=True):
    """A file of a record: its bytes and its record before and now. No bytes: no file; no record: it cannot be read.

    `is_unfinished` says of a file without a record that it is a draft, which only lacks something.
    """

    place: places.Place
    data_before: bytes | None
    data: bytes | None
    before: Any
    after: Any
    is_unfinished: bool = False

    @property
    def path(self) -> str:
        """The file, from the site's top."""
        return self.place.path


def site(root: Path) -> Site | None:
    """The site's settings as they are now; None if they cannot be used."""
    try:
        data = tree.read(root, places.SITE_FILE)
    except OSError:
        return None
    return records.site(data, places.SITE_FILE)[0]


def all_of(change: Change, docs: str | None) -> tuple[Changed, ...]:
    """The records in a change, in the order of their paths; `docs` is the folder of documentation."""
    return tuple(_of(change, docs))


def _of(change: Change, docs: str | None) -> Iterator[Changed]:
    for path in change.paths:
        place = places.place(path, docs)
        if place is None or isinstance(place, Problem) or place.kind not in places.RECORDS:
            continue
        kind = places.RECORDS[place.kind]
        before, now = change.before.get(path), change.now(path)
        then, _ = records.record_of(before, path, kind) if before is not None else (None, [])
        new, problems = records.record_of(now, path, kind) if now is not None else (None, [])
        unfinished = bool(problems) and new is None and all(p.severity == "warning" for p in problems)
        yield Changed(place, before, now, then, new, unfinished)


def addresses(place: places.Place, record: Any) -> tuple[str, ...]:
    """Where a record answers: at its page, and at the addresses it had before. A draft, or no record, answers nowhere."""
    if record is None or getattr(record, "status", "") == "draft":
        return ()
    page = links.address(place)
    return (page, *(urls.former(page, alias) for alias in record.aliases))


def successors(several: tuple[Changed, ...]) -> dict[str, Changed]:
    """For each file that went, by path: the new one that seems to be the same record under another name, if any."""
    gone = [one for one in several if one.data is None and one.before is not None]
    new = [one for one in several if one.data_before is None and one.after is not None]
    pairs = sorted(
        ((_likeness(old, now), old.path, now) for old in gone for now in new if _may_be(old, now)),
        key=lambda pair: (-pair[0], pair[1], pair[2].path),
    ) if max(len(gone), len(new)) <= MOST_COMPARED else []  # fmt: skip
    found: dict[str, Changed] = {}
    for likeness, path, now in pairs:
        if likeness >= ALIKE and path not in found and now not in found.values():
            found[path] = now
    return found


def _may_be(old: Changed, new: Changed) -> bool:
    return old.place.kind == new.place.kind


def _likeness(old: Changed, new: Changed) -> float:
    """From 0 to 1: how much of a file stands in another, line by line; a name kept counts as certainty."""
    if _title(old.before) == _title(new.after):
        return 1.0
    lines = [(data or b"").decode("utf-8", "replace").splitlines() for data in (old.data_before, new.data)]
    return difflib.SequenceMatcher(None, lines[0], lines[1], autojunk=False).ratio()


def _title(record: Any) -> str:
    return str(getattr(record, "title", None) or record.name)
