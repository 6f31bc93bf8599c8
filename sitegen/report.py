"""Problems as a report, in the form that was asked for."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Literal

from msgspec import Struct

from sitegen.problem import Problem, Span
from sitegen.reports import github, machine, sarif, terminal
from sitegen.reports.excerpt import Read
from sitegen.reports.ink import Ink, plain

TextForm = Literal["full", "concise"]


class Look(Struct, frozen=True, kw_only=True):
    """How a report is to look: columns of the terminal, colours, and the way from the reader's folder to the site's."""

    columns: int = 100
    prefix: str = ""
    ink: Ink = plain


def text(problems: Sequence[Problem], form: TextForm, read: Read, look: Look) -> Iterator[str]:
    """The lines of a report for a person, with a summary at the end; `read` gives the bytes of a file."""
    if form == "full":
        yield from terminal.full(problems, read, look.columns, look.prefix, look.ink)
    else:
        yield from terminal.concise(problems, look.prefix, look.ink)
    yield terminal.summary(problems)
    if form == "full" and problems:
        yield f"Run `sitegen explain {problems[0].code}` to read more about a problem like the first one."


def json(problems: Sequence[Problem], *, ok: bool, stats: dict[str, int | float | str | bool]) -> str:
    """The JSON report (see `machine.Document`)."""
    return machine.render(problems, ok=ok, stats=stats)


def annotations(problems: Sequence[Problem], prefix: str) -> Iterator[str]:
    """Annotations for a pull request."""
    return github.annotations(problems, prefix)


def first_on_changed_lines(problems: Sequence[Problem], is_touched: Callable[[Span], bool]) -> list[Problem]:
    """Errors before warnings, and of each those first that stand on lines that somebody has just written."""
    return github.ordered(problems, is_touched)


def step_summary(problems: Sequence[Problem], prefix: str, around: github.Around = github.NOTHING) -> str:
    """A summary of a pull request's check in Markdown: problems, and the pages around them."""
    return github.summary(problems, prefix, around)


def code_scanning(problems: Sequence[Problem], prefix: str, meanings: Mapping[str, str]) -> str:
    """A SARIF log; `meanings` has a sentence for each code."""
    return sarif.render(problems, prefix, meanings)
