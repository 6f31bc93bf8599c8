"""What a made-up award says, and its signed line: the same facts for every tool."""

import hashlib
import random
import sys
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cached_property
from pathlib import Path
from typing import Any

import msgspec
import names
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from facts import Record, Site
from prose import Prose

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from sitegen.badges import bits, did, open_badges_3, proof, status, times
from sitegen.badges.frames import Frames
from sitegen.model import award as model
from sitegen.model import keys
from sitegen.model.credential import Credential
from sitegen.model.site import Site as Settings
from sitegen.read import records, tree
from sitegen.signing import achievements

SITE = names.SITE["base_url"]
FIRST = datetime(2025, 9, 1, 8, tzinfo=UTC)
SECONDS = 400 * 86_400
"""Awards are made within so many seconds from the first."""
KEYS_FROM = date(2025, 1, 1)
GIVEN = (
    "Ada",
    "Bo",
    "Carmen",
    "Dara",
    "Elif",
    "Femi",
    "Grace",
    "Hana",
    "Ivo",
    "Jun",
    "Kofi",
    "Lena",
    "Mira",
    "Noor",
)
ASSESSOR = model.Assessor(name="Bench Review Board", role="Two trained reviewers")
KINDS = ("Video", "Plan", "Notes")
PRIVACY = ("private", "private", "hashed", "open")
"""What issuers usually say about earners; a tenth of their awards say something else."""
USUAL = 0.9
NAMED, REVOKED, SUSPENDED = 0.7, 0.01, 0.002
"""How likely it is that an award shows a name, was revoked, was suspended."""
LASTS = timedelta(days=3 * 365)


@dataclass(frozen=True)
class Award:
    """An award, the line in which it was signed, and how it stands today."""

    award: model.Award
    line: bytes
    state: str
    reason: str

    @property
    def id(self) -> str:
        return self.award.id

    def facts(self) -> dict[str, Any]:
        """The award as the other tool is given it: what its page shows, and the record as it was signed."""
        award = self.award
        found = {
            "id": award.id,
            "name": award.name,
            "earned": award.achievement.title,
            "credential": award.achievement.credential,
            "by": award.issuer,
            "identity": award.identity.kind if award.identity else "",
            "awarded": times.text(award.awarded),
            "issued": times.text(award.issued),
            "expires": times.text(award.expires) if award.expires else "",
            "subject": award.subject,
            "key": open_badges_3.award(msgspec.json.decode(self.line)).key,
            "index": award.index,
            "state": self.state,
            "reason": self.reason,
            "record": self.line.decode().removesuffix("\n"),
        }
        if award.evidence:
            found["evidence"] = [
                {"title": e.title, "href": e.url, "kind": e.kind, "about": e.description}
                for e in award.evidence
            ]
        return found


class Programme:
    """Everything that awards of a catalog are made from."""

    def __init__(self, root: Path, site: Site, seed: int) -> None:
        self.root = root
        self.seed = seed
        self.issuers = {issuer.slug: issuer for issuer in site.issuers}
        self._achievements: dict[str, model.Achievement] = {}

    def desk(self, issuer: str) -> "Desk":
        return Desk(self, self.issuers[issuer])

    def achievement(self, credential: Record) -> model.Achievement:
        """What `sitegen award` would write into an award of this credential."""
        found = self._achievements.get(credential.slug)
        if found is None:
            path = f"content/credentials/{credential.issuer}/{credential.slug}.md"
            record, problems = records.record_of(tree.read(self.root, path), path, Credential)
            if record is None:
                raise SystemExit(f"{path}: {problems}")
            found = self._achievements[credential.slug] = achievements.of(
                self.root, self._settings, path, record
            )
        return found

    @cached_property
    def _settings(self) -> Settings:
        path = "content/site.yaml"
        found, problems = records.site(tree.read(self.root, path), path)
        if found is None:
            raise SystemExit(f"{path}: {problems}")
        return found


class Desk:
    """Where an issuer makes its awards, one after another."""

    def __init__(self, programme: Programme, issuer: Record) -> None:
        self.programme = programme
        self.issuer = issuer
        self.prose = Prose(int.from_bytes(_secret(programme.seed, issuer.slug)[:4]))
        self.chance: random.Random = self.prose.random
        self._key = _key(programme.seed, issuer.slug)
        self._method = did.method(did.name(SITE, issuer.slug), public(programme.seed, issuer.slug))
        self._frames = Frames()
        self._places = self.chance.sample(range(bits.LEAST), bits.LEAST // 2)
        self._privacy = self.chance.choice(PRIVACY)
        self._set: dict[str, dict[int, str]] = {"revoked": {}, "suspended": {}}

    def award(self, credential: Record) -> Award:
        """The next award, signed."""
        award = self._award(self.programme.achievement(credential))
        document = open_badges_3.document(award)
        signed = proof.sign(document, self._key, self._method, times.text(award.issued), self._frames)
        state = self._state()
        reason = "The evidence was somebody else’s." if state == "revoked" else ""
        if state != "in-force":
            self._set[state][award.index] = reason
        return Award(award, open_badges_3.line(signed), state, reason)

    def lists(self) -> Iterator[tuple[str, bytes]]:
        """Both status lists, signed, with their paths."""
        revoked, suspended = self._set["revoked"], self._set["suspended"]
        yield (
            f"content/status/{self.issuer.slug}.json",
            self._list("revocation", revoked | suspended, revoked),
        )
        yield f"content/status/{self.issuer.slug}.suspended.json", self._list("suspension", suspended, {})

    def _list(self, purpose: status.Purpose, places: dict[int, str], reasons: dict[int, str]) -> bytes:
        at = FIRST + timedelta(seconds=SECONDS)
        edition = status.new(SITE, self.issuer.slug, purpose, at)
        row = edition.bits
        for place in places:
            row = bits.changed(row, place, on=True)
        edition = msgspec.structs.replace(edition, bits=row, reasons=dict(sorted(reasons.items())))
        return open_badges_3.line(
            proof.sign(status.document(edition), self._key, self._method, times.text(at))
        )

    def _state(self) -> str:
        luck = self.chance.random()
        return "revoked" if luck < REVOKED else "suspended" if luck < REVOKED + SUSPENDED else "in-force"

    def _award(self, achievement: model.Achievement) -> model.Award:
        chance = self.chance
        issued = FIRST + timedelta(seconds=chance.randrange(SECONDS))
        return model.Award(
            id=f"{chance.getrandbits(128):032x}",
            site=SITE,
            issuer=self.issuer.slug,
            issuer_name=self.issuer.fields["name"],
            issuer_summary=self.issuer.fields["summary"],
            subject=uuid.UUID(int=chance.getrandbits(128), version=4).urn,
            achievement=achievement,
            issued=issued,
            awarded=issued,
            expires=issued + LASTS if _ends(achievement) else None,
            index=self._places.pop(),
            name=f"{chance.choice(GIVEN)} {chance.choice(names.PLACES)}" if chance.random() < NAMED else "",
            identity=_identity(chance, self._privacy if chance.random() < USUAL else chance.choice(PRIVACY)),
            results=tuple(model.RowResult(row, 0) for row in range(len(achievement.rubric))),
            evidence=tuple(self._evidence(number) for number in range(chance.choice((0, 0, 1, 2)))),
            assessor=ASSESSOR,
        )

    def _evidence(self, number: int) -> model.Evidence:
        return model.Evidence(
            title=self.prose.opened(("Your {thing} and {things}",)),
            url=f"https://example.org/evidence/{self.chance.getrandbits(48):012x}/{number}",
            description=self.prose.sentence(),
            kind=self.chance.choice(KINDS),
        )


def _ends(achievement: model.Achievement) -> bool:
    """Whether awards of a credential have an end; those of three credentials in five do."""
    return hashlib.sha256(achievement.credential.encode()).digest()[0] % 5 < 3


def _identity(chance: random.Random, privacy: str) -> model.Identity | None:
    digest = f"sha256${chance.getrandbits(256):064x}"
    if privacy == "hashed":
        return model.Identity(kind="hashed", digest=digest, salt=f"{chance.getrandbits(128):032x}")
    return model.Identity(kind="private", digest=digest) if privacy == "private" else None


def key_fields(seed: int, issuer: str) -> dict[str, Any]:
    """An issuer's key as its file lists it."""
    return {"key": public(seed, issuer), "from": KEYS_FROM}


def public(seed: int, issuer: str) -> str:
    """The public part of an issuer's key."""
    return keys.encode(_key(seed, issuer).public_key().public_bytes_raw())


def _key(seed: int, issuer: str) -> Ed25519PrivateKey:
    return Ed25519PrivateKey.from_private_bytes(_secret(seed, issuer))


def _secret(seed: int, issuer: str) -> bytes:
    """Bytes that anybody can make again: these keys sign nothing but made-up awards of an invented site."""
    return hashlib.sha256(f"bench {seed} {issuer}".encode()).digest()
