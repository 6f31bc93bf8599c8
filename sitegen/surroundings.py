"""The ground that a change stands on: every file with its place, and those unchanged ones that have to be read beside it."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import msgspec
from msgspec import Struct

from sitegen import catalogs, inputs, reach, workers
from sitegen.commits import Change
from sitegen.model import urls
from sitegen.model.document import Entry
from sitegen.model.site import Site
from sitegen.problem import Problem
from sitegen.read import places, records, tree
from sitegen.reading import Reader, Task
from sitegen.rows import ReadingRow

SMALL = ("issuer", "focus-area", "pathway", "page", "person", "list")
"""Kinds of which there are so few that all of them are read."""

SIGNED = ("awards", "status")
Rows = dict[str, ReadingRow]
"""What came of files, by path."""


class Ground(Struct, frozen=True):
    """A change with the site's settings, the place of every file there is, the misplaced ones, and who reads them."""

    change: Change
    site: Site
    places: dict[str, places.Place]
    misplaced: tuple[Problem, ...]
    reader: Reader
    processes: int | None

    def rows(self, paths: Iterable[str]) -> Rows:
        """What comes of files as they are now."""
        tasks = [Task(self.places[path], b"", b"") for path in sorted(paths)]
        done = workers.each(self.reader.read, tasks, workers.count(self.processes), lambda _: None)
        return {one.path: one.row for one in done if one.row is not None}

    def former(self) -> Rows:
        """What comes of the changed files as they were."""
        found = {path: places.place(path, self.site.docs) for path in self.change.before}
        return {
            path: self.reader.row(self.change.before[path], place)
            for path, place in found.items()
            if isinstance(place, places.Place) and place.kind != "picture"
        }


def ground(change: Change, site: Site, processes: int | None) -> Ground:
    """The ground of a change, from the files as they are now."""
    root = change.base.root
    found = tree.scan(root, inputs.folders(site.docs, site.theme))
    placed: dict[str, places.Place] = {}
    misplaced: list[Problem] = []
    for source in found.sources:
        place = places.place(source.path, site.docs)
        if isinstance(place, Problem):
            misplaced.append(place)
        elif place is not None:
            placed[source.path] = place
    reader = Reader(root, records.Settings(site.docs, urls.root(site), site.language))
    return Ground(change, site, placed, (*found.problems, *misplaced), reader, processes)


def concerned(on: Ground, before: Rows, now: Rows) -> Rows:
    """What comes of the unchanged files that a change could make wrong, or that it names."""
    changed = frozenset(on.change.paths)
    rest = [place for path, place in on.places.items() if path not in changed]
    small = on.rows(place.path for place in rest if place.kind in SMALL)
    pairs = _pairs(before, now)
    issuers = {place.slug: _entry(small[place.path]) for place in rest if place.kind == "issuer"}
    forms = {slug: _form(entry) for slug, entry in issuers.items()}
    forms |= {pair.after.slug: _form(pair.after) for pair in pairs if _is_issuer(pair) and pair.after}
    credentials = on.rows(_credentials(on, [p for p in rest if p.kind == "credential"], pairs, forms))
    signed = [p.path for p in rest if p.kind in SIGNED] if _asks_for_awards(on, pairs) else []
    return small | credentials | on.rows(signed)


def _pairs(before: Rows, now: Rows) -> list[reach.Pair]:
    paths = [
        path for path in sorted({*before, *now}) if (now.get(path) or before[path]).kind in catalogs.SHELVES
    ]
    return [reach.Pair(path, _entry(before.get(path)), _entry(now.get(path))) for path in paths]


def _entry(row: ReadingRow | None) -> Entry[Any] | None:
    if row is None or not row.entry:
        return None
    found: Entry[Any] = msgspec.json.decode(row.entry, type=catalogs.SHELVES[row.kind][1])
    return found


def _is_issuer(pair: reach.Pair) -> bool:
    return pair.path.startswith("content/issuers/")


def _form(issuer: Entry[Any] | None) -> str:
    return issuer.record.form.url if issuer and issuer.record.form else ""


def _credentials(
    on: Ground, rest: Sequence[places.Place], pairs: list[reach.Pair], forms: dict[str, str]
) -> Iterator[str]:
    """The unchanged credentials that a change names, or that name something in it."""
    changed = on.change.paths
    moved = [path for path in changed if (path in on.places) != (path in on.change.before)]
    found = reach.with_forms(reach.of(pairs, moved), forms)
    named = reach.forward(entry for pair in pairs for entry in (pair.before, pair.after) if entry)
    named |= {path.rpartition("/")[2].rpartition(".")[0] for path in changed}
    for place in rest:
        if place.slug in named or place.issuer in found.issuers or _has(on, place.path, found):
            yield place.path


def _has(on: Ground, path: str, found: reach.Reach) -> bool:
    if found.is_nothing:
        return False
    try:
        return found.concerns(tree.read(on.change.base.root, path).decode("utf-8", "replace"))
    except OSError:
        return True


def _asks_for_awards(on: Ground, pairs: list[reach.Pair]) -> bool:
    """Whether awards have to be read: they, their keys or people changed, or a name that somebody was awarded."""
    if any(
        path.startswith(("content/awards/", "content/status/", "content/people/")) for path in on.change.paths
    ):
        return True
    if any(_is_issuer(pair) and _keys(pair.before) != _keys(pair.after) for pair in pairs):
        return True
    if any(_links_to_badge(entry) for pair in pairs for entry in (pair.before, pair.after) if entry):
        return True
    return _awarded(on, {p.after.slug.encode() for p in pairs if p.after and not p.before and p.after.issuer})


def _keys(issuer: Entry[Any] | None) -> Any:
    return issuer.record.keys if issuer else None


def _links_to_badge(entry: Entry[Any]) -> bool:
    return any(reference.address.startswith("/badges/") for reference in entry.references)


def _awarded(on: Ground, slugs: set[bytes]) -> bool:
    """Whether a file of awards has the name of a new credential in it."""
    files = [path for path, place in on.places.items() if place.kind == "awards"] if slugs else []
    for path in files:
        data = tree.read(on.change.base.root, path, tree.MAX_BATCH_BYTES)
        if any(slug in data for slug in slugs):
            return True
    return False
