"""Word vectors in the package: how their file is laid out, and how the rows of a few words are read from it.

The file is `sitegen vectors 1\n`, then two unsigned 32-bit numbers (rows, numbers in a row), then for each row the end of
its word in the word part (unsigned 32 bits), then for each row its scale (32-bit float), then the rows, then the words
(UTF-8, one after the other, sorted by their bytes). All of that is little-endian. A row has half a byte for each number, the
first in the low half, from 1 to 15; the vector of a word is these numbers less 8, times its scale.
"""

import mmap
import struct
from collections.abc import Iterable, Sequence
from functools import lru_cache
from math import sqrt
from operator import mul
from pathlib import Path

MAGIC = b"sitegen vectors 1\n"
_HEAD = struct.Struct("<II")

Vector = tuple[float, ...]


class VectorsError(Exception):
    """A file that is not one of word vectors, or not a whole one."""


class Vectors:
    """The word vectors of one language; only the rows that are asked for are ever read."""

    def __init__(self, data: bytes | mmap.mmap) -> None:
        start = len(MAGIC) + _HEAD.size
        if data[: len(MAGIC)] != MAGIC or len(data) < start:
            raise VectorsError("this is not a file of word vectors")
        self._data = data
        self.count, self.width = _HEAD.unpack_from(data, len(MAGIC))
        self._ends = start
        self._scales = start + 4 * self.count
        self._rows = self._scales + 4 * self.count
        self._words = self._rows + self.count * self.width // 2
        self._known: dict[str, Vector | None] = {}
        last = self._end(self.count - 1) if self.count else 0
        if self._words + last != len(data):
            raise VectorsError("this file of word vectors is not whole")

    def row(self, word: str) -> Vector | None:
        """The vector of a word; None for one that is not known."""
        if word not in self._known:
            place = self._find(word.encode())
            self._known[word] = None if place is None else self._row(place)
        return self._known[word]

    def of(self, words: Sequence[str]) -> Vector | None:
        """What words mean together: the direction of the sum of their vectors, of length 1; None if none is known."""
        return direction(row for word in words if (row := self.row(word)) is not None)

    def _end(self, place: int) -> int:
        return int.from_bytes(self._data[self._ends + 4 * place : self._ends + 4 * place + 4], "little")

    def _word(self, place: int) -> bytes:
        start = self._end(place - 1) if place else 0
        return self._data[self._words + start : self._words + self._end(place)]

    def _find(self, word: bytes) -> int | None:
        low, high = 0, self.count
        while low < high:
            middle = (low + high) // 2
            if self._word(middle) < word:
                low = middle + 1
            else:
                high = middle
        return low if low < self.count and self._word(low) == word else None

    def _row(self, place: int) -> Vector:
        (scale,) = struct.unpack_from("<f", self._data, self._scales + 4 * place)
        start = self._rows + place * self.width // 2
        halves = self._data[start : start + self.width // 2]
        return tuple(scale * (half - 8) for byte in halves for half in (byte & 15, byte >> 4))


def direction(vectors: Iterable[Vector]) -> Vector | None:
    """The sum of vectors, brought to length 1; None if there is none, or nothing is left of them."""
    total: list[float] = []
    for vector in vectors:
        total = [a + b for a, b in zip(total, vector, strict=True)] if total else list(vector)
    length = sqrt(sum(number * number for number in total))
    return tuple(number / length for number in total) if length > 0 else None


def likeness(one: Vector, other: Vector) -> float:
    """How alike two directions are, from -1 to 1."""
    return float(sum(map(mul, one, other)))


@lru_cache(maxsize=4)
def load(name: str) -> Vectors | None:
    """The word vectors that the package has under a name; None if it came without them. Raises VectorsError."""
    path = Path(__file__).parent / name
    if not name or not path.is_file():
        return None
    with path.open("rb") as file:
        return Vectors(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
