"""An award becomes a 3.0 credential and comes back unchanged; nothing else comes back at all."""

import copy
import json
from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec
import pytest
import sample_awards as samples
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.badges import open_badges_3, profile, proof
from sitegen.badges.refusal import Refused
from sitegen.model.award import (
    Achievement,
    Alignment,
    Assessor,
    Award,
    Evidence,
    Identity,
    RowResult,
    RubricLevel,
    RubricRow,
)

WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=30)
MAYBE = st.one_of(st.just(""), WORDS)
SLUGS = st.from_regex(r"[a-z0-9]{1,6}(-[a-z0-9]{1,4}){0,2}", fullmatch=True)
LINKS = SLUGS.map(lambda slug: f"https://{slug}.example.org/{slug}")
MOMENTS = st.integers(1_577_836_800, 1_893_456_000).map(lambda second: datetime.fromtimestamp(second, UTC))
SITES = st.sampled_from(
    ["https://badges.example.org", "https://a.example:8443", "https://a.example/cat~x/b", "https://localhost"]
)
HEX = st.integers(0, 2**256 - 1)


@st.composite
def rows(draw: st.DrawFn) -> RubricRow:
    names = draw(st.lists(WORDS, min_size=1, max_size=3, unique=True))
    levels = tuple(RubricLevel(name=name, text=draw(MAYBE)) for name in names)
    return RubricRow(name=draw(WORDS), levels=levels, required=draw(st.sampled_from(names)))


@st.composite
def achievements(draw: st.DrawFn) -> Achievement:
    image = draw(st.one_of(st.just(""), LINKS))
    kinds = st.sampled_from(["CASE", "CTDL", "ESCO", "other"])
    one = st.builds(Alignment, name=WORDS, url=LINKS, framework=MAYBE, code=MAYBE, kind=kinds)
    return Achievement(
        credential=draw(SLUGS),
        title=draw(WORDS),
        version=draw(st.from_regex(r"[0-9]{1,2}\.[0-9]", fullmatch=True)),
        summary=draw(WORDS),
        competency=draw(MAYBE),
        criteria=draw(MAYBE),
        language=draw(st.sampled_from(["en", "pt-BR", "es"])),
        image=image,
        caption=draw(MAYBE) if image else "",
        focus_areas=tuple(draw(st.lists(WORDS, max_size=3, unique=True))),
        alignments=tuple(draw(st.lists(one, max_size=3))),
        rubric=tuple(draw(st.lists(rows(), max_size=3))),
    )


@st.composite
def awards(draw: st.DrawFn) -> Award:
    asked = draw(achievements())
    piece = st.builds(
        Evidence, title=WORDS, url=st.one_of(st.just(""), LINKS), description=MAYBE, text=MAYBE, kind=MAYBE
    )
    awarded = draw(MOMENTS)
    issued = awarded + timedelta(days=draw(st.integers(0, 900)))
    mark = st.builds(
        Identity,
        kind=st.sampled_from(["private", "hashed"]),
        digest=HEX.map(lambda n: f"sha256${n:064x}"),
        salt=MAYBE,
    )
    return Award(
        id=f"{draw(st.integers(0, 2**128 - 1)):032x}",
        site=draw(SITES),
        issuer=draw(SLUGS),
        issuer_name=draw(WORDS),
        issuer_summary=draw(MAYBE),
        subject=samples.AWARD.subject,
        name=draw(MAYBE),
        identity=draw(st.none() | mark),
        achievement=asked,
        issued=issued,
        awarded=awarded,
        expires=draw(st.none() | st.just(issued + timedelta(seconds=1))),
        began=draw(st.none() | MOMENTS),
        finished=draw(st.none() | MOMENTS),
        index=draw(st.integers(0, 9_999_999)),
        results=tuple(
            RowResult(at, draw(st.integers(0, len(row.levels) - 1))) for at, row in enumerate(asked.rubric)
        ),
        evidence=tuple(draw(st.lists(piece, max_size=3, unique_by=lambda one: one.url or one.title))),
        assessor=draw(
            st.none() | st.builds(Assessor, name=WORDS, role=MAYBE, url=st.one_of(st.just(""), LINKS))
        ),
    )


@settings(max_examples=60, deadline=None)
@given(awards())
def test_an_award_survives_the_way_there_and_back(award: Award) -> None:
    document = open_badges_3.document(award)
    site_signed = {**document, "proof": samples.signed()["proof"]}
    method = f"{document['issuer']['id']}#{samples.public(samples.HARBOR)}"  # type: ignore[index]
    site_signed["proof"] = [{**site_signed["proof"][0], "verificationMethod": method}]
    found = open_badges_3.award(json.loads(json.dumps(site_signed)))
    assert found == samples.changed(award, key=samples.public(samples.HARBOR), signed=samples.ISSUED)


@settings(max_examples=10, deadline=None)
@given(awards())
def test_every_award_can_be_signed_and_checked(award: Award) -> None:
    signed = samples.sign(open_badges_3.document(award))
    assert proof.check(json.loads(open_badges_3.line(signed))) == samples.public(samples.HARBOR)


def test_an_award_that_says_little_has_no_empty_members() -> None:
    assert b'""' not in samples.line(samples.PLAIN)
    assert b"null" not in samples.line(samples.PLAIN)
    assert b"[]" not in samples.line(samples.PLAIN)


def test_a_batch_line_is_one_line() -> None:
    assert samples.line().count(b"\n") == 1
    assert samples.line().endswith(b"}\n")


def test_what_was_accepted_before_is_read_again_as_the_same() -> None:
    signed = samples.line(samples.AWARD)
    assert open_badges_3.known(signed) == open_badges_3.award(json.loads(signed))


def test_every_part_but_marks_of_addresses_has_an_absolute_id() -> None:
    def parts(value: object) -> list[dict[str, Any]]:
        if isinstance(value, dict):
            return [value, *(part for one in value.values() for part in parts(one))]
        return [part for one in value for part in parts(one)] if isinstance(value, list) else []

    nameless = [
        part for part in parts(open_badges_3.document(samples.AWARD)) if ":" not in part.get("id", "")
    ]
    assert [part["type"] for part in nameless] == ["IdentityObject"]


def test_text_written_by_us_is_recognised_and_needs_no_strict_reader() -> None:
    shape = open_badges_3.exact(samples.line())
    assert shape == open_badges_3.shape(samples.signed())


@pytest.mark.parametrize(
    "text",
    [
        json.dumps(samples.signed()).encode(),
        samples.line().replace(
            b'"name":"Calm Routines"', b'"name":"Calm Routines","name":"Calm Routines"', 1
        ),
        samples.line().replace(b"Collective", b"\\u0043ollective"),
        samples.line() + b" ",
        b"\xff",
        b"[" * 100_000,
    ],
)
def test_text_written_otherwise_is_left_to_the_strict_reader(text: bytes) -> None:
    assert open_badges_3.exact(text) is None


def test_a_level_that_a_row_does_not_have_cannot_be_required() -> None:
    row = msgspec.structs.replace(samples.ACHIEVEMENT.rubric[0], required="Splendid")
    wrong = samples.changed(achievement=msgspec.structs.replace(samples.ACHIEVEMENT, rubric=(row,)))
    with pytest.raises(ValueError, match=r"not in (tuple|list)"):
        open_badges_3.document(wrong)


def edited(path: str, value: object) -> dict[str, Any]:
    """The sample with another value at a path; None takes the member out."""
    document = copy.deepcopy(samples.signed())
    *way, last = path.split("/")
    place: Any = document
    for step in way:
        place = place[int(step) if step.isdigit() else step]
    if value is None:
        del place[last]
    else:
        place[int(last) if last.isdigit() else last] = value
    return document


ROW = "credentialSubject/achievement/resultDescription/0"
OTHER = "https://other.example.org"


@pytest.mark.parametrize(
    ("path", "value", "code"),
    [
        ("@context/1", "https://purl.imsglobal.org/spec/ob/v3p0/context.json", "foreign-context"),
        ("@context", [*profile.CONTEXT, "https://evil.example/x"], "foreign-context"),
        ("id", f"{OTHER}/badges/ab/ab012345678901234567890123456789.json", "wrong-id"),
        ("id", f"{samples.SITE}/badges/cd/ab012345678901234567890123456789.json", "wrong-id"),
        ("id", f"{samples.SITE}/badges/ab/short.json", "wrong-id"),
        ("issuer/id", "did:key:z6Mk", "wrong-id"),
        ("issuer", "did:web:badges.example.org:issuers:harbor", "wrong-form"),
        ("issuer/url", f"{samples.SITE}/issuers/quarry/", "wrong-form"),
        ("issuer/email", "a@example.org", "unknown-member"),
        ("name", None, "missing-member"),
        ("name", "Another Name", "wrong-form"),
        ("type", ["OpenBadgeCredential", "VerifiableCredential"], "wrong-form"),
        ("type", ["VerifiableCredential", "OpenBadgeCredential", "Extra"], "wrong-form"),
        ("validFrom", "2026-03-09", "date-form"),
        ("validFrom", "2026-03-09T14:05:00", "date-form"),
        ("validFrom", "2026-03-09T14:05:00Z\n", "date-form"),
        ("validFrom", "2026-02-30T14:05:00Z", "no-such-date"),
        ("validUntil", "2026-03-09T14:05:00Z", "dates-order"),
        ("awardedDate", "2026-03-10T14:05:00Z", "dates-order"),
        ("credentialSubject/name", "", "wrong-form"),
        ("credentialSubject/id", "mailto:a@example.org", "wrong-form"),
        ("credentialSubject/achievement/id", f"{samples.SITE}/x", "wrong-id"),
        ("credentialSubject/achievement/id", f"{OTHER}/credentials/calm-routines/#version-1.3", "wrong-form"),
        ("credentialSubject/achievement/version", "1.4", "wrong-form"),
        ("credentialSubject/achievement/image", None, ""),
        ("credentialSubject/achievement/tag", ["A", "A"], "repeated"),
        ("credentialSubject/achievement/criteria/id", f"{OTHER}/", "wrong-form"),
        ("credentialSubject/result/0/achievedLevel", "x", "wrong-form"),
        ("credentialSubject/result/0/achievedLevel", "x-row-9-level-1", "wrong-form"),
        ("credentialSubject/result/0/achievedLevel", "x-row-1-level-9", "wrong-form"),
        ("credentialSubject/result/0/achievedLevel", "x-row-2-level-1", "repeated"),
        ("credentialSubject/activityStartDate", "2026-01-01", "date-form"),
        (f"{ROW}/requiredLevel", "x", "wrong-form"),
        (f"{ROW}/requiredLevel", "x-row-1-level-9", "wrong-form"),
        (f"{ROW}/rubricCriterionLevel", [], "wrong-form"),
        (f"{ROW}/extra", "x", "unknown-member"),
        ("evidence/1/id", "https://evidence.example.org/log", "repeated"),
        ("evidence/1/id", f"{samples.SITE}/badges/ab/ab012345678901234567890123456789.json#evidence-1", ""),
        ("evidence/0/id", "http://evidence.example.org/log", "wrong-form"),
        ("credentialStatus", None, "missing-member"),
        ("credentialStatus/statusPurpose", "suspension", "wrong-form"),
        ("credentialStatus/statusListIndex", "04711", "wrong-form"),
        ("credentialStatus/statusListIndex", "4712", "wrong-form"),
        ("credentialStatus/statusListCredential", f"{samples.SITE}/status/quarry.json", "wrong-form"),
        ("proof", None, "no-proof"),
        ("proof", [], "wrong-form"),
        ("proof/0/created", "2026-13-09T14:05:00Z", "no-such-date"),
        ("proof/0/verificationMethod", "did:web:x.example:issuers:y#z6Mk", "wrong-method"),
        ("renderMethod", [], "unknown-member"),
    ],
)
def test_what_this_site_would_not_write_is_refused(path: str, value: object, code: str) -> None:
    document = edited(path, value)
    if not code:
        open_badges_3.award(document)
        return
    with pytest.raises(Refused) as refused:
        open_badges_3.award(document)
    assert refused.value.code == code
    assert refused.value.words


@pytest.mark.parametrize("document", [None, [], "x", 1])
def test_what_is_no_object_is_refused(document: object) -> None:
    with pytest.raises(Refused, match="as a whole"):
        open_badges_3.award(document)


def test_words_say_where_the_first_difference_is() -> None:
    with pytest.raises(Refused, match=r"`issuer\.url`"):
        open_badges_3.award(edited("issuer/url", "https://other.example.org/"))


def test_words_show_foreign_members_without_signs_nobody_can_see() -> None:
    with pytest.raises(Refused) as refused:
        open_badges_3.award(edited("x\u202ey" + "z" * 90, "1"))
    assert "“x\ufffdyz" in refused.value.words
    assert "…”" in refused.value.words


def test_a_part_in_another_place_of_its_list_is_found() -> None:
    rows = samples.signed()["credentialSubject"]["achievement"]["resultDescription"]
    with pytest.raises(Refused, match=r"resultDescription\[0\]"):
        open_badges_3.award(edited("credentialSubject/achievement/resultDescription", rows[::-1]))


def test_a_list_with_fewer_parts_than_its_numbers_say_is_found() -> None:
    alignment = samples.signed()["credentialSubject"]["achievement"]["alignment"]
    with pytest.raises(Refused, match="alignment"):
        open_badges_3.award(edited("credentialSubject/achievement/alignment", alignment[1:]))
