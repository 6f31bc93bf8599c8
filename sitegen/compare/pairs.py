"""Two lists of parts: which part of one is which of the other, whatever became of its place and its name."""

from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import Generic, TypeVar

from msgspec import Struct

PartT = TypeVar("PartT")

ALIKE = 0.5
"""Share of common words (0 to 1) from which two parts of different names are the same."""


class Pair(Struct, Generic[PartT], frozen=True):
    """A part before and now, each with its number, counted from 1; None if there is or was none."""

    before: PartT | None
    after: PartT | None
    number_before: int = 0
    number: int = 0


def pairs(
    before: Sequence[PartT],
    after: Sequence[PartT],
    name: Callable[[PartT], str],
    text: Callable[[PartT], str],
) -> Iterator[Pair[PartT]]:
    """Parts of one name belong together, then those of the most alike texts; in the order of `after`, then what went."""
    old, new = dict(enumerate(before, 1)), dict(enumerate(after, 1))
    found: dict[int, int] = {}
    for number, part in new.items():
        same = [n for n, other in old.items() if name(other) == name(part) and n not in found.values()]
        if same:
            found[number] = same[0]
    for _, number, other in sorted(_likenesses(old, new, found, text), reverse=True):
        if number not in found and other not in found.values():
            found[number] = other
    for number, part in new.items():
        other = found.get(number, 0)
        yield Pair(old.get(other), part, other, number)
    for number, part in old.items():
        if number not in found.values():
            yield Pair(part, None, number)


def _likenesses(
    old: dict[int, PartT], new: dict[int, PartT], found: dict[int, int], text: Callable[[PartT], str]
) -> Iterator[tuple[float, int, int]]:
    for number, part in new.items():
        for other, former in old.items():
            if number not in found and other not in found.values():
                words = text(former).split(), text(part).split()
                likeness = SequenceMatcher(None, *words, autojunk=False).ratio()
                if likeness >= ALIKE:
                    yield likeness, number, other
