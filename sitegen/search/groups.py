"""Documents that are about like things, in groups of equal size: halves of halves, cut where their documents differ."""

from collections.abc import Iterator, Sequence
from math import sqrt

from sitegen.search import meaning
from sitegen.search.formats import DIGITS, Group, Groups
from sitegen.search.postings import gaps

SMALL = 800
"""Up to so many documents are compared one by one, and need no groups."""

SIZE = 24
"""About so many documents are in a group."""

MOST = 512
"""No more groups than this: what each is about must be known before the first question."""

FEW = 128
"""Up to so many groups, directions are written as finely as without any, and more of them are looked into."""

SAMPLE = 16
"""So many documents are looked at to find where to cut."""

_ROUNDS = 2

Vector = Sequence[int]


def count(documents: int) -> int:
    """How many groups so many documents are put into: a power of two; 0 for none."""
    wanted = 1
    while wanted < MOST and wanted * SIZE * 3 // 2 < documents:
        wanted *= 2
    return wanted if documents > SMALL else 0


def opened(groups: int) -> int:
    """How many groups are looked into for a question: fewer where there are many, for they are larger."""
    return 6 if groups <= FEW else 3 if groups < MOST else 2


def step(groups: int) -> int:
    """How finely the directions of documents are written that are in so many groups."""
    return meaning.FINE if groups <= FEW else meaning.COARSE


def members(vectors: Sequence[Vector], groups: int) -> list[list[int]]:
    """The numbers of the documents of each group."""
    found = [list(range(len(vectors)))]
    while len(found) < groups:
        found = [half for numbers in found for half in _halves(vectors, numbers)]
    return [sorted(numbers) for numbers in found]


def overview(vectors: Sequence[Vector], found: Sequence[Sequence[int]], mark: str) -> Groups:
    """What the groups are about, and which of them each document is in."""
    of = [0] * len(vectors)
    for group, numbers in enumerate(found):
        for number in numbers:
            of[number] = group
    centres = [_centre([vectors[number] for number in numbers]) for numbers in found]
    digits = "".join(DIGITS[group >> 5] + DIGITS[group & 31] for group in of)
    return Groups(mark, digits, [letters for letters, _ in centres], [scale for _, scale in centres])


def files(written: Sequence[str], found: Sequence[Sequence[int]], mark: str) -> Iterator[Group]:
    """The file of each group; `written` are the directions of all documents as letters."""
    for numbers in found:
        yield Group(mark, gaps(numbers), "".join(written[number] for number in numbers))


def _halves(vectors: Sequence[Vector], numbers: list[int]) -> tuple[list[int], list[int]]:
    cut = _cut([vectors[number] for number in numbers[:: max(1, len(numbers) // SAMPLE)]])
    found = sorted((meaning.dot(cut, vectors[number]), number) for number in numbers)
    ordered = [number for _, number in found]
    return ordered[: len(ordered) // 2], ordered[len(ordered) // 2 :]


def _cut(sample: list[Vector]) -> Vector:
    """The direction in which some documents differ most: from the middle of one half of them to that of the other."""
    first = min(sample, key=lambda one: meaning.dot(one, sample[0]))
    cut = _difference(first, min(sample, key=lambda one: meaning.dot(one, first)))
    for _ in range(_ROUNDS):
        ordered = sorted(sample, key=lambda one: meaning.dot(cut, one))
        half = len(ordered) // 2
        cut = _difference(_sum(ordered[half:]), _sum(ordered[: half or 1]))
    return cut


def _difference(one: Vector, other: Vector) -> Vector:
    return [a - b for a, b in zip(one, other, strict=True)]


def _sum(vectors: Sequence[Vector]) -> Vector:
    return [sum(column) for column in zip(*vectors, strict=True)]


def _centre(vectors: Sequence[Vector]) -> tuple[str, int]:
    """The mean of directions, as letters and their scale."""
    total = _sum(vectors)
    letters = meaning.write(total, meaning.COARSE)
    lengths = 0.0
    for vector in vectors:
        lengths += sqrt(meaning.dot(vector, vector))
    size = meaning.size(meaning.read(letters)) if letters else 0.0
    if not size or not lengths:
        return "H" * len(total), 0
    return letters, round(65536 * meaning.size(total) / lengths / size)
