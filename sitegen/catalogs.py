"""Readings → the catalog: what the memory holds of every file, put together."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Struct

from sitegen.model.catalog import Catalog, Listing
from sitegen.model.document import Entry
from sitegen.model.focus_area import FocusArea
from sitegen.model.issuer import Issuer
from sitegen.model.ledger import AwardFile, Ledger, StatusFile
from sitegen.model.page import Page
from sitegen.model.pathway import Pathway
from sitegen.model.person import Person
from sitegen.model.shortlist import Shortlist
from sitegen.model.site import Site
from sitegen.problem import Problem, Span
from sitegen.read import places
from sitegen.rows import ReadingRow
from sitegen.store import Store

if TYPE_CHECKING:
    from sitegen.reads import State

SHELVES: dict[str, tuple[str, Any]] = {
    "credential": ("credentials", Entry[Listing]),
    "issuer": ("issuers", Entry[Issuer]),
    "focus-area": ("focus_areas", Entry[FocusArea]),
    "pathway": ("pathways", Entry[Pathway]),
    "page": ("pages", Entry[Page]),
    "person": ("people", Entry[Person]),
    "list": ("lists", Entry[Shortlist]),
}

_problems = msgspec.json.Decoder(list[Problem])

SIGNED: dict[str, msgspec.json.Decoder[Any]] = {
    "awards": msgspec.json.Decoder(AwardFile),
    "status": msgspec.json.Decoder(StatusFile),
}


class Around(Struct, frozen=True):
    """What a catalog has beside its records: the settings, whether they are a stand-in, and the files that are pictures."""

    site: Site
    stand_in: bool
    pictures: tuple[str, ...]


def load(state: "State", store: Store) -> tuple[Catalog, list[Problem]]:
    """The catalog of all files that could be read, drafts included, and the files whose names collide."""
    return together(store.readings(), Around(state.site, state.stand_in, state.pictures))


def together(rows: Iterable[ReadingRow], around: Around) -> tuple[Catalog, list[Problem]]:
    """The catalog that readings, in the order of their paths, make up, and the files whose names collide."""
    decoders = {kind: msgspec.json.Decoder(entry) for kind, (_, entry) in SHELVES.items()}
    shelves: dict[str, dict[str, Any]] = {name: {} for name, _ in SHELVES.values()}
    problems: list[Problem] = []
    signed: dict[str, dict[str, Any]] = {kind: {} for kind in SIGNED}
    unread: dict[str, list[str]] = {}
    unfinished: dict[str, list[str]] = {}
    for row in rows:
        if not row.entry:
            missing = unfinished if _is_unfinished(row) else unread
            missing.setdefault(row.kind, []).append(_slug(row.path, around.site))
        elif row.kind in SHELVES:
            entry = decoders[row.kind].decode(row.entry)
            shelf = shelves[SHELVES[row.kind][0]]
            if entry.slug in shelf:
                problems.append(_clash(entry, shelf[entry.slug]))
            else:
                shelf[entry.slug] = entry
        elif row.kind in SIGNED:
            signed[row.kind][row.path] = SIGNED[row.kind].decode(row.entry)
    return Catalog(
        site=around.site,
        stand_in=around.stand_in,
        pictures=around.pictures,
        ledger=Ledger(awards=signed["awards"], lists=signed["status"]),
        unread={kind: tuple(slugs) for kind, slugs in unread.items()},
        unfinished={kind: tuple(slugs) for kind, slugs in unfinished.items()},
        **shelves,
    ), problems


def _is_unfinished(row: ReadingRow) -> bool:
    """Whether a file is no record only because it is a draft that still lacks something."""
    if row.kind not in SHELVES:
        return False
    found = _problems.decode(row.problems)
    return bool(found) and all(problem.severity == "warning" for problem in found)


def _slug(path: str, site: Site) -> str:
    """The slug of a record whose file could not be read."""
    place = places.place(path, site.docs)
    return place.slug if isinstance(place, places.Place) else ""


def _clash(entry: Any, first: Any) -> Problem:
    return Problem(
        code="name-taken",
        message=f"`{entry.slug}` is already the name of another file of this kind, so both would have the same address",
        hint=f"rename this file, or {first.path}",
        span=Span(entry.path),
        related=(Span(first.path),),
    )


def public(catalog: Catalog) -> Catalog:
    """The catalog without drafts."""
    return msgspec.structs.replace(
        catalog,
        credentials={s: e for s, e in catalog.credentials.items() if e.record.status != "draft"},
        pathways={s: e for s, e in catalog.pathways.items() if e.record.status != "draft"},
    )
