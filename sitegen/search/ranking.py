"""The order of the answers to a question, and why each is where it is: words and meaning added up."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from msgspec import Struct

from sitegen.search import language as languages
from sitegen.search import query, vectors
from sitegen.search.index import Analysis, Index
from sitegen.search.query import Question
from sitegen.search.terms import COMPLETED, Terms, terms
from sitegen.search.vectors import Vector

WORDS = 0.8
"""How much it counts that a document holds all of a short question's words, beside meaning exactly the same."""

FEW = 5
"""So many words say little by themselves. The more a question has beyond that, the more its words are trusted."""

ECHO = 0.35
"""How much it counts to be like the best answers: they say in the documents' words what the question says in its own."""

ECHOES = 3
"""How many of the best answers are taken for that."""

NEAR = 0.2
"""Below this, a problem statement is not near enough to a question to be shown as the reason."""


class Hit(Struct, frozen=True, kw_only=True):
    """An answer and why it is one.

    `score` is the sum of `words` (how much of the question it holds, from 0), `meaning` (how alike the two are, -1 to 1)
    and `echo` (how like the best answers it is). `problem` is its problem statement nearest to the question, if one is near;
    `matched` are the question's words that it holds.
    """

    slug: str
    title: str
    score: float
    words: float
    meaning: float
    echo: float
    problem: str = ""
    matched: tuple[str, ...] = ()


class Answer(Struct, frozen=True, kw_only=True):
    """Hits, best first, and what the question was taken for: mended typos, phrases that no document has."""

    hits: tuple[Hit, ...] = ()
    mended: Mapping[str, str] = {}
    missed: tuple[str, ...] = ()


class Share(NamedTuple):
    """What speaks for one document: the words it holds, its meaning, and how like the best answers it is."""

    words: float
    meaning: float
    echo: float = 0.0


def search(index: Index, text: str, *, most: int = 10, typing: bool = False) -> Answer:
    """The best answers to a question as somebody typed it; with `typing` its last word may still grow."""
    question = query.parse(text, index.fields)
    asked = terms(index, question, typing=typing)
    allowed, missed = _allowed(index, question)
    wish = index.vectors.of(asked.meaning) if index.vectors is not None and asked.weights else None
    shares = _shares(index, asked, wish, allowed)
    if not asked.weights and not asked.completions and question.demands:
        shares = dict.fromkeys(allowed, Share(0.0, 0.0))
    best = sorted(shares, key=lambda n: (-round(sum(shares[n]), 9), index.documents[n].slug))[:most]
    return Answer(
        hits=tuple(_hit(index.documents[n], shares[n], asked, _nearest(index, n, asked, wish)) for n in best),
        mended=asked.mended,
        missed=missed,
    )


def _shares(index: Index, asked: Terms, wish: Vector | None, allowed: Sequence[int]) -> dict[int, Share]:
    """What speaks for each document that may be an answer; where meaning is unknown, only for those that hold a word."""
    trust = WORDS * _weight_of_words(index, asked)
    words = {n: trust * share for n, share in _held(index, asked).items()}
    if wish is None:
        return {n: Share(words[n], 0.0) for n in allowed if n in words}
    first = {n: Share(words.get(n, 0.0), _likeness(wish, index.documents[n].about)) for n in allowed}
    mood = _mood(index, first)
    return {
        n: share._replace(echo=ECHO * _likeness(mood, index.documents[n].about)) for n, share in first.items()
    }


def _weight_of_words(index: Index, asked: Terms) -> float:
    """How much more the words of a long question are worth than those of a short one."""
    known = sum(weight == 1 and stem in index.rarity for stem, weight in asked.weights.items())
    return max(1.0, known / FEW) ** 2


def _held(index: Index, asked: Terms) -> dict[int, float]:
    """How much of a question each document holds that holds any of it: from 0 to 1, rare words counting for more."""
    found: dict[int, float] = {}
    for stem, weight in asked.weights.items():
        for n, worth in index.postings.get(stem, {}).items():
            found[n] = found.get(n, 0.0) + weight * worth
    most = sum(weight * index.rarity.get(stem, index.rarest) for stem, weight in asked.weights.items())
    for n, worth in _completed(index, asked).items():
        found[n] = found.get(n, 0.0) + worth
    return {n: worth / (most * index.most) for n, worth in found.items()} if most else {}


def _completed(index: Index, asked: Terms) -> dict[int, float]:
    """The best completion of an unfinished word in each document."""
    found: dict[int, float] = {}
    for stem in asked.completions:
        if stem not in asked.weights:
            for n, worth in index.postings[stem].items():
                found[n] = max(found.get(n, 0.0), COMPLETED * worth)
    return found


def _likeness(one: Vector | None, other: Vector | None) -> float:
    return vectors.likeness(one, other) if one is not None and other is not None else 0.0


def _mood(index: Index, shares: Mapping[int, Share]) -> Vector | None:
    """What the best answers so far are about, the better ones more than the others."""
    best = sorted(shares, key=lambda n: (-round(sum(shares[n]), 9), index.documents[n].slug))[:ECHOES]
    weighed = [(sum(shares[n]), index.documents[n].about) for n in best]
    return vectors.direction(
        tuple(weight * number for number in about)
        for weight, about in weighed
        if about is not None and weight > 0
    )


def _allowed(index: Index, question: Question) -> tuple[list[int], tuple[str, ...]]:
    """The documents that meet every demand and hold every phrase; and the phrases that none of these holds."""
    allowed = [
        n
        for n, document in enumerate(index.documents)
        if all(_meets(document.words[demand.field], demand.words) for demand in question.demands)
    ]
    missed: list[str] = []
    for phrase in question.phrases:
        holding = [n for n in allowed if _holds(index.documents[n], phrase)]
        allowed = holding or allowed
        missed.extend([] if holding else [" ".join(phrase)])
    return allowed, tuple(missed)


def _meets(words: Sequence[str], wanted: Sequence[str]) -> bool:
    return all(any(word.startswith(start) for word in words) for start in wanted)


def _holds(document: Analysis, phrase: Sequence[str]) -> bool:
    wanted = f" {' '.join(phrase)} "
    return any(wanted in f" {' '.join(words)} " for words in document.words.values())


def _nearest(index: Index, number: int, asked: Terms, wish: Vector | None) -> str:
    """The document's problem statement that is nearest to the question, or nothing."""
    document = index.documents[number]
    best, nearest = NEAR, ""
    for problem, near in zip(document.problems, document.near, strict=True):
        stems = set(languages.stems(index.language, problem))
        shared = sum(weight for stem, weight in asked.weights.items() if stem in stems)
        score = _likeness(wish, near) + WORDS * shared / (sum(asked.weights.values()) or 1.0)
        if score > best:
            best, nearest = score, problem
    return nearest


def _hit(document: Analysis, share: Share, asked: Terms, problem: str) -> Hit:
    stems = {stem for field in document.stems.values() for stem in field}
    matched = (asked.spoken[stem] for stem in asked.weights if stem in stems)
    return Hit(
        slug=document.slug,
        title=document.title,
        score=sum(share),
        words=share.words,
        meaning=share.meaning,
        echo=share.echo,
        problem=problem,
        matched=tuple(dict.fromkeys(matched)),
    )
