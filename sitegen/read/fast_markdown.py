"""For which texts the optional faster parser (markdown-it-pyrs) is known to give the very HTML that markdown-it-py gives.

The two differ in corners: emphasis beside symbols, tables without their outer bars, lazy quotes, escapes, rare white space.
So the fast one is given only texts that hold nothing but common markup in its common form; each rule below keeps out a
corner in which a difference was found. Leaving a text to the slower parser is always right, only slower.
"""

import re

_LATIN = r"\x00-\x7fÀ-ÖØ-öø-ɏ–—‘’“”…"
_SIGN_BESIDE_OTHER = re.compile(rf"[*_](?:(?=[^{_LATIN}])|(?<=[^{_LATIN}][*_]))")
"""Emphasis signs beside letters or symbols of other alphabets."""

# Markup in its common form, which both parsers treat alike; it is taken out before the rest is looked at.
_FENCE = re.compile(r"(?ms)^```[\w-]*\n(?:.*?\n)?```$")
_CODE = re.compile(r"`[^`\n]*[^`\s][^`\n]*`")
_BULLET = re.compile(r"(?m)^( *)[*] ")
_EMPHASIS = re.compile(
    r"(\*(?<![\w*_].)\*?|_(?<![\w*_].))(?=[^\s*_])(?:[^*_\n\[\]`]|\n(?=[a-zA-Z\"“]))*(?<=[^\s*_])\1(?![\w*_])"
)

_UNCOMMON = (
    # (a sign without which the rule need not be tried, what is uncommon)
    ("", r"[\\`*_\t]"),  # escapes, tabs; code and emphasis that were not taken out
    ("![", r"!\["),
    ("&", r"&[A-Za-z#]"),  # entities
    ("]:", r"\]:"),  # link definitions
    (":", r"(?m)^[ \t]*[-:]*:[-: \t]*$"),  # aligned columns without bars
    ("~~~", r"(?m)^~~~"),
    ("|", r"(?m)^ +\||^[^|\n][^|\n]*\||\|[^|\n]*[^|\n]$"),  # tables that are not flush left or not closed
    (
        "|",
        r"(?m)^[^|\n].*\n\||^\|.*\n[^|\n]|^\|[-: ]*\|$",
    ),  # tables that touch a paragraph, or have one column
    (">", r"(?m)^ +>|^ *(?:(?:[-+]|\d+[.)]) +)+>"),  # indented quotes, quotes inside lists
    (">", r"(?m)^>$"),  # empty lines of quotes
    (">", r"(?m)^[^>\n].*\n>|^>.*\n[^>\n]|^>(?!$| [^ >|#\-+\d~\n])"),  # lazy and nested quotes
)
_RULES = tuple((sign, re.compile(pattern)) for sign, pattern in _UNCOMMON)
_RARE_SPACES = re.compile(
    r"[^\n -~\u00a1-\u1679\u1681-\u1fff\u2010-\u2027\u2030-\u205e\u2070-\u2fff\u3001-\ud7ff\uf900-\ufefe]"
)


def agrees(text: str) -> bool:
    """Whether the faster parser may be used for `text`, which ends with a line end."""
    if not text.isascii() and (_RARE_SPACES.search(text) or _SIGN_BESIDE_OTHER.search(text)):
        return False
    if "```" in text:
        text = _FENCE.sub("\n", text)
    if "`" in text:
        text = _CODE.sub("c", text)
    if "*" in text:
        text = _BULLET.sub(r"\1- ", text)
    if "*" in text or "_" in text:
        text = _EMPHASIS.sub("e", text)
    return not any(sign in text and rule.search(text) for sign, rule in _RULES)
