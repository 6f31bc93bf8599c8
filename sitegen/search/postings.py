"""Terms of all documents: how much each weighs in each document (BM25F), cut into small files in the terms' order."""

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from operator import sub

from sitegen.search.formats import DIGITS, LEVELS, Leaf, Posting
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
_DIGITS = bytes(ord(DIGITS[n % (LEVELS + 1)]) for n in range(256))

Held = Mapping[str, list[int]]
"""For each stem its documents, each with its level in the lowest bits."""


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
            packed = number << _BITS | _level(shares, held.times)
            for stem in held.stems:
                found[stem].append(packed)
    return found


def rarity(documents: int, holding: int) -> int:
    """BM25's inverse document frequency, in thousandths."""
    return max(1, round(1000 * math.log(1 + (documents - holding + 0.5) / (holding + 0.5))))


def order(term: str) -> bytes:
    """What terms are sorted by: as browsers compare texts."""
    return term.encode("utf-16-be", "surrogatepass")


def leaves(held: Held, forms: Mapping[str, str], count: int, mark: str) -> Iterator[tuple[str, Leaf]]:
    """The files of terms, each with the shortest beginning that tells its terms from those before."""
    last, start, size = "", "", 0
    terms: list[Posting] = []
    words: dict[str, str] = {}
    for term in sorted({*held, *forms}, key=order):
        if size >= LEAF:
            yield start, Leaf(mark, terms, words)
            start, size, terms, words = _beginning(last, term), 0, [], {}
        if term in forms:
            words[term] = forms[term]
        if term in held:
            terms.append(_posting(term, held[term], count))
            size += len(terms[-1].gaps) * 3 // 2
        last, size = term, size + 10
    yield start, Leaf(mark, terms, words)


def _posting(term: str, held: list[int], count: int) -> Posting:
    """A term's documents as they are written; those where it weighs most, if there are too many."""
    rare = rarity(count, len(held))
    if len(held) > MOST_HOLDING:
        heaviest = sorted([(~packed & LEVELS) << 40 | packed for packed in held])[:MOST_HOLDING]
        held = sorted([packed & (1 << 40) - 1 for packed in heaviest])
    numbers = [packed >> _BITS for packed in held]
    levels = bytes([packed & LEVELS for packed in held]).translate(_DIGITS).decode()
    return Posting(term, rare, gaps(numbers), levels)


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
