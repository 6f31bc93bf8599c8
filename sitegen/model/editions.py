"""Editions of an award: which of several signed lines with one id counts, and what may change from one to the next.

Files of awards are append-only. To renew an award, to withdraw a name, or to sign again with another key means to append a
line with the same id. **The line whose signature was made last (`signed`) takes the place of all others with its id**; the
others stay in the repository and are not published. No two editions are signed at the same moment. What an award says of
the achievement, of the results and of the day it was earned never changes; what concerns the person may only be withdrawn.
"""

from collections.abc import Iterable

from sitegen.model.award import Award

LASTING = ("id", "site", "issuer", "issuer_name", "issuer_summary", "subject", "achievement", "awarded", "index",
           "began", "finished", "results", "assessor")  # fmt: skip
"""What all editions of an award have in common."""

WITHDRAWABLE = ("name", "identity", "evidence")
"""What a later edition may leave out, and not change."""


def newest(editions: Iterable[Award]) -> dict[str, Award]:
    """The edition that counts, by id; all are signed."""
    found: dict[str, Award] = {}
    for award in editions:
        before = found.get(award.id)
        if before is None or _moment(award) > _moment(before):
            found[award.id] = award
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


def _moment(award: Award) -> float:
    return award.signed.timestamp() if award.signed else 0.0
