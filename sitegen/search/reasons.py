"""Why a document answers a question: its nearest problem statement, and the words they share."""

import msgspec
from msgspec import Struct

from sitegen.search import language as languages
from sitegen.search import meaning
from sitegen.search.directions import direction
from sitegen.search.formats import Card, Shown
from sitegen.search.likeness import Wish
from sitegen.search.published import Published
from sitegen.search.terms import Terms

NEAR = 0.2
"""Below this, a problem statement is not near enough to a question to be shown as the reason."""

SHARED = 0.8
"""How much it counts that a problem statement has all words of a question, beside meaning exactly the same."""


class Hit(Struct, frozen=True, kw_only=True):
    """An answer and why it is one.

    `score` is the sum of `words` (how much of the question it holds, from 0), `meaning` (how alike the two are, -1 to 1),
    `echo` (how like the best answers it is) and `statement` (how near its nearest problem statement is, for the best ones).
    `problem` is that statement, if it is near; `matched` are the question's words that the document holds.
    """

    slug: str
    title: str
    score: float
    words: float
    meaning: float
    echo: float
    statement: float
    problem: str = ""
    matched: tuple[str, ...] = ()


class Statement(Struct, frozen=True):
    """A document's problem statement that is nearest to a question, and how near it is; no text if none is near."""

    text: str = ""
    nearness: float = 0.0


def nearest(index: Published, card: Card, asked: Terms, wish: Wish | None) -> Statement:
    """The problem statement of a document that is nearest to the question."""
    best, found = 0.0, ""
    most = sum(asked.weights.values()) or 1
    for place, problem in enumerate(shown(card).problems):
        stems = card.stems[place].split() if card.stems else languages.stems(index.language, problem)
        held = set(stems)
        shared = sum(weight for stem, weight in asked.weights.items() if stem in held)
        near = direction(card.near[place]) if wish is not None and card.near else None
        alike = 0.0
        if near is not None and wish is not None and near.size:
            alike = meaning.dot(wish.numbers, near.numbers) / (wish.size * near.size)
        score = alike + SHARED * (shared / most)
        if score > best:
            best, found = score, problem
    return Statement(found if best > NEAR else "", best)


def shown(card: Card) -> Shown:
    """What stands on a card, as far as search reads it."""
    return msgspec.json.decode(card.card, type=Shown)


def matched(index: Published, number: int, asked: Terms) -> tuple[str, ...]:
    """The question's words that a document holds."""
    found = (index.term(stem) for stem in asked.weights)
    terms = (term for term in found if term is not None and number in term.documents)
    return tuple(dict.fromkeys(asked.spoken[term.term] for term in terms))
