"""Editions of an award: which of several signed lines with one id counts, and what may change from one to the next.

Files of awards are append-only. To renew an award, to withdraw a name, or to sign again with another key means to append a
line with the same id. **The line whose signature was made last (`signed`) takes the place of all others with its id**; the
others stay in the repository and are not published. No two editions are signed at the same moment. What an award says of
the achievement, of the results and of the day it was earned never changes; what concerns the person may only be withdrawn.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Protocol, TypeVar

from sitegen.model.award import Award

LASTING = ("id", "site", "issuer", "issuer_name", "issuer_summary", "subject", "achievement", "awarded", "index",
           "began", "finished", "results", "assessor")  # fmt: skip
"""What all editions of an award have in common."""

WITHDRAWABLE = ("name", "identity", "evidence")
"""What a later edition may leave out, and not change."""


class Edition(Protocol):
    """Whatever stands for a signed line, and knows its id and when it was signed."""

    @property
    def id(self) -> str: ...

    @property
    def signed(self) -> datetime | None: ...


EditionT = TypeVar("EditionT", bound=Edition)


def newest(editions: Iterable[EditionT]) -> dict[str, EditionT]:
    """The edition that counts, by id; all are signed. Of two signed at the same moment it is the one that came first."""
    found: dict[str, EditionT] = {}
    for edition in editions:
        before = found.setdefault(edition.id, edition)
        if before is not edition and _moment(edition) > _moment(before):
            found[edition.id] = edition
    return found


def faults(before: Award, after: Award) -> tuple[str, ...]:
    """The names of the fields in which `after` is not allowed to follow `before`; empty if it may."""
    changed = [name for name in LASTING if getattr(before, name) != getattr(after, name)]
    for name in WITHDRAWABLE:
        left = getattr(after, name)
        if left and left != getattr(before, name):
            changed.append(name)
    if _moment(after) <= _moment(before):
        changed.append("signed")
    return (*changed, *(["issued"] if after.issued < before.issued else []))


def _moment(edition: Edition) -> float:
    return edition.signed.timestamp() if edition.signed else 0.0
