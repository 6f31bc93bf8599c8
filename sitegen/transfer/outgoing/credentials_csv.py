"""Credentials as a spreadsheet from which they can be read again: a row each, a column for every text in them."""

import csv
import io
from collections.abc import Iterable
from typing import Any

import msgspec
from msgspec import Struct

from sitegen.model import cells
from sitegen.transfer import leaves, plain


def text(rows: Iterable[tuple[dict[str, str], Struct]]) -> str:
    """The table (CSV with CRLF, as RFC 4180 has it): `rows` are the first cells of each and the record."""
    made = [{**first, **leaves.cells(values(record))} for first, record in rows]
    names = _ordered(list(dict.fromkeys(name for row in made for name in row)))
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(names)
    writer.writerows([_cell(row.get(name, "")) for name in names] for row in made)
    return out.getvalue()


def values(record: Struct) -> dict[str, Any]:
    """The fields of a record as texts, as a file would give them; fields with their usual value are left out."""
    found = {name: _as_text(value) for name, value in msgspec.to_builtins(record).items()}
    return {name: value for name, value in found.items() if value not in ({}, None)}


def _as_text(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _as_text(item) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [_as_text(item) for item in value]
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value == int(value):
        return str(int(value))
    return value if value is None else str(value)


def _ordered(names: list[str]) -> list[str]:
    """Columns of one field stand together, in the order in which fields first come; numbered ones by their numbers."""
    fields = list(dict.fromkeys(name.partition(".")[0] for name in names))
    place = {field: at for at, field in enumerate(fields)}
    return sorted(names, key=lambda name: (place[name.partition(".")[0]], _numbers(name)))


def _numbers(name: str) -> list[int]:
    return [int(step) if step.isascii() and step.isdigit() else 0 for step in name.split(".")]


def _cell(said: str) -> str:
    return cells.guarded(plain.guarded(said))
