"""What somebody asked: words, exact phrases in quotes, and demands such as `issuer:harbor`."""

import re

from msgspec import Struct

from sitegen.search import language as languages

MOST_LETTERS = 1000
"""How much of a question is read. Nobody reads a longer one to a search field, except to see it break."""

MOST_WORDS = 64
"""How many words of a question count."""

MOST_WISHES = 8
"""How many phrases, and how many demands, of a question count."""

FIELDS = ("title", "problems", "summary", "issuer", "focus")
"""The names that may stand before a colon: fields whose words a browser can look at."""

_SPACE = r" \t\n\r\f\v\u00a0\u2003\u3000"
_PARTS = re.compile(
    rf"""({"|".join(FIELDS)}):(?:"([^"]*)"|([^{_SPACE}":“”]+))|["“]([^"”]*)["”]?|([^{_SPACE}"“:]+|:)"""
)


class Demand(Struct, frozen=True):
    """A field that must hold all of some words; each may be the beginning of a longer one."""

    field: str
    words: tuple[str, ...]


class Question(Struct, frozen=True, kw_only=True):
    """A question taken apart.

    `words` are all its words in small letters, in order; `phrases` those that were in quotes; `unfinished` the last word if
    somebody may still be typing it.
    """

    text: str
    words: tuple[str, ...] = ()
    phrases: tuple[tuple[str, ...], ...] = ()
    demands: tuple[Demand, ...] = ()
    unfinished: str = ""


def parse(text: str) -> Question:
    """The question in a text. A colon makes a demand only after the name of one of `FIELDS`."""
    text = text[:MOST_LETTERS]
    words: list[str] = []
    phrases: list[tuple[str, ...]] = []
    demands: list[Demand] = []
    for field, quoted, bare, phrase, rest in _PARTS.findall(text.lower()):
        found = languages.words(quoted or bare or phrase or rest)
        if field:
            demands.extend([Demand(field, tuple(found))] if found else [])
            continue
        words.extend(found)
        if phrase and len(found) > 1:
            phrases.append(tuple(found))
    return Question(
        text=text,
        words=tuple(words[:MOST_WORDS]),
        phrases=tuple(phrases[:MOST_WISHES]),
        demands=tuple(demands[:MOST_WISHES]),
        unfinished=_unfinished(text, words),
    )


def _unfinished(text: str, words: list[str]) -> str:
    last = languages.words(text[-1:])
    return words[-1] if words and last and len(words) <= MOST_WORDS else ""
