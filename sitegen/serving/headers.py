"""The `_headers` file of a published site: which headers a host sends with which address.

Source: the parser in Netlify's open build code and Netlify's documentation of headers. Every rule that fits
counts; where two set the same header, the later one holds. In one rule, values of the same header are joined.
"""

import re
from functools import lru_cache

from msgspec import Struct

from sitegen.serving import patterns

NOT_SETTABLE = frozenset(
    {"accept-ranges", "age", "allow", "alt-svc", "connection", "content-encoding", "content-length",
     "content-range", "date", "keep-alive", "location", "server", "trailer", "transfer-encoding", "upgrade"}
)  # fmt: skip
"""Headers that belong to the host, or to the connection; a rule that sets one is ignored."""

_NAME = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+")
_VALUE = re.compile(r"[\t\x20-\x7e\x80-\xff]+")


class Rule(Struct, frozen=True):
    """A pattern of addresses, and names and values of headers."""

    pattern: str
    headers: tuple[tuple[str, str], ...]


@lru_cache(maxsize=4)
def parse(text: str) -> tuple[Rule, ...]:
    """The rules of a `_headers` file, in its order; lines that mean nothing are left out."""
    rules: list[tuple[str, dict[str, str]]] = []
    for line in (line.strip() for line in text.splitlines()):
        name, separator, value = (part.strip() for part in line.partition(":"))
        if line.startswith("/"):
            rules.append((line, {}))
        elif rules and separator and _may_be_set(name, value):
            given = rules[-1][1]
            given[name] = f"{given[name]}, {value}" if name in given else value
    return tuple(Rule(pattern, tuple(given.items())) for pattern, given in rules)


def matching(rules: tuple[Rule, ...], path: str) -> dict[str, str]:
    """The headers for a decoded path, under names as they were written first."""
    found: dict[str, tuple[str, str]] = {}
    for rule in rules:
        if patterns.match(rule.pattern, path) is not None:
            for name, value in rule.headers:
                found[name.lower()] = (found.get(name.lower(), (name, ""))[0], value)
    return dict(found.values())


def _may_be_set(name: str, value: str) -> bool:
    usable = _NAME.fullmatch(name) and _VALUE.fullmatch(value)
    return bool(usable) and name.lower() not in NOT_SETTABLE
