"""Vocabularies: words that the site knows."""

from typing import Any

import pytest

from sitegen.check import vocabulary
from sitegen.model.document import Entry
from tests.check import records


def _found(*entries: Entry[Any], **site: Any) -> list[tuple[str, tuple[str | int, ...], str]]:
    return [(p.code, p.path, p.hint) for p in vocabulary.check(records.catalog(*entries, **site))]


def test_words_of_the_site_are_fine() -> None:
    assert _found(records.pathway(audience=["coach"])) == []


def test_words_that_a_site_defines_for_itself_are_fine() -> None:
    grades = {"k-2": "K–2", "year-7": "Year 7"}
    assert _found(records.entry(grades=["year-7"]), grades=grades) == []


@pytest.mark.parametrize(
    ("entry", "path"),
    [
        (records.entry(audience=["coach", "coahc"]), ("audience", 1)),
        (records.entry(grades=["k-3"]), ("grades", 0)),
        (records.pathway(audience=["coahc"]), ("audience", 0)),
    ],
)
def test_a_word_that_nobody_defined_is_a_problem(entry: Entry[Any], path: tuple[str | int, ...]) -> None:
    assert [found[:2] for found in _found(entry)] == [("unknown-vocabulary", path)]


def test_a_kind_of_evidence_that_nobody_defined_is_a_problem() -> None:
    part = {"title": "T", "kinds": ["plan", "pln"], "task": "T", "rubric": [records.row()]}
    assert _found(records.entry(evidence=[part])) == [
        (
            "unknown-vocabulary",
            ("evidence", 0, "kinds", 1),
            "did you mean `plan`? the site knows: plan, student-work, video, audio, photos, observation, data, materials, messages, case-study, peer-feedback, reflection",
        )
    ]


def test_where_nothing_is_near_all_words_are_offered() -> None:
    (found,) = _found(records.entry(grades=["zzz"]))
    assert "k-2" in found[2] and "adult" in found[2]
