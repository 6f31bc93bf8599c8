"""Our canonical form is PyLD's, on awards with every member in and out and texts that need care."""

import copy
from hashlib import sha256
from typing import Any

import made_awards
import pyld_digests
import pytest
from pyld_reference import Reference

from sitegen.badges import canonical
from sitegen.badges.frames import Frames
from sitegen.badges.terms import CREDENTIALS_CONTEXT

REFERENCE = Reference()


LIVE = 5
"""So many awards of each seed are shown to PyLD now; what it made of all others is remembered."""


@pytest.mark.parametrize("seed", pyld_digests.SEEDS)
def test_a_thousand_awards_are_equal_in_both_ways(seed: int) -> None:
    frames = Frames(limit=4)
    awards, kept = pyld_digests.awards(seed), pyld_digests.kept(seed)
    assert len(awards) == len(kept)
    for award, expected in zip(awards, kept, strict=True):
        text = canonical.nquads(award)
        assert pyld_digests.of(text) == expected
        assert canonical.hashed(copy.deepcopy(award), frames) == sha256(text.encode()).digest()


@pytest.mark.parametrize("seed", pyld_digests.SEEDS)
def test_what_is_remembered_of_pyld_is_what_it_says(seed: int) -> None:
    awards = pyld_digests.awards(seed)[:LIVE]
    assert [pyld_digests.of(REFERENCE.canonical(one)) for one in awards] == pyld_digests.kept(seed)[:LIVE]


def test_a_status_list_is_equal() -> None:
    document = {
        "@context": [CREDENTIALS_CONTEXT],
        "id": "https://badges.example.org/status/north.json",
        "type": ["VerifiableCredential", "BitstringStatusListCredential"],
        "issuer": made_awards.DID,
        "validFrom": made_awards.CREATED,
        "credentialSubject": {
            "id": "https://badges.example.org/status/north.json#list",
            "type": "BitstringStatusList",
            "statusPurpose": "revocation",
            "encodedList": "uH4sIAAAAAAAAA",
        },
    }
    assert canonical.nquads(document) == REFERENCE.canonical(document)
    assert canonical.hashed(document, Frames()) == sha256(REFERENCE.canonical(document).encode()).digest()


def test_the_options_of_a_proof_are_equal() -> None:
    options = {
        "@context": [CREDENTIALS_CONTEXT],
        "type": "DataIntegrityProof",
        "cryptosuite": "eddsa-rdfc-2022",
        "created": made_awards.CREATED,
        "verificationMethod": made_awards.METHOD,
        "proofPurpose": "assertionMethod",
    }
    assert canonical.nquads(options) == REFERENCE.canonical(options)


def alike(results: list[dict[str, Any]]) -> dict[str, Any]:
    """An award with these results, which have no ids."""
    award = made_awards.awards(1, 1, 1)[0]
    award["credentialSubject"]["result"] = [
        {"type": ["Result"], "achievedLevel": "https://example.org/level"} | result for result in results
    ]
    return award


@pytest.mark.parametrize("copies", [2, 3, 12])
def test_parts_that_cannot_be_told_apart_are_all_kept(copies: int) -> None:
    award = alike([{}] * copies + [{"resultDescription": "https://example.org/row"}])
    text = canonical.nquads(award)
    assert text == REFERENCE.canonical(award)
    assert text.count(" <https://purl.imsglobal.org/spec/vc/ob/vocab.html#Result> .\n") == copies + 1


def test_a_part_that_stands_in_two_places_is_stated_once() -> None:
    award = made_awards.awards(1, 1, 1)[0]
    award["credentialSubject"]["source"] = copy.deepcopy(award["issuer"])
    award["credentialSubject"]["achievement"]["creator"] = copy.deepcopy(award["issuer"])
    expected = REFERENCE.canonical(award)
    assert canonical.nquads(award) == expected
    assert canonical.hashed(award, Frames()) == sha256(expected.encode()).digest()
