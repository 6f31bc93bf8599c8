"""Problem statements: no two credentials claim the same one."""

from typing import Any

import pytest

from sitegen.check import shared_problems
from sitegen.problem import Problem
from tests.check import records


def _found(statement: str, **fields: Any) -> list[Problem]:
    other = records.entry("loud", problems=[statement], **fields)
    return list(shared_problems.check(records.catalog(other)))


@pytest.mark.parametrize(
    "statement",
    [
        "My class takes ten minutes to settle",
        "my class takes ten minutes to settle.",
        "The class takes ten minutes to settle",
        "To settle, my class takes ten minutes!",
    ],
)
def test_the_same_words_are_the_same_statement(statement: str) -> None:
    assert [problem.code for problem in _found(statement)] == ["shared-problem"]


@pytest.mark.parametrize(
    "statement",
    ["My class takes two minutes to settle", "My class never settles", "日本語の問題です。困っています"],
)
def test_other_words_are_another_statement(statement: str) -> None:
    assert _found(statement) == []


def test_two_statements_in_another_script_are_told_apart() -> None:
    entries = (
        records.entry("a", problems=["日本語の問題です。一"]),
        records.entry("b", problems=["日本語の問題です。二"]),
    )
    assert list(shared_problems.check(records.catalog(*entries))) == []


def test_a_statement_may_not_stand_twice_in_one_credential() -> None:
    statements = ["Nobody listens to me", "Nobody listens to me!"]
    found = list(shared_problems.check(records.catalog(records.entry(problems=statements))))
    assert [(problem.path, problem.related) for problem in found] == [(("problems", 1), ())]


def test_a_retired_credential_may_leave_its_statement_to_its_successor() -> None:
    assert _found("My class takes ten minutes to settle", status="retired") == []


def test_it_is_a_warning_and_names_the_other_credential() -> None:
    (problem,) = _found("My class takes ten minutes to settle")
    assert (problem.severity, "“Calm Starts”" in problem.message) == ("warning", True)
