"""Every state that a badge can be in has its own verdict, and only one of them is "valid"."""

import json
from datetime import timedelta
from typing import Any, get_args

import pytest
import sample_awards as samples
from sample_pictures import SVG, png

from sitegen.badges import baked_png, baked_svg, open_badges_2, proof, trust, verify
from sitegen.badges.frames import Frames
from sitegen.model import verdict
from sitegen.model.award import Award
from sitegen.model.verdict import Verdict

EXPIRES = samples.ISSUED + timedelta(days=365)
FINE = samples.register()
REVOKED, SUSPENDED = samples.edition((4711,)), samples.edition((4711,), "suspension")


def judged(data: bytes | None = None, register: trust.Trust = FINE, **more: Any) -> Verdict:
    return verify.verify(samples.line() if data is None else data, register, more.get("now", samples.NOW))


def outcomes(found: Verdict) -> dict[str, str]:
    return {check.name: check.outcome for check in found.checks}


def test_a_good_badge_is_valid_and_every_check_has_passed() -> None:
    found = judged()
    assert (found.state, found.code, found.is_valid) == ("valid", "valid", True)
    assert set(outcomes(found).values()) == {"passed"}
    assert found.award == samples.changed(key=samples.public(samples.HARBOR), signed=samples.ISSUED)
    assert found.issuer == "Harbor Teaching Collective"


def test_a_badge_that_says_little_is_valid() -> None:
    assert judged(samples.line(samples.PLAIN)).state == "valid"


def test_the_way_the_json_is_set_out_does_not_matter() -> None:
    document = samples.signed()
    turned = json.dumps(dict(reversed(document.items())), indent=2).encode()
    assert judged(turned).state == "valid"


def test_many_badges_may_share_what_is_prepared_once() -> None:
    frames = Frames()
    one = verify.verify(samples.line(), FINE, samples.NOW, frames)
    two = verify.verify(samples.line(samples.PLAIN), FINE, samples.NOW, frames)
    assert (one, two) == (judged(), judged(samples.line(samples.PLAIN)))


@pytest.mark.parametrize(
    ("now", "state"),
    [
        (EXPIRES - timedelta(seconds=1), "valid"),
        (EXPIRES, "expired"),
        (samples.ISSUED - timedelta(minutes=5), "valid"),
        (samples.ISSUED - timedelta(minutes=5, seconds=1), "not-yet-valid"),
    ],
)
def test_there_is_slack_at_the_begin_and_none_at_the_end(now: Any, state: str) -> None:
    signed_before = samples.line(samples.AWARD, at=samples.ISSUED - timedelta(days=2))
    lists = samples.edition(at=samples.ISSUED - timedelta(days=1))
    assert judged(signed_before, samples.register(lists, now=now), now=now).state == state


def test_a_badge_that_never_ends_says_so() -> None:
    found = judged(samples.line(samples.changed(expires=None)))
    assert (found.state, found.checks[-1].words) == ("valid", "It does not run out.")


@pytest.mark.parametrize(
    ("register", "state", "words"),
    [
        (samples.register(REVOKED), "revoked", "revoked by its issuer: reason 4711"),
        (
            samples.register(REVOKED, SUSPENDED),
            "suspended",
            "suspended by its issuer for the time being: reason 4711",
        ),
        (samples.register(samples.edition(), SUSPENDED), "status-rolled-back", "one is older than the other"),
        (samples.register(samples.edition((4710, 4712))), "valid", "it holds"),
        (samples.register(samples.edition(), samples.edition((1,), "suspension")), "valid", "it holds"),
        (trust.of(samples.KNOWN, {}, samples.NOW), "status-missing", "not at hand"),
        (
            samples.register(samples.edition(at=samples.NOW + timedelta(days=1))),
            "status-unusable",
            "in the future",
        ),
        (
            trust.of(
                samples.KNOWN,
                samples.files(samples.edition()),
                samples.NOW,
                {"https://badges.example.org/status/harbor.json": samples.NOW},
            ),
            "status-rolled-back",
            "older than one that was seen before",
        ),
    ],
)
def test_the_status_lists_decide(register: trust.Trust, state: str, words: str) -> None:
    found = judged(register=register)
    assert found.state == state
    assert words in found.words
    assert found.award is not None


def test_a_revocation_needs_no_public_reason() -> None:
    register = samples.register(samples.edition((4711,)))
    made = register.lists["https://badges.example.org/status/harbor.json"]
    without = trust.Trust(
        issuers=register.issuers,
        lists={next(iter(register.lists)): samples.changed(made, reasons={})},  # type: ignore[arg-type]
    )
    assert judged(register=without).words == "This badge is genuine. It was revoked by its issuer."


def test_a_place_beyond_the_list_is_not_good() -> None:
    assert judged(samples.line(samples.changed(index=131_072))).code == "status-index"


@pytest.mark.parametrize(
    ("register", "now", "state"),
    [
        (samples.register(REVOKED), EXPIRES, "revoked"),
        (trust.of(samples.KNOWN, {}, samples.NOW), EXPIRES, "expired"),
    ],
)
def test_of_several_reasons_the_weightiest_is_named(register: trust.Trust, now: Any, state: str) -> None:
    found = judged(register=register, now=now)
    assert found.state == state
    assert outcomes(found)["end"] == "failed"


@pytest.mark.parametrize(
    ("key", "state"),
    [
        (samples.RETIRED, "key-time"),
        (samples.LEAKED, "key-compromised"),
        (samples.QUARRY, "foreign-key"),
        (samples.STRANGER, "unknown-key"),
    ],
)
def test_the_register_decides_on_the_key(key: int, state: str) -> None:
    found = judged(samples.line(key=key))
    assert (found.state, found.code) == (state, state)
    assert outcomes(found)["key"] == "failed"
    assert found.award is None


def test_a_retired_key_is_good_for_what_it_signed_in_its_time() -> None:
    then = samples.ISSUED - timedelta(days=200)
    old = samples.changed(issued=then, awarded=then)
    assert judged(samples.line(old, samples.RETIRED, then)).state == "valid"


@pytest.mark.parametrize("early", ["issued", "signed"])
def test_an_award_cannot_be_older_than_its_key(early: str) -> None:
    then = samples.ISSUED - timedelta(days=200)
    data = (
        samples.line(samples.changed(issued=then, awarded=then))
        if early == "issued"
        else samples.line(at=then)
    )
    assert judged(data).state == "key-time"


def test_a_signature_from_the_future_is_not_good_yet() -> None:
    late = samples.NOW + timedelta(minutes=6)
    assert judged(samples.line(at=late)).code == "signed-in-future"
    assert judged(samples.line(at=samples.NOW + timedelta(minutes=5))).state == "valid"


def test_an_issuer_signs_for_nobody_else() -> None:
    theirs = samples.changed(issuer="quarry")
    assert judged(samples.line(theirs, samples.HARBOR)).state == "foreign-key"


@pytest.mark.parametrize(
    ("award", "code"),
    [
        (samples.changed(issuer="harb0r"), "unknown-issuer"),
        (samples.changed(site="https://badges.examp1e.org"), "unknown-issuer"),
        (samples.changed(site="https://badges.example.org:8443"), "unknown-issuer"),
    ],
)
def test_look_alike_issuers_are_not_known(award: Award, code: str) -> None:
    found = judged(samples.line(award))
    assert (found.state, found.code) == ("elsewhere", code)
    assert award.issuer in found.words


def test_a_broken_signature_silences_all_else() -> None:
    found = judged(samples.line().replace(b"Calm Routines", b"Wild Routines"), samples.register(REVOKED))
    assert (found.state, found.award, found.issuer) == ("altered", None, "")
    assert list(outcomes(found).values()) == [
        "passed",
        "passed",
        "failed",
        *["not done"] * 5,
    ]


def test_baked_badges_get_the_same_verdict() -> None:
    copy = json.dumps(open_badges_2.assertion(samples.AWARD)).encode()
    for data in (
        baked_png.put(png(), samples.line()),
        baked_png.put(png(), samples.line(), copy),
        baked_svg.put(SVG, samples.line()),
    ):
        assert judged(data) == judged()


@pytest.mark.parametrize("second", [b"[]", b'{"id": "https://badges.example.org/badges/cd/cd.ob2.json"}'])
def test_a_picture_with_a_second_badge_of_another_award_is_refused(second: bytes) -> None:
    found = judged(baked_png.put(png(), samples.line(), second))
    assert (found.state, found.code) == ("altered", "two-badges")


@pytest.mark.parametrize(
    ("data", "state", "code"),
    [
        (b"ab.cd.ef", "elsewhere", "vc-jwt"),
        (
            b'{"@context": "https://w3id.org/openbadges/v2", "id": "https://other.example/1"}',
            "elsewhere",
            "open-badges-2",
        ),
        (json.dumps(open_badges_2.assertion(samples.AWARD)).encode(), "cannot-tell", "open-badges-2-copy"),
        (b'{"@context": "https://w3id.org/openbadges/v2"}', "elsewhere", "open-badges-2"),
        (
            b'{"type": ["OpenBadgeCredential"], "issuer": "did:web:other.example"}',
            "elsewhere",
            "unknown-issuer",
        ),
        (
            b'{"type": "AchievementCredential", "issuer": {"id": "https://other.example"}}',
            "elsewhere",
            "unknown-issuer",
        ),
        (b'{"type": "OpenBadgeCredential"}', "not-a-badge", "not-a-badge"),
        (b'{"type": ["EndorsementCredential"]}', "not-a-badge", "not-a-badge"),
        (b'{"type": 1}', "not-a-badge", "not-a-badge"),
        (b"[1]", "not-a-badge", "not-a-badge"),
        (samples.signed_list(samples.edition()), "not-a-badge", "not-a-badge"),
    ],
)
def test_what_was_made_elsewhere_is_called_that(data: bytes, state: str, code: str) -> None:
    found = judged(data)
    assert (found.state, found.code) == (state, code)


def test_whatever_is_not_foreseen_is_never_valid(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RecursionError

    monkeypatch.setattr(proof, "check", fail)
    found = judged()
    assert (found.state, found.code, found.is_valid) == ("cannot-tell", "unforeseen", False)


def test_the_states_are_those_that_are_listed() -> None:
    named = {*verify.ORDER, *verify._STATES.values(), *verify._STATES_OF_CHECKS.values(), "valid"}
    assert named | {"status-missing", "status-rolled-back", "status-unusable"} == set(get_args(verdict.State))
