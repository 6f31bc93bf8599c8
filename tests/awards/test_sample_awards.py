"""The sample awards in `content/`: enough of every kind, genuine, and nothing in them that only an issuer may have."""

import json
import re
from collections import Counter
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from pyld_reference import Reference

from sitegen.badges import status, verify
from sitegen.badges.frames import Frames
from sitegen.cli import trusted
from sitegen.cli.options import Setting
from sitegen.model import editions, keys
from sitegen.model.award import Award
from sitegen.model.issuer import IssuerKey
from sitegen.model.verdict import Verdict
from sitegen.signing import ledger, register

ROOT = Path(__file__).parents[2]
NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
ISSUERS = ledger.issuers(ROOT)
STATES = {"valid": 116, "expired": 12, "revoked": 4, "suspended": 2, "not-yet-valid": 1}
ADDRESS = re.compile(rb"^(?!mailbox: ).*(?:[\w.+-]+@[\w-]+\.[a-z]+|mailto:)", re.IGNORECASE | re.MULTILINE)
"""An address of a person; an organization may name a mailbox that it shares."""
PRIVATE = re.compile(rb"(?<!\w)z3u2\w{40,50}(?!\w)|PRIVATE KEY|sitegen private key|\"sealed\"|#who=")
"""A private multikey, a key in a PEM file, a key file of ours, the link of an earner."""


def published(issuer: str) -> list[ledger.Edition]:
    """The edition of each award that counts."""
    return list(ledger.newest(ROOT, issuer).values())


@pytest.fixture(scope="module")
def verdicts() -> dict[str, Verdict]:
    """What is to be said of every award that counts, by id."""
    known = trusted.register(Setting(folder=ROOT), (), NOW)
    frames = Frames()
    return {
        one.id: verify.verify(one.line, known, NOW, frames) for issuer in ISSUERS for one in published(issuer)
    }


@pytest.fixture(scope="module")
def awards(verdicts: dict[str, Verdict]) -> list[Award]:
    """All awards; each is genuine, for otherwise its verdict would have none."""
    found = [verdict.award for verdict in verdicts.values() if verdict.award]
    assert len(found) == len(verdicts)
    return found


@pytest.fixture(scope="module")
def history() -> list[list[Award]]:
    """The editions of each award that has several, in the order of signing."""
    found: dict[str, list[Award]] = {}
    for issuer in ISSUERS:
        for edition in ledger.editions(ROOT, issuer):
            found.setdefault(edition.id, []).append(ledger.signed_award(edition))
    return [sorted(same, key=moment) for same in found.values() if len(same) > 1]


def moment(award: Award) -> datetime:
    assert award.signed is not None
    return award.signed


def keys_of(issuer: str) -> tuple[IssuerKey, ...]:
    return register.read(ROOT, issuer).issuer.keys


def test_there_are_enough_of_them(awards: list[Award]) -> None:
    assert len(awards) >= 120
    assert len({award.issuer for award in awards}) >= 7


def test_every_state_is_there_as_often_as_planned(verdicts: dict[str, Verdict]) -> None:
    assert Counter(verdict.state for verdict in verdicts.values()) == STATES


@pytest.mark.parametrize("state", ["revoked", "suspended"])
def test_some_reasons_are_public_and_some_are_not(verdicts: dict[str, Verdict], state: str) -> None:
    said = [verdict.words for verdict in verdicts.values() if verdict.state == state]
    silent = ("It was revoked by its issuer.", "It is suspended by its issuer for the time being.")
    assert {words.endswith(silent) for words in said} == {True, False}


def test_one_was_suspended_and_holds_again() -> None:
    lists = {path.name: status.read(path.read_bytes()) for path in (ROOT / "content/status").iterdir()}
    empty = {name for name, one in lists.items() if one.purpose == "suspension" and not any(one.bits)}
    assert empty == {"common-room-institute.suspended.json"}


def test_every_level_of_privacy_is_there(awards: list[Award]) -> None:
    kinds = Counter((award.identity.kind if award.identity else "none", bool(award.name)) for award in awards)
    assert set(kinds) == {("private", True), ("private", False), ("hashed", False), ("none", False)}
    assert min(kinds.values()) >= 5


def test_awards_were_renewed_and_names_withdrawn(history: list[list[Award]]) -> None:
    renewed = [same for same in history if same[0].expires != same[-1].expires]
    forgotten = [same for same in history if same[0].name and not same[-1].name]
    assert (len(renewed), len(forgotten)) == (3, 2)
    assert any(same[-1].expires is None for same in renewed)
    assert all(editions.faults(*same) == () for same in history)


def test_what_a_retired_key_signed_stands_beside_what_its_successor_signs(awards: list[Award]) -> None:
    old, new = keys_of("harbor-teaching-collective")
    assert old.until is not None
    assert old.until.year == 2025
    assert {award.key for award in awards if award.issuer == "harbor-teaching-collective"} == {
        old.key,
        new.key,
    }


def test_what_a_lost_key_signed_was_signed_again(awards: list[Award], history: list[list[Award]]) -> None:
    lost, new = keys_of("quarry-hill-college")
    assert lost.compromised is not None
    assert {award.key for award in awards if award.issuer == "quarry-hill-college"} == {new.key}
    again = [same for same in history if same[0].key == lost.key]
    assert len(again) == 10
    assert all(same[-1].key == new.key for same in again)


def test_the_dates_are_spread(awards: list[Award]) -> None:
    assert {award.awarded.year for award in awards} == {2023, 2024, 2025, 2026}
    assert max(moment(award) for award in awards).date() < date(2026, 11, 20)
    assert sum(award.expires is not None for award in awards) > 20


def test_rows_reached_different_levels_and_assessors_have_roles(awards: list[Award]) -> None:
    assert {result.level for award in awards for result in award.results} == {0, 1}
    assert all(award.assessor and award.assessor.name and award.assessor.role for award in awards)


def test_evidence_is_on_an_example_address(awards: list[Award]) -> None:
    links = [piece.url for award in awards for piece in award.evidence]
    assert len(links) > 20
    assert all(re.fullmatch(r"https://evidence\.example\.org/[0-9a-f]{10}/\d", link) for link in links)


def test_only_what_was_offered_at_the_time_was_awarded(awards: list[Award]) -> None:
    for award in awards:
        (path,) = (ROOT / "content/credentials" / award.issuer).glob(f"{award.achievement.credential}.*")
        fields = dict(
            re.findall(r"^(status|published|version): \"?([^\"\n]+)", path.read_text(), re.MULTILINE)
        )
        assert fields["status"] in ("published", "retired")
        assert fields["version"] == award.achievement.version
        assert date.fromisoformat(fields["published"]) <= award.awarded.date()


def test_every_place_on_a_list_belongs_to_one_award(awards: list[Award]) -> None:
    places = Counter((award.issuer, award.index) for award in awards)
    assert max(places.values()) == 1


@pytest.mark.parametrize("secret", [PRIVATE, ADDRESS])
def test_there_is_nothing_that_only_issuers_may_have(secret: re.Pattern[bytes]) -> None:
    files = [path for path in (ROOT / "content").rglob("*") if path.is_file()]
    assert [path for path in files if secret.search(path.read_bytes())] == []


@pytest.mark.parametrize("issuer", ISSUERS)
def test_pyld_takes_every_signature(issuer: str) -> None:
    reference = Reference()
    listed = {key.key for key in keys_of(issuer)}
    for one in published(issuer):
        document: dict[str, Any] = json.loads(one.line)
        reference.check(document)
        assert document["proof"][0]["verificationMethod"].partition("#")[2] in listed


@pytest.mark.parametrize("issuer", ISSUERS)
def test_public_keys_are_sound(issuer: str) -> None:
    for key in keys_of(issuer):
        assert keys.encode(keys.decode(key.key)) == key.key
