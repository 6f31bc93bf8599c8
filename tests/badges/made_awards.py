"""Invented awards for tests: names in many scripts, texts with everything that needs care, members in and out."""

import random
import uuid
from hashlib import sha256
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from sitegen.badges import canonical, proof
from sitegen.badges.frames import Frames
from sitegen.badges.terms import BADGES_CONTEXT, CREDENTIALS_CONTEXT
from sitegen.model import keys

SITE = "https://badges.example.org"
DID = "did:web:badges.example.org:issuers:north"
CREATED = "2026-03-09T14:05:00Z"
KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
PUBLIC = keys.encode(KEY.public_key().public_bytes_raw())
METHOD = f"{DID}#{PUBLIC}"

NAMES = (
    "Ana María Núñez", "Ольга Петровна", "李小龍", "ふじさん さくら", "김하늘", "محمد بن علي", "שרה כהן", "अनिता देवी",
    "สมชาย ใจดี", "Αθηνά", "Ṣọlá Adéwálé", "Nguyễn Thị Ánh", "ԱՆՈՒՇ", "ქეთევან", "አበበ", "ᏣᎳᎩ", "O’Brien-Smith", "𝒜da 𐐀",
    "e\u0301 é", "\u200f\u202eabc", "🧑🏽‍🏫 👍", "ﬁ Ⅷ ﷺ", "\uffff\ufffe", "\U0010ffff", "\u0085\u2028\u2029\u00a0", "𠮷野家 \uff5e",
)  # fmt: skip
PIECES = (
    '"quoted"', "back\\slash", "tab\there", "line\nbreak", "line\r\nbreak", "\\n", '\\"', "_:a", "_:c14n0", "<https://x.example/>",
    "^^<x>", "@en", " .", "[link](https://example.org/)", "**bold**", "", " ", "{}", "\u00ad", "100 %", "’“”", "€", "\\u0041",
)  # fmt: skip


class Dice(random.Random):
    """Chance; `share` is how often an optional member is there."""

    share = 0.6


def text(rng: Dice, most: int = 6) -> str:
    """A text out of names and pieces that need care."""
    return " ".join(rng.choice(NAMES + PIECES) for _ in range(rng.randint(0, most)))


def achievement(rng: Dice, slug: str) -> dict[str, Any]:
    """What was earned."""
    here = f"{SITE}/credentials/{slug}/#version-1.{rng.randint(0, 9)}"
    made: dict[str, Any] = {
        "id": here,
        "type": ["Achievement"],
        "achievementType": "MicroCredential",
        "name": text(rng),
        "description": text(rng, 30),
        "criteria": maybe_named(rng, f"{SITE}/credentials/{slug}/#criteria", {"narrative": text(rng, 60)}),
    }
    optional = {
        "version": "1.3",
        "inLanguage": rng.choice(["en", "pt-BR"]),
        "image": {"id": f"{SITE}/credentials/{slug}.png", "type": "Image"}
        | _some(rng, {"caption": text(rng)}),
        "tag": rng.sample(sorted(NAMES), rng.randint(1, 4)),
        "alignment": [_alignment(rng, f"{here}-alignment-{n}") for n in range(rng.randint(1, 4))],
        "creator": _profile(f"{SITE}/issuers/{slug}", rng),
        "resultDescription": [_row(rng, f"{here}-row-{n}") for n in range(rng.randint(1, 4))],
    }
    return shuffled(rng, made | _some(rng, optional))


def award(rng: Dice, what: dict[str, Any]) -> dict[str, Any]:
    """A credential, not signed."""
    number = f"{rng.getrandbits(128):032x}"
    here = f"{SITE}/badges/{number[:2]}/{number}.json"
    subject = {
        "id": uuid.UUID(int=rng.getrandbits(128), version=4).urn,
        "type": ["AchievementSubject"],
        "achievement": what,
    }
    optional = {
        "name": rng.choice(NAMES),
        "identifier": [_identity(rng) for _ in range(rng.randint(1, 3))],
        "result": [_result(rng, what["id"], f"{here}#result-{n}") for n in range(rng.randint(1, 5))],
        "source": _profile(rng.choice([f"{here}#assessor", DID + "-council"]), rng),
        "activityStartDate": "2026-01-01T00:00:00Z",
        "activityEndDate": "2026-02-28T23:59:59Z",
    }
    made = {
        "@context": [CREDENTIALS_CONTEXT, BADGES_CONTEXT],
        "id": here,
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "issuer": _profile(DID, Dice(1)),
        "name": text(rng),
        "validFrom": CREATED,
        "awardedDate": "2025-12-31T23:59:59Z",
        "credentialSubject": shuffled(rng, subject | _some(rng, optional)),
        "credentialStatus": {
            "id": f"{SITE}/status/north.json#{number[:3]}",
            "type": "BitstringStatusListEntry",
            "statusPurpose": "revocation",
            "statusListIndex": "7",
            "statusListCredential": f"{SITE}/status/north.json",
        },
    }
    whole = {
        "validUntil": "2028-02-29T00:00:00Z",
        "description": text(rng),
        "evidence": [_evidence(rng, n) for n in range(rng.randint(1, 4))],
    }
    return shuffled(rng, made | _some(rng, whole))


def awards(seed: int, count: int, achievements: int) -> list[dict[str, Any]]:
    """Awards of some achievements, in mixed order."""
    rng = Dice(seed)
    earned = [achievement(rng, f"slug-{number}") for number in range(achievements)]
    return [award(rng, rng.choice(earned)) for _ in range(count)]


def whole() -> dict[str, Any]:
    """An award that has every member, with an id at most parts."""
    rng = Dice(0)
    rng.share = 1
    return award(rng, achievement(rng, "whole"))


def maybe_named(rng: Dice, name: str, part: dict[str, Any]) -> dict[str, Any]:
    """The part with or without an id."""
    return {"id": name} | part if rng.random() < rng.share * 0.8 else part


def shuffled(rng: Dice, part: dict[str, Any]) -> dict[str, Any]:
    """The part with its members in another order."""
    return dict(rng.sample(sorted(part.items(), key=lambda item: item[0]), len(part)))


def _some(rng: Dice, part: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in part.items() if rng.random() < rng.share}


def _profile(name: str, rng: Dice) -> dict[str, Any]:
    optional = {
        "description": text(rng),
        "url": f"{SITE}/issuers/north/",
        "image": {"id": f"{SITE}/logo.svg", "type": "Image"},
    }
    return {"id": name, "type": ["Profile"], "name": text(rng)} | _some(rng, optional)


def _alignment(rng: Dice, name: str) -> dict[str, Any]:
    optional = {
        "targetUrl": "https://framework.example.org/a?b=c#d",
        "targetCode": rng.choice(["", "4.a"]),
        "targetDescription": rng.choice(["", text(rng)]),
        "targetFramework": rng.choice(["ESCO", "CASE"]),
        "targetType": "CFItem",
    }
    return maybe_named(
        rng, name, {"type": ["Alignment"], "targetName": rng.choice(["A", "B"])} | _some(rng, optional)
    )


def _row(rng: Dice, name: str) -> dict[str, Any]:
    levels = [
        {"id": f"{name}-level-{n}", "type": ["RubricCriterionLevel"], "name": text(rng)}
        | _some(rng, {"description": text(rng, 20)})
        for n in range(rng.randint(1, 4))
    ]
    row = {"id": name, "type": ["ResultDescription"], "name": text(rng), "rubricCriterionLevel": levels}
    return row | _some(rng, {"resultType": "RubricCriterionLevel", "requiredLevel": levels[0]["id"]})


def _result(rng: Dice, earned: str, name: str) -> dict[str, Any]:
    row = f"{earned}-row-{rng.randint(0, 1)}"
    part = {"type": ["Result"], "resultDescription": row, "achievedLevel": f"{row}-level-{rng.randint(0, 1)}"}
    return maybe_named(rng, name, part)


def _identity(rng: Dice) -> dict[str, Any]:
    part = {
        "type": "IdentityObject",
        "hashed": rng.random() < 0.5,
        "identityHash": "sha256$" + f"{rng.randint(0, 1):064x}",
        "identityType": rng.choice(["emailAddress", "ext:privateEmailAddress"]),
    }
    return part | _some(rng, {"salt": rng.choice(["a", "b"])})


def _evidence(rng: Dice, number: int) -> dict[str, Any]:
    optional = {
        "description": text(rng),
        "narrative": text(rng, 20),
        "genre": rng.choice(["video", "lesson plan"]),
    }
    part = {"type": ["Evidence"], "name": rng.choice(["Video", text(rng)])} | _some(rng, optional)
    return maybe_named(rng, rng.choice([f"https://evidence.example.org/{number}", f"urn:x:{number}"]), part)


def signed(document: dict[str, Any]) -> dict[str, Any]:
    """The document with a proof."""
    return proof.sign(document, KEY, METHOD, CREATED)


def equal_in_both_ways(document: dict[str, Any]) -> bool:
    """Whether the way with frames gives what the plain way gives."""
    return canonical.hashed(document, Frames()) == sha256(canonical.nquads(document).encode()).digest()
