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
    lines = text.split("\n")
    if lines[0].rstrip() != FENCE:
        return Problem(
            code="no-front-matter",
            message="this file does not start with its fields",
            span=Span(file, 1),
            hint="begin with a line of three dashes, then the fields (`title: …`), then three dashes again",
        )
    for number, line in enumerate(lines[1:], start=1):
        if line.rstrip() == FENCE:
            return Parts("\n".join(lines[1:number]) + "\n", 2, "\n".join(lines[number + 1 :]), number + 2)
    return Problem(
        code="front-matter-not-closed",
        message="the fields at the top of this file have no end",
        span=Span(file, 1, 1, len(FENCE)),
        hint="put a line of three dashes after the last field",
    )
