"""The checks that come before all others: each needs what the one before found, and the first that fails decides."""

from datetime import datetime
from typing import Any

import msgspec
from msgspec import Struct

from sitegen.badges import bake, open_badges_3, origin, profile, proof, signer, strict_json
from sitegen.badges.frames import Frames
from sitegen.badges.refusal import Refused
from sitegen.badges.trust import SKEW, Trust
from sitegen.model import urls
from sitegen.model.award import Award


class Case(Struct, frozen=True, kw_only=True):
    """What is being checked, against what, and what is known of it so far."""

    data: bytes
    trust: Trust
    now: datetime
    frames: Frames
    badge: bake.Found = bake.Found()
    shape: profile.Credential | None = None
    document: Any = None
    issuer: str = ""
    key: str = ""
    award: Award | None = None


def open_file(case: Case) -> Case:
    """Find the badge in the file, and read it as strict JSON."""
    badge = bake.found(case.data)
    text = badge.credential or badge.assertion
    if bake.is_token(text):
        raise Refused("vc-jwt", "it is a signed token (VC-JWT), which our badges are not")
    shape = open_badges_3.exact(text)
    document = strict_json.parse(text) if shape is None else msgspec.json.decode(text)
    return msgspec.structs.replace(case, badge=badge, shape=shape, document=document)


def find_issuer(case: Case) -> Case:
    """See that it names an issuer of the register."""
    return msgspec.structs.replace(case, issuer=origin.require_ours(case.document, case.trust.issuers))


def check_signature(case: Case) -> Case:
    """See that nothing was changed since it was signed, and with which key."""
    return msgspec.structs.replace(case, key=proof.check(case.document, case.frames))


def read_award(case: Case) -> Case:
    """See that it says what our badges say, and nothing else; and that a picture holds no second badge."""
    award = open_badges_3.award_in(case.shape or open_badges_3.shape(case.document))
    if case.badge.credential and case.badge.assertion:
        copy = strict_json.parse(case.badge.assertion)
        if not isinstance(copy, dict) or copy.get("id") != award.site + urls.badge_file(award.id, "ob2.json"):
            raise Refused("two-badges", "the picture holds a second badge, which is another one")
    return msgspec.structs.replace(case, award=award)


def check_key(case: Case) -> Case:
    """See that the key is the issuer's, and was in use when the award was signed."""
    award = case.award
    assert award is not None  # `read_award` came before
    assert award.signed is not None
    signer.require(case.trust.issuers, case.issuer, case.key, (award.issued, award.signed))
    if award.signed > case.now + SKEW:
        raise Refused("signed-in-future", "it says that it was signed in the future")
    return case


FIRST = {
    "file": open_file,
    "origin": find_issuer,
    "signature": check_signature,
    "form": read_award,
    "key": check_key,
}
"""The checks by name, in their order."""
