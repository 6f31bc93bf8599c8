"""Misfits: every one is found, and what msgspec refuses is never left without words."""

import json
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sitegen.model.credential import Credential
from sitegen.model.site import Site
from sitegen.read import faults, records

LEVELS = {"Meets the standard": "All.", "Almost there": "Some.", "Not yet": "None."}
GOOD: dict[str, Any] = {
    "title": "A Calm Start",
    "summary": "Begins lessons so that they settle.",
    "focus_areas": ["talk"],
    "problems": ["It takes ten minutes to begin"],
    "audience": ["classroom-teacher"],
    "effort": {"hours": "3"},
    "competency": "Begins calmly.",
    "key_method": {"name": "A task", "summary": "It waits."},
    "evidence": [
        {"title": "A", "kinds": ["plan"], "task": "Send.", "rubric": [{"criterion": "c", "levels": LEVELS}]}
    ],
}


def _found(**fields: Any) -> list[tuple[str, tuple[str | int, ...]]]:
    return [(misfit.code, misfit.path) for misfit in faults.find(GOOD | fields, Credential)]


def test_a_record_that_fits_has_no_misfit() -> None:
    assert _found() == []


@pytest.mark.parametrize(
    ("fields", "code", "path"),
    [
        ({"title": None}, "empty-field", ("title",)),
        ({"title": "abc"}, "too-short", ("title",)),
        ({"title": "a" * 91}, "too-long", ("title",)),
        ({"title": "abc\ndef"}, "more-than-one-line", ("title",)),
        ({"title": ["a"]}, "needs-text", ("title",)),
        ({"title": {"a": "b"}}, "needs-text", ("title",)),
        ({"titel": "x"}, "unknown-field", ("titel",)),
        ({"status": "Draft"}, "unknown-word", ("status",)),
        ({"problems": "It takes ten minutes"}, "needs-list", ("problems",)),
        ({"problems": []}, "too-few", ("problems",)),
        ({"problems": ["ten minutes to begin"] * 13}, "too-many", ("problems",)),
        ({"problems": ["ten minutes to begin", None]}, "empty-field", ("problems", 1)),
        ({"focus_areas": ["Talk"]}, "wrong-slug", ("focus_areas", 0)),
        ({"effort": "3"}, "needs-fields", ("effort",)),
        ({"effort": {"hours": "a few"}}, "needs-number", ("effort", "hours")),
        ({"effort": {"hours": "2.5"}}, "needs-number", ("effort", "hours")),
        ({"effort": {"hours": "0"}}, "number-out-of-range", ("effort", "hours")),
        ({"effort": {"hours": "401"}}, "number-out-of-range", ("effort", "hours")),
        ({"effort": {"hours": "3", "weeks": "105"}}, "number-out-of-range", ("effort", "weeks")),
        ({"cost": {"amount": "free"}}, "needs-number", ("cost", "amount")),
        ({"cost": {"currency": "dollars"}}, "wrong-form", ("cost", "currency")),
        ({"published": "14.3.2026"}, "needs-date", ("published",)),
        ({"published": "2026-02-30"}, "needs-date", ("published",)),
        ({"needs_students": "sometimes"}, "needs-yes-or-no", ("needs_students",)),
        ({"version": "1"}, "wrong-form", ("version",)),
        ({"languages": ["English"]}, "wrong-form", ("languages", 0)),
        ({"resources": [{"title": "a", "url": "http://a.example"}]}, "wrong-address", ("resources", 0, "url")),
        ({"alignments": [{"framework": "f", "name": "n", "url": "https://a.example", "type": "CSAE"}]}, "unknown-word",
         ("alignments", 0, "type")),
    ],
)  # fmt: skip
def test_a_misfit_is_found_with_its_place(
    fields: dict[str, Any], code: str, path: tuple[str | int, ...]
) -> None:
    assert _found(**fields) == [(code, path)]


def test_a_missing_field_is_found() -> None:
    without = {key: value for key, value in GOOD.items() if key != "title"}
    assert [(m.code, m.message) for m in faults.find(without, Credential)] == [
        ("missing-field", "`title` is missing")
    ]


def test_all_misfits_are_found_at_once() -> None:
    codes = [code for code, _ in _found(title="abc", titel="x", effort={"hours": "x"}, problems=[])]
    assert sorted(codes) == ["needs-number", "too-few", "too-short", "unknown-field"]


def test_a_near_miss_is_offered() -> None:
    assert "`title`" in faults.find(GOOD | {"titel": "x"}, Credential)[0].hint


def test_hyphens_instead_of_underscores_are_understood() -> None:
    assert "`focus_areas`" in faults.find(GOOD | {"focus-areas": ["x"]}, Credential)[0].hint


def test_a_name_in_a_table_of_words_must_fit() -> None:
    site = {"name": "S", "tagline": "T", "base_url": "https://a.example.org", "grades": {"K to 2": "K–2"}}
    found = faults.find(site, Site)
    assert [(m.code, m.path, m.on_key) for m in found] == [("wrong-slug", ("grades", "K to 2"), True)]


@pytest.mark.parametrize("value", ["x", ["x"], None, []])
def test_a_file_without_fields_is_a_misfit(value: Any) -> None:
    assert [m.code for m in faults.find(value, Credential)] == ["needs-fields"]


SCALARS = st.one_of(
    st.sampled_from(
        ["", " ", "12", "012", "+5", "1_0", " 3", "3 ", "１２", "1.5", ".5", "5.", "1e2", "nan", "inf", "-0", "true", "TRUE",
         "1", "yes", "20260101", "2026-W01-1", "2026-01-01", "2026-01-01 ", "2026-1-1", "draft", "en", "1.0", "1.0\n",
         "https://a.example", "https://[", "a\nb", "a" * 400, "٣", "9" * 5000, "-1", "0x10", "USD", "US\n"]
    ),
    st.text(max_size=12),
    st.none(),
)  # fmt: skip
KEYS = st.sampled_from(
    ["title", "summary", "status", "version", "published", "effort", "hours", "weeks", "cost", "amount", "currency",
     "needs_students", "languages", "review", "days", "evidence", "rubric", "levels", "criterion", "form", "url",
     "recognition", "as_of", "research", "note", "image", "body", "kinds", "x"]
)  # fmt: skip
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=8,
)


@settings(max_examples=400, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(st.dictionaries(KEYS, VALUES, max_size=3))
def test_a_record_fits_or_has_a_misfit_and_nothing_else_happens(fields: dict[str, Any]) -> None:
    record, problems = records.record_of(json.dumps(GOOD | fields).encode(), "a.yaml", Credential)
    assert (record is None) == bool(problems)


@settings(max_examples=300, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(
    st.sampled_from(["effort.hours", "cost.amount", "published", "needs_students", "review.days"]), SCALARS
)
def test_a_value_that_fits_can_be_stored_and_read_again(place: str, value: str | None) -> None:
    outer, _, inner = place.partition(".")
    fields = {outer: {inner: value} if inner else value}
    record, _ = records.record_of(json.dumps(GOOD | fields).encode(), "a.yaml", Credential)
    assert record is None or msgspec.json.decode(msgspec.json.encode(record), type=Credential) == record
