"""Whether a badge was given to the person somebody has in mind: an address or name against what the badge holds."""

import hashlib
import hmac
from collections.abc import Iterable
from typing import Any

from sitegen.badges.refusal import Refused

_HASHES = {"sha256": hashlib.sha256, "md5": hashlib.md5}


def require(recipient: str, marks: Iterable[tuple[Any, Any, Any]]) -> None:
    """Refuse a recipient whom none of the marks fits. A mark is (text, whether it is hashed, salt) as the badge has it."""
    listed = list(marks)
    if not listed:
        raise Refused("no-recipient", "it does not say by any address to whom it was given")
    if not any(_fits(spelling, *mark) for mark in listed for spelling in _spellings(recipient)):
        raise Refused("other-recipient", "it was not given to the address or name that was asked about")


def _spellings(recipient: str) -> tuple[str, ...]:
    plain = recipient.strip()
    return tuple(dict.fromkeys((plain, plain.lower())))


def _fits(recipient: str, text: Any, is_hashed: Any, salt: Any) -> bool:
    if not isinstance(text, str) or not isinstance(salt, str):
        return False
    if is_hashed is not True:
        return is_hashed is False and text == recipient
    kind, _, digest = text.partition("$")
    if kind not in _HASHES:
        return False
    found = _HASHES[kind]((recipient + salt).encode()).hexdigest()
    return hmac.compare_digest(found, digest.lower().encode("ascii", "replace").decode())
