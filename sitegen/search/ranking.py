"""The order of the answers to a question, and why each is where it is: words and meaning added up.

`assets/search.js` computes the same numbers in the same order: whole numbers up to the last division of each share.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import nsmallest
from math import floor

from msgspec import Struct

from sitegen.search import allowed, likeness, query, reasons
from sitegen.search.directions import Overview
from sitegen.search.formats import LEVELS
from sitegen.search.likeness import Likeness
from sitegen.search.published import Published
from sitegen.search.reasons import Hit
from sitegen.search.terms import ADDED, TYPED, Terms, terms

WORDS = 0.8
"""How much it counts that a document holds all of a short question's words, beside meaning exactly the same."""

FEW = 4.5
"""So many words say little by themselves. The more a question has beyond that, the more its words are trusted: steeply."""

ECHO = 0.4
"""How much it counts to be like the best answers: they say in the documents' words what the question says in its own."""

ECHOES = 3
"""How many of the best answers are taken for that."""


CANDIDATES = 10
"""So many of the best answers are looked at one by one, if they are in none of the groups that a question looks into."""


STATEMENT = 0.3
"""How much it counts that a problem statement says what the question says."""

LOOKED_AT = 10
"""So many of the best answers are looked at for that."""


class Answer(Struct, frozen=True, kw_only=True):
    """Hits, best first, and what the question was taken for: mended typos, phrases that no document has, unknown fields."""

    hits: tuple[Hit, ...] = ()
    mended: Mapping[str, str] = {}
    missed: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    demanding: bool = False
    """Whether fields had to be met."""


class Shares(Struct, frozen=True):
    """What speaks for each document, by its number: the words it holds, its meaning, and how like the best answers it is."""

    words: Mapping[int, float]
    meaning: Mapping[int, float] = {}
    echo: Mapping[int, float] = {}

    def of(self, number: int) -> float:
        """Everything that speaks for a document."""
        words, about = self.words.get(number, 0.0), self.meaning.get(number, 0.0)
        return words + about + self.echo.get(number, 0.0)

    def best(self, most: int, numbers: Iterable[int]) -> list[int]:
        """So many documents of those named, for which most speaks."""
        words, about, echo = self.words, self.meaning, self.echo
        found = ((-(words.get(n, 0.0) + about.get(n, 0.0) + echo.get(n, 0.0)), n) for n in numbers)
        return [n for _, n in nsmallest(most, found)]


def search(index: Published, text: str, *, most: int = 10, typing: bool = False) -> Answer:
    """The best answers to a question as somebody typed it; with `typing` its last word may still grow."""
    question = query.parse(text)
    asked = terms(index, question, typing=typing)
    found = _found(index, asked)
    left = allowed.allowed(index, question, found, asked.mended)
    shares = _shares(index, asked, found)
    numbers: Iterable[int] = shares.meaning or shares.words
    if left.documents is not None:
        alone = not asked.weights and not asked.completions
        numbers = left.documents if alone else left.documents.intersection(numbers)
    best = shares.best(max(most, LOOKED_AT), numbers)
    hits = list(_hits(index, best, shares, asked))
    return Answer(
        hits=tuple(hits[:most]),
        mended=asked.mended,
        missed=left.missed,
        unknown=question.unknown,
        demanding=bool(question.demands),
    )


def _hits(index: Published, best: Sequence[int], shares: Shares, asked: Terms) -> Iterator[Hit]:
    """The answers with their reasons, the best also by their problem statements; none of those without a card."""
    wish = likeness.wish(index, asked.meaning) if asked.weights else None
    cards = {n: card for n in best if (card := index.card(n)) is not None}
    told = {n: reasons.nearest(index, card, asked, wish) for n, card in cards.items()}
    extra = {n: STATEMENT * told[n].nearness if n in told else 0.0 for n in best[:LOOKED_AT]}
    for n in sorted(cards, key=lambda n: (-(shares.of(n) + extra.get(n, 0.0)), n)):
        shown = reasons.shown(cards[n])
        yield Hit(
            slug=shown.slug,
            title=shown.title,
            score=shares.of(n) + extra.get(n, 0.0),
            words=shares.words.get(n, 0.0),
            meaning=shares.meaning.get(n, 0.0),
            echo=shares.echo.get(n, 0.0),
            statement=extra.get(n, 0.0),
            problem=told[n].text,
            matched=reasons.matched(index, n, asked),
        )


def _shares(index: Published, asked: Terms, found: Mapping[int, int]) -> Shares:
    """What speaks for each document that may be an answer; where meaning is unknown, only for those that hold a word."""
    words = _covered(index, asked, found)
    wish = likeness.wish(index, asked.meaning) if asked.weights else None
    if wish is None:
        return Shares(words)
    known, sure = likeness.everywhere(index), likeness.understood(index, asked)
    about = known.to(wish, sure)
    if known.overview is not None:
        known = known.closer(_best_groups(index, known.overview, Shares(words, about)))
        first = Shares(words, known.to(wish, sure))
        known = known.still_closer(first.best(CANDIDATES, first.meaning))
        about = known.to(wish, sure)
    mood = _mood(known, Shares(words, about))
    return Shares(words, about, known.to(mood, ECHO * sure) if mood is not None else {})


def _best_groups(index: Published, overview: Overview, shares: Shares) -> list[int]:
    """The groups in which the best answers are so far."""
    best: dict[int, float] = {}
    words = shares.words
    for number, about in shares.meaning.items():
        group, score = overview.of[number], words.get(number, 0.0) + about
        if score > best.get(group, -9.0):
            best[group] = score
    return sorted(best, key=lambda group: (-best[group], group))[: index.manifest.opened]


def _found(index: Published, asked: Terms) -> dict[int, int]:
    """How much of a question each document holds that holds any of it, rare words counting for more."""
    found: dict[int, int] = {}
    for stem, weight in asked.weights.items():
        term = index.term(stem)
        if term is not None:
            worth = weight * term.rarity
            for n, level in zip(term.documents, term.levels, strict=True):
                found[n] = found.get(n, 0) + worth * level
    for n, worth in _completed(asked).items():
        found[n] = found.get(n, 0) + worth
    return found


def _completed(asked: Terms) -> dict[int, int]:
    """The best completion of an unfinished word in each document."""
    found: dict[int, int] = {}
    for term in asked.completions:
        worth = ADDED * term.rarity
        for n, level in zip(term.documents, term.levels, strict=True):
            found[n] = max(found.get(n, 0), worth * level)
    return found


def _covered(index: Published, asked: Terms, found: Mapping[int, int]) -> dict[int, float]:
    """The same as a share of all that there is to hold, and as much as words are trusted in this question."""
    most, known = 0, 0
    for stem, weight in asked.weights.items():
        term = index.term(stem)
        most += weight * (index.manifest.rarest if term is None else term.rarity)
        known += weight == TYPED and term is not None
    many = max(1.0, known / FEW)
    squared = many * many  # multiplied out, because powers are rounded in another way by browsers
    trust = WORDS * squared * squared * many
    return {n: trust * (worth / (most * LEVELS)) for n, worth in found.items()} if most else {}


def _mood(known: Likeness, shares: Shares) -> likeness.Wish | None:
    """What the best answers so far are about, the better ones more than the others."""
    documents = known.documents()
    total: list[int] = []
    for n in shares.best(ECHOES, documents):
        weight = floor(1024 * shares.of(n))
        if weight > 0:
            numbers = documents[n].numbers
            total = [a + weight * b for a, b in zip(total or [0] * len(numbers), numbers, strict=True)]
    return likeness.wish_of(total)
