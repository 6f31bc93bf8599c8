"""Which documents a question leaves: those that meet its demands and hold its phrases."""

from collections.abc import Mapping, Sequence

import msgspec
from msgspec import Struct

from sitegen.search import language as languages
from sitegen.search.formats import Shown
from sitegen.search.published import Published
from sitegen.search.query import Demand, Question

LOOKED_AT = 32
"""So many of the documents with the most words of a question are looked at for phrases and for words in a field."""

BY_FACET = ("issuer", "focus")
"""Demands that the facets of all documents answer."""


class Allowed(Struct, frozen=True):
    """The documents that may be answers, None for all; and the phrases that none of those looked at holds."""

    documents: frozenset[int] | None = None
    missed: tuple[str, ...] = ()


def allowed(index: Published, question: Question, found: Mapping[int, int]) -> Allowed:
    """What a question leaves; `found` says how much each document holds of its words."""
    left: frozenset[int] | None = None
    for demand in question.demands:
        if demand.field in BY_FACET:
            meeting = _by_facet(index, demand)
            left = meeting if left is None else left & meeting
    rest = [demand for demand in question.demands if demand.field not in BY_FACET]
    if not rest and not question.phrases:
        return Allowed(left)
    ordered = sorted((n for n in found if left is None or n in left), key=lambda n: (-found[n], n))
    shown = {n: card for n in ordered[:LOOKED_AT] if (card := _shown(index, n)) is not None}
    if rest:
        left = frozenset(n for n, card in shown.items() if all(_meets(card, demand) for demand in rest))
    missed: list[str] = []
    for phrase in question.phrases:
        holding = frozenset(
            n for n, card in shown.items() if (left is None or n in left) and _holds(card, phrase)
        )
        left = holding or left
        missed.extend([] if holding else [" ".join(phrase)])
    return Allowed(left, tuple(missed))


def _by_facet(index: Published, demand: Demand) -> frozenset[int]:
    facet = index.facets.get(demand.field)
    if facet is None:
        return frozenset()
    letters = {
        chr(48 + place)
        for place, (_, label) in enumerate(facet.values)
        if _begin(languages.words(label), demand.words)
    }
    return frozenset(n for n, held in enumerate(facet.column.split(",")) if letters & set(held))


def _shown(index: Published, number: int) -> Shown | None:
    card = index.card(number)
    return None if card is None else msgspec.json.decode(card.card, type=Shown)


def _meets(card: Shown, demand: Demand) -> bool:
    texts = {"title": (card.title,), "summary": (card.summary,), "problems": card.problems}[demand.field]
    return _begin(languages.words("\n".join(texts)), demand.words)


def _begin(words: Sequence[str], wanted: Sequence[str]) -> bool:
    return all(any(word.startswith(start) for word in words) for start in wanted)


def _holds(card: Shown, phrase: Sequence[str]) -> bool:
    wanted = f" {' '.join(phrase)} "
    texts = (card.title, card.summary, *card.problems)
    return any(wanted in f" {' '.join(languages.words(text))} " for text in texts)
