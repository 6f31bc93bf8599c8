"""Editions of an award: which one counts, and what may change between them."""

from datetime import UTC, datetime, timedelta

import pytest
from msgspec.structs import replace

from sitegen.model import editions
from sitegen.model.award import Achievement, Award, Evidence, Identity

NOW = datetime(2026, 3, 9, 14, 5, tzinfo=UTC)
FIRST = Award(
    id="ab" * 16,
    site="https://example.org",
    issuer="harbor",
    issuer_name="Harbor College",
    subject="urn:uuid:0",
    name="Ana Lima",
    identity=Identity(kind="hashed", digest="sha256$0", salt="x"),
    evidence=(Evidence(title="A log"),),
    achievement=Achievement(
        credential="calm", title="Calm", version="1.0", summary="", competency="", criteria="", language="en"
    ),
    issued=NOW,
    awarded=NOW,
    index=7,
    key="z6MkA",
    signed=NOW,
)
LATER = replace(FIRST, issued=NOW + timedelta(1), signed=NOW + timedelta(1))


def test_the_edition_signed_last_counts_whatever_the_order_of_the_files() -> None:
    other = replace(FIRST, id="cd" * 16)
    assert editions.newest([LATER, other, FIRST]) == {FIRST.id: LATER, other.id: other}


@pytest.mark.parametrize(
    "change",
    [
        {},
        {"expires": NOW + timedelta(900)},
        {"key": "z6MkB"},
        {"name": ""},
        {"identity": None},
        {"evidence": ()},
    ],
)
def test_what_may_follow(change: dict[str, object]) -> None:
    assert editions.faults(FIRST, replace(LATER, **change)) == ()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("index", 8),
        ("subject", "urn:uuid:1"),
        ("issuer", "quarry"),
        ("awarded", NOW - timedelta(1)),
        ("achievement", replace(FIRST.achievement, version="1.1")),
        ("name", "Ben Lima"),
        ("identity", Identity(kind="private", digest="sha256$1")),
        ("evidence", (Evidence(title="Another log"),)),
        ("signed", NOW),
        ("issued", NOW - timedelta(1)),
    ],
)
def test_what_may_not_follow(field: str, value: object) -> None:
    assert editions.faults(FIRST, replace(LATER, **{field: value})) == (field,)
