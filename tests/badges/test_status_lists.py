"""Status lists: what they say, that only their issuer says it, and what may follow what."""

import json
from datetime import timedelta
from typing import Any

import msgspec
import pytest
import sample_awards as samples
from pyld_reference import Reference

from sitegen.badges import bits, editions, open_badges_3, status, trust
from sitegen.badges.editions import Pair
from sitegen.badges.refusal import Refused

LATER = samples.ISSUED + timedelta(days=1)
HERE = status.address(samples.SITE, "harbor", "revocation")


def test_a_list_comes_back_as_it_was_signed() -> None:
    made = samples.edition((0, 4711))
    read = status.read(samples.signed_list(made))
    assert read == msgspec.structs.replace(made, key=samples.public(samples.HARBOR))
    assert read.reasons == {0: "reason 0", 4711: "reason 4711"}


def test_a_list_is_what_the_standard_asks_for() -> None:
    document = status.document(samples.edition((4711,)))
    assert document["id"] == f"{samples.SITE}/status/harbor.json"
    assert document["issuer"] == "did:web:badges.example.org:issuers:harbor"
    assert document["credentialSubject"]["id"] == f"{samples.SITE}/status/harbor.json#list"
    assert "validUntil" not in document


def test_a_list_without_reasons_says_none() -> None:
    assert "description" not in status.document(samples.edition())


def test_a_signed_list_verifies_by_pyld() -> None:
    Reference().check(json.loads(samples.signed_list(samples.edition((4711,)))))


def test_lists_for_revoked_and_for_suspended_awards_have_their_own_addresses() -> None:
    assert (
        status.address(samples.SITE, "harbor", "suspension") == f"{samples.SITE}/status/harbor.suspended.json"
    )


def test_each_edition_is_later_than_the_last_even_if_the_clock_is_not() -> None:
    first = samples.edition()
    early = status.changed(first, 1, samples.ISSUED - timedelta(days=9), on=True)
    late = status.changed(early, 2, LATER, on=True)
    assert early.at == samples.ISSUED + timedelta(seconds=1)
    assert late.at == LATER


def test_clearing_a_place_takes_its_reason_away() -> None:
    made = status.changed(samples.edition((5,)), 5, LATER, "again", on=False)
    assert (made.reasons, bits.indices(made.bits)) == ({}, ())


def test_a_reason_is_one_line_and_may_be_left_out() -> None:
    made = status.changed(samples.edition(), 5, LATER, "by\n 7: mistake", on=True)
    assert made.reasons == {5: "by 7: mistake"}
    assert status.changed(made, 5, LATER, on=True).reasons == {}


def test_other_text_in_the_description_is_no_reason() -> None:
    document = {**status.document(samples.edition()), "description": "A list.\n3: because\n04: no"}
    assert status.read(open_badges_3.line(samples.sign(document))).reasons == {3: "because"}


def listed(**members: Any) -> dict[str, Any]:
    return {**status.document(samples.edition()), **members}


def subject(**members: Any) -> dict[str, Any]:
    return listed(credentialSubject={**status.document(samples.edition())["credentialSubject"], **members})


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"[]", "status-form"),
        (b"{", "not-json"),
        (b" " * 3_000_001, "too-large"),
        (open_badges_3.line(status.document(samples.edition())), "no-proof"),
        (samples.line(), "status-form"),
        (open_badges_3.line(samples.sign(listed(id=f"{samples.SITE}/status/quarry.json"))), "status-other"),
        (open_badges_3.line(samples.sign(listed(issuer="did:example:x"))), "status-other"),
        (open_badges_3.line(samples.sign(subject(id=f"{samples.SITE}/other#list"))), "status-other"),
        (open_badges_3.line(samples.sign(subject(statusPurpose="message"))), "status-form"),
        (open_badges_3.line(samples.sign(subject(encodedList="uAAAA"))), "status-damaged"),
        (samples.signed_list(samples.edition()).replace(b"05:00Z", b"06:00Z"), "altered"),
    ],
)
def test_what_is_no_good_list_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(Refused) as refused:
        status.read(data)
    assert refused.value.code == code


def standing(files: dict[str, bytes], **more: Any) -> Pair:
    return trust.standing(trust.of(samples.KNOWN, files, samples.NOW, **more), samples.SITE, "harbor")


def test_both_lists_of_an_issuer_are_found() -> None:
    pair = standing(samples.files(samples.edition((1, 2)), samples.edition((2,), "suspension")))
    assert pair.suspended is not None
    assert (bits.indices(pair.revoked.bits), bits.indices(pair.suspended.bits)) == ((1, 2), (2,))


OTHERS = samples.signed_list(samples.edition(issuer="quarry"), samples.QUARRY)


@pytest.mark.parametrize(
    ("files", "code"),
    [
        ({}, "status-missing"),
        ({HERE: b"{}"}, "status-no-proof"),
        ({HERE: OTHERS}, "status-other"),
        ({HERE: samples.signed_list(samples.edition(), samples.STRANGER)}, "status-unknown-key"),
        ({HERE: samples.signed_list(samples.edition(), samples.QUARRY)}, "status-foreign-key"),
        ({HERE: samples.signed_list(samples.edition(), samples.LEAKED)}, "status-key-compromised"),
        ({HERE: samples.signed_list(samples.edition(), samples.RETIRED)}, "status-key-time"),
        ({HERE: samples.signed_list(samples.edition(issuer="nobody"))}, "status-unknown-issuer"),
        (samples.files(samples.edition(at=samples.NOW + timedelta(minutes=6))), "status-future"),
        (
            {**samples.files(samples.edition()), status.address(samples.SITE, "harbor", "suspension"): b""},
            "status-not-json",
        ),
    ],
)
def test_lists_that_cannot_be_trusted_say_nothing(files: dict[str, bytes], code: str) -> None:
    with pytest.raises(Refused) as refused:
        standing(files)
    assert refused.value.code == code


def test_a_clock_may_be_five_minutes_ahead() -> None:
    assert standing(samples.files(samples.edition(at=samples.NOW + timedelta(minutes=5))))


def test_a_list_older_than_one_seen_before_says_nothing() -> None:
    assert standing(samples.files(samples.edition()), seen={HERE: samples.ISSUED})
    with pytest.raises(Refused, match="older than one that was seen before"):
        standing(samples.files(samples.edition()), seen={HERE: LATER})


def pair(revoked: tuple[int, ...] = (), suspended: tuple[int, ...] | None = None, day: int = 0) -> Pair:
    at = samples.ISSUED + timedelta(days=day)
    second = None if suspended is None else samples.edition(suspended, "suspension", at)
    return Pair(samples.edition(revoked, at=at), second)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (pair((1,)), pair((1,))),
        (pair((1,)), pair((1, 2), day=1)),
        (pair(), pair((2,), (2,), day=1)),
        (pair((2,), (2,)), pair((), (), day=1)),
        (pair((2,), (2,)), pair((2,), (), day=1)),
    ],
)
def test_lists_may_grow_and_what_was_suspended_may_come_back(before: Pair, after: Pair) -> None:
    assert editions.compare(before, after) == ()


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        (pair((1,)), pair((), day=1), "status-unrevoked"),
        (pair((1,)), pair((1,), (1,), day=1), "status-unrevoked"),
        (pair((2,), (2,)), pair((2,), None, day=1), "status-withdrawn"),
        (pair(day=1), pair(), "status-older"),
        (pair(), pair((1,)), "status-older"),
        (pair((), ()), pair((), (1,)), "status-older"),
        (
            Pair(msgspec.structs.replace(samples.edition(), bits=bytes(20_000))),
            pair(day=1),
            "status-shorter",
        ),
    ],
)
def test_nothing_revoked_comes_back_and_no_list_grows_younger(before: Pair, after: Pair, code: str) -> None:
    assert [fault.code for fault in editions.compare(before, after)] == [code]


def test_places_that_are_suspended_without_being_revoked_show_that_one_list_is_old() -> None:
    assert editions.disagreement(pair((1, 2), (2,))) == ()
    assert editions.disagreement(pair((1,), (2,))) == (2,)
    assert editions.disagreement(pair((1,))) == ()
