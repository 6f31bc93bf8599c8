"""What was measured against what was promised, as a table and as JSON."""

import statistics
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from processes import Cost


@dataclass(frozen=True)
class Figure:
    """One result: what, how much, and the most it may be (nothing if it is shown for information)."""

    part: str
    what: str
    value: float
    unit: str
    bar: float | None = None
    note: str = ""

    @property
    def met(self) -> bool | None:
        return None if self.bar is None else self.value <= self.bar


@dataclass(frozen=True)
class Results:
    """What a part of the benchmark found, and every run it rests on."""

    figures: tuple[Figure, ...]
    runs: tuple[Cost, ...] = ()


def ratio(above: Sequence[float], below: Sequence[float]) -> float:
    """The median of the ratios of values measured side by side."""
    return statistics.median(a / b for a, b in zip(above, below, strict=True))


def spread(values: Sequence[float], unit: str) -> str:
    """The values in a few words: how many there were, the lowest and the highest."""
    shown = [f"{min(values):.3g}", f"{max(values):.3g}"]
    return f"{len(values)} × {'–'.join(dict.fromkeys(shown))} {unit}"


def table(found: Sequence[Figure]) -> str:
    """The results in aligned columns."""
    rows = [("Part", "What", "Bar", "Figure", "", "Rests on")]
    rows += [(f.part, f.what, _bar(f), _amount(f.value, f.unit), MARKS[f.met], f.note) for f in found]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    ]
    return "\n".join([lines[0], "  ".join("─" * width for width in widths), *lines[1:]])


MARKS = {True: "met", False: "NOT MET", None: ""}


def _bar(figure: Figure) -> str:
    return "" if figure.bar is None else f"≤ {_amount(figure.bar, figure.unit)}"


def _amount(value: float, unit: str) -> str:
    return f"{value:.0f} {unit}" if unit in ("ms", "MiB") else f"{value:.2f} {unit}"


def document(results: Sequence[Results], machine: dict[str, Any]) -> dict[str, Any]:
    """Everything, for a program to read."""
    figures = [figure for result in results for figure in result.figures]
    return {
        "machine": machine,
        "figures": [{**asdict(figure), "met": figure.met} for figure in figures],
        "runs": [run.row() for result in results for run in result.runs],
    }
