"""Whether a badge from elsewhere was taken back: signed lists of bits, and lists of names."""

import copy
import gzip
from typing import Any

import pytest
from elsewhere import (
    DID,
    DID_FILE,
    HOST,
    LIST,
    METHOD,
    OTHER,
    base64url,
    check,
    did_document,
    entry,
    multikey,
    payload,
    signed,
    status_list,
    token,
    web,
)

from sitegen.foreign.web import Answer

BADGE = token(payload(credentialStatus=entry()))


def with_list(document: Any) -> Any:
    return check(BADGE, web() | {LIST: document})


def test_a_badge_that_was_not_taken_back_holds() -> None:
    assert with_list(signed(status_list(4, 6))).state == "valid"
    assert with_list(token(status_list(4, 6), typ="vc+jwt")).state == "valid"


def test_a_revoked_one_does_not() -> None:
    assert with_list(signed(status_list(5))).state == "revoked"
    assert with_list(token(status_list(5))).state == "revoked"


def test_a_suspended_one_does_not_either() -> None:
    badge = token(payload(credentialStatus=[entry(), entry(5, "suspension", f"{HOST}/status/8")]))
    paused = signed(status_list(5, purpose="suspension", id=f"{HOST}/status/8"))
    answers = web() | {f"{HOST}/status/8": paused}
    assert check(badge, answers).state == "suspended"
    assert check(badge, answers | {LIST: signed(status_list(5))}).state == "revoked"
    assert check(badge, web()).state == "status-missing"


def test_without_the_list_nothing_is_valid() -> None:
    verdict = check(BADGE, {DID_FILE: did_document()})
    assert (verdict.state, verdict.is_valid) == ("status-missing", False)
    assert "cannot be told" in verdict.words


ROW = status_list()["credentialSubject"]


def row(**changes: Any) -> dict[str, Any]:
    return status_list(credentialSubject=ROW | changes)


BOMB = "u" + base64url(gzip.compress(bytes(50_000_000)))


@pytest.mark.parametrize(
    ("document", "code"),
    [
        (signed(status_list(issuer=f"did:key:{multikey(OTHER)}"), OTHER, f"did:key:{multikey(OTHER)}#{multikey(OTHER)}"), "status-other"),
        (signed(status_list(), OTHER, METHOD), "altered"),
        (status_list(), "no-proof"),
        (signed(status_list(id=f"{HOST}/status/8")), "status-other"),
        (signed(status_list(type=["VerifiableCredential"])), "status-form"),
        (signed(status_list(purpose="suspension")), "status-purpose"),
        (signed(status_list(validUntil="2026-05-01T00:00:00Z")), "status-old"),
        (signed(status_list(validFrom="2026-07-01T00:00:00Z")), "status-future"),
        (signed(row(encodedList=BOMB)), "status-bomb"),
        (signed(row(encodedList="u" + base64url(gzip.compress(bytes(99))))), "status-short"),
        (signed(row(encodedList="zzz")), "status-damaged"),
        (token(row(encodedList=5)), "status-damaged"),
        (token(row(type="Other")), "status-form"),
        ([], "not-a-badge"),
        (b"<html>", "not-json"),
        (Answer(410, b""), "not-json"),
    ],
)  # fmt: skip
def test_lists_that_cannot_be_trusted_are_not(document: Any, code: str) -> None:
    verdict = with_list(document)
    assert verdict.code == code
    assert not verdict.is_valid


@pytest.mark.parametrize(
    "change",
    [
        {"statusListIndex": "05"},
        {"statusListIndex": 5},
        {"statusListIndex": "-1"},
        {"statusListIndex": "131072"},
        {"statusPurpose": "message"},
        {"statusSize": 2},
        {"type": "StatusList2021Entry"},
        {"type": ["BitstringStatusListEntry"]},
        {"statusListCredential": "http://campus.example.net/status/7"},
        {"statusListCredential": "https://127.0.0.1/status/7"},
        {"statusListCredential": None},
    ],
)
def test_places_that_cannot_be_read_are_not_valid(change: dict[str, Any]) -> None:
    verdict = check(token(payload(credentialStatus=entry() | change)), web())
    assert verdict.state in ("status-unusable", "cannot-tell")


def test_a_status_that_is_no_object_is_refused() -> None:
    assert check(token(payload(credentialStatus="none")), web()).code == "wrong-form"


NAMES = f"{HOST}/revocations"
NAMED = token(payload(credentialStatus={"id": NAMES, "type": "1EdTechRevocationList"}))
BADGE_ID = payload()["id"]


@pytest.mark.parametrize(
    ("revoked", "state"),
    [
        ([], "valid"),
        ([{"id": "urn:other"}], "valid"),
        ([{"id": BADGE_ID}], "revoked"),
        ([{"id": BADGE_ID, "revoked": True, "revocationReason": "Copied."}], "revoked"),
        ([{"id": BADGE_ID, "revoked": False}], "valid"),
        ([BADGE_ID], "status-unusable"),
        ({}, "status-unusable"),
    ],
)
def test_lists_of_names_are_read(revoked: Any, state: str) -> None:
    found = check(NAMED, web() | {NAMES: {"id": NAMES, "issuer": DID, "revokedCredential": revoked}})
    assert found.state == state


@pytest.mark.parametrize("change", [{"id": "https://x.example"}, {"issuer": "did:web:x.example"}])
def test_lists_of_names_of_others_are_not_believed(change: dict[str, Any]) -> None:
    listed = {"id": NAMES, "issuer": DID, "revokedCredential": []} | change
    assert check(NAMED, web() | {NAMES: listed}).code == "status-other"


def test_expiry_is_told_although_the_list_is_missing() -> None:
    ended = copy.deepcopy(payload(credentialStatus=entry(), validUntil="2026-05-31T00:00:00Z"))
    assert check(token(ended), {DID_FILE: did_document()}).state == "expired"
