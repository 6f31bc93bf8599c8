"""Which documents a question leaves: those that meet its demands and hold its phrases."""

from collections.abc import Iterable, Mapping, Sequence

import msgspec
from msgspec import Struct

from sitegen.search import language as languages
from sitegen.search.formats import MASKED, MASKS, Shown
from sitegen.search.published import Published, Term
from sitegen.search.query import Demand, Question

LOOKED_AT = 32
"""So many of the documents with the most words of a question are looked at for phrases."""

SHORTEST_BEGINNING = 3
"""Letters that a word of a demand must have before it may be the beginning of a longer one."""


class Allowed(Struct, frozen=True):
    """The documents that may be answers, None for all; and the phrases that none of those looked at holds."""

    documents: frozenset[int] | None = None
    missed: tuple[str, ...] = ()


def allowed(
    index: Published, question: Question, found: Mapping[int, int], mended: Mapping[str, str]
) -> Allowed:
    """What a question leaves; `found` says how much each document holds of its words, `mended` which are typos."""
    left: frozenset[int] | None = None
    for demand in question.demands:
        in_field = demand.field in MASKED
        meeting = _by_field(index, demand, mended) if in_field else _by_facet(index, demand)
        left = _both(left, meeting)
    return _with_phrases(index, question, found, left) if question.phrases else Allowed(left)


def _both(one: frozenset[int] | None, other: frozenset[int] | None) -> frozenset[int] | None:
    """The documents in both sets; None stands for all."""
    return other if one is None else one if other is None else one & other


def _with_phrases(
    index: Published, question: Question, found: Mapping[int, int], left: frozenset[int] | None
) -> Allowed:
    ordered = sorted((n for n in found if left is None or n in left), key=lambda n: (-found[n], n))
    shown = {n: card for n in ordered[:LOOKED_AT] if (card := _shown(index, n)) is not None}
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


def _by_field(index: Published, demand: Demand, mended: Mapping[str, str]) -> frozenset[int] | None:
    """The documents that have all words of a demand in its field; None if that is not known, or no word says anything."""
    left: frozenset[int] | None = None
    for word in demand.words:
        if languages.tells(index.language, word):
            left = _both(left, _holding(index, demand.field, _terms(index, mended.get(word, word))))
    return left


def _terms(index: Published, word: str) -> dict[str, Term]:
    """The terms that a word of a demand may stand for: its own, and those that it is the beginning of."""
    own = index.term(index.stem(word))
    longer = index.beginning(word) if len(word) >= SHORTEST_BEGINNING else []
    return {term.term: term for term in ([own] if own else []) + longer}


def _holding(index: Published, field: str, terms: Mapping[str, Term]) -> frozenset[int] | None:
    found: set[int] = set()
    for term in terms.values():
        signs = index.fields(term)
        if signs is None:
            return None
        found.update(_having(field, signs, term.documents))
    return frozenset(found)


def _having(field: str, signs: str, documents: Sequence[int]) -> Iterable[int]:
    bit = 1 << MASKED.index(field)
    return (n for sign, n in zip(signs, documents, strict=True) if MASKS.index(sign) & bit)


def _shown(index: Published, number: int) -> Shown | None:
    card = index.card(number)
    return None if card is None else msgspec.json.decode(card.card, type=Shown)


def _begin(words: Sequence[str], wanted: Sequence[str]) -> bool:
    return all(any(word.startswith(start) for word in words) for start in wanted)


def _holds(card: Shown, phrase: Sequence[str]) -> bool:
    wanted = f" {' '.join(phrase)} "
    texts = (card.title, card.summary, *card.problems)
    return any(wanted in f" {' '.join(languages.words(text))} " for text in texts)
