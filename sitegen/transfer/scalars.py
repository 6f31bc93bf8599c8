"""How a text stands in YAML so that every reader gets the same text back, in quotes only where it must be."""

import json
import re
from collections.abc import Iterator

WIDTH = 120
"""Columns that a line has, indentation included. A word that is longer than that is left whole."""

_STARTS_SOMETHING = frozenset("-?:,[]{}#&*!|>'\"%@`=")
_LOOKS_TYPED = re.compile(
    r"~|null|true|false|yes|no|on|off|y|n|<<|\.\.\..*"
    r"|[-+]?(?:0[xob][0-9a-f_]+|\.[0-9_]+(?:e[-+]?[0-9]+)?|[0-9][0-9_]*(?:\.[0-9_]*)?(?:e[-+]?[0-9]+)?|\.inf|\.nan)"
    r"|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?"
    r"|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[T \t].*)?",
    re.IGNORECASE,
)
"""What some reader of YAML takes for a number, a date, yes, no or nothing (YAML 1.1 and 1.2)."""

_FOLD = re.compile(r"(?<=[^ \t]) (?=[^ \t])")
"""A space at which a folded text may go on in the next line; where there are two, none of them."""


def is_plain(text: str, *, in_flow: bool = False) -> bool:
    """Whether the text needs no quotes; `in_flow` means between brackets or braces."""
    if not text or text != text.strip() or not text.isprintable() or text[0] in _STARTS_SOMETHING:
        return False
    if ": " in text or " #" in text or text.endswith(":") or _LOOKS_TYPED.fullmatch(text):
        return False
    return not (in_flow and any(sign in text for sign in ",[]{}:#"))


def quoted(text: str) -> str:
    """The text in quotes: in those it does not contain, if that is possible."""
    if text.isprintable() and "'" not in text and ('"' in text or "\\" in text):
        return f"'{text}'"
    return json.dumps(text, ensure_ascii=False)


def one_line(text: str, *, in_flow: bool = False) -> str:
    """The text on one line."""
    return text if is_plain(text, in_flow=in_flow) else quoted(text)


def folded(text: str, indent: int) -> list[str] | None:
    """The lines of a text that runs on over several lines, as after `>`; None if it cannot be written so."""
    if not text or "\n" in text or text != text.strip():
        return None
    return list(_filled(_FOLD.split(text), " " * indent))


def _filled(words: list[str], margin: str) -> Iterator[str]:
    line = margin + words[0]
    for word in words[1:]:
        if len(line) + 1 + len(word) > WIDTH:
            yield line
            line = margin + word
        else:
            line += " " + word
    yield line


def literal(text: str, indent: int) -> list[str] | None:
    """The lines of a text as they are, as after `|`; None if it cannot be written so."""
    if not text or text[0].isspace() or text[-1].isspace():
        return None
    return [(" " * indent + line) if line else "" for line in text.split("\n")]
