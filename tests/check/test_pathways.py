"""Pathways: what a published one asks for can be earned."""

from typing import Any

import pytest

from sitegen.check import pathways
from sitegen.problem import Problem
from tests.check import records


def _found(credential: str, pathway: str = "published", **fields: Any) -> list[Problem]:
    """What is wrong with a pathway that asks for one credential, each of them with this status."""
    entries = (records.entry(status=credential, **fields), records.pathway(status=pathway))
    return list(pathways.check(records.catalog(*entries)))


def test_a_pathway_of_published_credentials_is_fine() -> None:
    assert _found("published") == []


@pytest.mark.parametrize("status", ["draft", "retired"])
def test_a_credential_that_cannot_be_earned_deserves_a_warning_where_it_is_named(status: str) -> None:
    (problem,) = _found(status)
    assert (problem.code, problem.severity, problem.path) == (
        "not-offered", "warning", ("stages", 0, "credentials", 0),
    )  # fmt: skip


@pytest.mark.parametrize("pathway", ["draft", "retired"])
@pytest.mark.parametrize("credential", ["draft", "retired"])
def test_a_pathway_that_is_not_offered_itself_may_ask_for_anything(credential: str, pathway: str) -> None:
    assert _found(credential, pathway) == []


def test_what_replaces_a_retired_credential_is_named() -> None:
    (problem,) = _found("retired", replaced_by="other")
    assert "`other`" in problem.hint


def test_a_credential_that_does_not_exist_is_left_to_another_rule() -> None:
    stages = [{"title": "One", "credentials": ["nowhere"]}]
    assert list(pathways.check(records.catalog(records.pathway(stages=stages)))) == []
