"""Editions of awards in the ledger: whether each may follow the one before (see `model.editions`)."""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from itertools import pairwise

from sitegen.model.ledger import AwardLine, Ledger, Standing
from sitegen.problem import Problem, Span


def moment(standing: Standing) -> tuple[datetime, str, int]:
    """When an edition was signed; its place decides between those signed at the same moment."""
    return standing.signed, standing.path, standing.line.number


def problems(ledger: Ledger) -> Iterator[Problem]:
    """Every later edition of an award says what the one before said, but for what may be withdrawn."""
    often = {award for award, number in Counter(line.id for line in _lines(ledger)).items() if number > 1}
    found: dict[str, list[Standing]] = {}
    if often:
        for standing in ledger.lines():
            if standing.id in often:
                found.setdefault(standing.id, []).append(standing)
    for same in found.values():
        same.sort(key=moment)
        for before, after in pairwise(same):
            yield from _step(before, after)


def _lines(ledger: Ledger) -> Iterator[AwardLine]:
    return (line for file in ledger.awards.values() for line in file.lines)


def _step(before: Standing, after: Standing) -> Iterator[Problem]:
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
