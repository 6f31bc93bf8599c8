"""Versions: what is asked of earners does not change under a version that some already hold."""

from typing import Any

import pytest

from sitegen.check import versions
from sitegen.model.credential import Credential
from tests.check import records


def _codes(before: Credential, **after: Any) -> list[str]:
    return [problem.code for problem in versions.check("a.md", before, records.credential(**after))]


OTHER_ROWS: dict[str, Any] = {
    "evidence": [{"title": "Two", "kinds": ["plan"], "task": "Send two.", "rubric": [records.row()]}]
}


@pytest.mark.parametrize(
    "fields",
    [
        OTHER_ROWS,
        {"competency": "Ends lessons."},
        {"passing_level": "Almost there"},
        {"rubric_levels": ["A", "B"]},
    ],
)
def test_another_demand_under_the_same_version_is_a_problem(fields: dict[str, Any]) -> None:
    assert _codes(records.credential(), **fields) == ["changed-without-version"]


@pytest.mark.parametrize("version", ["1.1", "2.0", "1.10"])
def test_another_demand_under_a_later_version_is_fine(version: str) -> None:
    assert _codes(records.credential(), version=version, **OTHER_ROWS) == []


def test_a_version_with_a_larger_second_number_is_later() -> None:
    assert _codes(records.credential(version="1.9"), version="1.10") == []


@pytest.mark.parametrize("version", ["0.9", "1.4", "1.0"])
def test_an_earlier_version_is_a_problem(version: str) -> None:
    assert _codes(records.credential(version="1.5"), version=version) == ["version-went-back"]


def test_a_draft_may_change_as_it_likes() -> None:
    assert _codes(records.credential(status="draft"), **OTHER_ROWS) == []


@pytest.mark.parametrize(
    "fields", [{"title": "Calmer Starts"}, {"body": "Other."}, {"resources": [{"title": "A book"}]}]
)
def test_what_earners_are_not_asked_for_may_change(fields: dict[str, Any]) -> None:
    assert _codes(records.credential(), **fields) == []


def test_another_way_to_wrap_the_same_lines_is_no_change() -> None:
    assert (
        _codes(
            records.credential(competency="Begins\nlessons\n calmly."), competency="Begins lessons calmly."
        )
        == []
    )


def test_the_hint_offers_both_next_versions() -> None:
    (problem,) = versions.check(
        "a.md", records.credential(version="1.4"), records.credential(version="1.4", **OTHER_ROWS)
    )
    assert '"2.0"' in problem.hint and '"1.5"' in problem.hint
