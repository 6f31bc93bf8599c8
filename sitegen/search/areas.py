"""Focus areas that a visitor could not tell apart: too many of their credentials might as well stand in the other one."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from msgspec import Struct

from sitegen.search import meaning
from sitegen.search.directions import Directions

FEWEST = 5
"""Areas with fewer credentials than this say too little of what they are about."""

MIXED = 0.4
"""The share of credentials that lie nearer to the other area from which two areas are too close; half would be chance."""

SHARED = 0.6
"""The share of the smaller area that also stands in the other from which two areas are too close."""


class Close(Struct, frozen=True, kw_only=True):
    """Two areas that are hard to tell apart.

    `shared` is how much of the smaller one stands in both; `mixed` how many of the credentials that stand in one of them lie
    nearer to what the other is about, of all such.
    """

    one: str
    other: str
    shared: float
    mixed: float


class _Area(Struct, frozen=True):
    members: frozenset[int]
    size: float
    dots: Sequence[int]
    """What the area is about times what each document is about."""


def close(areas: Mapping[str, Iterable[int]], abouts: Sequence[str]) -> list[Close]:
    """The pairs of areas that are too close, the closest first; `areas` are numbers of documents, `abouts` directions.

    Documents without a direction count for what areas share alone.
    """
    rows = [meaning.read(letters) for letters in abouts]
    width = max(map(len, rows), default=0)
    known = [row or [0] * width for row in rows]
    together = Directions(known)
    seen = {name: _area(frozenset(members), known, together) for name, members in areas.items()}
    large = {name: area for name, area in seen.items() if len(area.members) >= FEWEST}
    found = _pairs(large, together.sizes)
    near = [pair for pair in found if pair.mixed >= MIXED or pair.shared >= SHARED]
    return sorted(near, key=lambda pair: (-max(pair.mixed, pair.shared), pair.one, pair.other))


def _pairs(areas: Mapping[str, _Area], sizes: Sequence[float]) -> Iterator[Close]:
    for (one, mine), (other, theirs) in combinations(sorted(areas.items()), 2):
        smaller = min(len(mine.members), len(theirs.members))
        shared = len(mine.members & theirs.members) / smaller
        yield Close(one=one, other=other, shared=shared, mixed=_mixed(mine, theirs, sizes))


def _area(members: frozenset[int], rows: Sequence[Sequence[int]], together: Directions) -> _Area:
    centre = [sum(column) for column in zip(*(rows[number] for number in members), strict=True)]
    return _Area(members, meaning.size(centre), together.dots(centre) if centre else [0] * len(rows))


def _mixed(one: _Area, other: _Area, sizes: Sequence[float]) -> float:
    """How many of the documents that stand in only one of two areas lie nearer to the other, of all such."""
    only = [(one, other, n) for n in one.members - other.members]
    only += [(other, one, n) for n in other.members - one.members]
    known = [(own, far, n) for own, far, n in only if sizes[n]]
    wrong = sum(_without(own, n, sizes[n]) < _with(far, n) for own, far, n in known)
    return wrong / len(known) if known else 0.0


def _with(area: _Area, number: int) -> float:
    """How like an area a document is that does not stand in it, but for the document's own size."""
    return area.dots[number] / area.size if area.size else 0.0


def _without(area: _Area, number: int, size: float) -> float:
    """The same for one that does stand in it: it must not count as its own neighbour."""
    dot = area.dots[number] - size * size
    left = area.size * area.size - 2 * area.dots[number] + size * size
    return dot / left**0.5 if left > 0 else 0.0
