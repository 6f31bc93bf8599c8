"""Revoked, suspended, reinstated: what the lists say afterwards, and what cannot be done."""

import json
from datetime import timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from sitegen.badges import bits
from sitegen.signing import status_changes, status_lists, whole_files
from sitegen.signing.orders import Order
from sitegen.signing.refusal import Refused
from sitegen.signing.status_changes import Decision

ANA = Order(credential="calm", name="Ana Lima", email="ana@example.org")


def decide(office: Any, what: Any, *awards: str, **more: Any) -> None:
    decisions = [
        (office.edition(award), Decision(what=what, award=award, reason="Under review", **more))
        for award in awards
    ]
    status_changes.decide(office.desk, office.signer, decisions)


@pytest.mark.parametrize(
    ("steps", "state"),
    [
        (["revoke"], "revoked"),
        (["suspend"], "suspended"),
        (["suspend", "reinstate"], "valid"),
        (["suspend", "revoke"], "revoked"),
        (["suspend", "reinstate", "suspend"], "suspended"),
        (["suspend", "reinstate", "revoke"], "revoked"),
    ],
)
def test_what_is_decided_shows_in_the_verdict(office: Any, steps: list[str], state: str) -> None:
    (award,) = office.award(ANA)
    for step in steps:
        decide(office, step, award)
    later = office.at(office.desk.place.now + timedelta(seconds=9))
    assert later.verdict(award).state == state


@pytest.mark.parametrize(
    ("steps", "words"),
    [
        (["revoke", "revoke"], "is revoked already"),
        (["revoke", "reinstate"], "what is revoked stays revoked"),
        (["revoke", "suspend"], "cannot be softened"),
        (["suspend", "suspend"], "is suspended already"),
        (["suspend", "revoke", "reinstate"], "what is revoked stays revoked"),
        (["reinstate"], "is not suspended"),
    ],
)
def test_what_cannot_be_decided_is_refused(office: Any, steps: list[str], words: str) -> None:
    (award,) = office.award(ANA)
    for step in steps[:-1]:
        decide(office, step, award)
    before = {path: path.read_bytes() for path in (office.desk.root / "content/status").iterdir()}
    with pytest.raises(Refused, match=words):
        decide(office, steps[-1], award)
    assert {path: path.read_bytes() for path in before} == before


def test_a_reason_is_private_unless_it_is_published(office: Any) -> None:
    first, second = office.award(ANA, replace(ANA, name="Bo", email="bo@example.org"))
    decide(office, "revoke", first)
    decide(office, "revoke", second, is_public=True)
    lists = "".join(path.read_text() for path in (office.desk.root / "content/status").iterdir())
    assert lists.count("Under review") == 1
    assert "Under review" not in office.verdict(first).words
    assert "Under review" in office.verdict(second).words
    noted = (office.desk.root / "private/awards/harbor/decisions.jsonl").read_text().splitlines()
    assert [json.loads(line)["award"] for line in noted] == [first, second]


@pytest.mark.parametrize("reason", ["", "  ", "a\u202eb", "x" * 301])
def test_a_reason_that_says_nothing_or_too_much_is_refused(reason: str) -> None:
    with pytest.raises(Refused, match="reason"):
        status_changes.refuse_reason(reason)


def test_many_decisions_at_once_do_not_make_the_list_run_ahead_of_the_clock(office: Any) -> None:
    awards = office.award(*(replace(ANA, name=f"P{n}", email=f"p{n}@example.org") for n in range(30)))
    later = office.at(office.desk.place.now + timedelta(60))
    decide(later, "suspend", *awards)
    pair = status_lists.read(later.desk)
    assert pair.revoked.at == pair.suspended.at == later.desk.place.now
    assert {later.verdict(award).state for award in awards} == {"suspended"}


@pytest.mark.parametrize("what", ["suspend", "reinstate"])
def test_the_same_command_mends_what_an_interrupt_between_the_lists_left(
    office: Any, monkeypatch: pytest.MonkeyPatch, what: Any
) -> None:
    (award,) = office.award(ANA)
    if what == "reinstate":
        decide(office, "suspend", award)
    real, seen = whole_files.replace, []

    def interrupted(*args: Any) -> None:
        if seen:
            raise KeyboardInterrupt
        seen.append(real(*args))

    with monkeypatch.context() as patch:
        patch.setattr(whole_files, "replace", interrupted)
        with pytest.raises(KeyboardInterrupt):
            decide(office, what, award)
    assert office.verdict(award).state != "valid"
    decide(office, what, award)
    later = office.at(office.desk.place.now + timedelta(seconds=9))
    assert later.verdict(award).state == ("suspended" if what == "suspend" else "valid")


def test_lists_grow_before_they_are_half_full(office: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    office.award(ANA)
    pair = status_lists.read(office.desk)
    used = range(bits.LEAST // 2)
    (index,), after = status_lists.places(used, pair, 1, office.desk.place.now)
    assert index not in used
    assert len(after.revoked.bits) == 2 * len(pair.revoked.bits)
    status_lists.write(office.desk, pair, after, office.signer)
    assert len(status_lists.read(office.desk).revoked.bits) * 8 == 2 * bits.LEAST


def test_a_list_that_was_changed_by_hand_is_refused(office: Any) -> None:
    (award,) = office.award(ANA)
    path = office.desk.root / "content/status/harbor.json"
    path.write_text(path.read_text().replace('"validFrom":"2026', '"validFrom":"2025'))
    with pytest.raises(Refused, match=r"content/status/harbor\.json cannot be used"):
        decide(office, "revoke", award)
