"""What a check of badges rests on: which issuers there are, with their keys, and their status lists, each checked itself."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from msgspec import Struct

from sitegen.badges import did, signer, status
from sitegen.badges.editions import Pair
from sitegen.badges.refusal import Refused
from sitegen.badges.signer import Known
from sitegen.badges.status import StatusList

SKEW = timedelta(minutes=5)
"""How far the clock of whoever signed may be ahead of ours."""


class Trust(Struct, frozen=True, kw_only=True):
    """The register: issuers by DID, good status lists by address, and why others cannot be used."""

    issuers: Mapping[str, Known] = {}
    lists: Mapping[str, StatusList] = {}
    faults: Mapping[str, Refused] = {}


def of(
    issuers: Iterable[Known],
    files: Mapping[str, bytes],
    now: datetime,
    seen: Mapping[str, datetime] | None = None,
) -> Trust:
    """The register of `issuers`, with the lists in `files` (their bytes by full address) that can be trusted at `now`.

    `seen` gives, by address, when the newest list was signed that was seen before; an older one is not trusted.
    """
    known = {did.name(one.site, one.slug): one for one in issuers}
    lists: dict[str, StatusList] = {}
    faults: dict[str, Refused] = {}
    for address, data in files.items():
        try:
            lists[address] = _checked(address, data, known, now, (seen or {}).get(address))
        except Refused as refused:
            faults[address] = refused
    return Trust(issuers=known, lists=lists, faults=faults)


def standing(trust: Trust, site: str, issuer: str) -> Pair:
    """Both lists of an issuer. Refused: the first one is not at hand, or one of them cannot be trusted."""
    first, second = (status.address(site, issuer, purpose) for purpose in ("revocation", "suspension"))
    for address in (first, second):
        if address in trust.faults:
            raise trust.faults[address]
    if first not in trust.lists:
        raise Refused("status-missing", "its issuer's list of revoked badges is not at hand")
    return Pair(trust.lists[first], trust.lists.get(second))


def _checked(
    address: str, data: bytes, known: Mapping[str, Known], now: datetime, seen: datetime | None
) -> StatusList:
    try:
        edition = status.read(data)
        signer.require(known, did.name(edition.site, edition.issuer), edition.key, (edition.at,))
    except Refused as refused:
        code = "status-" + refused.code.removeprefix("status-")
        raise Refused(code, f"its issuer's status list cannot be trusted: {refused.words}") from None
    if status.address(edition.site, edition.issuer, edition.purpose) != address:
        raise Refused("status-other", "its issuer's status list is another one than its address says")
    if edition.at > now + SKEW:
        raise Refused("status-future", "its issuer's status list says that it was signed in the future")
    if seen is not None and edition.at < seen:
        raise Refused("status-rolled-back", "its issuer's status list is older than one that was seen before")
    return edition
