"""How text looks in a terminal: how wide each character is, and what to print instead of one that must not be printed."""

import unicodedata
from typing import NamedTuple

TAB = 4
"""Columns between tab stops in what we print."""

JOINERS = "\u200c\u200d"
"""Invisible letters that some scripts and emoji need; they change neither the direction nor the place of others."""

_UNPRINTABLE = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_ZERO_WIDTH = frozenset({"Mn", "Me", "Cf"})


class Cell(NamedTuple):
    """One character as it is printed, and the columns that takes."""

    text: str
    width: int


def line(text: str) -> str:
    """`text` on one line and without a character that could move the cursor, reverse text or hide something."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(cell.text for cell in cells(" ".join(text.split("\n"))))


def shortened(text: str, most: int) -> str:
    """`text` as by `line`, cut in the middle if it has more than `most` characters."""
    if len(text) > most:
        half = (most - 1) // 2
        text = f"{text[:half]}…{text[-half:]}"
    return line(text)


def cells(text: str) -> list[Cell]:
    """Every character of a line: what to print for it, and how many columns that takes."""
    found: list[Cell] = []
    column = 0
    for character in text:
        cell = _tab(column) if character == "\t" else _cell(character)
        column += cell.width
        found.append(cell)
    return found


def width(text: str) -> int:
    """The columns that a line takes."""
    return len(text) if text.isascii() and text.isprintable() else sum(cell.width for cell in cells(text))


def _tab(column: int) -> Cell:
    columns = TAB - column % TAB
    return Cell(" " * columns, columns)


def _cell(character: str) -> Cell:
    if " " <= character <= "~":
        return Cell(character, 1)
    category = unicodedata.category(character)
    if category in _UNPRINTABLE and character not in JOINERS:
        name = f"<U+{ord(character):04X}>"
        return Cell(name, len(name))
    if category in _ZERO_WIDTH or "\u1160" <= character <= "\u11ff":
        return Cell(character, 0)
    return Cell(character, 2 if unicodedata.east_asian_width(character) in "WF" else 1)
