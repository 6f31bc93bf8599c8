"""Problems as annotations on a pull request (workflow commands of GitHub Actions), and as tables for its summary."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, Protocol
from urllib.parse import quote

from sitegen.problem import Problem, Span
from sitegen.reports import visible

MOST_ROWS = 500
"""Rows of a table; a summary may have one megabyte."""


class Page(Protocol):
    """A page that a change makes, changes or takes away."""

    @property
    def address(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def path(self) -> str: ...
    @property
    def what(self) -> str: ...


class Around(NamedTuple):
    """What a summary says besides the problems: pages, the address of the preview that shows them, and sentences."""

    pages: Sequence[Page] = ()
    preview: str = ""
    sentences: Sequence[str] = ()


NOTHING = Around()


def ordered(problems: Sequence[Problem], is_touched: Callable[[Span], bool]) -> list[Problem]:
    """Errors first, and of each severity those on changed lines: GitHub shows only ten notes of a kind in a step."""
    return sorted(problems, key=lambda p: (p.severity, not is_touched(p.span)))


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


def summary(problems: Sequence[Problem], prefix: str, around: Around = NOTHING) -> str:
    """All problems, and all pages that a change touches, in Markdown, for the file that `GITHUB_STEP_SUMMARY` names."""
    said = "".join(f"{_cell(sentence)}\n\n" for sentence in around.sentences)
    pages = "\n".join(_pages(around)) + "\n\n" if around.pages else ""
    return "\n".join(_table(problems, prefix)) + "\n" + (f"\n{pages}{said}" if pages or said else "")


def _table(problems: Sequence[Problem], prefix: str) -> Iterator[str]:
    if not problems:
        yield "No problems in the content."
        return
    yield "| where | what | what to do |"
    yield "| --- | --- | --- |"
    for problem in problems[:MOST_ROWS]:
        line = f":{problem.span.line}" if problem.span.line else ""
        where = _cell(prefix + problem.span.file) + line
        what = f"**{problem.severity}** {_cell(problem.message)} ({_cell(problem.code)})"
        yield f"| {where} | {what} | {_cell(problem.hint)} |"
    if len(problems) > MOST_ROWS:
        yield f"| … | and {len(problems) - MOST_ROWS:,} more | |"


def _pages(around: Around) -> Iterator[str]:
    """A row for each page, with a link to where the preview shows it, if there is a preview and the page is in it."""
    yield "| page | what happens to it | file |"
    yield "| --- | --- | --- |"
    for page in around.pages[:MOST_ROWS]:
        title = _cell(page.title)
        is_shown = around.preview and not page.what.startswith(("gone", "cannot"))
        shown = f"[{title}]({around.preview}{quote(page.address)})" if is_shown else title
        yield f"| {shown} | {page.what} | {_cell(page.path)} |"
    if len(around.pages) > MOST_ROWS:
        yield f"| and {len(around.pages) - MOST_ROWS:,} more | | |"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(visible.line(text)).replace(":", "%3A").replace(",", "%2C")


def _cell(text: str) -> str:
    """`text` so that Markdown shows it as it is: it may quote what a stranger wrote."""
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", visible.shortened(text, 300))
