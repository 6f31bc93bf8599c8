"""What is looked up for a question: typos of unknown words mended, short forms spelled out, an unfinished word completed."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from sitegen.search import query
from sitegen.search.index import Index
from sitegen.search.query import Question

SPELLED_OUT = 0.5
"""How much a word counts that the glossary adds, beside one that was typed."""

COMPLETED = 0.5
"""How much a completion of an unfinished word counts."""

MOST_COMPLETIONS = 20

MOST_MENDED = 5
"""Typos that are mended in one question: whoever has more of them writes in a language that the catalog does not have."""

SHORTEST_BEGINNING = 3
"""Letters that an unfinished word must have before it is completed."""


MOST_IN_ENTRY = 4
"""Words of an entry of the glossary."""


class Terms(Struct, frozen=True, kw_only=True):
    """What is looked up.

    `weights` are stems with how much each counts; `completions` stems that an unfinished word may become; `meaning` the
    words whose vectors are added up; `mended` the typos with what they were taken for; `spoken` for each stem the word of
    the question it comes from.
    """

    weights: Mapping[str, float]
    completions: tuple[str, ...] = ()
    meaning: tuple[str, ...] = ()
    mended: Mapping[str, str] = {}
    spoken: Mapping[str, str] = {}


def terms(index: Index, question: Question, *, typing: bool = False) -> Terms:
    """What to look up for a question; with `typing` its last word may still grow."""
    weights: dict[str, float] = {}
    spoken: dict[str, str] = {}
    stem = index.language.stem
    asked = query.telling(index.language, question)
    mended = _mended(index, [word for word in asked if not (typing and word == question.unfinished)])
    for word in asked:
        found = stem(mended.get(word, word))
        if found in index.rarity or word not in index.language.glossary:
            _add(weights, spoken, (found, word), 1.0)
    entries = list(_entries(index, question))
    for entry in entries:
        for word in index.language.glossary[entry].split():
            _add(weights, spoken, (stem(word), entry), SPELLED_OUT)
    return Terms(
        weights=weights,
        completions=_completions(index, question) if typing else (),
        meaning=tuple(_meant(index, question, mended, entries)),
        mended=mended,
        spoken=spoken,
    )


def nearest(word: str, vocabulary: Mapping[str, int]) -> str:
    """The word of the vocabulary that a typo most likely stands for; nothing if none is near enough.

    One slip is forgiven in a word of four letters or more, two in one of eight or more. Of words equally near the one with
    the same first letter wins, then the one in more documents, then the first in the alphabet.
    """
    most = (len(word) >= 4) + (len(word) >= 8) if word.isalpha() else 0
    best: tuple[int, bool, int, str] | None = None
    for known, documents in vocabulary.items() if most else ():
        if abs(len(known) - len(word)) > most or len(known) < 4:
            continue
        slips = distance(word, known, most)
        if slips <= most:
            found = (slips, known[0] != word[0], -documents, known)
            best = found if best is None else min(best, found)
    return best[3] if best else ""


def distance(one: str, other: str, most: int) -> int:
    """How many letters must be added, dropped, changed or swapped with their neighbour; stops counting above `most`."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        older, before, row = before, row, [i]
        for j, against in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != against))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == against:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return row[-1]


def _mended(index: Index, words: list[str]) -> dict[str, str]:
    """The typos among some words, with what each is taken for."""
    unknown = [word for word in words if not _known(index, word)][:MOST_MENDED]
    found = {word: nearest(word, index.vocabulary) for word in unknown}
    return {word: meant for word, meant in found.items() if meant}


def _add(weights: dict[str, float], spoken: dict[str, str], found: tuple[str, str], weight: float) -> None:
    stem, word = found
    weights[stem] = max(weights.get(stem, 0.0), weight)
    spoken.setdefault(stem, word)


def _known(index: Index, word: str) -> bool:
    """Whether a word is one that documents, glossary or word vectors have: then it is no typo."""
    return (
        word in index.vocabulary
        or index.language.stem(word) in index.rarity
        or word in index.language.glossary
        or (index.vectors is not None and index.vectors.row(word) is not None)
    )


def _completions(index: Index, question: Question) -> tuple[str, ...]:
    start = question.unfinished
    if len(start) < SHORTEST_BEGINNING:
        return ()
    longer = [(-n, word) for word, n in index.vocabulary.items() if word.startswith(start) and word != start]
    stems = (index.language.stem(word) for _, word in sorted(longer)[:MOST_COMPLETIONS])
    return tuple(dict.fromkeys(stem for stem in stems if stem in index.rarity))


def _meant(index: Index, question: Question, mended: Mapping[str, str], entries: list[str]) -> Iterator[str]:
    """The words whose meaning is asked for: those of the question, and what its short forms stand for instead of them."""
    yield from (mended.get(word, word) for word in question.words if word not in entries)
    for entry in entries:
        yield from index.language.glossary[entry].split()


def _entries(index: Index, question: Question) -> Iterator[str]:
    """The glossary's entries in a question, of up to four words."""
    words = question.words
    for length in range(1, MOST_IN_ENTRY + 1):
        for at in range(len(words) - length + 1):
            entry = " ".join(words[at : at + length])
            for form in (entry, entry.removesuffix("s")):
                if form in index.language.glossary:
                    yield form
                    break
