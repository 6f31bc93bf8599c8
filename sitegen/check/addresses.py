"""Addresses: a page that was published goes on answering, under its own name or as a former one."""

from collections.abc import Iterator

from msgspec import Struct

from sitegen.problem import Path, Problem, Span


class Gone(Struct, frozen=True):
    """An address that would answer no more: whose it was, and the file that seems to have taken its place."""

    address: str
    path: str
    noun: str
    successor: str = ""
    is_former: bool = False
    is_draft: bool = False


def check(gone: tuple[Gone, ...]) -> Iterator[Problem]:
    """Published addresses that a change takes away."""
    for one in gone:
        if one.is_former:
            yield _problem(
                one, ("aliases",), f"{one.address} led to this page before, and would lead nowhere",
                f"put the former name `{_name(one)}` back under `aliases:`",
            )  # fmt: skip
        elif one.is_draft:
            yield _problem(
                one, ("status",), f"this {one.noun} was published, and its page would disappear",
                "write `status: retired`: a draft has no page, and whoever follows a link to it would find nothing",
            )  # fmt: skip
        else:
            yield _problem(
                one, (), f"this {one.noun} was published, and its page {one.address} would disappear", _way_out(one)
            )  # fmt: skip


def _way_out(one: Gone) -> str:
    if one.successor:
        return (
            f"if {one.successor} has taken its place, write `aliases: [{_name(one)}]` there; "
            "`--write-aliases` does it for you"
        )
    if one.noun in RETIRING:
        return (
            "keep the file and write `status: retired`; if it was renamed, list the old name under `aliases:`"
        )
    return "keep the file; if it was renamed, list the old name under `aliases:` in the new one"


def _name(one: Gone) -> str:
    return one.address.strip("/").rpartition("/")[2]


def _problem(one: Gone, place: Path, message: str, hint: str) -> Problem:
    return Problem(
        code="published-then-removed",
        message=message,
        hint=hint,
        span=Span(one.path),
        path=place,
        severity="warning",
    )


RETIRING = ("credential",)
"""What can be retired, and so keeps its page without being offered."""
