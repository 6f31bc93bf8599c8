"""Terms of all documents: how much each weighs in each document (BM25F), cut into small files in the terms' order."""

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from operator import sub
from typing import NamedTuple

from sitegen.search.formats import DIGITS, LEVELS, MASKED, MASKS, Leaf, Posting
from sitegen.search.index import FIELDS, OFTEN, Analysis

SATURATION = 2.0
"""BM25's k1: how soon more of the same word adds nothing."""

LENGTH = 0.75
"""BM25's b: how much a long field is held against the words in it."""

MOST_HOLDING = 700
"""So many documents are kept of a term, those where it weighs most: what nearly all have tells nobody apart."""

LEAF = 1200
"""About so many bytes are in a file of terms, packed."""

_BITS = 5
_MASK = 6
_DIGITS = bytes(ord(DIGITS[n % (LEVELS + 1)]) for n in range(256))

_MASKS = bytes(ord(MASKS[n % len(MASKS)]) for n in range(256))
_NAMED = sum(OFTEN << 8 * field for field in range(len(MASKED)))

Held = Mapping[str, list[int]]
"""For each stem its documents, each with its level in the lowest bits, and above them the fields it stands in."""


class Filed(NamedTuple):
    """A file of terms, the beginning that its terms come from, and in which fields each term stands in each document."""

    start: str
    leaf: Leaf
    fields: list[str]


def together(documents: Sequence[Analysis]) -> Held:
    """The stems of all documents; a document's number is its place."""
    usual = [_mean(column) for column in zip(*(one.lengths for one in documents), strict=True)]
    found: defaultdict[str, list[int]] = defaultdict(list)
    for number, document in enumerate(documents):
        shares = [
            worth / (1 - LENGTH + LENGTH * length / mean)
            for worth, length, mean in zip(FIELDS.values(), document.lengths, usual, strict=True)
        ]
        for held in document.held:
            packed = (number << _MASK | _mask(held.times)) << _BITS | _level(shares, held.times)
            for stem in held.stems:
                found[stem].append(packed)
    return found


def rarity(documents: int, holding: int) -> int:
    """BM25's inverse document frequency, in thousandths."""
    return max(1, round(1000 * math.log(1 + (documents - holding + 0.5) / (holding + 0.5))))


def order(term: str) -> bytes:
    """What terms are sorted by: as browsers compare texts."""
    return term.encode("utf-16-be", "surrogatepass")


def leaves(held: Held, forms: Mapping[str, str], count: int, mark: str) -> Iterator[Filed]:
    """The files of terms, each with the shortest beginning that tells its terms from those before."""
    last, start, size = "", "", 0
    terms: list[Posting] = []
    fields: list[str] = []
    words: dict[str, str] = {}
    for term in sorted({*held, *forms}, key=order):
        if size >= LEAF:
            yield Filed(start, Leaf(mark, terms, words), fields)
            start, size, terms, fields, words = _beginning(last, term), 0, [], [], {}
        if term in forms:
            words[term] = forms[term]
        if term in held:
            kept = _kept(held[term])
            terms.append(_posting(term, kept, rarity(count, len(held[term]))))
            fields.append(_fields(kept))
            size += len(terms[-1].gaps) * 3 // 2
        last, size = term, size + 10
    yield Filed(start, Leaf(mark, terms, words), fields)


def _kept(held: list[int]) -> list[int]:
    """A term's documents; those where it weighs most, if there are too many."""
    if len(held) <= MOST_HOLDING:
        return held
    heaviest = sorted([(~packed & LEVELS) << 40 | packed for packed in held])[:MOST_HOLDING]
    return sorted([packed & (1 << 40) - 1 for packed in heaviest])


def _posting(term: str, held: list[int], rare: int) -> Posting:
    """A term's documents as they are written."""
    numbers = [packed >> _BITS + _MASK for packed in held]
    levels = bytes([packed & LEVELS for packed in held]).translate(_DIGITS).decode()
    return Posting(term, rare, gaps(numbers), levels)


def _fields(held: list[int]) -> str:
    return bytes([packed >> _BITS & (1 << _MASK) - 1 for packed in held]).translate(_MASKS).decode()


def _mask(times: int) -> int:
    """The fields in which a stem stands at all, a bit for each."""
    mask, bit, times = 0, 1, times & _NAMED
    while times:
        mask |= bit if times & OFTEN else 0
        bit, times = bit << 1, times >> 8
    return mask


def gaps(numbers: Sequence[int]) -> list[int]:
    """Rising numbers as the steps between them, the first from 0."""
    return [*numbers[:1], *map(sub, numbers[1:], numbers)]


def _beginning(before: str, term: str) -> str:
    length = next(
        (n for n in range(len(term)) if term[: n + 1] != before[: n + 1]),
        len(term) - 1,
    )
    return term[: length + 1]


def _level(shares: Sequence[float], times: int) -> int:
    """How much a term says that stands so often in each field: 1 to `LEVELS`."""
    weight = 0.0
    field = 0
    while times:
        weight += shares[field] * (times & OFTEN)
        field, times = field + 1, times >> 8
    return max(1, round(LEVELS * weight / (weight + SATURATION)))


def _mean(lengths: Sequence[int]) -> float:
    return sum(lengths) / len(lengths) if any(lengths) else 1.0
