"""Whether a key may sign for an issuer at some time: the register decides, never the badge."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from msgspec import Struct

from sitegen.badges.refusal import Refused
from sitegen.model.issuer import IssuerKey


class Known(Struct, frozen=True, kw_only=True):
    """An issuer of the register, by the name that the register gives it; `site` is the address of its site."""

    site: str
    slug: str
    name: str
    keys: tuple[IssuerKey, ...]


def require(issuers: Mapping[str, Known], did: str, key: str, moments: Iterable[datetime]) -> None:
    """Refuse, unless the issuer with this DID lists the key (multibase), trusts it, and used it at all these moments."""
    if did not in issuers:
        raise Refused("unknown-issuer", "it names an issuer that is not in the register")
    mine = _find(issuers[did], key)
    if mine is None and any(_find(other, key) for other in issuers.values()):
        raise Refused("foreign-key", "it is signed with the key of another issuer")
    if mine is None:
        raise Refused("unknown-key", "it is signed with a key that its issuer does not list")
    if mine.compromised is not None:
        raise Refused(
            "key-compromised",
            "it is signed with a key that its issuer no longer trusts, because somebody else may have had it; "
            "ask the issuer to sign it again",
        )
    if not all(mine.covers(moment) for moment in moments):
        raise Refused("key-time", "it is signed with a key that its issuer did not use at that time")


def _find(issuer: Known, key: str) -> IssuerKey | None:
    return next((one for one in issuer.keys if one.key == key), None)
