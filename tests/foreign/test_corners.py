"""Rare things that badges from elsewhere may hold, each with its answer."""

import copy
from typing import Any

import pytest
from elsewhere import (
    DID,
    DID_FILE,
    DID_KEY,
    METHOD,
    OTHER,
    P256,
    base64url,
    check,
    credential,
    did_document,
    multikey,
    payload,
    signed,
    token,
    web,
)

from sitegen.badges.refusal import Refused
from sitegen.foreign import connection, public_keys
from sitegen.model import base58

GOOD = signed(credential())


def changed(**members: Any) -> dict[str, Any]:
    return copy.deepcopy(GOOD) | members


def test_a_badge_of_a_key_is_said_to_be_anybodys() -> None:
    assert (
        "nobody here vouches for"
        in check(signed(credential(DID_KEY), method=f"{DID_KEY}#{DID_KEY[8:]}")).words
    )


def test_a_name_of_a_key_must_be_that_key() -> None:
    badge = signed(credential(DID_KEY), method=f"{DID_KEY}#{multikey(OTHER)}")
    assert check(badge).code == "wrong-method"


def test_a_key_of_another_kind_signs_tokens_only() -> None:
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

    point = P256.public_key().public_bytes(Encoding.X962, PublicFormat.CompressedPoint)
    name = "z" + base58.encode(b"\x80\x24" + point)
    issuer = f"did:key:{name}"
    assert check(token(credential(issuer), P256, f"{issuer}#{name}")).state == "valid"
    badge = changed(issuer={"id": issuer})
    badge["proof"][0]["verificationMethod"] = f"{issuer}#{name}"
    assert check(badge).code == "wrong-key"


@pytest.mark.parametrize("text", ["zDn", "zDn0", "zDnaeg", "z6Mk", "", None])
def test_multikeys_that_are_none_are_refused(text: Any) -> None:
    with pytest.raises(Refused):
        public_keys.of_multikey(text)


def test_an_ellipse_signature_of_another_length_is_no_signature() -> None:
    document = did_document()
    whole = token(payload(), P256, f"{DID}#es").rpartition(b".")[0]
    assert check(whole + b"." + base64url(bytes(63)).encode(), {DID_FILE: document}).code == "altered"


@pytest.mark.parametrize("proof", [[5], [{"type": 5}], "x", [{**GOOD["proof"][0], "proofValue": "z0"}]])
def test_proofs_that_are_none_are_refused(proof: Any) -> None:
    assert check(changed(proof=proof), web()).code in ("wrong-proof", "wrong-signature")


def test_a_language_that_is_none_is_refused() -> None:
    badge = changed()
    badge["credentialSubject"]["achievement"]["description"] = {
        "@value": "x",
        "@language": "en> <https://x.example/",
    }
    assert check(badge, web()).code == "wrong-language"


def test_an_issuer_of_one_word_and_identifiers_that_are_none() -> None:
    assert check(signed(credential(issuer=DID)), web()).state == "valid"
    bare = credential()
    bare["issuer"] = DID
    assert "named" not in check(signed(bare), web()).claims
    bare["credentialSubject"]["identifier"] = ["x"]
    assert check(token(bare), web()).code == "wrong-form"


@pytest.mark.parametrize(
    ("change", "code"),
    [({"id": None}, "wrong-form"), ({"id": 5}, "wrong-form"), ({"issuer": ""}, "not-a-badge")],
)
def test_what_must_be_there_must_be_there(change: dict[str, Any], code: str) -> None:
    assert check(token(credential() | change), web()).code == code


def test_a_token_whose_parts_are_lists_or_too_large_is_refused() -> None:
    assert check(token([], kid=METHOD), web()).code == "not-an-object"
    assert check(b"a." + b"A" * 2_000_000 + b".a", web()).code == "too-large"


def test_parts_that_do_not_fit_their_words_are_refused() -> None:
    assert check(changed(evidence=[{"id": 5, "type": ["Evidence"]}]), web()).code == "not-linked-data"


def test_the_system_is_asked_for_names() -> None:
    assert connection.Way().resolve("127.0.0.1", 443) == ["127.0.0.1"]


def test_statements_that_no_reader_sees_are_refused() -> None:
    from sitegen.foreign import expanded

    ends = {"validUntil": "https://www.w3.org/2018/credentials#validUntil"}
    line = f'<urn:a> <{ends["validUntil"]}> "2027-01-01T00:00:00Z" .\n'
    expanded.require_seen(line, {"id": "urn:a", "validUntil": "2027-01-01T00:00:00Z"}, ends)
    for document in ({"id": "urn:a"}, {"id": "urn:a", "validUntil": ["1", "2"]}):
        with pytest.raises(Refused, match="hidden-member"):
            expanded.require_seen(line, document, ends)


def test_keys_that_are_gone_are_said_to_be() -> None:
    from sitegen.foreign.web import Answer

    assert check(GOOD, {DID_FILE: Answer(410, b"")}).code == "web-status"


@pytest.mark.parametrize("copies", [2, 7])
def test_a_few_parts_that_look_alike_are_no_hindrance(copies: int) -> None:
    made = credential()
    made["credentialSubject"]["achievement"]["alignment"] *= copies
    assert check(signed(made), web()).state == "valid"
