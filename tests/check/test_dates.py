"""Dates: since when, and in which order."""

from typing import Any

import pytest

from sitegen.check import dates
from tests.check import records


def _codes(**fields: Any) -> list[str]:
    return [problem.code for problem in dates.check(records.catalog(records.entry(**fields)))]


@pytest.mark.parametrize("updated", [None, "2025-01-05", "2026-01-01"])
def test_a_date_and_a_later_change_are_fine(updated: str | None) -> None:
    assert _codes(updated=updated) == []


def test_a_change_before_the_first_day_is_a_problem() -> None:
    assert _codes(updated="2025-01-04") == ["updated-before-published"]


def test_a_published_credential_without_a_date_is_a_problem() -> None:
    assert _codes(published=None) == ["published-without-date"]


@pytest.mark.parametrize("status", ["draft", "retired"])
def test_others_may_be_without_one(status: str) -> None:
    assert _codes(published=None, status=status) == []
