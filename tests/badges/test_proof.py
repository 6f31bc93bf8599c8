"""A signature fits what was signed, names its issuer's key, and stands alone."""

import copy
from collections.abc import Callable
from typing import Any

import made_awards
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from made_awards import CREATED, DID, KEY, METHOD, PUBLIC
from pyld_reference import Reference

from sitegen.badges import proof
from sitegen.badges.frames import Frames
from sitegen.badges.refusal import Refused
from sitegen.model import base58

SIGNED = made_awards.signed(made_awards.whole())
ORDER = 2**252 + 27742317777372353535851937790883648493


def with_proof(**members: Any) -> dict[str, Any]:
    """The signed award with some members of its proof changed; an ellipsis takes one away."""
    changed = SIGNED["proof"][0] | members
    return SIGNED | {"proof": [{name: value for name, value in changed.items() if value is not ...}]}


def refusal(document: Any) -> str:
    """The code for which the document is refused."""
    with pytest.raises(Refused) as caught:
        proof.check(document)
    return caught.value.code


def test_what_is_signed_can_be_checked() -> None:
    assert proof.check(SIGNED) == PUBLIC


def test_the_proof_is_last_and_in_a_list() -> None:
    assert list(SIGNED)[-1] == "proof"
    assert SIGNED["proof"] == [
        {
            "type": "DataIntegrityProof",
            "cryptosuite": "eddsa-rdfc-2022",
            "created": CREATED,
            "verificationMethod": METHOD,
            "proofPurpose": "assertionMethod",
            "proofValue": SIGNED["proof"][0]["proofValue"],
        }
    ]


def test_signatures_are_those_of_a_signer_made_with_pyld() -> None:
    reference, frames = Reference(), Frames()
    for award in made_awards.awards(99, 20, 3):
        ours = proof.sign(award, KEY, METHOD, CREATED, frames)
        assert ours == reference.sign(award, KEY, METHOD, CREATED)
        reference.check(ours)


def test_the_same_input_gives_the_same_signature() -> None:
    assert made_awards.signed(made_awards.whole()) == SIGNED


def test_the_document_itself_is_not_changed() -> None:
    award = made_awards.whole()
    made_awards.signed(award)
    assert award == made_awards.whole()


CODES: dict[str, Callable[[], Any]] = {
    "not-an-object": lambda: [SIGNED],
    "altered": lambda: SIGNED | {"name": "Another"},
    "unknown-member": lambda: SIGNED | {"renderMethod": "https://example.org/"},
    "foreign-context": lambda: SIGNED | {"@context": SIGNED["@context"][:1]},
    "date-without-zone": lambda: SIGNED | {"validFrom": "2026-03-09T14:05:00"},
    "no-proof": lambda: {name: value for name, value in SIGNED.items() if name != "proof"},
    "two-proofs": lambda: SIGNED | {"proof": SIGNED["proof"] * 2},
    "not-a-list": lambda: SIGNED | {"proof": SIGNED["proof"][0]},
    "wrong-proof": lambda: with_proof(challenge="x"),
    "wrong-purpose": lambda: with_proof(proofPurpose="authentication"),
    "wrong-signature-kind": lambda: with_proof(cryptosuite="eddsa-jcs-2022"),
    "wrong-method": lambda: with_proof(verificationMethod=f"did:web:other.example.org#{PUBLIC}"),
    "wrong-signature": lambda: with_proof(proofValue=SIGNED["proof"][0]["proofValue"][:-9]),
    "date-form": lambda: with_proof(created="2026-03-09T14:05:00+00:00"),
    "wrong-key": lambda: with_proof(verificationMethod=f"{DID}#z6Mkabc"),
}


@pytest.mark.parametrize("code", CODES)
def test_each_fault_has_its_code(code: str) -> None:
    assert refusal(CODES[code]()) == code


@pytest.mark.parametrize(
    ("document", "code"),
    [
        (SIGNED | {"proof": []}, "no-proof"),
        (SIGNED | {"proof": None}, "not-a-list"),
        (SIGNED | {"proof": [SIGNED["proof"]]}, "wrong-proof"),
        (SIGNED | {"proof": ["proof"]}, "wrong-proof"),
        (with_proof(created=...), "wrong-proof"),
        (with_proof(created=None), "wrong-proof"),
        (with_proof(verificationMethod={"id": METHOD}), "wrong-proof"),
        (with_proof(proofValue=["z"]), "wrong-proof"),
        (with_proof(type="Ed25519Signature2020"), "wrong-signature-kind"),
        (with_proof(created="2026-03-09T14:05:01Z"), "altered"),
        (with_proof(created="2026-03-09"), "date-without-zone"),
        (with_proof(verificationMethod=DID), "wrong-method"),
        (with_proof(verificationMethod=f"#{PUBLIC}"), "wrong-method"),
        (with_proof(verificationMethod=f"{DID}#"), "wrong-method"),
        (with_proof(verificationMethod=f"{DID}#{PUBLIC}#{PUBLIC}"), "wrong-key"),
        (with_proof(proofValue="u" + SIGNED["proof"][0]["proofValue"][1:]), "wrong-signature"),
        (with_proof(proofValue="z1" + SIGNED["proof"][0]["proofValue"][1:]), "wrong-signature"),
        (with_proof(proofValue="z0OIl"), "wrong-signature"),
        (with_proof(proofValue="z" + "2" * 100_000), "wrong-signature"),
        (with_proof(proofValue=""), "wrong-signature"),
        (SIGNED | {"issuer": None}, "wrong-method"),
        (SIGNED | {"issuer": SIGNED["issuer"] | {"id": "did:web:other.example.org"}}, "wrong-method"),
        (None, "not-an-object"),
        ({}, "no-proof"),
    ],
)
def test_neighbours_of_these_faults(document: Any, code: str) -> None:
    assert refusal(document) == code


def test_a_signature_of_which_the_second_half_grew_is_refused() -> None:
    """S + L fits the same equation; whoever accepted it would accept two signatures for one."""
    signature = base58.decode(SIGNED["proof"][0]["proofValue"][1:])
    grown = int.from_bytes(signature[32:], "little") + ORDER
    value = "z" + base58.encode(signature[:32] + grown.to_bytes(32, "little"))
    assert refusal(with_proof(proofValue=value)) == "altered"


@pytest.mark.parametrize("y", [0, 1, 2**255 - 20])
def test_keys_with_which_anybody_can_sign_are_refused(y: int) -> None:
    text = "z" + base58.encode(b"\xed\x01" + y.to_bytes(32, "little"))
    assert refusal(with_proof(verificationMethod=f"{DID}#{text}")) == "weak-key"


def test_a_signature_of_another_key_is_refused() -> None:
    other = Ed25519PrivateKey.from_private_bytes(bytes(32))
    value = "z" + base58.encode(other.sign(bytes(64)))
    assert refusal(with_proof(proofValue=value)) == "altered"


def test_options_remembered_from_another_badge_do_not_help() -> None:
    frames = Frames()
    award = made_awards.awards(5, 1, 1)[0]
    proof.check(made_awards.signed(award), frames)
    moved = copy.deepcopy(SIGNED)
    moved["proof"] = made_awards.signed(award)["proof"]
    with pytest.raises(Refused, match="altered"):
        proof.check(moved, frames)


def test_what_is_signed_is_not_signed_again() -> None:
    with pytest.raises(Refused, match="already-signed"):
        made_awards.signed(SIGNED)


def test_only_the_key_that_is_named_signs() -> None:
    with pytest.raises(Refused, match="other-key"):
        proof.sign(made_awards.whole(), Ed25519PrivateKey.from_private_bytes(bytes(32)), METHOD, CREATED)


def test_only_for_the_issuer_that_is_named() -> None:
    with pytest.raises(Refused, match="wrong-method"):
        proof.sign(made_awards.whole(), KEY, f"did:web:other.example.org#{PUBLIC}", CREATED)


def test_a_moment_in_another_form_is_not_signed() -> None:
    with pytest.raises(Refused, match="date-form"):
        proof.sign(made_awards.whole(), KEY, METHOD, "2026-03-09T14:05:00+01:00")


def test_what_is_outside_the_profile_is_not_signed() -> None:
    with pytest.raises(Refused, match="unknown-member"):
        proof.sign(made_awards.whole() | {"jti": "urn:x:y"}, KEY, METHOD, CREATED)


def test_a_status_list_is_signed_by_an_issuer_that_is_only_named() -> None:
    document = {
        "@context": SIGNED["@context"][:1],
        "id": "https://badges.example.org/status/north.json",
        "type": ["VerifiableCredential", "BitstringStatusListCredential"],
        "issuer": DID,
    }
    assert proof.check(made_awards.signed(document)) == PUBLIC
