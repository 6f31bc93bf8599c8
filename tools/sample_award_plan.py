"""The plan of the sample awards in `sample_awards.yaml`, and what it orders for the people in it."""

# ruff: noqa: INP001
from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from pathlib import Path

import msgspec
from msgspec import Struct

from sitegen.model.award import Evidence
from sitegen.model.issuer import Privacy
from sitegen.signing.orders import Order
from sitegen.signing.programme import Offer
from sitegen.signing.status_changes import What

FILE = Path(__file__).with_name("sample_awards.yaml")


class Key(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="do", tag="key"):
    """Make a key, or another one."""

    day: date


class Lost(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="do", tag="lost"):
    """Give up a key."""

    day: date
    since: date
    reason: str


class Batch(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="do", tag="award"):
    """Award a credential."""

    day: date
    credential: str
    shown: tuple[str, ...] = ()
    marked: tuple[str, ...] = ()
    hashed: tuple[str, ...] = ()
    unmarked: tuple[str, ...] = ()
    until: date | None = None
    begins: date | None = None
    earned: date | None = None
    has_evidence: bool = False
    has_results: bool = True

    def people(self) -> Iterator[tuple[str, Privacy | None]]:
        """Who is awarded, and what everybody may know of them; None: not even a mark."""
        yield from ((name, "open") for name in self.shown)
        yield from ((name, "private") for name in self.marked)
        yield from ((name, "hashed") for name in self.hashed)
        yield from ((name, None) for name in self.unmarked)


class Decision(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="do", tag="decide"):
    """Revoke or suspend an award, or reinstate it."""

    day: date
    what: What
    name: str
    reason: str
    is_public: bool = False


class Renew(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="do", tag="renew"):
    """Give an award another last day."""

    day: date
    name: str
    until: date | None = None


class Forget(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="do", tag="forget"):
    """Withdraw a name."""

    day: date
    name: str


Step = Key | Lost | Batch | Decision | Renew | Forget
"""Something that an issuer does on a day; the file itself says what each kind of step means."""


class Story(Struct, frozen=True, forbid_unknown_fields=True):
    """An issuer, who judges there and in which role, and what happened."""

    issuer: str
    assessor: str
    role: str
    steps: tuple[Step, ...]

    def award(self, name: str) -> str:
        """The id of the award of somebody, who has one of this issuer."""
        batches = (step for step in self.steps if isinstance(step, Batch))
        return next(award_id(one.credential, name) for one in batches if name in dict(one.people()))


def read() -> tuple[Story, ...]:
    """The plan."""
    return msgspec.yaml.decode(FILE.read_bytes(), type=tuple[Story, ...])


def award_id(credential: str, name: str) -> str:
    """The id of the sample award of a credential to somebody: the same each time, so that pages can link to it.

    The ids of real awards are drawn by lot.
    """
    return sha256(f"sample award: {credential}, {name}".encode()).hexdigest()[:32]


def orders(story: Story, batch: Batch, offer: Offer) -> list[Order]:
    """What would be asked for with `sitegen award`; the addresses are made here and stand in no file."""
    return [_order(story, batch, offer, who) for who in batch.people()]


def _order(story: Story, batch: Batch, offer: Offer, who: tuple[str, Privacy | None]) -> Order:
    name, privacy = who
    own = award_id(batch.credential, name)
    return Order(
        credential=batch.credential,
        name=name,
        email=f"earner-{own[:6]}@example.org" if privacy else "",
        privacy=privacy or "private",
        awarded=batch.earned,
        expires=batch.until,
        results=tuple(_results(offer, own)) if batch.has_results else (),
        evidence=tuple(_evidence(offer, own)) if batch.has_evidence else (),
        assessor=story.assessor,
        role=story.role,
    )


def _evidence(offer: Offer, own: str) -> Iterator[Evidence]:
    """A piece for each part that is asked for; its address does not tell whose it is."""
    for number, part in enumerate(offer.record.evidence, 1):
        yield Evidence(title=part.title, url=f"https://evidence.example.org/{own[-10:]}/{number}")


def _results(offer: Offer, own: str) -> Iterator[tuple[str, str]]:
    """For each row one of the levels that pass, whichever the award's id leads to."""
    for number, (name, row) in enumerate(zip(offer.rows, offer.achievement.rubric, strict=True)):
        levels = [level.name for level in row.levels]
        passing = levels[: levels.index(row.required) + 1]
        yield name, passing[int(own[number], 16) * len(passing) // 16]
