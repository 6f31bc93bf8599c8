"""Problems for a person: each with its place, an excerpt and what to do; a line each if there are too many."""

from collections.abc import Iterator, Sequence

from sitegen.model import wording
from sitegen.problem import Problem, Span
from sitegen.reports import excerpt, visible
from sitegen.reports.excerpt import Read
from sitegen.reports.ink import Ink

MOST_EXCERPTS = 50
"""Problems shown in full; the rest have a line each, so that the first ones can still be found."""

MOST_CHARACTERS = 500
"""Length from which a message or hint is cut; it may quote what an author wrote."""


def full(problems: Sequence[Problem], read: Read, columns: int, prefix: str, ink: Ink) -> Iterator[str]:
    """The lines of a report. `columns` is the terminal's width; `prefix` leads from here to the site's folder."""
    file, lines = "", list[str]()
    for problem in problems[:MOST_EXCERPTS]:
        if problem.span.line and problem.span.file != file:
            file = problem.span.file
            lines = excerpt.lines_of(read(file))
        yield from _entry(problem, lines if problem.span.line else [], columns, prefix, ink)
        yield ""
    rest = problems[MOST_EXCERPTS:]
    if rest:
        yield f"… and {len(rest):,} more, in short:"
        yield from concise(rest, prefix, ink)
        yield ""


def concise(problems: Sequence[Problem], prefix: str, ink: Ink) -> Iterator[str]:
    """A line for each problem: place, code, message, hint."""
    for problem in problems:
        hint = f" ({_said(problem.hint)})" if problem.hint else ""
        head = ink(f"{problem.severity}[{problem.code}]", problem.severity)
        yield f"{_place(problem.span, prefix)}: {head} {_said(problem.message)}{hint}"


def summary(problems: Sequence[Problem]) -> str:
    """How many problems in how many files, in a sentence."""
    if not problems:
        return "No problems."
    errors = sum(problem.severity == "error" for problem in problems)
    warnings = len(problems) - errors
    counts = [wording.count(errors, "error")] if errors else []
    counts += [wording.count(warnings, "warning")] if warnings else []
    files = len({problem.span.file for problem in problems})
    return f"{' and '.join(counts)} in {wording.count(files, 'file')}."


def _entry(problem: Problem, lines: list[str], columns: int, prefix: str, ink: Ink) -> Iterator[str]:
    head = ink(f"{problem.severity}[{problem.code}]", problem.severity)
    yield f"{head}: {ink(_said(problem.message), 'message')}"
    shown = excerpt.render(lines, problem.span, columns, ink)
    margin = " " * len(str(min(len(lines), problem.span.line + 1))) if shown else " "
    yield f"{margin}{ink('-->', 'frame')} {_place(problem.span, prefix)}"
    yield from shown
    if problem.hint:
        yield f"{margin} {ink('= help:', 'frame')} {_said(problem.hint)}"
    for place in problem.related:
        yield f"{margin} {ink('= see also:', 'frame')} {_place(place, prefix)}"


def _place(span: Span, prefix: str) -> str:
    file = visible.line(prefix + span.file)
    return f"{file}:{span.line}:{span.column}" if span.line else file


def _said(text: str) -> str:
    return visible.shortened(text, MOST_CHARACTERS)
