"""An award as an Open Badges 3.0 credential, and the way back.

The way back is strict: what comes out of it, written anew, must be what went in. So nothing that this site would not have
written is accepted: no further member, no address that does not follow from the award's id, no part out of its order.
"""

import re
from collections.abc import Mapping
from datetime import datetime

import msgspec
from msgspec import UNSET, UnsetType

from sitegen.badges import achievement, did, earner, misfit, profile, strict_json, times
from sitegen.badges.refusal import Refused
from sitegen.model import urls
from sitegen.model.award import Award

_ID = re.compile(r"(https://[^/]+(?:/[^/]+)*)/badges/([0-9a-f]{2})/(\2[0-9a-f]{30})\.json")


def address(award: Award) -> str:
    """The full address of an award's signed document, which is its id there."""
    return award.site + urls.badge_file(award.id, "json")


def document(award: Award) -> dict[str, object]:
    """The credential, not signed (the award's `key` and `signed` are not used)."""
    return _plain(_credential(award))


def line(document: Mapping[str, object]) -> bytes:
    """A signed credential as it stands in a batch of awards, with the line end: members in the order they were made in."""
    return msgspec.json.encode(document) + b"\n"


def award(document: object) -> Award:
    """The award in a signed credential; raises Refused if this site would not have written it so.

    Whether the signature is good, and whose it is, is not looked at here (see `proof` and `verify`).
    """
    return award_in(shape(document))


def shape(document: object) -> profile.Credential:
    """A document, if it has the shape of our credentials; raises Refused, in words, if not."""
    try:
        return msgspec.convert(document, profile.Credential)
    except msgspec.ValidationError as error:
        raise misfit.refused(str(error)) from None


def exact(text: bytes) -> profile.Credential | None:
    """The credential in a text that is written, sign by sign, as this site writes one; None for all others.

    Such a text needs no strict reader of JSON, which takes far longer: it can be read in one way only.
    """
    if len(text) > strict_json.MOST_BYTES:
        return None
    try:
        read = msgspec.json.decode(text, type=profile.Credential)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None
    return read if msgspec.json.encode(read) == text.removesuffix(b"\n") else None


def award_in(read: profile.Credential) -> Award:
    """The award in a credential of the right shape; raises Refused as `award` does."""
    if not read.proof:
        raise Refused("no-proof", "it is not signed")
    try:
        found = _award(read, read.proof[0])
    except ValueError as error:
        raise Refused("no-such-date", "one of its dates is not in the calendar") from error
    _check_order(found)
    _check_whole(read, found)
    return found


def known(text: bytes) -> Award:
    """The award in a text that `award` has accepted before: nothing of it is checked again."""
    read = msgspec.json.decode(text, type=profile.Credential)
    return _award(read, read.proof[0])


def _plain(node: profile.Node) -> dict[str, object]:
    plain: dict[str, object] = msgspec.json.decode(msgspec.json.encode(node))
    return plain


def _credential(award: Award) -> profile.Credential:
    here = address(award)
    status = award.site + urls.status(award.issuer)
    return profile.Credential(
        context=profile.CONTEXT,
        id=here,
        type=("VerifiableCredential", "OpenBadgeCredential"),
        issuer=profile.Profile(
            id=did.name(award.site, award.issuer),
            type=("Profile",),
            name=award.issuer_name,
            url=award.site + urls.issuer(award.issuer),
            description=award.issuer_summary,
        ),
        name=award.achievement.title,
        valid_from=times.text(award.issued),
        valid_until=times.text(award.expires) if award.expires else UNSET,
        awarded_date=times.text(award.awarded),
        credential_subject=earner.part(award, here),
        evidence=earner.evidence(award, here),
        credential_status=profile.Status(
            id=f"{status}#{award.index}",
            type="BitstringStatusListEntry",
            status_purpose="revocation",
            status_list_index=str(award.index),
            status_list_credential=status,
        ),
    )


def _award(read: profile.Credential, signature: profile.Proof) -> Award:
    place = _ID.fullmatch(read.id)
    home = did.place(read.issuer.id)
    if place is None or home is None or home[0] != place[1]:
        raise Refused("wrong-id", "its address and the name of its issuer do not belong together")
    whole = read.credential_subject
    return Award(
        id=place[3],
        site=home[0],
        issuer=home[1],
        issuer_name=read.issuer.name,
        issuer_summary=read.issuer.description,
        subject=whole.id,
        name=whole.name,
        identity=earner.identity(whole),
        achievement=achievement.read(whole.achievement),
        results=earner.results(whole),
        evidence=earner.read_evidence(read.evidence, read.id),
        assessor=earner.assessor(whole),
        issued=times.read(read.valid_from),
        awarded=times.read(read.awarded_date),
        expires=_moment(read.valid_until),
        began=_moment(whole.activity_start_date),
        finished=_moment(whole.activity_end_date),
        index=int(read.credential_status.status_list_index),
        key=signature.verification_method.rpartition("#")[2],
        signed=times.read(signature.created),
    )


def _moment(written: str | UnsetType) -> datetime | None:
    return times.read(written) if written else None


def _check_order(found: Award) -> None:
    if found.awarded > found.issued or (found.expires is not None and found.expires <= found.issued):
        raise Refused("dates-order", "its dates contradict one another")


def _check_whole(read: profile.Credential, found: Award) -> None:
    """Refuse a credential that is not the very one that is written for the award found in it."""
    expected = _credential(found)
    given = msgspec.structs.replace(read, proof=())
    if expected != given:
        where = misfit.difference(_plain(expected), _plain(given))
        raise Refused("wrong-form", f"`{where}` is not what the rest of the badge says it has to be")
    if read.proof[0].verification_method != did.method(expected.issuer.id, found.key):
        raise Refused("wrong-method", "its signature is said to be somebody else's than the issuer's")
