"""The JSON report: one document whose form changes only with its version."""

from collections.abc import Sequence
from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct

from sitegen.problem import Problem, Severity, Span

VERSION = 1


class Place(Struct, frozen=True):
    """A place in a file."""

    file: Annotated[str, Meta(description="The file, from the top of the site, with `/` between folders.")]
    line: Annotated[int, Meta(ge=0, description="Counts from 1; 0 means the file as a whole.")]
    column: Annotated[int, Meta(ge=1, description="Counts characters from 1.")]
    width: Annotated[int, Meta(ge=1, description="Characters that are meant.")]


class Item(Struct, frozen=True, kw_only=True):
    """Something wrong with a file."""

    code: Annotated[str, Meta(description="A stable word; `sitegen explain CODE` tells more.")]
    severity: Severity
    message: Annotated[str, Meta(description="What is wrong.")]
    hint: Annotated[str, Meta(description="What to do about it; may be empty.")]
    place: Place
    related: Annotated[tuple[Place, ...], Meta(description="Other places that have to do with it.")]


class Document(Struct, frozen=True, kw_only=True):
    """What `sitegen check --format json` and `sitegen build --json` print."""

    version: Annotated[Literal[1], Meta(description="Version of this form.")] = 1
    ok: Annotated[bool, Meta(description="Whether the exit code is 0.")]
    problems: Annotated[tuple[Item, ...], Meta(description="All problems, by file, line and column.")]
    stats: Annotated[
        dict[str, int | float | str | bool],
        Meta(description="Figures, such as `credentials`, `made` and `seconds`. More may be added."),
    ]


def render(problems: Sequence[Problem], *, ok: bool, stats: dict[str, int | float | str | bool]) -> str:
    """The report as JSON, indented by two."""
    document = Document(ok=ok, problems=tuple(_item(problem) for problem in problems), stats=stats)
    return msgspec.json.format(msgspec.json.encode(document), indent=2).decode()


def _item(problem: Problem) -> Item:
    return Item(
        code=problem.code,
        severity=problem.severity,
        message=storable(problem.message),
        hint=storable(problem.hint),
        place=_place(problem.span),
        related=tuple(_place(span) for span in problem.related),
    )


def _place(span: Span) -> Place:
    return Place(storable(span.file), span.line, span.column, span.width)


def storable(text: str) -> str:
    """`text` without the half letters that stand for bytes of a file name that is no text."""
    return text if text.isascii() else text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
