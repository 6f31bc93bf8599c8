"""A small catalog and small word vectors to try search on."""

import struct
from collections.abc import Sequence

from sitegen.search import inside, language, vectors
from sitegen.search.index import Source
from sitegen.search.published import Published
from sitegen.search.vectors import Vectors

SOURCES = [
    Source(
        slug="talk-moves",
        title="Talk moves",
        problems=("the same three hands go up", "discussions die after one answer"),
        texts={"summary": "Students answer one another.", "issuer": "Harbor Teaching Collective"},
    ),
    Source(
        slug="exit-tickets",
        title="Exit tickets",
        problems=("I find out too late that nobody got it",),
        texts={"summary": "A short question at the end of a lesson.", "issuer": "Harbor Teaching Collective"},
    ),
    Source(
        slug="home-visits",
        title="Home visits",
        problems=("parents never answer my messages",),
        texts={"summary": "Families tell what they hope for.", "body": "Take no ticket; exit when asked."},
    ),
]


def catalog(meaning: Vectors | None = None, sources: Sequence[Source] = SOURCES) -> Published:
    """An index in English."""
    return inside.of(sources, language.of("en"), meaning)


def file(rows: dict[str, tuple[int, ...]]) -> bytes:
    """A file of word vectors; numbers from -7 to 7."""
    words = sorted(rows, key=str.encode)
    width = len(rows[words[0]])
    ends, end = b"", 0
    for word in words:
        end += len(word.encode())
        ends += struct.pack("<I", end)
    packed = b""
    for word in words:
        numbers = [number + 8 for number in rows[word]]
        packed += bytes(low | high << 4 for low, high in zip(numbers[::2], numbers[1::2], strict=True))
    scales = struct.pack("<f", 0.5) * len(words)
    return (
        vectors.MAGIC
        + struct.pack("<II", len(words), width)
        + ends
        + scales
        + packed
        + "".join(words).encode()
    )
