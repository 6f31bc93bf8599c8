"""For which texts the optional faster parser (markdown-it-pyrs) is known to give the very HTML that markdown-it-py gives.

The two differ in corners: emphasis beside symbols, tables without their outer bars, lazy quotes, escapes, rare white space.
So the fast one is given only texts that hold nothing but common markup in its common form; each rule below keeps out a
corner in which a difference was found. Leaving a text to the slower parser is always right, only slower.
"""

import re

from sitegen.read import text as signs

_LATIN = r"\x00-\x7fÀ-ÖØ-öø-ɏ–—‘’“”…"
_SIGN_BESIDE_OTHER = re.compile(rf"[*_](?:(?=[^{_LATIN}])|(?<=[^{_LATIN}][*_]))")
"""Emphasis signs beside letters or symbols of other alphabets."""

# Markup in its common form, which both parsers treat alike; it is taken out before the rest is looked at.
_FENCE = re.compile(r"```[\w-]*")
_CODE = re.compile(r"`(?! +`)[^`\n]{1,300}`")
_CODE_IN_BRACKET = re.compile(r"\[[^\]]{0,300}`")
_BULLET = re.compile(r"(?m)^( *)[*] ")
_OTHER_LETTER = re.compile(rf"[^{_LATIN}]")
_EMPHASIS = re.compile(
    r"(\*(?<![\w*_].)\*?|_(?<![\w*_].))(?=[^\s*_])(?:[^*_\n\[\]`]|\n(?=[a-zA-Z\"“]))*(?<=[^\s*_])\1(?![\w*_])"
)

_UNCOMMON = ("\\", "`", "*", "_", "\t", "![", "]:")
"""Escapes, code and emphasis that were not taken out, tabs, pictures, link definitions."""

_ENTITY = re.compile("&[A-Za-z#]")

_QUOTE = re.compile(r"> [^ >|#\-+\d~]")
_QUOTE_IN_LIST = re.compile(r" *(?:(?:[-+]|\d+[.)]) +)+>")
_RARE_SPACES = re.compile(
    r"[^\n -~\u00a1-\u1679\u1681-\u1fff\u2010-\u2027\u2030-\u205e\u2070-\u2fff\u3001-\ud7ff\uf900-\ufefe]"
)


def agrees(text: str) -> bool:
    """Whether the faster parser may be used for `text`, which ends with a line end."""
    if (unusual := signs.unusual(text)) and not _letters_agree(text, unusual):
        return False
    if "```" in text:
        text = _without_fences(text)
    if "`" in text and _CODE_IN_BRACKET.search(text):  # makes the faster parser stop
        return False
    if "`" in text:
        text = _CODE.sub("c", text)
    if "\n* " in text or " * " in text or text.startswith("* "):
        text = _BULLET.sub(r"\1- ", text)
    if "*" in text or "_" in text:
        text = _EMPHASIS.sub("e", text)
    if any(sign in text for sign in _UNCOMMON) or ("&" in text and _ENTITY.search(text)):
        return False
    return _lines_agree(text.split("\n"))


def _letters_agree(text: str, unusual: str) -> bool:
    """Whether neither rare spaces nor emphasis beside letters of other alphabets can make a difference."""
    if _RARE_SPACES.search(unusual):
        return False
    return not (_OTHER_LETTER.search(unusual) and _SIGN_BESIDE_OTHER.search(text))


def _without_fences(text: str) -> str:
    """The text without its fenced blocks; one that is not plainly closed leaves its signs to be found."""
    kept: list[str] = []
    inside = False
    for line in text.split("\n"):
        if line.startswith("```") and _FENCE.fullmatch(line) and not (inside and line != "```"):
            inside = not inside
            kept.append("")
        elif not inside:
            kept.append(line)
    return "`" if inside else "\n".join(kept)


def _lines_agree(lines: list[str]) -> bool:
    """Whether tables and quotes are in their common form: flush left, closed, with empty lines around them."""
    before = ""
    for line in lines:
        if line and not (_fits(line) and (not before or _continues(before[0], line[0]))):
            return False
        before = line
    return True


def _continues(before: str, first: str) -> bool:
    """Whether a line may follow another, by the first sign of each: tables and quotes end with an empty line."""
    return before == first or not (before in "|>" or first in "|>")


def _fits(line: str) -> bool:
    first = line[0]
    if "|" in line and not (first == line[-1] == "|" and line.count("|") > 2):
        return False
    if ">" in line and ((first == ">" and not _QUOTE.match(line)) or _QUOTE_IN_LIST.match(line)):
        return False
    return first not in " ~:-" or _plain_start(line)


def _plain_start(line: str) -> bool:
    """Whether a line that begins with a space, tilde, colon or hyphen is no indented quote, odd fence or column rule."""
    bare = line.strip()
    return bare[:1] not in (">", "|", "~") and not (":" in bare and not bare.strip("-: "))
