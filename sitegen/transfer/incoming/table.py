"""A table as spreadsheets save it (CSV): its bytes → names of columns and rows, or why it cannot be used."""

import csv
import io
from collections import Counter
from collections.abc import Iterator

from msgspec import Struct

MAX_BYTES = 60_000_000
MAX_ROWS = 50_000
MAX_COLUMNS = 2_000
MAX_CELL = 100_000
"""Signs in a cell; as many as a text of ours may have."""

LOOKED_AT = 12
"""Rows among which the line of names is looked for."""


class Table(Struct, frozen=True):
    """Names, rows with the line on which each begins, and what was noted; or why there is no table."""

    head: tuple[str, ...] = ()
    rows: tuple[tuple[int, tuple[str, ...]], ...] = ()
    notes: tuple[str, ...] = ()
    why: str = ""
    hint: str = ""


class Form(Struct, frozen=True):
    """What somebody said about the form of a table: the line with its names, its encoding, what parts its cells."""

    header: int = 0
    encoding: str = ""
    delimiter: str = ""


def read(data: bytes, form: Form) -> Table:
    """The table in a file."""
    if len(data) > MAX_BYTES:
        return Table(why=f"this file is larger than {MAX_BYTES // 1_000_000} MB", hint="split it")
    text, note = _decoded(data, form.encoding)
    if text is None:
        return Table(why=note, hint="in your spreadsheet choose “CSV UTF-8” when you save")
    csv.field_size_limit(MAX_CELL)
    try:
        rows = list(_rows(text, form.delimiter))
    except csv.Error as error:
        return Table(
            why=f"this file cannot be read as CSV: {error}", hint="save it again from your spreadsheet"
        )
    if len(rows) > MAX_ROWS + 1:
        return Table(why=f"this table has more than {MAX_ROWS:,} rows", hint="split it")
    return _table(rows, form.header, (note,) if note else ())


def _decoded(data: bytes, encoding: str) -> tuple[str | None, str]:
    """The text and a note on how it was read; None, and why, if it is none."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        encoding = "utf-16"
    elif b"\0" in data:
        return None, "this file is no text"
    for name in [encoding] if encoding else ["utf-8-sig", "cp1252"]:
        try:
            text = data.decode(name)
        except (UnicodeDecodeError, LookupError):
            continue
        strange = next((line for line in text.splitlines() if not line.isascii()), "").strip()
        if name == "cp1252":
            return (
                text,
                f"it is not UTF-8, and was read as Windows-1252; look at such letters: {strange[:80]}",
            )
        return text, ""
    return None, f"this file cannot be read as {encoding or 'UTF-8'}"


def _rows(text: str, delimiter: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The rows that are not empty, each with the line on which it begins."""
    start = text[:20_000]
    parting = delimiter or max(",;\t", key=start.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=parting, strict=True)
    line = 1
    for row in reader:
        if len(row) > MAX_COLUMNS:
            raise csv.Error(f"line {line} has more than {MAX_COLUMNS:,} cells")
        if any(cell.strip() for cell in row):
            yield line, tuple(row)
        line = reader.line_num + 1


def _table(rows: list[tuple[int, tuple[str, ...]]], header: int, notes: tuple[str, ...]) -> Table:
    if not rows:
        return Table(why="this file is empty", hint="its first line names the columns")
    at = next((n for n, (line, _) in enumerate(rows) if line == header), None) if header else 0
    if at is None:
        return Table(
            why=f"line {header}, where the names should stand, is empty", hint="see `header` in the mapping"
        )
    line, names = rows[at]
    head = tuple(" ".join(name.split()) for name in names)
    body = rows[at + 1 :]
    if merged := _merged(head, body):
        other = _likely_head(rows)
        hint = f"the names may stand on line {other}: say `header: {other}` in a mapping file" if other != line else (
            "give every column a name of its own in one line"
        )  # fmt: skip
        return Table(why=f"line {line} does not name the columns: {merged}", hint=hint)
    if not body:
        return Table(why="this table names columns and has no rows", hint="add a row for each record")
    return Table(head, tuple(body), notes)


def _merged(head: tuple[str, ...], body: list[tuple[int, tuple[str, ...]]]) -> str:
    """What shows that cells of the head were merged; empty if nothing does."""
    used = Counter(at for _, row in body for at, cell in enumerate(row) if cell.strip())
    nameless = sum(1 for at in used if at >= len(head) or not head[at])
    if nameless:
        return f"{nameless} {'column has' if nameless == 1 else 'columns have'} contents and no name (merged cells?)"
    twice = [name for name, count in Counter(head).items() if name and count > 1]
    return f"“{twice[0]}” names {head.count(twice[0])} columns (merged cells?)" if twice else ""


def _likely_head(rows: list[tuple[int, tuple[str, ...]]]) -> int:
    """The line among the first ones that has the most names."""
    return max(rows[:LOOKED_AT], key=lambda row: (len({cell.strip() for cell in row[1]} - {""}), -row[0]))[0]
