"""What is looked up for a question: typos of unknown words mended, short forms spelled out, an unfinished word completed."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from sitegen.search import language as languages
from sitegen.search.published import Published, Term
from sitegen.search.query import Question

TYPED, ADDED = 2, 1
"""How much a word counts that was typed, and one that the glossary or a completion adds."""

MOST_COMPLETIONS = 20

MOST_MENDED = 5
"""Typos that are mended in one question: whoever has more of them writes in a language that the catalog does not have."""

SHORTEST_BEGINNING = 3
"""Letters that an unfinished word must have before it is completed."""

MOST_IN_ENTRY = 4
"""Words of an entry of the glossary."""


class Terms(Struct, frozen=True, kw_only=True):
    """What is looked up.

    `weights` are stems with how much each counts; `completions` what an unfinished word may become; `meaning` the words
    whose vectors are added up; `mended` the typos with what they were taken for; `spoken` for each stem the word of the
    question it comes from; `growing` the unfinished word.
    """

    weights: Mapping[str, int]
    completions: tuple[Term, ...] = ()
    meaning: tuple[str, ...] = ()
    mended: Mapping[str, str] = {}
    spoken: Mapping[str, str] = {}
    growing: str = ""


def terms(index: Published, question: Question, *, typing: bool = False) -> Terms:
    """What to look up for a question; with `typing` its last word may still grow."""
    weights: dict[str, int] = {}
    spoken: dict[str, str] = {}
    growing = question.unfinished if typing else ""
    asked = _telling(index, question.words)
    demanded = [] if typing else _telling(index, question.demanded)
    mended = _mended(index, list(dict.fromkeys([word for word in asked if word != growing] + demanded)))
    for word in asked:
        found = index.stem(mended.get(word, word))
        if word not in index.manifest.glossary or index.term(found) is not None:
            _add(weights, spoken, (found, word), TYPED)
    entries = list(_entries(index, question))
    for entry in entries:
        for word in index.manifest.glossary[entry].split():
            _add(weights, spoken, (index.stem(word), entry), ADDED)
    return Terms(
        weights=weights,
        completions=_completions(index, growing, weights),
        meaning=tuple(_meant(index, [w for w in question.words if w != growing], mended, entries)),
        mended=mended,
        spoken=spoken,
        growing=growing,
    )


def nearest(word: str, known: Sequence[tuple[str, int]]) -> str:
    """The word that a typo most likely stands for; nothing if none is near enough. `known` words say how common they are.

    One slip is forgiven in a word of four letters or more, two in one of eight or more. Of words equally near the one with
    the same first letter wins, then the commoner one, then the first in the list.
    """
    most = (len(word) >= 4) + (len(word) >= 8) if word.isalpha() else 0
    best, meant = (most + 1, False, 0), ""
    letters = set(word)
    for other, common in known if most else ():
        if abs(len(other) - len(word)) > most or len(letters.difference(other)) > most:
            continue
        slips = distance(word, other, most)
        found = (slips, other[0] != word[0], -common)
        if slips <= most and (not meant or found < best):
            best, meant = found, other
    return meant


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


def _telling(index: Published, words: Sequence[str]) -> list[str]:
    """Those of some words that say something, each once."""
    return list(dict.fromkeys(word for word in words if languages.tells(index.language, word)))


def _mended(index: Published, words: list[str]) -> dict[str, str]:
    """The typos among some words, with what each is taken for."""
    unknown = [word for word in words if not _known(index, word)][:MOST_MENDED]
    found = {word: nearest(word, index.spelling) for word in unknown}
    return {word: meant for word, meant in found.items() if meant}


def _add(weights: dict[str, int], spoken: dict[str, str], found: tuple[str, str], weight: int) -> None:
    stem, word = found
    weights[stem] = max(weights.get(stem, 0), weight)
    spoken.setdefault(stem, word)


def _known(index: Published, word: str) -> bool:
    """Whether a word is one that documents, glossary or word vectors have: then it is no typo."""
    return (
        word in index.manifest.glossary
        or index.term(index.stem(word)) is not None
        or index.row(word) is not None
    )


def _completions(index: Published, start: str, weights: Mapping[str, int]) -> tuple[Term, ...]:
    if len(start) < SHORTEST_BEGINNING:
        return ()
    longer = [term for term in index.beginning(start) if term.term not in weights]
    return tuple(sorted(longer, key=lambda term: term.rarity)[:MOST_COMPLETIONS])


def _meant(
    index: Published, words: Sequence[str], mended: Mapping[str, str], entries: Sequence[str]
) -> Iterator[str]:
    """The words whose meaning is asked for: those of the question, and what its short forms stand for instead of them."""
    yield from (mended.get(word, word) for word in words if word not in entries)
    for entry in entries:
        yield from index.manifest.glossary[entry].split()


def _entries(index: Published, question: Question) -> Iterator[str]:
    """The glossary's entries in a question, of up to four words."""
    words = question.words
    for length in range(1, MOST_IN_ENTRY + 1):
        for at in range(len(words) - length + 1):
            entry = " ".join(words[at : at + length])
            for form in (entry, entry.removesuffix("s")):
                if form in index.manifest.glossary:
                    yield form
                    break
