"""What somebody asked: words, exact phrases in quotes, and demands such as `issuer:harbor`."""

import re

from msgspec import Struct

from sitegen.search import language as languages
from sitegen.search.language import Language

MOST_LETTERS = 1000
"""How much of a question is read. Nobody reads a longer one to a search field, except to see it break."""

MOST_WORDS = 64
"""How many words of a question count."""

_PARTS = re.compile(
    r"""(?P<field>\w{2,20}):(?:"(?P<quoted>[^"]*)"|(?P<bare>[^\s":]+))|["“](?P<phrase>[^"”]*)["”]?|(?P<rest>[^\s"“]+)"""
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


def parse(text: str, fields: frozenset[str] = frozenset()) -> Question:
    """The question in a text. A colon makes a demand only after the name of one of `fields`."""
    text = text[:MOST_LETTERS]
    words: list[str] = []
    phrases: list[tuple[str, ...]] = []
    demands: list[Demand] = []
    for part in _PARTS.finditer(text):
        if part["field"] and part["field"].lower() in fields:
            wanted = languages.words(part["quoted"] or part["bare"] or "")
            demands.extend([Demand(part["field"].lower(), tuple(wanted))] if wanted else [])
            continue
        found = languages.words(part["phrase"] if part["phrase"] is not None else part[0])
        words.extend(found)
        if part["phrase"] is not None and len(found) > 1:
            phrases.append(tuple(found))
    return Question(
        text=text,
        words=tuple(words[:MOST_WORDS]),
        phrases=tuple(phrases),
        demands=tuple(demands),
        unfinished=_unfinished(text, words),
    )


def _unfinished(text: str, words: list[str]) -> str:
    return words[-1] if words and text[-1].isalnum() else ""


def telling(language: Language, question: Question) -> list[str]:
    """The words of a question that say something, each once."""
    return list(dict.fromkeys(word for word in question.words if languages.tells(language, word)))
