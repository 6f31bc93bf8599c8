"""Editions of awards in the ledger: which one counts, and whether each may follow the one before (see `model.editions`)."""

from collections.abc import Iterator
from datetime import datetime
from itertools import pairwise

from msgspec import Struct

from sitegen.model.catalog import Catalog
from sitegen.model.ledger import AwardLine
from sitegen.problem import Problem, Span


class Edition(Struct, frozen=True):
    """A line of a file of awards."""

    path: str
    line: AwardLine


def newest(catalog: Catalog) -> dict[str, Edition]:
    """The edition of each award that counts, by id (see `model.editions`)."""
    found: dict[str, Edition] = {}
    for path, file in catalog.ledger.awards.items():
        for line in file.lines:
            before = found.get(line.id)
            if before is None or line.signed > before.line.signed:
                found[line.id] = Edition(path, line)
    return found


def moment(edition: Edition) -> tuple[datetime, str, int]:
    """When an edition was signed; its place decides between those signed at the same moment."""
    return edition.line.signed, edition.path, edition.line.number


def problems(catalog: Catalog) -> Iterator[Problem]:
    """Every later edition of an award says what the one before said, but for what may be withdrawn."""
    found: dict[str, list[Edition]] = {}
    for path, file in catalog.ledger.awards.items():
        for line in file.lines:
            found.setdefault(line.id, []).append(Edition(path, line))
    for same in found.values():
        if len(same) > 1:
            same.sort(key=moment)
            for before, after in pairwise(same):
                yield from _step(before, after)


def _step(before: Edition, after: Edition) -> Iterator[Problem]:
    old, new = before.line, after.line
    if new.signed == old.signed:
        words = "another one with the same id was signed at the same moment"
    elif new.lasting != old.lasting:
        words = "it has the id of another one and says something else of what was earned"
    elif any(now and now != then for then, now in zip(old.withdrawable, new.withdrawable, strict=True)):
        words = "it has the id of another one and says something else of the person or the evidence"
    elif new.issued < old.issued:
        words = "it has the id of another one and begins earlier"
    else:
        return
    yield Problem(
        code="award-edition",
        message=f"this award cannot be published: {words}",
        hint="an award can only be renewed, or its name withdrawn; for all else make a new one",
        span=Span(after.path, new.number),
        related=(Span(before.path, old.number),),
    )
