"""Badges of Open Badges 2.0 from elsewhere: hosted ones count as their host has them, signed ones by their issuer's key."""

import json
from typing import Any

import pytest
from elsewhere import (
    ASSERTION,
    CLASS,
    HOST,
    P256,
    PROFILE,
    REVOKED,
    RSA,
    SMALL_RSA,
    Shelf,
    assertion,
    check,
    older_web,
    pem,
    token,
)
from sample_pictures import png

from sitegen.badges import baked_png
from sitegen.foreign.web import Answer

SIGNED = token(assertion("SignedBadge"), RSA, None)


def test_a_hosted_badge_is_good_as_its_host_has_it() -> None:
    verdict = check(assertion(), older_web(), recipient="a@example.com")
    assert (verdict.state, verdict.issuer) == ("valid", "campus.example.net")
    assert verdict.claims["what"] == "Reading aloud"


def test_the_mere_address_of_one_is_enough() -> None:
    picture = baked_png.put(png(), b"", ASSERTION.encode())
    assert check(picture, older_web()).state == "valid"
    assert check(ASSERTION.encode(), older_web()).state == "not-a-badge"


def test_offline_it_says_that_it_must_be_fetched() -> None:
    assert check(assertion()).code == "web-offline"
    assert check(SIGNED).code == "web-offline"


def test_a_signed_badge_is_good_with_its_issuers_key() -> None:
    assert check(SIGNED, older_web()).state == "valid"


HOSTED: dict[str, tuple[dict[str, Any], str]] = {
    "gone": ({"assertion": Answer(410, b"")}, "revoked"),
    "says revoked": ({"assertion": {"revoked": True, "revocationReason": "Copied"}}, "revoked"),
    "stripped": ({"assertion": json.dumps({"id": ASSERTION, "revoked": True}).encode()}, "revoked"),
    "other id": ({"assertion": {"id": f"{HOST}/other"}}, "altered"),
    "other content": ({"assertion": {"issuedOn": "2025-01-02T03:04:05Z"}}, "altered"),
    "not hosted": ({"assertion": {"verification": {"type": "SignedBadge"}}}, "altered"),
    "a page": ({"assertion": b"<html>"}, "cannot-tell"),
    "twice a member": ({"assertion": b'{"id": 1, "id": 2}'}, "cannot-tell"),
    "class of another address": ({"class_": {"id": f"{HOST}/x"}}, "altered"),
    "class without name": ({"class_": {"name": None}}, "cannot-tell"),
    "class by somebody else": ({"class_": {"issuer": "https://other.example.net/i"}}, "cannot-tell"),
    "class by nobody": ({"class_": {"issuer": None}}, "cannot-tell"),
    "profile of another address": ({"issuer": {"id": f"{HOST}/x"}}, "altered"),
    "no profile": ({"issuer": {"type": "BadgeClass"}}, "altered"),
    "other origins": ({"issuer": {"verification": {"allowedOrigins": ["x.example"]}}}, "foreign-key"),
    "other beginnings": ({"issuer": {"verification": {"startsWith": f"{HOST}/x/"}}}, "foreign-key"),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTED)
def test_hosted_badges_that_are_not_right_are_refused(name: str) -> None:
    changes, state = HOSTED[name]
    assert check(assertion(), older_web(**changes)).state == state


def test_a_scope_that_fits_is_taken() -> None:
    rules = {"verification": {"allowedOrigins": ["campus.example.net"], "startsWith": [f"{HOST}/ob2/"]}}
    assert check(assertion(), older_web(issuer=rules)).state == "valid"


def test_a_host_cannot_speak_for_another_ones_issuer() -> None:
    address = "https://evil.example.net/a"
    forged = assertion(id=address)
    assert check(forged, older_web() | {address: forged}).code == "foreign-scope"


def test_copies_inside_are_not_believed() -> None:
    inside = assertion(badge={"id": CLASS, "type": "BadgeClass", "name": "Flying", "issuer": PROFILE})
    assert check(inside, older_web(assertion={"badge": inside["badge"]})).claims["what"] == "Reading aloud"


def test_a_changed_copy_in_the_file_is_refused() -> None:
    assert check(assertion(issuedOn="2025-01-01T00:00:00Z"), older_web()).state == "altered"


def test_it_must_stand_where_it_was_fetched_from() -> None:
    assert check(assertion(), older_web(), address=ASSERTION).state == "valid"
    assert check(assertion(), older_web(), address=f"{HOST}/copy").state == "altered"


@pytest.mark.parametrize(
    ("change", "state"),
    [
        ({"issuedOn": "2027-01-01T00:00:00Z"}, "not-yet-valid"),
        ({"expires": "2026-02-01T00:00:00Z"}, "expired"),
        ({"issuedOn": "2026-01-01"}, "cannot-tell"),
        ({"expires": 5}, "cannot-tell"),
    ],
)
def test_dates_are_looked_at(change: dict[str, Any], state: str) -> None:
    assert check(assertion(**change), older_web(assertion=change)).state == state


@pytest.mark.parametrize("recipient", ["b@example.com", "", "a@example.com.evil"])
def test_the_earner_is_compared(recipient: str) -> None:
    verdict = check(assertion(), older_web(), recipient=recipient)
    assert verdict.is_valid is (recipient == "")


@pytest.mark.parametrize(
    ("mark", "recipient", "fits"),
    [
        ({"identity": "a@example.com", "hashed": False}, "a@example.com", True),
        (
            {"identity": "md5$ccfe0b0f0d3a0f5c8b0d0a3a1b0f1d0e", "hashed": True, "salt": ""},
            "a@example.com",
            False,
        ),
        ({"identity": "crc$1", "hashed": True}, "a@example.com", False),
        ({"identity": 5, "hashed": True}, "a@example.com", False),
        ({"identity": "a@example.com", "hashed": "no"}, "a@example.com", False),
        (None, "a@example.com", False),
    ],
)
def test_marks_of_earners_are_read_as_they_are_written(mark: Any, recipient: str, *, fits: bool) -> None:
    changed = assertion(recipient=mark)
    answers = older_web() | {ASSERTION: changed}
    assert check(changed, answers, recipient=recipient).is_valid is fits


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"key": {"owner": "https://other.example.net/i"}}, "foreign-key"),
        ({"key": {"id": f"{HOST}/x"}}, "foreign-key"),
        ({"key": {"publicKeyPem": pem(P256)}}, "wrong-key"),
        ({"key": {"publicKeyPem": pem(SMALL_RSA)}}, "weak-key"),
        ({"key": {"publicKeyPem": "x"}}, "wrong-key"),
        ({"key": {"publicKeyPem": None}}, "wrong-key"),
        ({"issuer": {"publicKey": f"{HOST}/x"}}, "unknown-key"),
        ({"issuer": {"publicKey": []}}, "unknown-key"),
        ({"revoked": {"revokedAssertions": [ASSERTION]}}, "revoked"),
        ({"revoked": {"revokedAssertions": [{"id": ASSERTION, "revocationReason": "Copied."}]}}, "revoked"),
        ({"revoked": {"revokedAssertions": [5]}}, "status-form"),
        ({"revoked": {"revokedAssertions": {}}}, "status-form"),
        ({"revoked": b"gone"}, "web-data"),
    ],
)
def test_signed_badges_that_are_not_right_are_refused(changes: dict[str, Any], code: str) -> None:
    verdict = check(SIGNED, older_web(**changes))
    assert verdict.code == code
    assert not verdict.is_valid


def test_a_key_that_stands_in_a_list_is_found_and_no_list_of_revoked_ones_is_said() -> None:
    changed = {"publicKey": [f"{HOST}/x", {"id": f"{HOST}/ob2/key"}], "revocationList": None}
    verdict = check(SIGNED, older_web(issuer=changed))
    assert verdict.is_valid
    assert "cannot be revoked" in str(verdict.checks)


@pytest.mark.parametrize(
    "data",
    [
        token(assertion("SignedBadge"), P256, None),
        token(assertion("SignedBadge"), RSA, None, alg="none"),
        token(assertion("HostedBadge"), RSA, None),
        token(assertion("SignedBadge", issuedOn="2025-01-02T03:04:05Z"), SMALL_RSA, None),
        SIGNED[:-9] + b"AAAAAAAAA",
        b'{"@context": "https://w3id.org/openbadges/v2", "type": "BadgeClass"}',
        b'{"@context": "https://w3id.org/openbadges/v2", "type": "Assertion"}',
        b"https://127.0.0.1/a",
        b"https://user:word@campus.example.net/a",
    ],
)
def test_whatever_else_comes_is_never_good(data: bytes) -> None:
    assert not check(data, older_web()).is_valid


def test_a_list_that_cannot_be_had_makes_nothing_valid() -> None:
    answers = older_web()
    del answers[REVOKED]
    assert check(SIGNED, Shelf(answers)).state == "status-missing"
