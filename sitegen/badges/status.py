"""An issuer's status lists: which of its awards are revoked, and which of these only suspended (Bitstring Status List 1.0).

There are two lists. The one of purpose `revocation` is named in every award and read by every verifier; an award whose bit
is set there does not hold. The one of purpose `suspension` tells our page and our command line which of those are only
suspended, and may come back. So no verifier takes a suspended award for good, although some ignore suspension lists. Both
lists carry the moment at which they were signed, which grows with each edition and serves as its number, and no end, for a
site that is not rebuilt must not turn all its badges invalid. Reasons stand in the description, for those awards for which
the issuer gave one in public.
"""

import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, Literal

import msgspec
from msgspec import Struct

from sitegen.badges import bits, did, misfit, profile, profile_status, proof, strict_json, times
from sitegen.badges.refusal import Refused
from sitegen.model import urls

Purpose = Literal["revocation", "suspension"]
MOST_BYTES = 3_000_000
"""How large the file of a list may be: enough for the most bits, packed as badly as can be."""

_REASON = re.compile(r"(0|[1-9][0-9]{0,6}): (\S.*)")


class StatusList(Struct, frozen=True, kw_only=True):
    """One edition of a list; `reasons` are by index, `key` (multibase) signed it, or is empty if nobody did yet."""

    site: str
    issuer: str
    purpose: Purpose
    at: datetime
    bits: bytes
    reasons: Mapping[int, str] = {}
    key: str = ""


def address(site: str, issuer: str, purpose: Purpose) -> str:
    """The full address of an issuer's list."""
    return site + urls.status(issuer if purpose == "revocation" else f"{issuer}.suspended")


def new(site: str, issuer: str, purpose: Purpose, at: datetime) -> StatusList:
    """A list on which nothing is set."""
    return StatusList(site=site, issuer=issuer, purpose=purpose, at=at, bits=bits.empty())


def changed(before: StatusList, index: int, at: datetime, reason: str = "", *, on: bool) -> StatusList:
    """The next edition, with one place set (for a public reason, or none) or cleared, at `at` or just after the last one."""
    reasons = {place: words for place, words in before.reasons.items() if place != index}
    if on and reason:
        reasons[index] = " ".join(reason.split())
    return msgspec.structs.replace(
        before,
        at=max(at.replace(microsecond=0), before.at + timedelta(seconds=1)),
        bits=bits.changed(before.bits, index, on=on),
        reasons=dict(sorted(reasons.items())),
        key="",
    )


def document(edition: StatusList) -> dict[str, Any]:
    """The list as a credential, not signed."""
    here = address(edition.site, edition.issuer, edition.purpose)
    shape = profile_status.StatusListCredential(
        context=(profile.CONTEXT[0],),
        id=here,
        type=("VerifiableCredential", "BitstringStatusListCredential"),
        issuer=did.name(edition.site, edition.issuer),
        description="\n".join(f"{index}: {words}" for index, words in edition.reasons.items()),
        valid_from=times.text(edition.at),
        credential_subject=profile_status.StatusListBits(
            id=f"{here}#list",
            type="BitstringStatusList",
            status_purpose=edition.purpose,
            encoded_list=bits.packed(edition.bits),
        ),
    )
    plain: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(shape))
    return plain


def read(data: bytes) -> StatusList:
    """The list in the bytes of a signed one. Refused unless it is whole, and signed by the key named in it.

    Whether that key is the issuer's is not looked at here (see `trust`).
    """
    given = strict_json.parse(data, MOST_BYTES)
    if not isinstance(given, dict):
        raise Refused("status-form", "it is no status list")
    key = proof.check(given)
    try:
        shape = msgspec.convert(given, profile_status.StatusListCredential)
    except msgspec.ValidationError as error:
        raise Refused("status-form", f"it is no status list: {misfit.refused(str(error)).words}") from None
    home = did.place(shape.issuer)
    purpose = shape.credential_subject.status_purpose
    if (
        home is None
        or shape.id != address(*home, purpose)
        or shape.credential_subject.id != f"{shape.id}#list"
    ):
        raise Refused("status-other", "it is another one than its address says")
    return StatusList(
        site=home[0],
        issuer=home[1],
        purpose=purpose,
        at=times.read(shape.valid_from),  # a day in the calendar: `proof` has seen to it
        bits=bits.unpacked(shape.credential_subject.encoded_list),
        reasons=_reasons(shape.description),
        key=key,
    )


def _reasons(description: str) -> dict[int, str]:
    found = (_REASON.fullmatch(line) for line in description.split("\n"))
    return {int(reason[1]): reason[2] for reason in found if reason}
