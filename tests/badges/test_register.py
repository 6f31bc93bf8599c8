"""The register as a published file: comes back unchanged, and a DID document can stand in for it."""

import json
from typing import Any

import pytest
import sample_awards as samples

from sitegen.badges import did, register, signer
from sitegen.badges.refusal import Refused
from sitegen.model.issuer import Issuer

HARBOR = samples.KNOWN[0]
NAME = did.name(samples.SITE, "harbor")


def test_an_issuer_comes_back_with_all_its_keys() -> None:
    assert register.read(json.dumps(register.document(HARBOR)).encode()) == (HARBOR,)


def test_the_register_of_a_site_lists_its_issuers() -> None:
    whole = json.dumps([register.document(one) for one in samples.KNOWN])
    assert register.read(whole.encode()) == samples.KNOWN
    assert register.read(b"[]") == ()


def test_an_issuer_is_known_by_its_record() -> None:
    record = Issuer(name="Harbor Teaching Collective", summary="S" * 20, type="Collective", keys=HARBOR.keys)
    assert register.known(samples.SITE, "harbor", record) == HARBOR


def test_a_did_document_gives_keys_without_times() -> None:
    document = did.document(samples.SITE, "harbor", HARBOR.keys)
    (found,) = register.read(json.dumps(document).encode())
    assert (found.site, found.slug, found.name) == (samples.SITE, "harbor", NAME)
    assert [key.key for key in found.keys] == [
        samples.public(samples.HARBOR),
        samples.public(samples.RETIRED),
    ]
    signer.require({NAME: found}, NAME, samples.public(samples.RETIRED), (samples.ISSUED,))


def did_document(**members: Any) -> dict[str, Any]:
    return {**did.document(samples.SITE, "harbor", HARBOR.keys[:1]), **members}


def method(**members: Any) -> dict[str, Any]:
    return did_document(verificationMethod=[{**did_document()["verificationMethod"][0], **members}])


@pytest.mark.parametrize(
    "document",
    [
        method(type="JsonWebKey"),
        method(controller="did:web:other.example:issuers:harbor"),
        method(id=f"{NAME}#other"),
        method(publicKeyMultibase=1),
        did_document(assertionMethod=[]),
        did_document(verificationMethod=["x"]),
    ],
)
def test_keys_in_a_did_document_that_may_not_sign_awards_are_left_alone(document: dict[str, Any]) -> None:
    (found,) = register.read(json.dumps(document).encode())
    assert found.keys == ()


@pytest.mark.parametrize(
    ("document", "code"),
    [
        (["x"], "not-a-register"),
        ("x", "not-a-register"),
        ({}, "not-a-register"),
        (samples.signed(), "not-a-register"),
        ({**register.document(HARBOR), "extra": 1}, "not-a-register"),
        ({**register.document(HARBOR), "issuer": "quarry"}, "not-a-register"),
        ({**register.document(HARBOR), "keys": [{"key": "z6MkX", "from": "2026-01-01"}]}, "wrong-key"),
        (did_document(id="did:key:x"), "not-a-register"),
        (did_document(id=1), "not-a-register"),
        (did_document(verificationMethod="x"), "not-a-register"),
        (did_document(assertionMethod=None), "not-a-register"),
    ],
)
def test_other_documents_are_no_register(document: object, code: str) -> None:
    with pytest.raises(Refused) as refused:
        register.read(json.dumps(document).encode())
    assert refused.value.code == code


def test_it_says_which_issuers_have_never_suspended_a_badge() -> None:
    """So that nobody asks for a list that is not there."""
    assert "suspends" not in register.document(HARBOR)
    without = register.document(HARBOR, suspends=False)
    assert without["suspends"] is False
    assert register.read(json.dumps(without).encode()) == (HARBOR,)
