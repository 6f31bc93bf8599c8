"""Cells of answers that were meant to be calculated, and tables in which no cell is."""

import csv
import io
import re
from collections.abc import Iterable

from sitegen.model import cells

_FORMULA = re.compile(r"\s*'?[=@]|\t|\r")
"""How a cell begins that hardly is anything else; people begin answers with `-` and `+`."""


def is_formula(cell: str) -> bool:
    """Whether a cell of an answer was most likely meant to be calculated."""
    return _FORMULA.match(cell) is not None


def table(rows: Iterable[Iterable[object]]) -> bytes:
    """Rows as CSV in which no cell begins in a way that a spreadsheet would calculate."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    for row in rows:
        writer.writerow([cells.guarded(cell) if isinstance(cell, str) else cell for cell in row])
    return out.getvalue().encode()
