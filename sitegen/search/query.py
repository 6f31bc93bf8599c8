"""What somebody asked: words, exact phrases in quotes, and demands such as `issuer:harbor`."""

import re

from msgspec import Struct

from sitegen.search import language as languages
from sitegen.search.formats import MASKED

MOST_LETTERS = 1000
"""How much of a question is read. Nobody reads a longer one to a search field, except to see it break."""

MOST_WORDS = 64
"""How many words of a question count."""

MOST_WISHES = 8
"""How many phrases, and how many demands, of a question count."""

FIELDS = (*MASKED, "issuer", "focus")
"""The names that may stand before a colon."""

OTHER_NAMES = {"area": "focus"}
"""What else may stand there."""

_SPACE = r" \t\n\r\f\v\u00a0\u2003\u3000"
_PARTS = re.compile(rf"""([a-z]+):(?:"([^"]*)"|([^{_SPACE}":“”]+))|["“]([^"”]*)["”]?|([^{_SPACE}"“:]+|:)""")


class Demand(Struct, frozen=True):
    """A field that must hold all of some words; each may be the beginning of a longer one."""

    field: str
    words: tuple[str, ...]


class Question(Struct, frozen=True, kw_only=True):
    """A question taken apart.

    `words` are all its words in small letters, in order, or those of its demands if it has no others; `phrases` those that
    were in quotes; `unfinished` the last word if somebody may still be typing it; `unknown` what stands before a colon as if
    it were a field.
    """

    text: str
    words: tuple[str, ...] = ()
    phrases: tuple[tuple[str, ...], ...] = ()
    demands: tuple[Demand, ...] = ()
    unfinished: str = ""
    unknown: tuple[str, ...] = ()

    @property
    def demanded(self) -> list[str]:
        """The words that fields must have."""
        return [word for demand in self.demands if demand.field in MASKED for word in demand.words]


def parse(text: str) -> Question:
    """The question in a text. A colon makes a demand only after the name of a field."""
    text = text[:MOST_LETTERS]
    words: list[str] = []
    phrases: list[tuple[str, ...]] = []
    demands: list[Demand] = []
    unknown: list[str] = []
    for name, quoted, bare, phrase, rest in _PARTS.findall(text.lower()):
        field = OTHER_NAMES.get(name, name)
        found = languages.words(quoted or bare or phrase or rest)
        if field in FIELDS:
            demands.extend([Demand(field, tuple(found))] if found else [])
            continue
        words.extend([*languages.words(name), *found])
        if (quoted or phrase) and len(found) > 1:
            phrases.append(tuple(found))
        if quoted or languages.words(bare[:1]):
            unknown.append(name)
    words = words or [word for demand in demands if demand.field in MASKED for word in demand.words]
    return Question(
        text=text,
        words=tuple(words[:MOST_WORDS]),
        phrases=tuple(phrases[:MOST_WISHES]),
        demands=tuple(demands[:MOST_WISHES]),
        unfinished=_unfinished(text, words),
        unknown=tuple(dict.fromkeys(unknown))[:MOST_WISHES],
    )


def _unfinished(text: str, words: list[str]) -> str:
    last = languages.words(text[-1:])
    return words[-1] if words and last and len(words) <= MOST_WORDS else ""
