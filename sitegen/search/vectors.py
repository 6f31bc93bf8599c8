"""Word vectors in the package: how their file is laid out, and how the rows of a few words are read from it.

The file is `sitegen vectors 1\n`, then two unsigned 32-bit numbers (rows, numbers in a row), then for each row the end of
its word in the word part (unsigned 32 bits), then for each row its scale (32-bit float), then the rows, then the words
(UTF-8, one after the other, sorted by their bytes). All of that is little-endian. A row has half a byte for each number, the
first in the low half, from 1 to 15; the vector of a word is these numbers less 8, times its scale.
"""

import hashlib
import mmap
import struct
from collections.abc import Iterator
from functools import cached_property, lru_cache
from pathlib import Path
from typing import NamedTuple

MAGIC = b"sitegen vectors 1\n"
_HEAD = struct.Struct("<II")

SCALE = 4096
"""What scales are multiplied by to be whole numbers."""


class Row(NamedTuple):
    """The vector of a word: `numbers` from -7 to 7, all of them times `scale`, a whole number."""

    scale: int
    numbers: tuple[int, ...]


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
        last = self._end(self.count - 1) if self.count else 0
        if self._words + last != len(data):
            raise VectorsError("this file of word vectors is not whole")

    @cached_property
    def digest(self) -> str:
        """Eight letters that change with the file."""
        return hashlib.sha256(self._data).hexdigest()[:8]

    def row(self, word: str) -> Row | None:
        """The vector of a word; None for one that is not known."""
        place = self._find(word.encode(errors="replace"))
        return None if place is None else self._row(place)

    def words(self) -> Iterator[tuple[str, Row]]:
        """All words, sorted by their bytes, with their vectors."""
        for place in range(self.count):
            yield self._word(place).decode(), self._row(place)

    def spelt(self, zero: int) -> Iterator[tuple[str, int, str]]:
        """All words with their scales, and their numbers as letters; `zero` is the letter that stands for 0."""
        rows = self._data[self._rows : self._words]
        letters = bytearray(2 * len(rows))
        letters[0::2] = rows.translate(bytes((byte & 15) - 8 + zero for byte in range(256)))
        letters[1::2] = rows.translate(bytes((byte >> 4) - 8 + zero for byte in range(256)))
        whole = letters.decode()
        for place in range(self.count):
            start = place * self.width
            yield self._word(place).decode(), self._scale(place), whole[start : start + self.width]

    def _scale(self, place: int) -> int:
        scale: float = struct.unpack_from("<f", self._data, self._scales + 4 * place)[0]
        return max(1, round(scale * SCALE))

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

    def _row(self, place: int) -> Row:
        start = self._rows + place * self.width // 2
        halves = self._data[start : start + self.width // 2]
        numbers = tuple(half for byte in halves for half in ((byte & 15) - 8, (byte >> 4) - 8))
        return Row(self._scale(place), numbers)


@lru_cache(maxsize=4)
def load(name: str) -> Vectors | None:
    """The word vectors that the package has under a name; None if it came without them. Raises VectorsError."""
    path = Path(__file__).parent / name
    if not name or not path.is_file():
        return None
    with path.open("rb") as file:
        return Vectors(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
