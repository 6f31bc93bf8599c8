"""Badges of 3.0 from elsewhere with a proof inside: what is good, and every way in which one may not be."""

import copy
import json
import sys
from collections.abc import Callable
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from elsewhere import (
    DID,
    DID_FILE,
    DID_KEY,
    HOST,
    KEY,
    METHOD,
    NOW,
    OTHER,
    Shelf,
    check,
    credential,
    did_document,
    entry,
    multikey,
    signed,
    signed_by_key,
    web,
)

from sitegen.foreign import linked_data
from sitegen.foreign.asked import Asked
from sitegen.foreign.verify import verify

GOOD = signed(credential())


def test_a_badge_of_a_host_is_good_with_its_key_fetched() -> None:
    verdict = check(GOOD, web())
    assert (verdict.state, verdict.issuer) == ("valid", "campus.example.net")
    assert verdict.claims["what"] == "Listening in pairs"
    assert "elsewhere" in verdict.words


def test_only_the_keys_are_fetched_for_it() -> None:
    shelf = Shelf(web())
    assert check(GOOD, shelf).is_valid
    assert shelf.asked == [DID_FILE]


def test_a_badge_of_a_key_is_good_without_asking_anybody() -> None:
    verdict = check(signed_by_key(credential(DID_KEY)))
    assert verdict.state == "valid"
    assert "nothing here says whose it is" in str(verdict.checks)


def test_offline_it_says_what_is_missing_and_how_to_get_it() -> None:
    verdict = check(GOOD)
    assert (verdict.state, verdict.code) == ("cannot-tell", "web-offline")
    assert "campus.example.net" in verdict.words
    assert "--online" in verdict.words


def test_what_was_not_looked_at_is_said() -> None:
    badge = signed(
        credential(
            endorsement=[{"id": f"{HOST}/e", "type": ["VerifiableCredential", "EndorsementCredential"]}]
        )
    )
    left = {one.name for one in check(badge, web()).checks if one.outcome == "not done"}
    assert left == {"recipient", "issuer", "endorsed"}


def test_an_issuer_of_the_register_is_not_taken_this_way() -> None:
    assert check(GOOD, web(), ours=frozenset({DID})).code == "other-form"


def put(*path: Any, to: Any) -> Callable[[Any], None]:
    def change(badge: Any) -> None:
        for step in path[:-1]:
            badge = badge[step]
        badge[path[-1]] = to

    return change


def taken(*path: Any) -> Callable[[Any], None]:
    def change(badge: Any) -> None:
        for step in path[:-1]:
            badge = badge[step]
        del badge[path[-1]]

    return change


def renamed(old: str, new: str, *path: Any) -> Callable[[Any], None]:
    def change(badge: Any) -> None:
        for step in path:
            badge = badge[step]
        badge[new] = badge.pop(old)

    return change


VC = "https://www.w3.org/2018/credentials#"
ENDING = credential(validUntil="2027-01-01T00:00:00Z", credentialStatus=entry())
CHANGES: dict[str, tuple[Callable[[Any], None], str]] = {
    "name": (put("name", to="Flying"), "altered"),
    "achievement": (put("credentialSubject", "achievement", "name", to="Flying"), "altered"),
    "a tag more": (put("credentialSubject", "achievement", "tag", to=["a", "b", "c"]), "altered"),
    "earner": (put("credentialSubject", "id", to="did:example:thief"), "altered"),
    "end taken away": (taken("validUntil"), "altered"),
    "end moved": (put("validUntil", to="2030-01-01T00:00:00Z"), "altered"),
    "end hidden behind its full name": (renamed("validUntil", VC + "validUntil"), "cannot-tell"),
    "member hidden as an alias": (renamed("id", "@id"), "cannot-tell"),
    "unknown term": (put("bonus", to="yes"), "cannot-tell"),
    "unknown term inside": (put("credentialSubject", "bonus", to="yes"), "cannot-tell"),
    "unknown type": (put("credentialSubject", "type", to=["AchievementSubject", "Hero"]), "cannot-tell"),
    "an id that injects statements": (
        put(
            "credentialSubject",
            "achievement",
            "id",
            to="https://x.example/> <https://y.example/p> <https://z.example/",
        ),
        "cannot-tell",
    ),
    "relative id": (put("credentialSubject", "id", to="earner"), "cannot-tell"),
    "blank id": (put("credentialSubject", "achievement", "criteria", "id", to="_:b0"), "cannot-tell"),
    "graph": (put("@graph", to=[]), "cannot-tell"),
    "included": (put("@included", to=[]), "cannot-tell"),
    "inner context": (
        put("credentialSubject", "@context", to={"name": "https://x.example/n"}),
        "cannot-tell",
    ),
    "inline context": (
        put("@context", to=[*GOOD["@context"], {"name": "https://x.example/n"}]),
        "cannot-tell",
    ),
    "foreign context": (put("@context", to=[*GOOD["@context"], "https://x.example/c"]), "cannot-tell"),
    "context missing": (put("@context", to=GOOD["@context"][:1]), "cannot-tell"),
    "other issuer": (put("issuer", "id", to="did:web:other.example.net"), "foreign-key"),
    "issuer without DID": (put("issuer", "id", to=f"{HOST}/issuer"), "foreign-key"),
    "no badge": (put("type", to=["VerifiableCredential"]), "not-a-badge"),
    "no proof": (taken("proof"), "cannot-tell"),
    "no proofs": (put("proof", to=[]), "cannot-tell"),
    "two proofs": (put("proof", to=GOOD["proof"] * 2), "cannot-tell"),
    "other purpose": (put("proof", 0, "proofPurpose", to="authentication"), "cannot-tell"),
    "other suite": (put("proof", 0, "cryptosuite", to="eddsa-jcs-2022"), "cannot-tell"),
    "other kind": (put("proof", 0, "type", to="Ed25519Signature2020"), "cannot-tell"),
    "moment of signing": (put("proof", 0, "created", to="2026-03-10T14:05:00Z"), "altered"),
    "signed tomorrow": (put("proof", 0, "created", to="2026-06-02T14:05:00Z"), "not-yet-valid"),
    "part of a proof more": (put("proof", 0, "nonce", to="x"), "cannot-tell"),
    "proof ends": (put("proof", 0, "expires", to="2027-01-01T00:00:00Z"), "altered"),
    "signature cut": (put("proof", 0, "proofValue", to=GOOD["proof"][0]["proofValue"][:-3]), "cannot-tell"),
    "signature of something else": (
        put("proof", 0, "proofValue", to=GOOD["proof"][0]["proofValue"]),
        "altered",
    ),
    "other key": (put("proof", 0, "verificationMethod", to=f"{DID}#{multikey(OTHER)}"), "unknown-key"),
    "key of somebody else": (put("proof", 0, "verificationMethod", to=f"{DID_KEY}#{KEY}"), "foreign-key"),
    "date without zone": (put("validFrom", to="2026-03-01T09:00:00"), "cannot-tell"),
    "no such day": (put("validFrom", to="2026-02-30T09:00:00Z"), "cannot-tell"),
    "two begins": (put("validFrom", to=["2026-03-01T09:00:00Z"] * 2), "cannot-tell"),
    "two earners": (put("credentialSubject", to=[credential()["credentialSubject"]] * 2), "cannot-tell"),
}


def test_unchanged_it_is_good() -> None:
    assert check(signed(ENDING), web()).state == "valid"


@pytest.mark.parametrize("name", CHANGES)
def test_every_tampering_is_refused(name: str) -> None:
    change, state = CHANGES[name]
    badge = copy.deepcopy(signed(ENDING))
    change(badge)
    assert check(badge, web()).state == state


def test_a_status_hidden_behind_its_full_name_is_seen() -> None:
    badge = copy.deepcopy(signed(ENDING))
    badge[VC + "credentialStatus"] = badge.pop("credentialStatus")
    assert check(badge, web()).code == "not-plain"


def test_a_status_that_was_moved_elsewhere_is_seen() -> None:
    plain = credential(evidence=[{"id": f"{HOST}/credentials/3732", "type": ["Evidence"]}])
    listed = {"id": f"{HOST}/l#1", "type": "1EdTechRevocationList"}
    context = [*plain["@context"], "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json"]
    badge = signed_by(plain | {"credentialStatus": listed, "@context": context})
    assert check(badge, web()).code == "web-status"
    moved = copy.deepcopy(badge)
    moved["evidence"][0]["credentialStatus"] = moved.pop("credentialStatus")
    assert not check(moved, web()).is_valid


def signed_by(document: dict[str, Any]) -> dict[str, Any]:
    """With a context more than the reference of the badges' tests has."""
    import contexts as reference_contexts
    from elsewhere import CREATED, ED
    from pyld_reference import Reference

    from sitegen.foreign import contexts

    extension = document["@context"][2]
    assert set(reference_contexts.documents()) < {*contexts.documents(document["@context"])}
    return Reference(dict(contexts.documents([extension]))).sign(document, ED, METHOD, CREATED)


@pytest.mark.parametrize(
    "name",
    [
        "earner",
        "",
        "//x.example/y",
        "?q",
        "#f",
        "../up",
        "relative-name://here.invalid/x",
        "_:b0",
        "https://x.example/ y",
    ],
)
def test_names_that_are_no_addresses_are_told(name: str) -> None:
    badge = copy.deepcopy(GOOD)
    badge["credentialSubject"]["id"] = name
    assert check(badge, web()).code == "not-an-address"


def test_a_word_that_nobody_signed_is_named_as_such() -> None:
    verdict = check(GOOD | {"bonus": "yes"}, web())
    assert verdict.code == "unknown-term"
    assert verdict.checks[3].outcome == "failed"


def test_a_context_that_has_changed_in_its_package_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    from sitegen.badges.terms import BADGES_CONTEXT
    from sitegen.foreign import contexts

    place, _ = contexts._PINNED[BADGES_CONTEXT]
    contexts._document.cache_clear()
    monkeypatch.setitem(contexts._PINNED, BADGES_CONTEXT, (place, "0" * 64))
    assert check(GOOD, web()).code == "other-context"


@pytest.mark.parametrize("package", ["openbadgeslib", "pyld"])
def test_without_the_extra_it_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch, package: str) -> None:
    from sitegen.foreign import contexts

    contexts._document.cache_clear()
    if package == "pyld":
        monkeypatch.setitem(sys.modules, "pyld", None)
    else:
        monkeypatch.setattr(contexts, "find_spec", lambda _: None)
    verdict = check(GOOD, web())
    assert verdict.code == "extra-missing"
    assert "sitegen[foreign]" in verdict.words


def test_all_known_contexts_are_at_hand() -> None:
    from sitegen.foreign import contexts

    contexts._document.cache_clear()
    assert len(contexts.documents(contexts._PINNED)) == 5


def test_an_order_of_sets_is_not_signed_and_does_not_matter() -> None:
    badge = copy.deepcopy(GOOD)
    badge["credentialSubject"]["achievement"]["tag"].reverse()
    assert check(badge, web()).is_valid


def test_a_number_with_a_fraction_has_an_answer() -> None:
    badge = copy.deepcopy(GOOD)
    badge["credentialSubject"]["achievement"]["creditsAvailable"] = 1.5
    assert check(badge, web()).code == "number-not-whole"


def test_a_member_that_stands_twice_is_refused() -> None:
    data = json.dumps(GOOD).replace('"name": "Listening', '"name": "Flying", "name": "Listening', 1).encode()
    assert check(data, web()).code == "repeated-member"


@pytest.mark.parametrize(
    ("document", "code"),
    [
        (did_document(id="did:web:other.example.net"), "web-data"),
        (did_document(assertionMethod=[]), "unknown-key"),
        (did_document(assertionMethod=None), "unknown-key"),
        (did_document(verificationMethod=did_document()["verificationMethod"][:1] * 2), "unknown-key"),
        ([], "web-data"),
        (b"{", "web-data"),
        (b'{"id": 1, "id": 2}', "web-data"),
    ],
)
def test_documents_of_keys_that_are_not_right_are_refused(document: Any, code: str) -> None:
    assert check(GOOD, {DID_FILE: document}).code == code


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"controller": "did:web:other.example.net"}, "foreign-key"),
        ({"type": "Ed25519VerificationKey2018"}, "unknown-key-kind"),
        ({"revoked": "2026-05-01T00:00:00Z"}, "key-time"),
        ({"expires": "2026-05-01T00:00:00Z"}, "key-time"),
        ({"expires": "soon"}, "date-form"),
        ({"publicKeyMultibase": multikey(OTHER)}, "altered"),
        ({"publicKeyMultibase": "zDnaegE6RR3atJtHKwTRTWHsJ3kNHqFwv7n9YjTgmU7TyfU76"}, "wrong-key"),
        ({"publicKeyMultibase": "z6MkeTG3bFFSLYVU7VqhgZxqr6YzpaGrQtFMh1uvqGy1vDnP"}, "weak-key"),
        ({"publicKeyMultibase": 5}, "wrong-key"),
    ],
)
def test_keys_that_are_not_right_are_refused(change: dict[str, Any], code: str) -> None:
    document = did_document()
    document["verificationMethod"][0] |= change
    assert check(GOOD, {DID_FILE: document}).code == code


def test_a_key_with_which_anybody_can_sign_is_refused() -> None:
    from sitegen.model import base58

    weak = "z" + base58.encode(b"\xed\x01" + bytes(32))
    badge = copy.deepcopy(GOOD)
    badge["issuer"]["id"] = f"did:key:{weak}"
    badge["proof"][0]["verificationMethod"] = f"did:key:{weak}#{weak}"
    assert check(badge).code == "weak-key"


@pytest.mark.parametrize(
    "did",
    ["did:web:127.0.0.1", "did:web:localhost", "did:web:x.example:..:a", "did:web:a@b.example", "did:ion:x"],
)
def test_names_that_lead_nowhere_good_are_not_followed(did: str) -> None:
    shelf = Shelf({})
    badge = copy.deepcopy(GOOD)
    badge["issuer"]["id"] = did
    badge["proof"][0]["verificationMethod"] = f"{did}#x"
    assert check(badge, shelf).state == "cannot-tell"
    assert shelf.asked == []


def test_parts_that_cannot_be_told_apart_do_not_take_for_ever() -> None:
    inner = [{"type": ["Alignment"], "targetName": "x", "targetUrl": "https://x.example"}]
    levels: Any = [
        {"type": ["Result"], "value": "1", "alignment": copy.deepcopy(inner) * 8} for _ in range(9)
    ]
    badge = copy.deepcopy(GOOD)
    badge["credentialSubject"]["result"] = levels
    assert check(badge, web()).code == "too-alike"


def test_a_badge_with_very_many_parts_is_refused() -> None:
    badge = copy.deepcopy(GOOD)
    badge["credentialSubject"]["achievement"]["tag"] = [str(number) for number in range(6000)]
    assert check(badge, web()).code == "too-large"


@pytest.mark.parametrize(
    "data", [b"", b"\x00", b"{}", b"[]", b"[[[[", b"1", b"a.b.c", b"https://", b"<svg/>", b'{"@context":7}']
)
def test_whatever_else_comes_is_never_good(data: bytes) -> None:
    assert verify(data, Asked(now=NOW, web=Shelf({}))).state in ("not-a-badge", "cannot-tell")


def test_the_statements_are_those_of_the_reference() -> None:
    from elsewhere import REFERENCE

    assert linked_data.canonical(credential()) == REFERENCE.canonical(credential())


def test_another_kind_of_key_in_a_did_is_read() -> None:
    other = Ed25519PrivateKey.from_private_bytes(bytes([5]) * 32)
    name = multikey(other)
    badge = signed(credential(f"did:key:{name}"), other, f"did:key:{name}#{name}")
    assert check(badge).is_valid
