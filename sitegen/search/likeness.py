"""How like a question documents are in meaning: each by itself, or as the group it is in where that has not been opened."""

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from sitegen.search import meaning
from sitegen.search.formats import Groups
from sitegen.search.published import Direction, Published, direction
from sitegen.search.terms import TYPED, Terms

Wish = Direction
"""What somebody wants, as a direction whose length is not 0."""


class Likeness(Struct, frozen=True):
    """What is known of the documents' meaning: directions of single ones, and an overview of groups if there are any."""

    index: Published
    documents: Mapping[int, Direction]
    overview: Groups | None = None

    def to(self, wish: Wish, weight: float) -> dict[int, float]:
        """How like a wish each document is, from -1 to 1, times a weight."""
        alike = self._by_group(wish, weight)
        for number, own in self.documents.items():
            product = wish.size * own.size
            alike[number] = weight * (meaning.dot(wish.numbers, own.numbers) / product) if product else 0.0
        return alike

    def group(self, number: int) -> int:
        """The group that a document is in."""
        if self.overview is None:
            return 0
        return int(self.overview.of[2 * number : 2 * number + 2], 32)

    def closer(self, groups: Iterable[int]) -> "Likeness":
        """The same with the documents of some groups looked at one by one."""
        opened = {n: one for group in groups for n, one in self.index.group(group).items()}
        return Likeness(self.index, opened, self.overview)

    def still_closer(self, numbers: Iterable[int]) -> "Likeness":
        """The same with some documents looked at one by one whose groups were not opened: their cards tell."""
        opened = dict(self.documents)
        for number in numbers:
            card = None if number in opened else self.index.card(number)
            if card is not None and card.about:
                opened[number] = direction(card.about)
        return Likeness(self.index, opened, self.overview)

    def _by_group(self, wish: Wish, weight: float) -> dict[int, float]:
        if self.overview is None:
            return {}
        centres = zip(self.overview.centres, self.overview.scales, strict=True)
        alike = [
            weight * (meaning.dot(wish.numbers, meaning.read(letters)) * scale / (65536 * wish.size))
            for letters, scale in centres
        ]
        return {number: alike[self.group(number)] for number in range(self.index.manifest.count)}


def everywhere(index: Published) -> Likeness:
    """What can be said of all documents at once."""
    if index.manifest.groups:
        return Likeness(index, {}, index.groups)
    return Likeness(index, dict(enumerate(index.directions)))


def wish(index: Published, words: Sequence[str]) -> Wish | None:
    """What words mean together; None if no word vectors are known for them."""
    total: list[int] = []
    for word in words:
        row = index.row(word)
        if row is not None:
            numbers = row.numbers
            total = [a + row.scale * b for a, b in zip(total or [0] * len(numbers), numbers, strict=True)]
    return wish_of(total)


def understood(index: Published, asked: Terms) -> float:
    """How much of what was typed word vectors know, rare words counting for more: from 0 to 1."""
    every, known = 0, 0
    for stem, weight in asked.weights.items():
        word = asked.spoken[stem]
        if weight == TYPED and word != asked.growing:
            term = index.term(stem)
            worth = index.manifest.rarest if term is None else term.rarity
            every += worth
            known += worth if index.row(asked.mended.get(word, word)) is not None else 0
    return known / every if every else 1.0


def wish_of(numbers: Sequence[int]) -> Wish | None:
    """A wish, unless nothing is left of it."""
    size = meaning.size(numbers)
    return Direction(numbers, size) if size else None
