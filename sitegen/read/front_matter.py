"""Where the fields of a Markdown file end and its text begins."""

from msgspec import Struct

from sitegen.problem import Problem, Span

FENCE = "---"


class Parts(Struct, frozen=True):
    """The fields (YAML) and the text (Markdown) of a file, with the line of the file on which each starts."""

    fields: str
    fields_line: int
    body: str
    body_line: int


def split(text: str, file: str) -> Parts | Problem:
    """The two parts of a Markdown file, or what keeps it from having them."""
    first = _line_end(text, 0)
    if text[:first].rstrip() != FENCE:
        return Problem(
            code="no-front-matter",
            message="this file does not start with its fields",
            span=Span(file, 1),
            hint="begin with a line of three dashes, then the fields (`title: …`), then three dashes again",
        )
    if closing := _closing(text, first):
        start, end = closing
        number = text.count("\n", 0, start) + 1
        return Parts(text[first + 1 : start], 2, text[end + 1 :], number + 1)
    return Problem(
        code="front-matter-not-closed",
        message="the fields at the top of this file have no end",
        span=Span(file, 1, 1, len(FENCE)),
        hint="put a line of three dashes after the last field",
    )


def of_file(text: str, file: str) -> Parts | Problem:
    """The parts of a file: of a Markdown file both, of any other the fields alone."""
    return split(text, file) if file.endswith(".md") else Parts(text, 1, "", 0)


def _closing(text: str, start: int) -> tuple[int, int] | None:
    """Where the first line of dashes after `start`, the end of a line, begins and ends."""
    while (at := text.find("\n" + FENCE, start)) >= 0:
        end = _line_end(text, at + 1)
        if text[at + 1 : end].rstrip() == FENCE:
            return at + 1, end
        start = end
    return None


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end
