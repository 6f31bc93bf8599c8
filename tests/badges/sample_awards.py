"""One site with two issuers, their keys, an award with everything in it, and signed files of them."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from sitegen.badges import did, open_badges_3, proof, signer, status, times, trust
from sitegen.model import keys
from sitegen.model.award import (
    Achievement,
    Alignment,
    Assessor,
    Award,
    Evidence,
    Identity,
    RowResult,
    RubricLevel,
    RubricRow,
)
from sitegen.model.issuer import Compromise, IssuerKey

SITE = "https://badges.example.org"
NOW = datetime(2026, 6, 1, 12, 0, tzinfo=UTC)
ISSUED = datetime(2026, 3, 9, 14, 5, tzinfo=UTC)


def private(number: int) -> Ed25519PrivateKey:
    """A key for tests."""
    return Ed25519PrivateKey.from_private_bytes(bytes([number]) * 32)


def public(number: int) -> str:
    """The multikey of that key."""
    return keys.encode(private(number).public_key().public_bytes_raw())


HARBOR, RETIRED, LEAKED, QUARRY, STRANGER = 1, 2, 3, 4, 5
"""Numbers of keys: two of Harbor's, one that leaked, one of another issuer, one of nobody."""

KNOWN = (
    signer.Known(
        site=SITE,
        slug="harbor",
        name="Harbor Teaching Collective",
        keys=(
            IssuerKey(key=public(HARBOR), start=date(2026, 1, 1)),
            IssuerKey(key=public(RETIRED), start=date(2024, 1, 1), until=date(2025, 12, 31)),
            IssuerKey(
                key=public(LEAKED),
                start=date(2026, 1, 1),
                compromised=Compromise(at=date(2026, 4, 1), reason="lost"),
            ),
        ),
    ),
    signer.Known(
        site=SITE,
        slug="quarry",
        name="Quarry Hill College",
        keys=(IssuerKey(key=public(QUARRY), start=date(2026, 1, 1)),),
    ),
)

LEVELS = (
    RubricLevel(name="Meets the standard", text="Names two moments."),
    RubricLevel(name="Almost there", text="Names one."),
    RubricLevel(name="Not yet"),
)
ACHIEVEMENT = Achievement(
    credential="calm-routines",
    title="Calm Routines",
    version="1.3",
    summary="Plan two predictable routines.",
    competency="The educator designs, teaches and refines routines.\n\nAnd judges them.",
    criteria="## What was asked\n\nTwo artifacts.",
    language="en",
    image=f"{SITE}/art/credentials/calm-routines.png",
    caption="A harbor at night",
    focus_areas=("Classroom climate", "Trauma-informed practice"),
    alignments=(
        Alignment(
            name="Climate", url="https://case.example.org/1", framework="CASE items", code="1.2", kind="CASE"
        ),
        Alignment(name="Calm", url="https://other.example.org/1"),
    ),
    rubric=(
        RubricRow(name="The moments", levels=LEVELS, required="Meets the standard"),
        RubricRow(name="The routines", levels=LEVELS, required="Almost there"),
    ),
)
AWARD = Award(
    id="ab" + "0123456789" * 3,
    site=SITE,
    issuer="harbor",
    issuer_name="Harbor Teaching Collective",
    issuer_summary="Teachers who teach teachers.",
    subject="urn:uuid:6e0a1b7e-3c44-4d57-9e6a-2f1f0c9a5b11",
    name="Odalys “Ody” Núñez",
    identity=Identity(kind="private", digest="sha256$" + "0a" * 32),
    achievement=ACHIEVEMENT,
    issued=ISSUED,
    awarded=ISSUED - timedelta(days=3),
    expires=ISSUED + timedelta(days=365),
    began=ISSUED - timedelta(days=60),
    finished=ISSUED - timedelta(days=10),
    index=4711,
    results=(RowResult(0, 0), RowResult(1, 1)),
    evidence=(
        Evidence(title="Log", url="https://evidence.example.org/log", kind="observation"),
        Evidence(title="Letter", description="A letter to families", text="Dear families,\n…"),
    ),
    assessor=Assessor(
        name="Harbor reviewers", role="Two educators who hold it", url="https://harbor.example.org"
    ),
)
PLAIN = Award(
    id="cd" + "0" * 30,
    site=SITE,
    issuer="harbor",
    issuer_name="Harbor Teaching Collective",
    subject="urn:uuid:7e0a1b7e-3c44-4d57-9e6a-2f1f0c9a5b11",
    achievement=Achievement(
        credential="calm-routines",
        title="Calm",
        version="1.0",
        summary="S",
        competency="",
        criteria="",
        language="en",
    ),
    issued=ISSUED,
    awarded=ISSUED,
    index=0,
)
"""An award that says as little as one can."""


def changed(award: Award = AWARD, **members: Any) -> Award:
    """An award with other members."""
    return msgspec.structs.replace(award, **members)


def sign(document: dict[str, Any], key: int = HARBOR, at: datetime = ISSUED) -> dict[str, Any]:
    """A signed document; the key is said to be that of the issuer in it."""
    issuer = document["issuer"]
    name = issuer["id"] if isinstance(issuer, dict) else issuer
    return proof.sign(document, private(key), did.method(name, public(key)), times.text(at))


def signed(award: Award = AWARD, key: int = HARBOR, at: datetime = ISSUED) -> dict[str, Any]:
    """An award's signed document."""
    return sign(open_badges_3.document(award), key, at)


def line(award: Award = AWARD, key: int = HARBOR, at: datetime = ISSUED) -> bytes:
    """An award's signed file."""
    return open_badges_3.line(signed(award, key, at))


def edition(
    revoked: tuple[int, ...] = (),
    purpose: status.Purpose = "revocation",
    at: datetime = ISSUED,
    issuer: str = "harbor",
) -> status.StatusList:
    """A status list with some places set."""
    made = status.new(SITE, issuer, purpose, at)
    for index in revoked:
        made = msgspec.structs.replace(status.changed(made, index, at, f"reason {index}", on=True), at=at)
    return made


def signed_list(made: status.StatusList, key: int = HARBOR) -> bytes:
    """Its signed file."""
    return open_badges_3.line(sign(status.document(made), key, made.at))


def files(*editions: status.StatusList) -> dict[str, bytes]:
    """Signed lists by address."""
    return {status.address(one.site, one.issuer, one.purpose): signed_list(one) for one in editions}


def register(*editions: status.StatusList, now: datetime = NOW) -> trust.Trust:
    """What a check rests on: both issuers, and Harbor's lists (one on which nothing is set, if none are given)."""
    return trust.of(KNOWN, files(*editions or (edition(),)), now)
