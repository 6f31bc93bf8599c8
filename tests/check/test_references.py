"""References: every slug leads to a record."""

from typing import Any

import pytest

from sitegen.check import references
from sitegen.model.document import Entry
from tests.check import records


def _found(*entries: Entry[Any]) -> list[tuple[str, tuple[str | int, ...]]]:
    return [(problem.code, problem.path) for problem in references.check(records.catalog(*entries))]


def test_a_catalog_whose_references_all_lead_somewhere_has_no_problem() -> None:
    assert _found(records.pathway(), records.entry("loud", related=["calm"])) == []


@pytest.mark.parametrize(
    ("entry", "path"),
    [
        (records.entry(focus_areas=["talk", "tlak"]), ("focus_areas", 1)),
        (records.entry(related=["nowhere"]), ("related", 0)),
        (records.entry(status="retired", replaced_by="nowhere"), ("replaced_by",)),
        (records.focus_area(related=["nowhere"]), ("related", 0)),
        (records.pathway(issuer="nobody"), ("issuer",)),
        (
            records.pathway(stages=[{"title": "One", "credentials": ["calm", "clam"]}]),
            ("stages", 0, "credentials", 1),
        ),
    ],
)
def test_a_slug_that_leads_nowhere_is_a_problem(entry: Entry[Any], path: tuple[str | int, ...]) -> None:
    assert _found(entry) == [("unknown-reference", path)]


def test_a_credential_in_the_folder_of_nobody_is_a_problem() -> None:
    assert _found(records.entry("loud", issuer="nobody")) == [("unknown-issuer-folder", ())]


@pytest.mark.parametrize("fields", [{"related": ["calm"]}, {"status": "retired", "replaced_by": "calm"}])
def test_a_credential_that_names_itself_is_a_problem(fields: dict[str, Any]) -> None:
    assert [code for code, _ in _found(records.entry(**fields))] == ["refers-to-itself"]


def test_a_step_that_asks_for_more_than_there_is_cannot_be_completed() -> None:
    stages = [{"title": "One", "credentials": ["calm"], "required": 2}]
    assert _found(records.pathway(stages=stages)) == [("cannot-be-completed", ("stages", 0, "required"))]


def test_a_near_miss_is_offered() -> None:
    (problem,) = references.check(records.catalog(records.entry(focus_areas=["tlak"])))
    assert problem.hint == "did you mean `talk`?"


def test_a_file_with_problems_of_its_own_is_not_missed() -> None:
    from msgspec.structs import replace

    catalog = replace(records.catalog(records.entry(related=["broken"])), unread={"credential": ("broken",)})
    assert list(references.check(catalog)) == []
