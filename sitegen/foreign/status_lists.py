"""Whether a badge of 3.0 was taken back: the lists that it names, each signed by its issuer or served where it says."""

import re
from datetime import datetime
from typing import Any

from sitegen.badges import bits
from sitegen.badges.holding import Finding
from sitegen.badges.refusal import Refused
from sitegen.badges.trust import SKEW
from sitegen.foreign import asking, contexts, credential, moments, sealed
from sitegen.foreign.asked import Asked
from sitegen.foreign.credential import Claimed
from sitegen.model.verdict import Check, State

_INDEX = re.compile(r"0|[1-9][0-9]{0,9}")
_STATES: dict[str, State] = {"revocation": "revoked", "suspension": "suspended"}
_WORDS: dict[State, str] = {
    "revoked": "It was revoked by its issuer",
    "suspended": "It is suspended by its issuer for the time being",
}
_NO_LIST = "It names no list on which it could be revoked, so it cannot be."


def findings(badge: Claimed, asked: Asked) -> list[Finding]:
    """What each list that the badge names says of it; one finding if it names none."""
    if not badge.statuses:
        return [Finding("valid", "valid", Check("status", "passed", _NO_LIST))]
    return [_finding(entry, badge, asked) for entry in badge.statuses]


def _finding(entry: dict[str, Any], badge: Claimed, asked: Asked) -> Finding:
    try:
        state, reason = _KINDS[str(entry.get("type"))](entry, badge, asked)
    except KeyError:
        refused = Refused("status-kind", "its issuer keeps a list of a kind that cannot be read here")
        return _unknown("cannot-tell", refused)
    except Refused as refused:
        missing = refused.code in ("web-offline", "web-unreachable", "web-status", "web-too-slow")
        return _unknown("status-missing" if missing else "status-unusable", refused)
    if state == "valid":
        return Finding(
            "valid", "valid", Check("status", "passed", "Its issuer has not taken it back, says the list.")
        )
    because = f": {reason.rstrip('.')}." if reason else "."
    return Finding(state, state, Check("status", "failed", _WORDS[state] + because))


def _unknown(state: State, refused: Refused) -> Finding:
    words = f"Whether it was revoked cannot be told: {refused.words}."
    return Finding(state, refused.code, Check("status", "not done", words))


def _in_bits(entry: dict[str, Any], badge: Claimed, asked: Asked) -> tuple[State, str]:
    """Bitstring Status List 1.0, "Validate Algorithm"."""
    purpose, index, address = (
        entry.get(name) for name in ("statusPurpose", "statusListIndex", "statusListCredential")
    )
    if not isinstance(index, str) or not _INDEX.fullmatch(index) or entry.get("statusSize", 1) != 1:
        raise Refused("status-index", "its place in the list is not written as places are")
    if purpose not in _STATES:
        raise Refused("status-purpose", "its issuer keeps a list for a purpose that is not known here")
    found = asking.answer(asked.web, address, "its issuer's status list")
    row = _row(found.body, str(address), badge.issuer, str(purpose), asked)
    if int(index) >= len(row) * 8:
        raise Refused("status-index", "its issuer's status list has no place for it")
    return (_STATES[str(purpose)] if bits.is_set(row, int(index)) else "valid"), ""


def _row(data: bytes, address: str, issuer: str, purpose: str, asked: Asked) -> bytes:
    """The bits of a list that the badge's own issuer signed for this purpose, and that holds now."""
    one = sealed.opened(data, asked.now)
    document = one.document
    contexts.require(document.get("@context"))
    if "BitstringStatusListCredential" not in asking.texts(document.get("type")):
        raise Refused("status-form", "it is no status list")
    if credential.issuer(document) != issuer:
        raise Refused("status-other", "its status list is somebody else's")
    if document.get("id", address) != address:
        raise Refused("status-other", "its status list is another one than its address says")
    sealed.check(one, sealed.key(one, issuer, asked.web, asked.now))
    _require_current(one, asked.now)
    subject = document.get("credentialSubject")
    if not isinstance(subject, dict) or subject.get("type") != "BitstringStatusList":
        raise Refused("status-form", "it is no status list")
    if purpose not in asking.texts(subject.get("statusPurpose")):
        raise Refused("status-purpose", "its status list is for another purpose than it says")
    packed = subject.get("encodedList")
    return bits.unpacked(packed if isinstance(packed, str) else "")


def _require_current(one: sealed.Sealed, now: datetime) -> None:
    start = moments.maybe(one.document.get("validFrom"), "validFrom")
    end = sealed.ends(one, moments.maybe(one.document.get("validUntil"), "validUntil"))
    if end is not None and end <= now:
        raise Refused("status-old", "its issuer's status list has run out")
    if start is not None and sealed.starts(one, start) > now + SKEW:
        raise Refused("status-future", "its issuer's status list is from the future")


def _in_names(entry: dict[str, Any], badge: Claimed, asked: Asked) -> tuple[State, str]:
    """1EdTechRevocationList: plain JSON at the address that the badge names."""
    address = entry.get("id")
    given = asking.document(asked.web, address, "its issuer's list of revoked badges")
    revoked = given.get("revokedCredential", [])
    if given.get("id") != address or credential.issuer(given) != badge.issuer:
        raise Refused("status-other", "its list of revoked badges is another one")
    if not isinstance(revoked, list) or not all(isinstance(one, dict) for one in revoked):
        raise Refused("status-form", "its list of revoked badges is not written as such lists are")
    for one in revoked:
        if one.get("id") == badge.id and one.get("revoked", True) is not False:
            reason = one.get("revocationReason")
            return "revoked", reason if isinstance(reason, str) else ""
    return "valid", ""


_KINDS = {"BitstringStatusListEntry": _in_bits, "1EdTechRevocationList": _in_names}
