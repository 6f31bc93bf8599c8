"""The terms on which a credential is offered, before and after: effort, cost, review, form, languages, recognition."""

from collections.abc import Iterator

from sitegen.compare.points import Point
from sitegen.model import wording
from sitegen.model.credential import Credential
from sitegen.model.terms import Cost, Effort, Recognition, Review


def points(before: Credential, after: Credential) -> Iterator[Point]:
    """Everything in which the terms have changed."""
    yield from _said("Effort", _effort(before.effort), _effort(after.effort))
    yield from _said("Cost", _cost(before.cost), _cost(after.cost))
    yield from _lists("Evidence in", before.languages, after.languages)
    yield from _said("An answer comes within", _days(before.review), _days(after.review))
    yield from _said("Assessors", str(before.review.assessors), str(after.review.assessors))
    yield from _said("Tries", _attempts(before.review), _attempts(after.review))
    if before.review.note != after.review.note:
        yield _terms("What is said of the review has changed.")
    if before.form != after.form:
        yield _terms("Evidence is sent in by another form.")
    yield from _recognition(before.recognition, after.recognition)
    if before.licence != after.licence:
        yield from _said("Licence of the text", before.licence, after.licence)


def _recognition(before: tuple[Recognition, ...], after: tuple[Recognition, ...]) -> Iterator[Point]:
    old, new = {one.by: one for one in before}, {one.by: one for one in after}
    for name, one in new.items():
        if name not in old:
            yield _terms(f"{name} now accepts it: {one.grants}.")
        elif (old[name].grants, old[name].hours, old[name].points) != (one.grants, one.hours, one.points):
            yield _terms(f"{name} accepts it for something else.", old[name].grants, one.grants)
        elif old[name] != one:
            yield _terms(f"That {name} accepts it was confirmed anew ({one.as_of}).")
    for name in old:
        if name not in new:
            yield _terms(f"{name} no longer accepts it.")


def _lists(what: str, before: tuple[str, ...], after: tuple[str, ...]) -> Iterator[Point]:
    yield from _said(what, ", ".join(before), ", ".join(after))


def _said(what: str, before: str, after: str) -> Iterator[Point]:
    if before != after:
        yield _terms(f"{what}: {after}; it was {before}.")


def _terms(text: str, before: str = "", after: str = "") -> Point:
    return Point(bearing="terms", text=text, before=before, after=after)


def _effort(effort: Effort) -> str:
    hours = wording.count(effort.hours, "hour")
    return f"{hours} over {wording.count(effort.weeks, 'week')}" if effort.weeks else hours


def _cost(cost: Cost) -> str:
    amount = f"{cost.amount:,.2f}".removesuffix(".00") + f" {cost.currency}" if cost.amount else "free"
    return f"{amount} ({cost.note})" if cost.note else amount


def _days(review: Review) -> str:
    return wording.count(review.days, "day")


def _attempts(review: Review) -> str:
    return "as many as needed" if review.attempts is None else str(review.attempts)
