"""What the table does not describe is refused, each fault with its own code, and never guessed."""

import copy
from collections.abc import Callable
from typing import Any

import made_awards
import pytest
from made_awards import DID

from sitegen.badges import canonical
from sitegen.badges.frames import Frames
from sitegen.badges.refusal import Refused
from sitegen.badges.shapes import Member, Root, Shape, Terms
from sitegen.badges.terms import BADGES_CONTEXT, CREDENTIALS_CONTEXT

SUBJECT = ("credentialSubject",)
ACHIEVEMENT = (*SUBJECT, "achievement")
NESTED: list[Any] = []
for _ in range(100_000):
    NESTED = [NESTED]


def put(*path: Any) -> Callable[[dict[str, Any]], None]:
    """A change: at this way through the award stands the last of these; nothing, if it is an ellipsis."""
    *way, last, value = path

    def change(award: dict[str, Any]) -> None:
        part: Any = award
        for step in way:
            part = part[step]
        if value is ...:
            del part[last]
        else:
            part[last] = value

    return change


FAULTS: dict[str, list[Callable[[dict[str, Any]], None]]] = {
    "unknown-member": [
        put("renderMethod", {"id": "https://example.org/"}),
        put("proof", []),
        put("@id", "https://example.org/"),
        put("issuer", "alsoKnownAs", ["https://example.org/"]),
        put(*SUBJECT, "email", "a@example.org"),
        put(*ACHIEVEMENT, "criteria", "type", None),
        put(*ACHIEVEMENT, "resultDescription", 0, "rubricCriterionLevel", 0, "points", "3"),
        put(*SUBJECT, "identifier", 0, "id", "urn:x:y"),
    ],
    "unknown-type": [
        put("type", ...),
        put("type", "VerifiableCredential"),
        put("type", ["OpenBadgeCredential", "VerifiableCredential"]),
        put("type", ["VerifiableCredential", "AchievementCredential"]),
        put("type", [["VerifiableCredential"], {}]),
    ],
    "inline-context": [
        put("@context", 1, {"name": "https://example.org/name"}),
        put("@context", {"@vocab": "https://example.org/"}),
        put("issuer", "@context", CREDENTIALS_CONTEXT),
    ],
    "foreign-context": [
        put("@context", ...),
        put("@context", None),
        put("@context", CREDENTIALS_CONTEXT),
        put("@context", [CREDENTIALS_CONTEXT]),
        put("@context", [BADGES_CONTEXT, CREDENTIALS_CONTEXT]),
        put("@context", [CREDENTIALS_CONTEXT, BADGES_CONTEXT, "https://example.org/context"]),
        put("@context", 1, "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json"),
    ],
    "wrong-type": [
        put("issuer", "type", "Profile"),
        put("issuer", "type", ...),
        put("issuer", "type", ["Profile", "Profile"]),
        put("credentialStatus", "type", ["BitstringStatusListEntry"]),
        put(*ACHIEVEMENT, "image", "type", None),
        put(*ACHIEVEMENT, "criteria", "type", "Criteria"),
    ],
    "id-missing": [put("id", ...), put("issuer", "id", ...), put(*ACHIEVEMENT, "id", ...)],
    "not-an-object": [
        put("issuer", made_awards.DID),
        put(*SUBJECT, [made_awards.whole()["credentialSubject"]]),
        put(*ACHIEVEMENT, None),
        put("evidence", ["https://example.org/"]),
        put("credentialStatus", NESTED),
    ],
    "not-a-list": [
        put("evidence", {"type": ["Evidence"]}),
        put(*ACHIEVEMENT, "tag", "reading"),
        put("evidence", None),
    ],
    "empty-list": [put("evidence", []), put(*ACHIEVEMENT, "tag", [])],
    "repeated": [
        put(*ACHIEVEMENT, "tag", ["a", "b", "a"]),
        put("evidence", [{"id": "urn:x:y", "type": ["Evidence"], "name": "A"}] * 2),
    ],
    "id-used-twice": [
        put("credentialStatus", "id", made_awards.DID),
        put(*ACHIEVEMENT, "criteria", {"id": made_awards.whole()["id"], "narrative": "a"}),
        put(*SUBJECT, "source", {"id": made_awards.DID, "type": ["Profile"], "name": "Somebody else"}),
        put(*ACHIEVEMENT, "creator", {"id": made_awards.DID, "type": ["Profile"], "name": "Somebody else"}),
    ],
    "not-text": [
        put("name", None),
        put("name", 3),
        put("name", ["A"]),
        put("name", {"@value": "A", "@language": "en"}),
        put(*ACHIEVEMENT, "tag", [["a"]]),
        put("validFrom", 20260309),
        put("id", None),
        put("id", ["https://example.org/"]),
        put("issuer", "url", True),
        put("credentialStatus", "statusListCredential", {"id": "https://example.org/"}),
    ],
    "not-true-or-false": [
        put(*SUBJECT, "identifier", 0, "hashed", 1),
        put(*SUBJECT, "identifier", 0, "hashed", "true"),
        put(*SUBJECT, "identifier", 0, "hashed", None),
    ],
    "control-character": [
        put("name", "a\x00"),
        put("name", "a\x0b"),
        put("name", "\x7f"),
        put(*SUBJECT, "name", "\ud800"),
    ],
    "date-without-zone": [
        put("validFrom", "2026-03-09"),
        put("validFrom", "2026-03-09T14:05:00"),
        put("validUntil", "2026-03-09T14:05"),
        put("awardedDate", "2026-03-09T14:05:00.123"),
        put(*SUBJECT, "activityStartDate", "2026-03-09"),
    ],
    "date-form": [
        put("validFrom", "2026-03-09T14:05:00+00:00"),
        put("validFrom", "2026-03-09T14:05:00.000Z"),
        put("validFrom", "2026-03-09t14:05:00z"),
        put("validFrom", "２026-03-09T14:05:00Z"),
        put("validFrom", "2026-03-09T14:05:00Z\n"),
        put("validFrom", " 2026-03-09T14:05:00Z"),
        put("validFrom", "yesterday"),
        put("validFrom", ""),
    ],
    "no-such-date": [
        put("validFrom", "2026-02-29T00:00:00Z"),
        put("validFrom", "2026-13-01T00:00:00Z"),
        put("validFrom", "2026-06-30T23:59:60Z"),
        put("validFrom", "2026-06-30T24:00:00Z"),
        put("validFrom", "0000-01-01T00:00:00Z"),
    ],
    "address-not-absolute": [
        put("id", "badge.json"),
        put("id", "/badges/ab/1.json"),
        put("id", "#me"),
        put("id", "_:b0"),
        put("id", ""),
        put("issuer", "url", "www.example.org"),
        put("issuer", "url", "//example.org/"),
        put("issuer", "url", "https:"),
        put("credentialStatus", "statusListCredential", "north.json"),
    ],
    "address-form": [
        put("id", "https://"),
        put("id", "javascript:alert(1)"),
        put("issuer", "url", "https://example.org/a b"),
        put("issuer", "url", "https://example.org/<script>"),
        put("issuer", "url", "https://exämple.org/"),
        put("issuer", "url", "https://example.org/\n"),
        put("issuer", "url", 'https://example.org/"'),
        put("issuer", "url", "HTTPS://example.org/"),
        put("evidence", 0, {"id": "data:text/html,x", "type": ["Evidence"], "name": "A"}),
    ],
}
CASES = [(code, number) for code, changes in FAULTS.items() for number in range(len(changes))]


@pytest.mark.parametrize(("code", "number"), CASES)
def test_each_fault_has_its_code_in_both_ways(code: str, number: int) -> None:
    award = made_awards.whole()
    frames = Frames()
    canonical.hashed(award, frames)
    award = copy.deepcopy(award)
    FAULTS[code][number](award)
    for way in (canonical.nquads, lambda changed: canonical.hashed(changed, frames)):
        with pytest.raises(Refused) as caught:
            way(award)
        assert caught.value.code == code


@pytest.mark.parametrize("document", [None, [], "text", 3, True, NESTED])
def test_what_is_no_object_is_refused(document: Any) -> None:
    with pytest.raises(Refused, match="braces"):
        canonical.nquads(document)


def test_parts_that_only_an_endless_look_would_tell_apart_are_refused() -> None:
    award = made_awards.whole()
    deep: list[Any] = []
    for _ in range(100_000):
        deep = [deep]
    image = {"id": DID, "further": deep, "type": "Image", "caption": "A"}
    award["issuer"] = {"id": DID, "further": NESTED, "type": ["Profile"], "image": image}
    with pytest.raises(Refused) as caught:
        canonical.nquads(award)
    assert caught.value.code == "too-deep"


@pytest.mark.parametrize(
    "place", [("name",), (*ACHIEVEMENT, "name"), (*ACHIEVEMENT, "tag"), ("issuer", "url")]
)
def test_what_is_endlessly_deep_is_refused(place: tuple[str, ...]) -> None:
    award = made_awards.whole()
    put(*place, NESTED)(award)
    for way in (canonical.nquads, lambda changed: canonical.hashed(changed, Frames())):
        with pytest.raises(Refused):
            way(award)


def test_a_proof_may_only_be_for_what_the_table_says() -> None:
    options = {
        "@context": [CREDENTIALS_CONTEXT],
        "type": "DataIntegrityProof",
        "proofPurpose": "authentication",
    }
    with pytest.raises(Refused, match="assertionMethod"):
        canonical.nquads(options)


def test_a_refusal_shows_its_words_and_its_code() -> None:
    with pytest.raises(Refused) as caught:
        canonical.nquads({})
    assert str(caught.value) == f"{caught.value.words} (unknown-type)"


def test_the_order_of_members_does_not_matter() -> None:
    award = made_awards.whole()
    turned = dict(reversed(award.items()))
    assert canonical.nquads(turned) == canonical.nquads(award)


def test_the_document_is_not_changed() -> None:
    award = made_awards.whole()
    before = copy.deepcopy(award)
    canonical.nquads(award)
    assert award == before


@pytest.mark.parametrize(
    "change",
    [
        put("name", "Another"),
        put(*SUBJECT, "name", ...),
        put(*ACHIEVEMENT, "tag", ["another"]),
        put(*ACHIEVEMENT, "resultDescription", 0, "rubricCriterionLevel", 0, "description", "Another"),
        put(*SUBJECT, "identifier", 0, "salt", "another"),
        put("credentialStatus", "statusListIndex", "8"),
    ],
)
def test_every_change_shows_in_both_ways(change: Callable[[dict[str, Any]], None]) -> None:
    award = made_awards.whole()
    frames = Frames()
    before = canonical.nquads(award), canonical.hashed(award, frames)
    change(award)
    assert canonical.nquads(award) != before[0]
    assert canonical.hashed(award, frames) != before[1]


def nested(parts: list[dict[str, Any]]) -> tuple[dict[str, Any], Terms]:
    """A document of parts without ids within parts without ids, which badges do not have, and its terms."""
    table = Terms(
        roots=(Root((CREDENTIALS_CONTEXT,), "outer"),),
        shapes={
            "outer": Shape("Outer", "maybe", {"has": Member("urn:has", "node", shape="inner", many=True)}),
            "inner": Shape(
                None,
                "maybe",
                {
                    "label": Member("urn:label"),
                    "see": Member("urn:see", "address", many=True),
                    "holds": Member("urn:holds", "node", shape="leaf"),
                },
            ),
            "leaf": Shape(None, "maybe", {"text": Member("urn:text")}),
        },
        types={"Outer": "urn:Outer"},
        address_starts=("urn:",),
    )
    return {"@context": [CREDENTIALS_CONTEXT], "type": "Outer", "has": parts}, table


def test_parts_within_parts_are_named_by_what_is_around_them() -> None:
    parts = [
        {"label": "a", "holds": {"text": "1"}, "see": ["urn:b", "urn:a"]},
        {"label": "b", "holds": {"id": "urn:leaf", "text": "1"}},
    ]
    text = canonical.nquads(*nested(parts))
    assert text == canonical.nquads(*nested(parts[::-1]))
    assert sorted({line.split(" ")[0] for line in text.splitlines()}) == [
        "<urn:leaf>", "_:c14n0", "_:c14n1", "_:c14n2", "_:c14n3",
    ]  # fmt: skip


def test_parts_that_only_the_n_degree_step_could_tell_apart_are_refused() -> None:
    with pytest.raises(Refused) as caught:
        canonical.nquads(*nested([{"holds": {"text": "1"}}, {"holds": {"text": "2"}}]))
    assert caught.value.code == "alike-without-id"
