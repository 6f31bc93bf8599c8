"""A problem: what is wrong, where, and what to do about it, as a value that is collected and never raised."""

from typing import Literal

from msgspec import Struct

Severity = Literal["error", "warning"]
Path = tuple[str | int, ...]
"""The way to a value inside a record, as in `("evidence", 0, "rubric", 2, "levels")`."""


class Span(Struct, frozen=True):
    """A place in a file. Lines and columns count from 1; a line of 0 means the file as a whole."""

    file: str
    line: int = 0
    column: int = 1
    width: int = 1


class Problem(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Something wrong with a file.

    `code` is a stable word with an entry in the reference; `message` says what is wrong in the author's words and `hint`
    what to do. A rule that knows the record and not the file's lines gives `path` (and `needle`, words to look for in
    a long text there) and leaves the span's line at 0; `read.locate` fills it in.
    """

    code: str
    message: str
    span: Span
    hint: str = ""
    severity: Severity = "error"
    path: Path = ()
    on_key: bool = False
    needle: str = ""
    related: tuple[Span, ...] = ()


def in_order(problems: list[Problem]) -> list[Problem]:
    """The problems by file, line and column, each only once."""
    unique = {(p.span, p.code, p.message): p for p in problems}
    return sorted(unique.values(), key=lambda p: (p.span.file, p.span.line, p.span.column, p.code, p.message))
