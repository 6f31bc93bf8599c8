"""Many written directions side by side, so that one is compared with all of them at once, by sums of very long numbers.

Each place of a direction has a long number in which every document has 16 bits: its letter there, from 0 to 14. The sum of
these numbers, each times the letter of the direction that is compared, holds all inner products.
"""

import sys
from array import array
from collections.abc import Sequence
from operator import mul

from sitegen.search.meaning import MOST, ZERO

_LOWEST = ZERO - MOST
_LETTERS = bytes(max(0, n - _LOWEST) for n in range(256))
"""For a letter its number from 0 to 14."""

WIDEST = 334
"""Numbers of a direction for which an inner product, moved so that it is not negative, still has room in 16 bits."""


class Columns:
    """Directions of equal width, at most `WIDEST`, ready to be compared with others."""

    def __init__(self, written: Sequence[str]) -> None:
        self.count = len(written)
        rows = [letters.encode().translate(_LETTERS) for letters in written]
        self._width = len(rows[0]) if rows else 0
        self._columns = [_lanes(column) for column in zip(*rows, strict=True)]
        self._highest = 2 * MOST * MOST * self._width
        self._levels = _lanes([self._highest - MOST * sum(row) for row in rows])

    def products(self, letters: str) -> list[int]:
        """The inner product of a direction with each of these."""
        own = letters.encode().translate(_LETTERS)
        total = sum(map(mul, self._columns, own), self._levels)
        lanes = array("H", total.to_bytes(2 * self.count, sys.byteorder))
        level = self._highest + MOST * sum(own) - MOST * MOST * self._width
        return [lane - level for lane in lanes]


def _lanes(numbers: Sequence[int]) -> int:
    """Whole numbers, none negative, as one long number with 16 bits for each."""
    return int.from_bytes(array("H", numbers).tobytes(), sys.byteorder)
