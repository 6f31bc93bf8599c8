"""How much markup a text may hold: limits far above what people write, and below what could stall or stop a parser."""

import re

from msgspec import Struct

DEEP = re.compile(
    r"(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])[ \t])){21,}|[ \t]{100,}(?:>|(?:[-+*]|\d{1,9}[.)])[ \t])"
)
"""A line that opens more than twenty quotes or lists one inside the other, or stands as far in."""

OPENERS = frozenset(" \t>-+*0123456789")
"""What a line that opens a quote or a list can begin with."""

SIGNS = {
    "[": 5_000,
    "*": 10_000,
    "_": 10_000,
    "`": 10_000,
    "<": 10_000,
    "&": 10_000,
    "\\": 10_000,
    "|": 10_000,
}
"""How often a sign that parsers must look into may stand in one text."""

LINES = {
    "list items": (re.compile(r"^[ \t]*(?:[-+*]|\d{1,9}[.)])[ \t]", re.MULTILINE), 5_000),
    "link definitions": (re.compile(r"^ {0,3}\[[^\]\n]*\]:", re.MULTILINE), 500),
    "headings": (re.compile(r"^ {0,3}(?:#{1,6}[ \t]|=+[ \t]*$|-+[ \t]*$)", re.MULTILINE), 500),
}
"""How many lines of a kind may stand in one text."""


FEW_LETTERS, FEW_LINES = min(SIGNS.values()), min(most for _, most in LINES.values())
"""A text below both cannot hold too much of anything."""


class Excess(Struct, frozen=True):
    """What a text has too much of, in words, and the beginning of the line where that shows, if it is one line."""

    code: str
    message: str
    needle: str = ""


def excess(text: str) -> Excess | None:
    """What `text` has too much of; None for every text that a person would write."""
    for line in text.split("\n"):
        if line[:1] in OPENERS and DEEP.match(line):
            return Excess(
                "markdown-too-deep", "this line opens too many quotes or lists inside each other", line[:20]
            )
    if len(text) < FEW_LETTERS and text.count("\n") < FEW_LINES:
        return None
    for sign, most in SIGNS.items():
        if text.count(sign) > most:
            return Excess("markdown-too-much", f"this text has more than {most:,} signs `{sign}`")
    for kind, (pattern, most) in LINES.items():
        if len(pattern.findall(text)) > most:
            return Excess("markdown-too-much", f"this text has more than {most:,} {kind}")
    return None
