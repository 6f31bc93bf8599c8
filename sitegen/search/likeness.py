"""How like a question documents are in meaning: each by itself, or as the group it is in where that has not been opened."""

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from sitegen.search import meaning
from sitegen.search.directions import Block, Direction, Overview, direction
from sitegen.search.published import Published
from sitegen.search.terms import TYPED, Terms

Wish = Direction
"""What somebody wants, as a direction whose length is not 0."""


class Likeness(Struct, frozen=True):
    """What is known of the documents' meaning: of whole blocks, of single documents, and of groups if there are any."""

    index: Published
    blocks: Sequence[Block] = ()
    singles: Mapping[int, Direction] = {}
    overview: Overview | None = None

    def to(self, wish: Wish, weight: float) -> dict[int, float]:
        """How like a wish each document is, from -1 to 1, times a weight."""
        alike = self._by_group(wish, weight)
        for block in self.blocks:
            products = block.together.dots(wish.numbers)
            for number, own, size in zip(block.documents, products, block.together.sizes, strict=True):
                product = wish.size * size
                alike[number] = weight * (own / product) if product else 0.0
        for number, single in self.singles.items():
            product = wish.size * single.size
            alike[number] = weight * (meaning.dot(wish.numbers, single.numbers) / product) if product else 0.0
        return alike

    def documents(self) -> dict[int, Direction]:
        """The documents that are known one by one."""
        known = dict(self.singles)
        for block in self.blocks:
            known.update(block.documents)
        return known

    def closer(self, groups: Iterable[int]) -> "Likeness":
        """The same with the documents of some groups looked at one by one."""
        return Likeness(self.index, [self.index.group(group) for group in groups], {}, self.overview)

    def still_closer(self, numbers: Iterable[int]) -> "Likeness":
        """The same with some documents looked at one by one whose groups were not opened: their cards tell."""
        closed = [n for n in numbers if not any(n in block.documents for block in self.blocks)]
        cards = {number: self.index.card(number) for number in closed}
        opened = {number: direction(card.about) for number, card in cards.items() if card and card.about}
        return Likeness(self.index, self.blocks, opened, self.overview)

    def _by_group(self, wish: Wish, weight: float) -> dict[int, float]:
        if self.overview is None:
            return {}
        products = self.overview.centres.dots(wish.numbers)
        alike = [
            weight * (own * scale / (65536 * wish.size))
            for own, scale in zip(products, self.overview.scales, strict=True)
        ]
        return {number: alike[group] for number, group in enumerate(self.overview.of)}


def everywhere(index: Published) -> Likeness:
    """What can be said of all documents at once."""
    if index.manifest.groups:
        return Likeness(index, overview=index.overview)
    return Likeness(index, [index.directions])


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
