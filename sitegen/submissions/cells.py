"""Cells of spreadsheets that would be calculated: how they are known, and how they are made harmless (THREATS I)."""

import csv
import io
import re
from collections.abc import Iterable

_CALCULATED = re.compile(r"'*[=+\-@\t\r]")
_FORMULA = re.compile(r"\s*'?[=@]|\t|\r")
"""How a cell begins that hardly is anything else; people begin answers with `-` and `+`."""


def is_formula(cell: str) -> bool:
    """Whether a cell of an answer was most likely meant to be calculated."""
    return _FORMULA.match(cell) is not None


def is_calculated(cell: str) -> bool:
    """Whether a spreadsheet might calculate a cell."""
    return _CALCULATED.match(cell) is not None


def table(rows: Iterable[Iterable[object]]) -> bytes:
    """Rows as CSV in which no cell begins in a way that a spreadsheet would calculate."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    for row in rows:
        writer.writerow([_harmless(cell) for cell in row])
    return out.getvalue().encode()


def _harmless(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and is_calculated(cell) else cell
