"""The text of an export → its headings and its rows, each with the line on which it begins."""

import csv
import io
from collections import Counter
from collections.abc import Iterator

from msgspec import Struct

from sitegen.signing.refusal import Refused

MAX_ROWS = 100_000
MAX_CELL = 1_000_000


class Row(Struct, frozen=True):
    """The cells of a row, and the line of the file on which it begins."""

    line: int
    cells: list[str]


class Table(Struct, frozen=True):
    """An export. Headings have blanks and line breaks made one blank; the second `Why?` is called `Why? [2]`."""

    headings: tuple[str, ...]
    rows: tuple[Row, ...]


def read(text: str) -> Table:
    """The table in a text; raises Refused, naming the line, if it is none."""
    rows = _rows(text)
    head = next(rows, None)
    if head is None:
        raise Refused("this file is empty", "export the responses again")
    found = tuple(rows)
    if len(found) > MAX_ROWS:
        raise Refused(f"this file has more than {MAX_ROWS:,} rows", "export fewer at once")
    return Table(tuple(_numbered(head.cells)), found)


def plain(heading: str) -> str:
    """A heading on one line, with single blanks."""
    return " ".join(heading.replace("\ufeff", "").split())


def _rows(text: str) -> Iterator[Row]:
    """The rows that are not empty."""
    csv.field_size_limit(MAX_CELL)
    head = text.partition("\n")[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=head.count), strict=True)
    line = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield Row(line, cells)
            line = reader.line_num + 1
    except csv.Error as error:
        raise Refused(
            f"the row that begins on line {line} cannot be read as CSV: {error}",
            "export the responses again, and do not change the file by hand",
        ) from error


def _numbered(headings: list[str]) -> Iterator[str]:
    seen: Counter[str] = Counter()
    for heading in headings:
        name = plain(heading)
        seen[name] += 1
        yield name if seen[name] == 1 else f"{name} [{seen[name]}]"
