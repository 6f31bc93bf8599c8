"""Who stands behind a badge of Open Badges 2.0: its class, its issuer's profile, the issuer's keys and revocation list."""

from typing import Any

from msgspec import Struct

from sitegen.badges.holding import Finding
from sitegen.badges.refusal import Refused
from sitegen.foreign import addresses, asking
from sitegen.foreign.asking import texts
from sitegen.foreign.web import Web
from sitegen.model.verdict import Check


class Issued(Struct, frozen=True):
    """The class of a badge and its issuer, each as it stands at its own address."""

    title: str
    name: str
    host: str
    profile: dict[str, Any]


def issued(assertion: dict[str, Any], web: Web | None) -> Issued:
    """The class and the issuer of an assertion. What has an address is fetched there: copies are not believed."""
    badge = _own(assertion.get("badge"), {"BadgeClass"}, web, "what was awarded")
    profile = _own(badge.get("issuer"), {"Issuer", "Profile"}, web, "its issuer's profile")
    title, name, home = badge.get("name"), profile.get("name"), profile.get("id")
    if not isinstance(title, str) or not isinstance(name, str) or not isinstance(home, str):
        raise Refused("web-data", "its class or its issuer has no name or no address")
    return Issued(title, name, addresses.place(home).origin, profile)


def require_scope(issued: Issued, address: str) -> None:
    """Refuse an assertion that stands where its issuer puts none (Open Badges 2.0, VerificationObject)."""
    rules = issued.profile.get("verification")
    rules = rules if isinstance(rules, dict) else {}
    begins, origins = texts(rules.get("startsWith")), texts(rules.get("allowedOrigins"))
    origin = addresses.place(address).origin
    if (begins and not any(address.startswith(one) for one in begins)) or origin not in (
        origins or [issued.host]
    ):
        raise Refused("foreign-scope", f"its issuer, {issued.host}, does not put badges where it stands")


def key(issued: Issued, creator: object, web: Web | None) -> dict[str, Any]:
    """The document of the key that signed, which the profile must name and which must name the profile."""
    listed = issued.profile.get("publicKey")
    every = listed if isinstance(listed, list) else [listed]
    named = [one.get("id") if isinstance(one, dict) else one for one in every]
    wanted = creator if creator is not None else named[0]
    if not isinstance(wanted, str) or wanted not in named:
        raise Refused("unknown-key", "its issuer does not name the key that signed it")
    document = asking.document(web, wanted, "its issuer's key")
    if document.get("id") != wanted or document.get("owner") != issued.profile.get("id"):
        raise Refused("foreign-key", "the key that signed it belongs to somebody else than its issuer")
    return document


def status(issued: Issued, badge: object, web: Web | None) -> Finding:
    """Whether a signed badge stands on its issuer's revocation list."""
    address = issued.profile.get("revocationList")
    if address is None:
        words = "Its issuer keeps no list of revoked badges, so it cannot be revoked."
        return Finding("valid", "valid", Check("status", "passed", words))
    try:
        reasons = _revoked(address, web)
    except Refused as refused:
        words = f"Whether it was revoked cannot be told: {refused.words}."
        return Finding("status-missing", refused.code, Check("status", "not done", words))
    if not isinstance(badge, str) or badge in reasons:
        because = f": {reasons[badge]}." if isinstance(badge, str) and reasons[badge] else "."
        words = f"It was revoked by its issuer{because}"
        return Finding("revoked", "revoked", Check("status", "failed", words))
    return Finding(
        "valid", "valid", Check("status", "passed", "It is not on its issuer's list of revoked badges.")
    )


def _revoked(address: object, web: Web | None) -> dict[str, str]:
    """The revoked badges on a list, with the reasons given."""
    document = asking.document(web, address, "its issuer's list of revoked badges")
    listed = document.get("revokedAssertions", [])
    if document.get("id", address) != address or not isinstance(listed, list):
        raise Refused("status-form", "its issuer's list of revoked badges is not written as such lists are")
    found = {}
    for one in listed:
        entry = {"id": one} if isinstance(one, str) else one
        if not isinstance(entry, dict) or not isinstance(entry.get("id"), str):
            raise Refused(
                "status-form", "its issuer's list of revoked badges is not written as such lists are"
            )
        reason = entry.get("revocationReason")
        found[entry["id"]] = reason.rstrip(".") if isinstance(reason, str) else ""
    return found


def _own(given: object, types: set[str], web: Web | None, what: str) -> dict[str, Any]:
    """A part of a badge as it stands at its own address."""
    address = given.get("id") if isinstance(given, dict) else given
    document = asking.document(web, address, what)
    if document.get("id") != address or not types.intersection(texts(document.get("type"))):
        raise Refused("differs", f"{what} is not what stands at its address")
    return document
