"""Criteria: something that evidence can show."""

import pytest

from sitegen.check import criteria
from tests.check import records


def _codes(criterion: str) -> list[str]:
    return [p.code for p in criteria.check("a.md", records.credential(records.row(criterion=criterion)))]


@pytest.mark.parametrize(
    "criterion",
    [
        "Understands how talk works",
        "The educator truly believes in talk",
        "is passionate about talk",
        "KNOWS the rules",
    ],
)
def test_a_state_of_mind_cannot_be_shown(criterion: str) -> None:
    assert _codes(criterion) == ["criterion-without-evidence"]


@pytest.mark.parametrize(
    "criterion",
    ["Students begin alone", "Knowledge is written down", "Valuesheets are filled in", "Asks what is known"],
)
def test_something_that_can_be_seen_is_fine(criterion: str) -> None:
    assert _codes(criterion) == []


def test_the_row_is_named() -> None:
    record = records.credential(records.row(), records.row(criterion="Understands talk"))
    (problem,) = criteria.check("a.md", record)
    assert problem.path == ("evidence", 0, "rubric", 1, "criterion")
