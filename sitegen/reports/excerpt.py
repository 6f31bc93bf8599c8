"""The lines of a file around a problem, with a caret under the very words."""

from collections.abc import Callable

from sitegen.problem import Span
from sitegen.reports import visible
from sitegen.reports.ink import Ink
from sitegen.reports.visible import Cell

Read = Callable[[str], bytes | None]
"""Gives the bytes of a file named in a span, or None if it cannot be read."""

CUT = "…"


def lines_of(data: bytes | None) -> list[str]:
    """The lines of a text file, counted as problems count them; none if it is no text."""
    if data is None or b"\0" in data:
        return []
    return data.decode("utf-8", "replace").removeprefix("\ufeff").replace("\r\n", "\n").split("\n")


def render(lines: list[str], span: Span, columns: int, ink: Ink) -> list[str]:
    """The line of `span` with a caret below it and one line of context on either side, in `columns` columns."""
    if not 1 <= span.line <= len(lines):
        return []
    last = len(lines) if lines[-1] else len(lines) - 1
    shown = range(max(1, span.line - 1), min(max(last, span.line), span.line + 1) + 1)
    gutter = len(str(shown[-1]))
    room = max(20, columns - gutter - 3)
    printed: list[str] = []
    for number in shown:
        text, caret = _line(lines[number - 1], span if number == span.line else None, room)
        printed.append(f"{ink(f'{number:>{gutter}} |', 'frame')} {text}".rstrip())
        if caret:
            printed.append(f"{ink(' ' * gutter + ' |', 'frame')} {caret[0]}{ink(caret[1], 'error')}")
    return printed


def _line(line: str, span: Span | None, room: int) -> tuple[str, tuple[str, str] | None]:
    """A line as it is printed, cut to the room there is, and the indent and mark below it."""
    far = 8 * room  # more characters than can ever be shown; a line may have a million
    if span is None:
        return _text(_cut_end(visible.cells(line[:far]), room)), None
    first = min(span.column - 1, len(line))
    start, width = max(0, first - far), min(max(1, span.width), far)
    cells = visible.cells(line[start : first + width + far])
    before, marked, after = _three(cells, first - start, width)
    marked = _cut_end(marked, max(1, room * 2 // 3))
    before = _cut_start(before, max(room // 4, room - _width(marked) - _width(after)))
    after = _cut_end(after, room - _width(before) - _width(marked))
    return _text(before + marked + after), (" " * _width(before), "^" * max(1, _width(marked)))


def _three(cells: list[Cell], first: int, width: int) -> tuple[list[Cell], list[Cell], list[Cell]]:
    return cells[:first], cells[first : first + width], cells[first + width :]


def _cut_end(cells: list[Cell], room: int) -> list[Cell]:
    if _width(cells) <= room:
        return cells
    kept: list[Cell] = []
    for cell in cells:
        room -= cell.width
        if room < 1:
            break
        kept.append(cell)
    return [*kept, Cell(CUT, 1)]


def _cut_start(cells: list[Cell], room: int) -> list[Cell]:
    return _cut_end(cells[::-1], room)[::-1]


def _width(cells: list[Cell]) -> int:
    return sum(cell.width for cell in cells)


def _text(cells: list[Cell]) -> str:
    return "".join(cell.text for cell in cells)
