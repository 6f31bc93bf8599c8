"""What our code signs, others accept; what somebody has tampered with, nobody does: we, PyLD and openbadgeslib agree."""

import copy
import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import other_verifiers
import pytest
import sample_awards as samples

from sitegen.badges import did, open_badges_2, verify
from sitegen.model.award import Award, Identity
from sitegen.model.issuer import Issuer

GOOD = samples.changed(expires=None)
LISTS = samples.files(samples.edition())
Document = dict[str, Any]


def ours_takes(document: Document, *editions: Any) -> bool:
    return verify.verify(json.dumps(document).encode(), samples.register(*editions), samples.NOW).is_valid


@pytest.mark.parametrize(
    "award",
    [
        GOOD,
        samples.PLAIN,
        samples.changed(GOOD, name=""),
        samples.changed(
            GOOD, identity=Identity(kind="hashed", digest="sha256$" + "0b" * 32, salt="s\u00e4lt")
        ),
        samples.changed(GOOD, site="https://badges.example.org", evidence=()),
        samples.changed(GOOD, achievement=samples.PLAIN.achievement, results=()),
    ],
)
def test_what_we_sign_others_accept(award: Award) -> None:
    document = samples.signed(award)
    assert ours_takes(document)
    assert other_verifiers.pyld_takes(document)
    assert other_verifiers.openbadgeslib_takes(document, LISTS)


def change(path: str, value: object) -> Callable[[Document], Document]:
    def tamper(document: Document) -> Document:
        *way, last = path.split("/")
        place: Any = document
        for step in way:
            place = place[int(step) if step.isdigit() else step]
        place[last] = value
        return document

    return tamper


def drop(path: str) -> Callable[[Document], Document]:
    def tamper(document: Document) -> Document:
        *way, last = path.split("/")
        place: Any = document
        for step in way:
            place = place[step]
        del place[last]
        return document

    return tamper


def of_another_key(document: Document) -> Document:
    unsigned = {name: value for name, value in document.items() if name != "proof"}
    return samples.sign(unsigned, samples.STRANGER)


def of_another_award(document: Document) -> Document:
    return {**document, "proof": samples.signed(samples.PLAIN)["proof"]}


def of_another_issuer(document: Document) -> Document:
    name = did.name(samples.SITE, "quarry")
    proof = {**document["proof"][0], "verificationMethod": did.method(name, samples.public(samples.QUARRY))}
    return {**document, "proof": [proof]}


def signature_turned(document: Document) -> Document:
    value = document["proof"][0]["proofValue"]
    return change("proof/0/proofValue", "z" + value[2] + value[1] + value[3:])(document)


def with_definition(document: Document) -> Document:
    own = {"honours": "https://schema.org/award"}
    return {**document, "@context": [*document["@context"], own], "honours": "x"}


TAMPERINGS: dict[str, Callable[[Document], Document]] = {
    "another name": change("credentialSubject/name", "Somebody Else"),
    "another title": change("credentialSubject/achievement/name", "Master of Everything"),
    "a better level": change(
        "credentialSubject/result/1/achievedLevel",
        f"{samples.SITE}/credentials/calm-routines/#version-1.3-row-2-level-1",
    ),
    "another date": change("validFrom", "2026-03-08T14:05:00Z"),
    "an end that was not there": change("validUntil", "2099-03-09T14:05:00Z"),
    "no status": drop("credentialStatus"),
    "another place in the list": change("credentialStatus/statusListIndex", "12"),
    "another earner": change("credentialSubject/id", "urn:uuid:00000000-0000-4000-8000-000000000000"),
    "evidence left out": drop("evidence"),
    "another purpose": change("proof/0/proofPurpose", "authentication"),
    "signed later": change("proof/0/created", "2026-03-10T14:05:00Z"),
    "a stranger's key": of_another_key,
    "another award's signature": of_another_award,
    "another issuer's key": of_another_issuer,
    "letters of the signature turned": signature_turned,
    "no signature": change("proof", []),
    "a word that no context knows": change("honours", "summa cum laude"),
    "a definition of its own": with_definition,
}


@pytest.mark.parametrize("kind", TAMPERINGS)
def test_nobody_accepts_what_was_tampered_with(kind: str) -> None:
    document = TAMPERINGS[kind](copy.deepcopy(samples.signed(GOOD)))
    assert not ours_takes(document)
    assert not other_verifiers.openbadgeslib_takes(document, LISTS)


BLIND = {"a word that no context knows"}
"""What PyLD drops without saying so."""


@pytest.mark.parametrize("kind", sorted(TAMPERINGS.keys() - BLIND))
def test_pyld_accepts_nothing_that_was_tampered_with(kind: str) -> None:
    document = TAMPERINGS[kind](copy.deepcopy(samples.signed(GOOD)))
    assert not other_verifiers.pyld_takes(document)


@pytest.mark.parametrize(
    "editions",
    [
        (samples.edition((4711,)),),
        (samples.edition((4711,)), samples.edition((4711,), "suspension")),
    ],
)
def test_nobody_accepts_a_revoked_or_suspended_award(editions: Any) -> None:
    document = samples.signed(GOOD)
    assert not ours_takes(document, *editions)
    assert not other_verifiers.openbadgeslib_takes(document, samples.files(*editions))


def test_nobody_accepts_an_award_that_has_run_out() -> None:
    then = datetime(2026, 2, 1, tzinfo=UTC)
    document = samples.signed(samples.changed(issued=then, awarded=then, expires=then + timedelta(days=9)))
    assert not ours_takes(document)
    assert not other_verifiers.openbadgeslib_takes(document, LISTS)


def test_nobody_accepts_an_award_by_a_compromised_key() -> None:
    document = samples.signed(GOOD, samples.LEAKED)
    assert not ours_takes(document)
    assert not other_verifiers.pyld_takes(document)
    assert not other_verifiers.openbadgeslib_takes(document, LISTS)


def hosted(award: Award, assertion: Document) -> dict[str, bytes]:
    """What the site publishes for 2.0."""
    issuer = Issuer(name="Harbor", summary="Teachers who teach teachers.", type="Collective")
    documents = (
        assertion,
        open_badges_2.badge_class(award.site, award.issuer, award.achievement, f"{samples.SITE}/x.png"),
        open_badges_2.issuer(award.site, award.issuer, issuer),
    )
    return {str(document["id"]): json.dumps(document).encode() for document in documents}


@pytest.mark.parametrize("award", [GOOD, samples.PLAIN])
def test_others_accept_the_hosted_assertion(award: Award) -> None:
    assertion = open_badges_2.assertion(award)
    assert other_verifiers.hosted_takes(assertion, hosted(award, assertion))


def test_nobody_accepts_the_hosted_assertion_of_a_revoked_award() -> None:
    whole, stripped = open_badges_2.assertion(GOOD), open_badges_2.revoked(GOOD, "By mistake")
    assert not other_verifiers.hosted_takes(whole, hosted(GOOD, stripped))
