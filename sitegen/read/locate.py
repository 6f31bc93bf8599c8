"""Where in a file a problem stands, for rules that know only the record."""

from functools import lru_cache

import msgspec
from msgspec import Struct

from sitegen.problem import Problem, Span
from sitegen.read import front_matter, text, yaml_builder, yaml_values


def place(problem: Problem, data: bytes) -> Problem:
    """The problem with the line, column and width of its place in the file that `data` holds."""
    if problem.span.line:
        return problem
    span = _span(problem, _open(data, problem.span.file))
    return msgspec.structs.replace(problem, span=span or problem.span)


class Opened(Struct, frozen=True):
    """A file as it is needed to find places in it: its text, its parts, and the marks of its fields."""

    content: str
    parts: front_matter.Parts
    marks: yaml_builder.Marks


@lru_cache(maxsize=4)
def _open(data: bytes, file: str) -> Opened | None:
    """The file, read once for all its problems; None if it has no parts."""
    content, _ = text.decode(data, file)
    parts = (
        front_matter.split(content, file) if file.endswith(".md") else front_matter.Parts(content, 1, "", 0)
    )
    if isinstance(parts, Problem):
        return None
    return Opened(content, parts, yaml_values.marks(parts.fields))


def _span(problem: Problem, opened: Opened | None) -> Span | None:
    file = problem.span.file
    if opened is None or not (problem.path or problem.on_key):
        return None
    content, parts = opened.content, opened.parts
    if problem.path == ("body",) and parts.body_line:
        return (
            _find(content, problem.needle, parts.body_line, file)
            if problem.needle
            else Span(file, parts.body_line)
        )
    mark = _nearest(problem, opened.marks)
    if mark is None:
        return Span(file, parts.fields_line)
    if problem.needle:
        return _find(content, problem.needle, mark.line + parts.fields_line, file)
    return Span(file, mark.line + parts.fields_line, mark.column + 1, mark.width)


def _nearest(problem: Problem, marks: yaml_builder.Marks) -> yaml_builder.Mark | None:
    """The mark of the problem's own key or value, else of the closest thing around it."""
    first, second = (marks.keys, marks.values) if problem.on_key else (marks.values, marks.keys)
    path = problem.path
    while path:
        if mark := first.get(path) or second.get(path):
            return mark
        path = path[:-1]
    return None


def _find(content: str, needle: str, from_line: int, file: str) -> Span:
    """The first place of `needle`, at or after a line if it is there; the line itself if it is nowhere as written."""
    lines = content.split("\n")
    numbers = [*range(from_line, len(lines) + 1), *range(1, from_line)]
    for number in numbers:
        if (column := lines[number - 1].find(needle)) >= 0:
            return Span(file, number, column + 1, len(needle))
    return Span(file, from_line)
