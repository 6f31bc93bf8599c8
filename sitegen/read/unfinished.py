"""Drafts that are not finished: what they may lack without that being a mistake."""

from msgspec import Struct, structs

from sitegen.problem import Problem
from sitegen.read.yaml_builder import Value

MAY_LACK = frozenset({"missing-field", "empty-field", "too-few"})
"""What keeps a draft from being a record although nothing in it is wrong."""


def excused(problems: list[Problem], value: Value, record: type[Struct]) -> list[Problem]:
    """The problems of a file; in a draft, what it only lacks is a warning."""
    return [_excused(problem) for problem in problems] if _is_draft(value, record) else problems


def _is_draft(value: Value, record: type[Struct]) -> bool:
    """Whether a file says of itself that it is a draft, or says nothing, which comes to the same."""
    has_status = "status" in record.__struct_fields__
    return has_status and isinstance(value, dict) and value.get("status", "draft") in ("draft", None)


def _excused(problem: Problem) -> Problem:
    if problem.code not in MAY_LACK:
        return problem
    hint = f"{problem.hint}; until then this draft is left out of the site, even with `--drafts`"
    return structs.replace(problem, severity="warning", hint=hint)
