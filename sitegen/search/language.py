"""What search must know of a language: its words, those that say nothing, their stems, and the field's short forms."""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

from msgspec import Struct

LONGEST = 40
"""Letters of a word that count; nobody searches for longer ones, and a stem of 10,000 letters helps nobody."""

_WORD = re.compile(r"[^\W_]+")
_APOSTROPHE = re.compile(r"['’](?<=[^\W_].)(?=[^\W_])")


class Situation(Struct, frozen=True):
    """Something that educators notice or want: its name in addresses, the sentence for it, and words that belong to it."""

    slug: str
    title: str
    words: str


class Language(Struct, frozen=True, kw_only=True):
    """One language.

    `stem` takes a word in small letters; `glossary` maps a short form, in small letters, to the words it stands for;
    `situations` are what educators bring up, as topics;
    `vectors` is the package's file of word vectors, or nothing where meaning cannot be compared. `twin` says that the
    browser makes the same stems; for other languages the published index tells it the stem of each word, and `endings`, the
    longest first, that may be missing from words that no document has.
    """

    code: str
    stop: frozenset[str]
    stem: Callable[[str], str]
    glossary: Mapping[str, str] = {}
    situations: Sequence[Situation] = ()
    vectors: str = ""
    twin: bool = False
    endings: Sequence[str] = ()


def words(text: str) -> list[str]:
    """The words of a text in small letters, in order; an apostrophe joins what stands around it (`don't`, `dont`)."""
    plain = (text if text.isascii() else unicodedata.normalize("NFKC", text)).lower()
    if "'" in plain or "’" in plain:
        plain = _APOSTROPHE.sub("", plain)
    found = _WORD.findall(plain)
    return found if max(map(len, found), default=0) <= LONGEST else [word[:LONGEST] for word in found]


def telling(language: Language, text: str) -> list[str]:
    """The words of a text that say something: neither stop words nor single Latin letters."""
    return [word for word in words(text) if tells(language, word)]


def tells(language: Language, word: str) -> bool:
    """Whether a word (in small letters) narrows what somebody looks for."""
    return word not in language.stop and (len(word) > 1 or not word.isascii() or word.isdigit())


def stems(language: Language, text: str) -> list[str]:
    """The stems of the telling words of a text, in order and with repetitions."""
    return [language.stem(word) for word in telling(language, text)]


def of(code: str) -> Language:
    """The language for a code such as `en` or `de-CH`; one that is not known has no stems and no stop words."""
    short = code.lower().partition("-")[0]
    if short == "en":
        from sitegen.search import english

        return english.language()
    return _from_whoosh(short)


@lru_cache(maxsize=8)
def _from_whoosh(code: str) -> Language:
    from whoosh import lang

    if not lang.has_stemmer(code):
        return Language(code=code, stop=frozenset(), stem=str)
    stop = lang.stopwords_for_language(code) if lang.has_stopwords(code) else ()
    stem = lru_cache(50_000)(lang.stemmer_for_language(code))
    return Language(code=code, stop=frozenset(stop), stem=stem, endings=_endings(code))


def _endings(code: str) -> tuple[str, ...]:
    """The endings that a language's Snowball stemmer knows."""
    from whoosh.lang import snowball

    named = vars(snowball.classes[code]).items()
    lists = (value for name, value in named if "suffixes" in name and isinstance(value, tuple))
    found = {ending for endings in lists for ending in endings if isinstance(ending, str)}
    return tuple(sorted(found, key=lambda ending: (-len(ending), ending)))
