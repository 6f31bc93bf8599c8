"""Whether a genuine award holds now: not revoked, not suspended, begun, and not run out."""

from datetime import datetime

from msgspec import Struct

from sitegen.badges import editions, trust
from sitegen.badges.editions import Pair
from sitegen.badges.refusal import Refused
from sitegen.badges.trust import SKEW, Trust
from sitegen.model.award import Award
from sitegen.model.verdict import Check, State

_UNKNOWN: dict[str, State] = {"status-missing": "status-missing", "status-rolled-back": "status-rolled-back"}


class Finding(Struct, frozen=True):
    """What one check found: nothing against the award (state `valid`), or why it does not hold; words for a sentence."""

    state: State
    code: str
    check: Check


def findings(award: Award, register: Trust, now: datetime) -> tuple[Finding, ...]:
    """The three findings on an award: its status, its begin and its end."""
    return _status(award, register), _start(award, now), _end(award, now)


def _status(award: Award, register: Trust) -> Finding:
    try:
        lists = trust.standing(register, award.site, award.issuer)
        return _standing(award.index, lists)
    except Refused as refused:
        state = _UNKNOWN.get(refused.code, "status-unusable")
        words = f"Whether it was revoked cannot be told: {refused.words}."
        return Finding(state, refused.code, Check("status", "not done", words))


def _standing(index: int, lists: Pair) -> Finding:
    if index >= len(lists.revoked.bits) * 8:
        raise Refused("status-index", "its issuer's status list has no place for it")
    is_revoked, is_suspended = editions.has(lists.revoked, index), editions.has(lists.suspended, index)
    if is_suspended and not is_revoked:
        raise Refused("status-rolled-back", "of its issuer's two status lists, one is older than the other")
    if is_suspended:
        reason = _because(lists.suspended.reasons.get(index) if lists.suspended else None)
        return _against("suspended", "status", f"It is suspended by its issuer for the time being{reason}")
    if is_revoked:
        return _against(
            "revoked", "status", f"It was revoked by its issuer{_because(lists.revoked.reasons.get(index))}"
        )
    return _fine(
        "status", f"It was not revoked as of {lists.revoked.at:%Y-%m-%d}, when its issuer signed the list."
    )


def _start(award: Award, now: datetime) -> Finding:
    if award.issued > now + SKEW:
        return _against("not-yet-valid", "start", f"It holds only from {award.issued:%Y-%m-%d} on.")
    return _fine("start", f"It holds since {award.issued:%Y-%m-%d}.")


def _end(award: Award, now: datetime) -> Finding:
    if award.expires is None:
        return _fine("end", "It does not run out.")
    if award.expires <= now:
        return _against("expired", "end", f"It ran out on {award.expires:%Y-%m-%d}; until then it was valid.")
    return _fine("end", f"It holds until {award.expires:%Y-%m-%d}.")


def _because(reason: str | None) -> str:
    return f": {reason.rstrip('.')}." if reason else "."


def _fine(name: str, words: str) -> Finding:
    return Finding("valid", "valid", Check(name, "passed", words))


def _against(state: State, name: str, words: str) -> Finding:
    return Finding(state, state, Check(name, "failed", words))
