"""Bytes of a text file → text that is safe to work with, or the problems that make it not."""

import re
from itertools import islice

from sitegen.model import secrets
from sitegen.problem import Problem, Span

MAX_BYTES = 1_000_000
"""Largest text file that is read."""

FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b\u2060-\u2064\ufeff\u202a-\u202e\u2066-\u2069\u2028\u2029"
    "\U000e0000-\U000e007f\ufff9-\ufffb\ud800-\udfff]"
)
"""Control characters, and invisible or direction-changing ones that let text look like what it is not."""

_ORDINARY = bytes((9, 10, *range(32, 127)))
"""The signs of plain English text, none of which is forbidden."""

MOST_SHOWN = 5


def decode(data: bytes, file: str) -> tuple[str, list[Problem]]:
    """The text of `data` with line ends as `\\n` and without a byte order mark, and what is wrong with it.

    UTF-8 only. The text is empty if it cannot be used at all.
    """
    if len(data) > MAX_BYTES:
        return "", [_too_large(len(data), file)]
    if (key := secrets.position(data)) is not None:
        return "", [_secret(data, key, file)]
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return "", [_not_utf8(data, error.start, file)]
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    if forbidden(text) is None:
        return text, []
    return "", [
        _forbidden(text, match.start(), file) for match in islice(FORBIDDEN.finditer(text), MOST_SHOWN)
    ]


def forbidden(text: str) -> re.Match[str] | None:
    """The first sign in `text` that may not stand in any."""
    return FORBIDDEN.search(text) if FORBIDDEN.search(unusual(text)) else None


def unusual(text: str) -> str:
    """All signs of `text` but those of plain English: so few that looking through them takes no time."""
    return text.encode(errors="surrogatepass").translate(None, _ORDINARY).decode(errors="surrogatepass")


def _too_large(size: int, file: str) -> Problem:
    return Problem(
        code="file-too-large",
        message=f"this file has {size:,} bytes; text files may have {MAX_BYTES:,}",
        span=Span(file),
        hint="move part of the text to a page of its own, or check that the right file was added",
    )


def _secret(data: bytes, position: int, file: str) -> Problem:
    return Problem(
        code="secret-file",
        message="a private key stands in this file",
        span=Span(file, data.count(b"\n", 0, position) + 1),
        hint="remove it, and treat the key as known to others: make a new one",
    )


def _not_utf8(data: bytes, position: int, file: str) -> Problem:
    line = data.count(b"\n", 0, position) + 1
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        message, line = "this file is saved as UTF-16", 1
    else:
        message = "this file is not saved as UTF-8 (its first unreadable character is on this line)"
    return Problem(
        code="not-utf8",
        message=message,
        span=Span(file, line),
        hint="in your editor choose “Save with encoding” (or “Save as”, and there the encoding) and then UTF-8",
    )


def _forbidden(text: str, position: int, file: str) -> Problem:
    line = text.count("\n", 0, position) + 1
    column = position - text.rfind("\n", 0, position)
    return Problem(
        code="hidden-character",
        message=f"an invisible or control character (U+{ord(text[position]):04X}) stands here",
        span=Span(file, line, column),
        hint="delete it and type the text again; it often arrives by copying from a web page or a PDF",
    )
