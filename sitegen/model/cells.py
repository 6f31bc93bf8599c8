"""Cells of spreadsheets: which of them a program might calculate, and the apostrophe that keeps it from doing so."""

import re

_CALCULATED = re.compile(r"'*[=+\-@\t\r]")


def is_calculated(cell: str) -> bool:
    """Whether a spreadsheet might calculate a cell, or would if its guard were taken away."""
    return _CALCULATED.match(cell) is not None


def guarded(cell: str) -> str:
    """The cell as it can be written into a table that is opened with a spreadsheet."""
    return f"'{cell}" if is_calculated(cell) else cell


def unguarded(cell: str) -> str:
    """What `guarded` was given."""
    return cell[1:] if cell.startswith("'") and is_calculated(cell) else cell
