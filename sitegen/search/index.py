"""Documents as search sees them: which words stand in which field, how much each says, and what each text is about."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from sitegen.search import language as languages
from sitegen.search import vectors
from sitegen.search.language import Language
from sitegen.search.vectors import Vector, Vectors

FIELDS = {
    "title": 2.0,
    "problems": 1.5,
    "summary": 1.0,
    "competency": 1.0,
    "method": 1.0,
    "focus": 1.0,
    "body": 0.5,
    "issuer": 0.3,
}
"""The fields of a document, and how much a word in each of them counts."""

VIEWS = ("title", "summary", "method", "competency", "focus")
"""Fields whose texts are views of what a document is about; each problem is one more."""

SATURATION = 1.2
"""BM25's k1: how soon more of the same word adds nothing."""

LENGTH = 0.6
"""BM25's b: how much a long field is held against the words in it."""


class Source(Struct, frozen=True, kw_only=True):
    """A document to be found: plain texts by field, and its problem statements one by one."""

    slug: str
    title: str
    texts: Mapping[str, str] = {}
    problems: tuple[str, ...] = ()


class Analysis(Struct, frozen=True, kw_only=True):
    """What search knows of one document without knowing any other; it can be kept until the document changes."""

    slug: str
    title: str
    problems: tuple[str, ...]
    stems: Mapping[str, tuple[str, ...]]
    """The telling stems of each field, in order."""
    words: Mapping[str, tuple[str, ...]]
    """All words of each field, in order: for exact phrases and demands, and to mend typos."""
    about: Vector | None
    near: tuple[Vector | None, ...]
    """What each problem statement is about."""


class Index(Struct, frozen=True, kw_only=True):
    """All documents together. `postings` holds for each stem the documents that have it with its weight in each (BM25F)."""

    language: Language
    vectors: Vectors | None
    documents: tuple[Analysis, ...]
    postings: Mapping[str, Mapping[int, float]]
    rarity: Mapping[str, float]
    vocabulary: Mapping[str, int]
    """The words of all documents, and in how many of them each stands."""

    @property
    def fields(self) -> frozenset[str]:
        """The names that may stand before a colon in a question."""
        return frozenset(FIELDS)

    @property
    def rarest(self) -> float:
        """How much a word counts that no document has."""
        return _rarity(len(self.documents), 0)

    @property
    def most(self) -> float:
        """What a posting can weigh for each unit of rarity."""
        return SATURATION + 1


def analyse(source: Source, language: Language, meaning: Vectors | None) -> Analysis:
    """What search needs to know of a document."""
    texts = {"title": source.title, "problems": "\n".join(source.problems), **source.texts}
    words = {name: tuple(languages.words(texts.get(name, ""))) for name in FIELDS}
    near = tuple(_about(languages.words(problem), meaning) for problem in source.problems)
    views = [_about(words[name], meaning) for name in VIEWS]
    return Analysis(
        slug=source.slug,
        title=source.title,
        problems=source.problems,
        stems={name: tuple(_stems(language, found)) for name, found in words.items()},
        words=words,
        about=vectors.direction(view for view in (*views, *near) if view is not None),
        near=near,
    )


def build(sources: Iterable[Source], language: Language, meaning: Vectors | None = None) -> Index:
    """The index of some documents; `meaning` are the language's word vectors if it has any."""
    return together([analyse(source, language, meaning) for source in sources], language, meaning)


def together(documents: Sequence[Analysis], language: Language, meaning: Vectors | None) -> Index:
    """The index of documents that have been analysed with the same language and word vectors."""
    lengths = {name: _mean(len(document.stems[name]) for document in documents) for name in FIELDS}
    found: dict[str, dict[int, float]] = {}
    for number, document in enumerate(documents):
        for stem, weight in _weights(document, lengths).items():
            found.setdefault(stem, {})[number] = weight
    rarity = {stem: _rarity(len(documents), len(held)) for stem, held in found.items()}
    return Index(
        language=language,
        vectors=meaning,
        documents=tuple(documents),
        postings={
            stem: {n: rarity[stem] * _saturated(weight) for n, weight in held.items()}
            for stem, held in found.items()
        },
        rarity=rarity,
        vocabulary=_vocabulary(documents),
    )


def _stems(language: Language, words: Iterable[str]) -> list[str]:
    return [language.stem(word) for word in words if languages.tells(language, word)]


def _about(words: Sequence[str], meaning: Vectors | None) -> Vector | None:
    return meaning.of(words) if meaning is not None else None


def _weights(document: Analysis, lengths: Mapping[str, float]) -> dict[str, float]:
    """How often each stem stands in a document: weighted by field, and by how long the field is beside others."""
    found: dict[str, float] = {}
    for name, worth in FIELDS.items():
        stems = document.stems[name]
        share = worth / (1 - LENGTH + LENGTH * len(stems) / lengths[name]) if stems else 0.0
        for stem, times in Counter(stems).items():
            found[stem] = found.get(stem, 0.0) + share * times
    return found


def _vocabulary(documents: Sequence[Analysis]) -> dict[str, int]:
    seen: Counter[str] = Counter()
    for document in documents:
        seen.update({word for words in document.words.values() for word in words})
    return dict(sorted(seen.items()))


def _mean(numbers: Iterable[int]) -> float:
    counted = list(numbers)
    return sum(counted) / len(counted) if any(counted) else 1.0


def _saturated(weight: float) -> float:
    return weight * (SATURATION + 1) / (weight + SATURATION)


def _rarity(documents: int, holding: int) -> float:
    """BM25's inverse document frequency."""
    return math.log(1 + (documents - holding + 0.5) / (holding + 0.5))
