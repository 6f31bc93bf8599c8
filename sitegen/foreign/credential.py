"""What a credential of Open Badges 3.0 says, as far as a check needs it: the rest is its own affair."""

from datetime import datetime
from typing import Any

from msgspec import Struct

from sitegen.badges.refusal import Refused
from sitegen.foreign import contexts, moments
from sitegen.foreign.asking import texts

_TYPES = frozenset({"AchievementCredential", "OpenBadgeCredential"})


class Claimed(Struct, frozen=True, kw_only=True):
    """What a badge says of itself. Nothing of it is to be shown as true before its signature was found good."""

    id: str
    issuer: str
    issuer_name: str
    title: str
    start: datetime
    end: datetime | None
    subject: str
    statuses: tuple[dict[str, Any], ...]
    identifiers: tuple[dict[str, Any], ...]
    is_endorsed: bool


def read(document: Any) -> Claimed:
    """The claims of a credential. Refused: what is no badge, and what cannot be read in one way only."""
    if not isinstance(document, dict):
        raise Refused("not-a-badge", "it is JSON, but not an object in braces")
    types = texts(document.get("type"))
    if not _TYPES.intersection(types) or "VerifiableCredential" not in types:
        raise Refused("not-a-badge", "it is JSON, but not an Open Badge")
    if not contexts.BADGES.intersection(contexts.require(document.get("@context"))):
        raise Refused(
            "foreign-context", "it is not written in the words of Open Badges 3.0 that are known here"
        )
    subject = _part(document, "credentialSubject")
    achievement = _part(subject, "achievement")
    return Claimed(
        id=_text(document, "id"),
        issuer=issuer(document),
        issuer_name=_name(document["issuer"]),
        title=_text(achievement, "name"),
        start=moments.read(document.get("validFrom"), "validFrom"),
        end=moments.maybe(document.get("validUntil"), "validUntil"),
        subject=_maybe_text(subject, "id"),
        statuses=_parts(document, "credentialStatus"),
        identifiers=_parts(subject, "identifier"),
        is_endorsed=any(part.get(name) for part in (document, achievement) for name in ("endorsement", "endorsementJwt")),
    )  # fmt: skip


def issuer(document: dict[str, Any]) -> str:
    """The id of who issued a credential. Refused: none."""
    named = document.get("issuer")
    found = named.get("id") if isinstance(named, dict) else named
    if not isinstance(found, str) or not found:
        raise Refused("not-a-badge", "it does not say who issued it")
    return found


def _name(issuer: object) -> str:
    name = issuer.get("name") if isinstance(issuer, dict) else ""
    return name if isinstance(name, str) else ""


def _part(document: dict[str, Any], name: str) -> dict[str, Any]:
    found = document.get(name)
    if isinstance(found, list) and len(found) == 1:
        found = found[0]
    if not isinstance(found, dict):
        raise Refused("wrong-form", f"its “{name}” is not one object")
    return found


def _parts(document: dict[str, Any], name: str) -> tuple[dict[str, Any], ...]:
    found = document.get(name)
    parts = found if isinstance(found, list) else [] if found is None else [found]
    if not all(isinstance(part, dict) for part in parts):
        raise Refused("wrong-form", f"its “{name}” is not written as such parts are")
    return tuple(parts)


def _text(document: dict[str, Any], name: str) -> str:
    found = _maybe_text(document, name)
    if not found:
        raise Refused("wrong-form", f"its “{name}” is missing")
    return found


def _maybe_text(document: dict[str, Any], name: str) -> str:
    found = document.get(name)
    if found is not None and not isinstance(found, str):
        raise Refused("wrong-form", f"its “{name}” is not one text")
    return found or ""
