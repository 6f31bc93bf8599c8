"""Word vectors as they are published: those of stop words in one file, all others spread over many small ones."""

from collections.abc import Iterator

import msgspec

from sitegen.search import addresses, meaning
from sitegen.search.formats import Words, WordsNote
from sitegen.search.language import Language
from sitegen.search.vectors import Vectors

IN_SHARD = 8
"""About so many words are in a file: each question needs a few of them."""

COMMON = "common"
"""The file of the stop words, which occur in any question."""

_encode = msgspec.json.Encoder().encode


def note(vectors: Vectors) -> WordsNote:
    """What a browser must know to find a word."""
    return WordsNote(vectors.digest, max(1, vectors.count // IN_SHARD), vectors.width)


def shard(word: str, shards: int) -> int:
    """The file that a word is in: FNV-1a over its letters' numbers."""
    found = 0x811C9DC5
    for letter in word:
        found = ((found ^ ord(letter)) * 0x01000193) & 0xFFFFFFFF
    return found % shards


def files(vectors: Vectors, language: Language) -> Iterator[tuple[str, bytes]]:
    """All files of a language's word vectors. They change only when the vectors do."""
    told = note(vectors)
    yield addresses.words(told.folder, COMMON), _common(vectors, language)
    spread: list[dict[str, tuple[int, str]]] = [{} for _ in range(told.shards)]
    for word, scale, letters in vectors.spelt(meaning.ZERO):
        if word not in language.stop:
            spread[shard(word, told.shards)][word] = (scale, letters)
    for number, held in enumerate(spread):
        yield addresses.words(told.folder, str(number)), _encode(Words(held))


def _common(vectors: Vectors, language: Language) -> bytes:
    rows = ((word, vectors.row(word)) for word in sorted(language.stop))
    return _encode(Words({word: (row.scale, meaning.letters(row)) for word, row in rows if row is not None}))
