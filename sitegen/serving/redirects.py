"""The `_redirects` file of a published site: which addresses lead elsewhere.

Source: the parser in Netlify's open build code and Netlify's documentation of redirects. The first rule that
fits counts; a page that exists wins against it, unless the rule is forced with `!`. Rules that depend on the
query or on what only a host can know (another host name, a visitor's country or role) are left out here.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from urllib.parse import quote, unquote

from msgspec import Struct

from sitegen.serving import patterns

MOVES = frozenset({301, 302, 303, 307, 308})
"""Statuses that send the browser elsewhere; the others show what stands there under the address asked for."""

STATUSES = MOVES | {200, 404, 410, 451}

_STATUS = re.compile(r"([1-9][0-9]{2})(!?)")
_NAMED = re.compile(r":([A-Za-z_][A-Za-z0-9_]*)")


class Rule(Struct, frozen=True):
    """A pattern of addresses, where they lead, and how."""

    pattern: str
    target: str
    status: int = 301
    force: bool = False


class Hit(Struct, frozen=True):
    """Where an address leads: a path of this site with its query, percent-encoded, or a full address."""

    target: str
    status: int
    force: bool


@lru_cache(maxsize=4)
def parse(text: str) -> tuple[Rule, ...]:
    """The rules of a `_redirects` file, in its order, without those that cannot be decided here."""
    found = (_rule(line.split()) for line in text.splitlines())
    return tuple(rule for rule in found if rule is not None)


def first(rules: tuple[Rule, ...], path: str) -> Hit | None:
    """The first rule that fits the decoded `path` and does not lead to that path itself."""
    for rule in rules:
        values = patterns.match(rule.pattern, path)
        if values is not None:
            target = _filled(rule.target, values)
            if unquote(target.partition("?")[0]).rstrip("/") != path.rstrip("/"):
                return Hit(target, rule.status, rule.force)
    return None


def is_elsewhere(target: str) -> bool:
    """Whether a target is a full address of another site."""
    return not target.startswith("/") or target.startswith("//")


def _rule(words: list[str]) -> Rule | None:
    comment = next((place for place, word in enumerate(words) if word.startswith("#")), len(words))
    match words[:comment]:
        case [source, target] if _is_path(source) and _is_target(target):
            return Rule(unquote(source), target)
        case [source, target, word] if _is_path(source) and _is_target(target):
            status = _STATUS.fullmatch(word)
            if status and int(status[1]) in STATUSES:
                return Rule(unquote(source), target, int(status[1]), status[2] == "!")
    return None


def _is_path(word: str) -> bool:
    return word.startswith("/") and not word.startswith("/.netlify")


def _is_target(word: str) -> bool:
    return word.isascii() and (word.startswith(("/", "http://", "https://")))


def _filled(target: str, values: Mapping[str, str]) -> str:
    """The target with what the pattern's open parts stand for in the place of their names."""

    def value(named: re.Match[str]) -> str:
        return quote(values[named[1]], safe="/") if named[1] in values else named[0]

    return _NAMED.sub(value, target)
