"""Problems for code scanning."""

import json
from typing import Any

from sitegen import report
from sitegen.problem import Problem, Span

ERROR = Problem(
    code="unknown-field",
    message="no such field",
    hint="delete it",
    span=Span("content/ä b.md", 3, 2, 6),
    related=(Span("content/a.md"),),
)
WARNING = Problem(code="no-form", message="no form", span=Span("content/calm.md"), severity="warning")


def run(*problems: Problem) -> dict[str, Any]:
    log = json.loads(report.code_scanning(problems, "site/", {"no-form": "Nobody can submit."}))
    assert log["version"] == "2.1.0"
    found: dict[str, Any] = log["runs"][0]
    return found


def test_a_result_at_its_words() -> None:
    assert run(ERROR)["results"] == [
        {
            "ruleId": "unknown-field",
            "ruleIndex": 0,
            "level": "error",
            "message": {"text": "no such field (delete it)"},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": "site/content/%C3%A4%20b.md"},
                        "region": {"startLine": 3, "startColumn": 2, "endColumn": 8},
                    }
                }
            ],
            "relatedLocations": [{"physicalLocation": {"artifactLocation": {"uri": "site/content/a.md"}}}],
        }
    ]


def test_each_code_is_a_rule_with_its_meaning() -> None:
    rules = run(WARNING, ERROR, ERROR)["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["no-form", "unknown-field"]
    assert [rule["shortDescription"]["text"] for rule in rules] == ["Nobody can submit.", "Unknown field"]


def test_a_result_names_its_rule() -> None:
    found = run(WARNING, ERROR)
    rules = [rule["id"] for rule in found["tool"]["driver"]["rules"]]
    assert [rules[result["ruleIndex"]] for result in found["results"]] == ["no-form", "unknown-field"]
