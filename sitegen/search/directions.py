"""What documents are about, as numbers that lie side by side, so that many are compared with a question at once."""

import struct
from collections.abc import Mapping, Sequence
from operator import mul

from msgspec import Struct

from sitegen.search import meaning

_FAR = 1 << 62
"""More than any inner product is away from 0."""

_LETTERS = frozenset(map(chr, range(meaning.ZERO - meaning.MOST, meaning.ZERO + meaning.MOST + 1)))


class Direction(Struct, frozen=True):
    """What a document is about: numbers and their length, which may be 0."""

    numbers: Sequence[int]
    size: float


class Directions:
    """Directions side by side: a number of all of them is one long integer, so that one multiplication takes them all."""

    def __init__(self, rows: Sequence[Sequence[int]]) -> None:
        """Rows of numbers from -`meaning.MOST` to `meaning.MOST`, all of one length."""
        self.sizes = [meaning.size(row) for row in rows]
        self._form = struct.Struct(f"<{len(rows)}Q")
        margin = [number + meaning.MOST for row in rows for number in row]
        width = len(rows[0]) if rows else 0
        self._columns = [_packed(self._form, margin[at::width]) for at in range(width)]
        self._start = _packed(self._form, [_FAR] * len(rows))

    def dots(self, numbers: Sequence[int]) -> list[int]:
        """The inner product of some numbers with each direction."""
        total = sum(map(mul, numbers, self._columns), self._start)
        start = _FAR + meaning.MOST * sum(numbers)
        return [lane - start for lane in self._form.unpack(total.to_bytes(self._form.size, "little"))]


class Block(Struct, frozen=True):
    """What some documents are about: each by its number, and all of them laid out to be compared at once."""

    documents: Mapping[int, Direction]
    together: Directions


class Overview(Struct, frozen=True):
    """The group that each document is in, and what the groups are about."""

    of: Sequence[int]
    centres: Directions
    scales: Sequence[int]


def block(numbers: Sequence[int], letters: str, width: int) -> Block:
    """What some documents are about; `letters` have so many numbers for each. Of other letters nothing is made."""
    if len(letters) != width * len(numbers) or not _LETTERS.issuperset(letters):
        numbers, letters = (), ""
    rows = [meaning.read(letters[at : at + width]) for at in range(0, len(letters), width)]
    together = Directions(rows)
    return Block(dict(zip(numbers, map(Direction, rows, together.sizes), strict=True)), together)


def direction(letters: str) -> Direction:
    """What letters say."""
    numbers = meaning.read(letters)
    return Direction(numbers, meaning.size(numbers))


def _packed(form: struct.Struct, numbers: Sequence[int]) -> int:
    return int.from_bytes(form.pack(*numbers), "little")
