"""JSON from anywhere: read by the strict reader, with two things allowed that badges must not have."""

import re
from typing import Any

from sitegen.badges import strict_json

MOST_BYTES = 8_000_000
_PIECE = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"?|-?[0-9]+(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?', re.DOTALL)


def parse(data: bytes) -> Any:
    """The value; raises badges' Refused, with the line, if it can be read in two ways or not at all.

    A byte order mark is no fault here. Numbers with a fraction stay the text that they were written as: nothing is
    calculated from them, and no power of ten is ever worked out.
    """
    return strict_json.parse(_PIECE.sub(_kept, data.removeprefix(b"\xef\xbb\xbf")), MOST_BYTES)


def _kept(found: re.Match[bytes]) -> bytes:
    piece = found[0]
    return piece if piece.startswith(b'"') or piece.lstrip(b"-").isdigit() else b'"' + piece + b'"'
