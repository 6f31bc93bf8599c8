"""Problems as annotations on a pull request (workflow commands of GitHub Actions), and as a table for its summary."""

import re
from collections.abc import Iterator, Sequence

from sitegen.problem import Problem
from sitegen.reports import visible

MOST_ROWS = 500
"""Rows of the table; a summary may have one megabyte."""


def annotations(problems: Sequence[Problem], prefix: str) -> Iterator[str]:
    """A workflow command for each problem, errors first: GitHub shows only the first ten of a step."""
    for problem in sorted(problems, key=lambda p: p.severity):
        span = problem.span
        place = f"file={_property(prefix + span.file)}"
        if span.line:
            place += f",line={span.line},col={span.column},endColumn={span.column + span.width}"
        hint = f"\n{visible.shortened(problem.hint, 500)}" if problem.hint else ""
        message = _data(visible.shortened(problem.message, 500) + hint)
        yield f"::{problem.severity} {place},title={_property(problem.code)}::{message}"


def summary(problems: Sequence[Problem], prefix: str) -> str:
    """All problems as a Markdown table, for the file that `GITHUB_STEP_SUMMARY` names."""
    if not problems:
        return "No problems in the content.\n"
    rows = ["| where | what | what to do |", "| --- | --- | --- |"]
    for problem in problems[:MOST_ROWS]:
        line = f":{problem.span.line}" if problem.span.line else ""
        where = _cell(prefix + problem.span.file) + line
        what = f"**{problem.severity}** {_cell(problem.message)} ({_cell(problem.code)})"
        rows.append(f"| {where} | {what} | {_cell(problem.hint)} |")
    if len(problems) > MOST_ROWS:
        rows.append(f"| … | and {len(problems) - MOST_ROWS:,} more | |")
    return "\n".join(rows) + "\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(visible.line(text)).replace(":", "%3A").replace(",", "%2C")


def _cell(text: str) -> str:
    """`text` so that Markdown shows it as it is: it may quote what a stranger wrote."""
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", visible.shortened(text, 300))
