"""Badges of 3.0 as signed tokens: the key decides how a token may be signed, and nothing that it brings along is believed."""

from typing import Any

import pytest
from elsewhere import (
    DID,
    DID_FILE,
    DID_KEY,
    ED,
    HOST,
    KEY,
    OTHER,
    P256,
    RSA,
    SMALL_RSA,
    Shelf,
    base64url,
    check,
    credential,
    did_document,
    jwk,
    payload,
    token,
    web,
)

GOOD = token(payload())


@pytest.mark.parametrize(("key", "name"), [(ED, KEY), (ED, "ed"), (P256, "es"), (RSA, "rs")])
def test_each_kind_of_key_signs_in_its_way(key: Any, name: str) -> None:
    assert check(token(payload(), key, f"{DID}#{name}"), web()).state == "valid"


def test_a_token_of_a_key_needs_nobody() -> None:
    made = credential(DID_KEY)
    assert check(token(made, kid=None)).state == "valid"
    assert check(token(made, kid=f"#{KEY}")).state == "valid"


def test_a_key_at_the_host_of_its_issuer_is_taken() -> None:
    named = f"{HOST}/keys/1"
    made = credential(f"{HOST}/issuers/1")
    assert check(token(made, P256, named), {named: jwk(P256)}).state == "valid"
    assert check(token(made, P256, named)).code == "web-offline"


@pytest.mark.parametrize(
    "named", ["https://other.example.net/keys/1", "", "did:web:x", f"{HOST}:8443/keys/1"]
)
def test_a_key_elsewhere_is_not(named: str) -> None:
    shelf = Shelf({named: jwk(P256)})
    assert check(token(credential(f"{HOST}/issuers/1"), P256, named), shelf).state == "foreign-key"
    assert shelf.asked == []


@pytest.mark.parametrize(
    ("header", "code"),
    [
        ({"alg": "none"}, "wrong-algorithm"),
        ({"alg": "HS256"}, "wrong-algorithm"),
        ({"alg": "None"}, "wrong-algorithm"),
        ({"alg": None}, "wrong-algorithm"),
        ({"alg": "RS256"}, "wrong-algorithm"),
        ({"alg": "ES256"}, "wrong-algorithm"),
        ({"crit": ["b64"]}, "unknown-condition"),
        ({"b64": False}, "unknown-condition"),
        ({"typ": "secevent+jwt"}, "wrong-token-kind"),
        ({"kid": 5}, "wrong-token-kind"),
        ({"kid": f"{DID}#nobody"}, "unknown-key"),
        ({"kid": f"{DID_KEY}#{KEY}"}, "wrong-method"),
    ],
)
def test_headers_that_are_not_right_are_refused(header: dict[str, Any], code: str) -> None:
    verdict = check(token(payload(), **header), web())
    assert (verdict.code, verdict.is_valid) == (code, False)


def test_keys_that_a_token_brings_along_are_not_looked_at() -> None:
    brought = {"jwk": jwk(OTHER), "jku": "https://evil.example.net/k", "x5u": "https://evil.example.net/x"}
    shelf = Shelf(web())
    assert check(token(payload(), OTHER, **brought), shelf).state == "altered"
    assert check(token(payload(), **brought), shelf).state == "valid"
    assert set(shelf.asked) == {DID_FILE}


def test_a_public_key_is_no_shared_secret() -> None:
    import hashlib
    import hmac

    from elsewhere import pem

    head, body, _ = token(payload(), kid=f"{DID}#rs", alg="HS256").split(b".")
    mark = hmac.new(pem(RSA).encode(), head + b"." + body, hashlib.sha256).digest()
    forged = b".".join((head, body, base64url(mark).encode()))
    assert check(forged, web()).code == "wrong-algorithm"


@pytest.mark.parametrize("cut", [b"", b"AAAA", b"A", b"A=", b"+/"])
def test_signatures_that_are_none_are_refused(cut: bytes) -> None:
    assert not check(GOOD.rpartition(b".")[0] + b"." + cut, web()).is_valid


def test_a_changed_payload_is_refused() -> None:
    other = token(payload(name="Flying"), OTHER)
    forged = b".".join((*other.split(b".")[:2], GOOD.split(b".")[2]))
    assert check(forged, web()).state == "altered"


@pytest.mark.parametrize(
    ("changes", "state"),
    [
        ({"iss": "did:web:other.example.net"}, "cannot-tell"),
        ({"jti": "urn:other"}, "cannot-tell"),
        ({"sub": "did:example:thief"}, "cannot-tell"),
        ({"exp": 1772348401}, "expired"),
        ({"exp": 1900000000}, "valid"),
        ({"exp": "soon"}, "cannot-tell"),
        ({"exp": True}, "cannot-tell"),
        ({"nbf": 1900000000}, "not-yet-valid"),
        ({"iat": 1900000000}, "not-yet-valid"),
        ({"validUntil": "2026-05-31T00:00:00Z"}, "expired"),
        ({"validFrom": "2026-07-01T00:00:00Z"}, "not-yet-valid"),
        ({"vc": {}}, "cannot-tell"),
        ({"@context": ["https://x.example/c"]}, "cannot-tell"),
        ({"type": ["VerifiableCredential"]}, "not-a-badge"),
        ({"credentialSubject": {}}, "cannot-tell"),
        ({"issuer": 5}, "not-a-badge"),
    ],
)
def test_what_a_token_says_is_looked_at(changes: dict[str, Any], state: str) -> None:
    verdict = check(token(payload() | changes), web())
    assert verdict.state == state, verdict.words


@pytest.mark.parametrize("wrong", [
    {"kty": "oct", "k": "AAAA"}, {"kty": "OKP", "crv": "X25519", "x": "AA"}, jwk(ED) | {"d": "AA"}, jwk(ED) | {"use": "enc"},
    jwk(ED) | {"alg": "RS256"}, jwk(ED) | {"x": "AA"}, jwk(ED) | {"x": base64url(bytes(32))}, jwk(P256) | {"x": jwk(P256)["y"]},
    jwk(RSA) | {"n": "A" * 5000}, jwk(SMALL_RSA), {}, None, [], jwk(RSA) | {"kty": {}},
])  # fmt: skip
def test_keys_that_are_none_are_refused(wrong: Any) -> None:
    document = did_document()
    document["verificationMethod"][3]["publicKeyJwk"] = wrong
    verdict = check(token(payload(), kid=f"{DID}#ed"), {DID_FILE: document})
    assert verdict.code in ("wrong-key", "weak-key", "wrong-signature")


def test_a_short_key_is_refused() -> None:
    assert check(token(payload(), SMALL_RSA, f"{DID}#small"), web()).code == "weak-key"


def test_the_earner_is_compared() -> None:
    assert check(GOOD, web(), recipient="A@example.com ").state == "valid"
    assert check(GOOD, web(), recipient="did:example:earner").state == "valid"
    verdict = check(GOOD, web(), recipient="b@example.com")
    assert (verdict.code, verdict.is_valid) == ("other-recipient", False)
    nobody = payload()
    del nobody["credentialSubject"]["identifier"], nobody["credentialSubject"]["id"], nobody["sub"]
    assert check(token(nobody), web(), recipient="b@example.com").code == "no-recipient"
