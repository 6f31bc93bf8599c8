"""Where a badge comes from: whether it says to be by an issuer of the register, or what else it is."""

from collections.abc import Mapping

from sitegen.badges import misfit
from sitegen.badges.refusal import Refused
from sitegen.badges.signer import Known

_OLDER = "https://w3id.org/openbadges/"
_BADGE_TYPES = frozenset({"OpenBadgeCredential", "AchievementCredential"})


def require_ours(document: object, issuers: Mapping[str, Known]) -> str:
    """The DID of the issuer, one of `issuers`, that a document names. Refused, with the reason: all others."""
    if not isinstance(document, dict):
        raise Refused("not-a-badge", "it is JSON, but not an object in braces")
    types = _texts(document.get("type"))
    if any(context.startswith(_OLDER) for context in _texts(document.get("@context"))):
        raise _older(document.get("id"), issuers)
    if not _BADGE_TYPES.intersection(types):
        raise Refused("not-a-badge", "it is JSON, but not an Open Badge")
    named = document.get("issuer")
    issuer = named.get("id") if isinstance(named, dict) else named
    if not isinstance(issuer, str):
        raise Refused("not-a-badge", "it does not say who issued it")
    if issuer not in issuers:
        raise Refused(
            "unknown-issuer", f"it names an issuer that is not in the register: {misfit.shown(issuer)}"
        )
    return issuer


def _older(address: object, issuers: Mapping[str, Known]) -> Refused:
    sites = {issuer.site for issuer in issuers.values()}
    if isinstance(address, str) and any(address.startswith(f"{site}/badges/") for site in sites):
        words = "it is the Open Badges 2.0 copy, which is not signed; check the badge's own file, which ends in .json alone"
        return Refused("open-badges-2-copy", words)
    return Refused("open-badges-2", "it is an Open Badges 2.0 file, which carries no proof of its own")


def _texts(value: object) -> list[str]:
    """A value that may be one text or a list of them, as a list."""
    values = value if isinstance(value, list) else [value]
    return [text for text in values if isinstance(text, str)]
