"""Documents as search sees them: what is known of each by itself, whatever the others are."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

import msgspec
from msgspec import Struct

from sitegen.search import language as languages
from sitegen.search import meaning
from sitegen.search.language import Language

FIELDS = {
    "body": 0.5,
    "method": 1.0,
    "competency": 1.0,
    "summary": 1.0,
    "problems": 1.5,
    "title": 2.0,
    "focus": 1.0,
    "issuer": 0.3,
}
"""The fields of a document, those with most words first, and how much a word in each of them counts."""

VIEWS = ("title", "summary", "method", "competency", "focus")
"""Fields whose texts are views of what a document is about; each problem is one more."""

SPELLED = ("title", "problems", "summary", "competency", "method", "focus")
"""Fields with words that a typo may stand for."""


OFTEN = 255
"""More often than this makes no difference."""


class Source(Struct, frozen=True, kw_only=True):
    """A document to be found: plain texts by field, and its problem statements one by one."""

    slug: str
    title: str
    texts: Mapping[str, str] = {}
    problems: tuple[str, ...] = ()


class Held(Struct, frozen=True, array_like=True):
    """Stems that stand equally often in each field: `times` has a byte for each field, the lowest for the first."""

    times: int
    stems: tuple[str, ...]


class Analysis(Struct, frozen=True, array_like=True):
    """What search knows of one document without knowing any other; it can be kept until the document changes.

    `lengths` are the numbers of telling words by field, `held` all stems by how often they stand in each field, `spelled`
    the words that typos may stand for. `about` and `near` are directions as `meaning` writes them, of the whole and of each
    problem statement; `stems` are the stems of each problem for languages whose stems a browser cannot make.
    """

    slug: str
    lengths: tuple[int, ...]
    held: tuple[Held, ...]
    spelled: tuple[str, ...]
    about: str
    near: tuple[str, ...]
    stems: tuple[str, ...] = ()


class Analyst:
    """Analyses documents in one language, with its word vectors if it has any."""

    def __init__(self, language: Language, texts: meaning.Texts | None) -> None:
        self.language = language
        self._texts = texts
        self._stem = lru_cache(100_000)(self._stem_of)
        self._decode = msgspec.msgpack.Decoder(Analysis).decode

    def analyse(self, source: Source) -> bytes:
        """What search needs to know of a document, in a form that can be kept."""
        return msgspec.msgpack.encode(self.analysis(source))

    def read(self, kept: bytes) -> Analysis:
        """An analysis that was kept. Raises msgspec.DecodeError or msgspec.ValidationError for other bytes."""
        return self._decode(kept)

    def analysis(self, source: Source) -> Analysis:
        """What search needs to know of a document."""
        texts = {"title": source.title, "problems": "\n".join(source.problems), **source.texts}
        words = {name: languages.words(texts.get(name, "")) for name in FIELDS}
        stems = [self._stems(found) for found in words.values()]
        problems = [languages.words(problem) for problem in source.problems]
        about, near = self._directions([words[name] for name in VIEWS], problems)
        return Analysis(
            slug=source.slug,
            lengths=tuple(map(len, stems)),
            held=_held(stems),
            spelled=_spelled(words),
            about=about,
            near=near,
            stems=() if self.language.twin else tuple(" ".join(self._stems(found)) for found in problems),
        )

    def _stems(self, words: Iterable[str]) -> list[str]:
        """The telling stems of a text."""
        return [stem for word in words if (stem := self._stem(word))]

    def _stem_of(self, word: str) -> str:
        return self.language.stem(word) if languages.tells(self.language, word) else ""

    def _directions(
        self, views: Sequence[Sequence[str]], problems: Sequence[Sequence[str]]
    ) -> tuple[str, tuple[str, ...]]:
        if self._texts is None:
            return "", ()
        texts = self._texts
        near = [texts.of(words) for words in problems]
        about = texts.written([*map(texts.of, views), *near], meaning.FINE)
        return about, tuple(texts.written([one], meaning.COARSE) for one in near)


def _held(stems: Sequence[Sequence[str]]) -> tuple[Held, ...]:
    times: dict[str, int] = {}
    for field, found in enumerate(stems):
        shift, counts = 8 * field, Counter(found)
        if len(found) > OFTEN and max(counts.values()) > OFTEN:
            counts = Counter({stem: min(count, OFTEN) for stem, count in counts.items()})
        for stem, count in counts.items():
            times[stem] = times.get(stem, 0) + (count << shift)
    alike: dict[int, list[str]] = {}
    for stem, often in times.items():
        alike.setdefault(often, []).append(stem)
    return tuple(Held(often, tuple(held)) for often, held in alike.items())


def _spelled(words: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    found = dict.fromkeys(word for name in SPELLED for word in words[name])
    return tuple(word for word in found if len(word) > 3 and word.isalpha())
