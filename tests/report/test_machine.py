"""The JSON report."""

import json

from sitegen import report
from sitegen.problem import Problem, Span

PROBLEM = Problem(
    code="unknown-field",
    message="`statsu` is not a field",
    hint="did you mean `status`?",
    span=Span("content/calm.md", 3, 1, 6),
    related=(Span("content/a.md"),),
)


def test_the_document() -> None:
    assert json.loads(report.json([PROBLEM], ok=False, stats={"credentials": 3})) == {
        "version": 1,
        "ok": False,
        "problems": [
            {
                "code": "unknown-field",
                "severity": "error",
                "message": "`statsu` is not a field",
                "hint": "did you mean `status`?",
                "place": {"file": "content/calm.md", "line": 3, "column": 1, "width": 6},
                "related": [{"file": "content/a.md", "line": 0, "column": 1, "width": 1}],
            }
        ],
        "stats": {"credentials": 3},
    }


def test_a_file_name_that_is_no_text_is_still_json() -> None:
    problem = Problem(code="wrong-file-name", message="bad \udcff", span=Span("content/\udcff.md"))
    assert (
        json.loads(report.json([problem], ok=False, stats={}))["problems"][0]["place"]["file"]
        == "content/\ufffd.md"
    )


def test_every_field_has_a_description_in_the_schema() -> None:
    from sitegen import schema

    made = json.loads(schema.schemas("https://example.org")["schema/problems.schema.json"])
    parts = [made, *made["$defs"].values()]
    bare = [
        name for part in parts for name, field in part["properties"].items() if "description" not in field
    ]
    assert sorted(bare) == ["place", "severity"]
