"""Rubric levels: every row describes each of them, and each differs from the others."""

from typing import Any

import pytest

from sitegen.check import levels
from sitegen.problem import Problem
from tests.check import records
from tests.hostile import confined


def _found(cells: dict[str, str] | None = None, **fields: Any) -> list[Problem]:
    return list(levels.check("a.md", records.credential(records.row(cells), **fields)))


def _codes(cells: dict[str, str] | None = None, **fields: Any) -> list[str]:
    return [problem.code for problem in _found(cells, **fields)]


def test_rows_that_describe_every_level_are_fine() -> None:
    assert _codes() == []


def test_levels_of_a_credentials_own_are_fine() -> None:
    cells = {"Great": "All of them do.", "Poor": "Nobody has begun."}
    assert _codes(cells, rubric_levels=["Great", "Poor"], passing_level="Great") == []


def test_a_level_that_is_not_described_is_a_problem() -> None:
    cells = {name: text for name, text in records.LEVELS.items() if name != "Not yet"}
    assert _codes(cells) == ["missing-level"]


def test_a_level_that_nobody_defined_is_a_problem() -> None:
    (problem,) = _found(records.LEVELS | {"Not jet": "Something else entirely."})
    assert (problem.code, problem.hint) == ("unknown-level", "did you mean `Not yet`?")


def test_a_passing_level_that_nobody_defined_is_a_problem() -> None:
    assert _codes(passing_level="Great") == ["unknown-level"]


@pytest.mark.parametrize("text", ["Half of them do.", "half of  them do", "Half of them, do."])
def test_two_levels_that_say_the_same_are_a_problem(text: str) -> None:
    (problem,) = _found(records.LEVELS | {"Not yet": text})
    assert (problem.code, problem.path[-1]) == ("identical-levels", "Not yet")


def test_two_levels_that_hardly_differ_are_a_warning() -> None:
    cells = {
        "Meets the standard": "The notes clearly show what every student said during the talk.",
        "Almost there": "The notes partly show what every student said during the talk.",
        "Not yet": "There are no notes.",
    }
    (problem,) = _found(cells)
    assert (problem.code, problem.severity) == ("levels-hardly-differ", "warning")


def test_levels_that_differ_in_a_number_that_matters_are_fine() -> None:
    cells = {"Meets the standard": "Nine of ten.", "Almost there": "Five of ten.", "Not yet": "Fewer."}
    assert _codes(cells) == []


def test_long_levels_that_are_alike_keep_nobody_waiting() -> None:
    code = """
from sitegen.check import levels
from tests.check import records
rows = [records.row({f"L{n}": "a " * 950 + f"x{n} y{m}" for n in range(6)}) for m in range(12)]
part = {"title": "T", "kinds": ["plan"], "task": "T", "rubric": rows}
credential = records.credential(rubric_levels=[f"L{n}" for n in range(6)], evidence=[part] * 6)
print(len(list(levels.check("a.md", credential))) > 0)
"""
    assert confined.run(code) == "True\n"
