"""A table of awards to be made (CSV, as spreadsheets and forms save it) → orders, and every fault of every row."""

import csv
import difflib
import io
import re
from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from sitegen.model import cells as spreadsheets
from sitegen.model.award import Evidence
from sitegen.model.issuer import Privacy
from sitegen.signing.orders import Fault, Order

COLUMNS = (
    "credential", "name", "email", "show name", "privacy", "awarded", "expires", "evidence", "assessor", "role"
)  # fmt: skip
"""Columns that have a meaning; so have those that begin with ROW. Case and order do not matter."""

ROW = "rubric "
"""What stands before the name of a rubric row in the head of its column, as in `rubric next-step`."""

MAX_BYTES = 20_000_000
MAX_ROWS = 50_000
_YES = {"yes": True, "y": True, "true": True, "1": True, "x": True, "no": False, "n": False, "false": False,
        "0": False, "": False}  # fmt: skip
_PIECE = re.compile(r"(?:(?P<title>[^|]*)\|)?\s*(?P<url>https?://\S+)?\s*(?P<rest>.*)", re.DOTALL)


class Table(Struct, frozen=True):
    """What a file asks for, what is wrong with it, and the columns that were not used."""

    orders: tuple[Order, ...] = ()
    faults: tuple[Fault, ...] = ()
    unused: tuple[str, ...] = ()


def read(data: bytes, credential: str = "") -> Table:
    """The orders in a file; `credential` is the one to award where no column says so."""
    if len(data) > MAX_BYTES:
        return _refused("this file is larger than 20 MB", "split it")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _refused(
            "this file is not saved as UTF-8", "in your spreadsheet choose “CSV UTF-8” when you save"
        )
    if "\0" in text:
        return _refused("this file is no text", "in your spreadsheet save the sheet as “CSV UTF-8”")
    try:
        rows = list(_rows(text))
    except csv.Error as error:
        return _refused(f"this file cannot be read as CSV: {error}", "save it again from your spreadsheet")
    return (
        _table(rows, credential)
        if rows
        else _refused("this file is empty", "its first line names the columns")
    )


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """The rows that are not empty, each with the line on which it begins."""
    head = text.partition("\n")[0]
    delimiter = max(",;\t", key=head.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line = 1
    for row in reader:
        if any(cell.strip() for cell in row):
            yield line, row
        line = reader.line_num + 1


def _table(rows: list[tuple[int, list[str]]], credential: str) -> Table:
    head = [" ".join(name.replace("_", " ").casefold().split()) for name in rows[0][1]]
    faults = list(_head_faults(head, credential))
    if len(rows) - 1 > MAX_ROWS:
        faults.append(Fault(1, f"this file has more than {MAX_ROWS:,} rows", "split it"))
    if faults:
        return Table(faults=tuple(faults))
    orders: list[Order] = []
    for line, row in rows[1:]:
        cells = {name: cell.strip() for name, cell in zip(head, row, strict=False) if _is_known(name)}
        wrong = list(_row_faults(line, cells, row, len(head)))
        faults += wrong
        if not wrong:
            orders.append(_order(line, cells, credential))
    unused = tuple(name for name in head if name and not _is_known(name))
    if not orders and not faults:
        faults.append(Fault(1, "this file names columns, and has no row", "add a row for each award"))
    return Table(tuple(orders), tuple(faults), unused)


def _is_known(name: str) -> bool:
    return name in COLUMNS or name.startswith(ROW)


def _head_faults(head: list[str], credential: str) -> Iterator[Fault]:
    for name in sorted({name for name in head if _is_known(name) and head.count(name) > 1}):
        yield Fault(1, f"there are two columns `{name}`", "keep one of them")
    if "credential" not in head and not credential:
        yield Fault(
            1, "there is no column `credential`", "add it, or name the credential on the command line"
        )
    if "name" not in head and "email" not in head:
        yield Fault(1, "there is no column `name` or `email`", "one of them must say who earned it")
    for name in head:
        near = difflib.get_close_matches(name, COLUMNS, 1, 0.75) if not _is_known(name) else []
        if near and near[0] not in head:
            yield Fault(
                1, f"`{name}` is no column that is used; did you mean `{near[0]}`?", "rename it, or delete it"
            )


def _row_faults(line: int, cells: dict[str, str], row: list[str], width: int) -> Iterator[Fault]:
    """What keeps the cells of a row from being an order."""
    if len(row) > width and any(cell.strip() for cell in row[width:]):
        yield Fault(
            line, "this row has more cells than there are columns", "put text that contains commas in quotes"
        )
    for name, cell in cells.items():
        if spreadsheets.is_calculated(cell):
            yield Fault(
                line,
                f"`{name}` begins like a formula: {cell[:30]}",
                "write the text itself, without `=`, `+`, `-` or `@`",
            )
    for name in ("awarded", "expires"):
        if cells.get(name) and _day(cells[name]) is None:
            yield Fault(line, f"`{name}` is no date: {cells[name][:30]}", "write it as in 2026-03-14")
    if cells.get("privacy", "").casefold() not in ("", "private", "hashed", "open"):
        yield Fault(
            line,
            f"`privacy` cannot be “{cells['privacy'][:30]}”",
            "write private, hashed or open, or leave it empty",
        )
    if cells.get("show name", "").casefold() not in _YES:
        yield Fault(line, f"`show name` cannot be “{cells['show name'][:30]}”", "write yes or no")


def _order(line: int, cells: dict[str, str], credential: str) -> Order:
    level = cells.get("privacy", "").casefold()
    privacy: Privacy | None = level if level in ("private", "hashed", "open") else None  # type: ignore[assignment]
    return Order(
        credential=cells.get("credential") or credential,
        name=" ".join(cells.get("name", "").split()),
        email=cells.get("email", ""),
        shows_name=_YES[cells.get("show name", "").casefold()],
        privacy=privacy,
        awarded=_day(cells.get("awarded", "")),
        expires=_day(cells.get("expires", "")),
        results=tuple(
            (name[len(ROW) :], cell) for name, cell in cells.items() if name.startswith(ROW) and cell
        ),
        evidence=evidence(cells.get("evidence", "")),
        assessor=cells.get("assessor", ""),
        role=cells.get("role", ""),
        line=line,
    )


def evidence(text: str) -> tuple[Evidence, ...]:
    """Pieces of evidence, one a line: `Title | https://…`, or one of the two."""
    return tuple(_piece(line.strip()) for line in text.splitlines() if line.strip())


def _piece(line: str) -> Evidence:
    found = _PIECE.fullmatch(line)
    assert found is not None  # every text fits
    title = (found["title"] or found["rest"] or "").strip()
    return Evidence(title=title or found["url"].partition("://")[2].partition("/")[0], url=found["url"] or "")


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text) else None
    except ValueError:
        return None


def _refused(words: str, hint: str) -> Table:
    return Table(faults=(Fault(1, words, hint),))
