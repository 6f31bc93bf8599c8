"""Problems in SARIF 2.1.0 (OASIS standard, March 2020), for code scanning."""

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

import msgspec

from sitegen import __version__
from sitegen.problem import Problem, Span
from sitegen.reports import visible
from sitegen.reports.machine import storable

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def render(problems: Sequence[Problem], prefix: str, meanings: Mapping[str, str]) -> str:
    """One run with all problems. `meanings` gives the sentence that explains a code."""
    codes = sorted({problem.code for problem in problems})
    driver = {"name": "sitegen", "version": __version__, "rules": [_rule(c, meanings) for c in codes]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem, codes.index(problem.code), prefix) for problem in problems],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return msgspec.json.format(msgspec.json.encode(log), indent=2).decode()


def _rule(code: str, meanings: Mapping[str, str]) -> dict[str, Any]:
    meaning = meanings.get(code, code.replace("-", " ").capitalize())
    return {
        "id": code,
        "shortDescription": {"text": meaning},
        "fullDescription": {"text": meaning},
        "help": {"text": f"Run `sitegen explain {code}` to read what it means and how to mend it."},
    }


def _result(problem: Problem, rule: int, prefix: str) -> dict[str, Any]:
    hint = f" ({problem.hint})" if problem.hint else ""
    result: dict[str, Any] = {
        "ruleId": problem.code,
        "ruleIndex": rule,
        "level": problem.severity,
        "message": {"text": visible.shortened(storable(problem.message + hint), 1000)},
        "locations": [_location(problem.span, prefix)],
    }
    if problem.related:
        result["relatedLocations"] = [_location(span, prefix) for span in problem.related]
    return result


def _location(span: Span, prefix: str) -> dict[str, Any]:
    place: dict[str, Any] = {
        "artifactLocation": {"uri": quote((prefix + span.file).encode("utf-8", "surrogateescape"))}
    }
    if span.line:
        place["region"] = {
            "startLine": span.line,
            "startColumn": span.column,
            "endColumn": span.column + span.width,
        }
    return {"physicalLocation": place}
