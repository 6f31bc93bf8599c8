"""What texts mean, in whole numbers: sums of word vectors, directions written as letters, and how alike two of them are.

Python and the browser must come to the same order, so nothing depends on how fractions are rounded on the way. A written
direction has a letter for each of its numbers: `A` for -7, `H` for 0, `O` for 7.
"""

import struct
from collections.abc import Iterable, Sequence
from functools import lru_cache
from math import isqrt, sqrt
from operator import mul
from typing import NamedTuple

from sitegen.search.vectors import Row, Vectors

MOST = 7
ZERO = ord("H")

FINE = 45
"""Hundredths of a direction's mean size that one step stands for, in what decides the order."""

COARSE = 80
"""The same for what is only compared within one document."""

_OFFSET = 1 << 16
_UNIT = 1 << 24
_MARGIN = 64
_LETTERS = bytes(min(max(n - _MARGIN, -MOST), MOST) + ZERO for n in range(256))
"""For a whole number plus a margin the letter that is nearest to it."""


class Packed(NamedTuple):
    """A direction as one long integer with 64 bits for each number, and what was added to each so that none is negative."""

    lanes: int
    offset: int


class Texts:
    """Reads texts for their meaning with one set of word vectors; a word's row is packed once."""

    def __init__(self, vectors: Vectors) -> None:
        self._vectors = vectors
        self._lanes = lru_cache(40_000)(self._of_word)

    def of(self, words: Iterable[str]) -> Packed | None:
        """The direction of the sum of some words' vectors; None if none of them is known."""
        rows = [row for word in words if (row := self._lanes(word)) is not None]
        total, offset = sum(rows), len(rows) * _OFFSET
        length = _length(self._numbers(Packed(total, offset))) if rows else 0
        return Packed(total * (_UNIT // length), offset * (_UNIT // length)) if length else None

    def written(self, directions: Sequence[Packed | None], step: int) -> str:
        """The sum of directions as letters, to a `step` of so many hundredths; empty if nothing is left of it."""
        known = [direction for direction in directions if direction is not None]
        together = Packed(sum(one.lanes for one in known), sum(one.offset for one in known))
        return write(self._numbers(together), step) if known else ""

    def _of_word(self, word: str) -> int | None:
        row = self._vectors.row(word)
        if row is None:
            return None
        lanes = (row.scale * number + _OFFSET for number in row.numbers)
        return int.from_bytes(struct.pack(f"<{len(row.numbers)}Q", *lanes), "little")

    def _numbers(self, packed: Packed) -> list[int]:
        width, offset = self._vectors.width, packed.offset
        return [n - offset for n in struct.unpack(f"<{width}Q", packed.lanes.to_bytes(8 * width, "little"))]


def write(numbers: Sequence[int], step: int) -> str:
    """Numbers as letters, to a `step` of so many hundredths of their mean size; empty if all are 0."""
    squares = sum(map(mul, numbers, numbers))
    unit = isqrt(squares * step * step // len(numbers)) if numbers else 0
    if not unit:
        return ""
    half = unit // 2
    return bytes([(100 * n + half) // unit + _MARGIN for n in numbers]).translate(_LETTERS).decode()


def read(letters: str) -> list[int]:
    """The numbers that were written as letters."""
    return [byte - ZERO for byte in letters.encode()]


def again(letters: str, step: int) -> str:
    """A direction that was written finely, to a `step` of so many hundredths."""
    return letters if step == FINE else write(read(letters), step) or letters


def letters(row: Row) -> str:
    """The numbers of a word's row as letters."""
    return bytes(number + ZERO for number in row.numbers).decode()


def dot(one: Sequence[int], other: Sequence[int]) -> int:
    """The inner product."""
    return sum(map(mul, one, other))


def size(numbers: Sequence[int]) -> float:
    """The length of a direction."""
    return sqrt(dot(numbers, numbers))


def _length(numbers: Sequence[int]) -> int:
    return isqrt(dot(numbers, numbers))
