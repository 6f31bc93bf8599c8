"""How one value of a badge is written in N-Quads, and which values are refused."""

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from sitegen.badges.refusal import Refused

_MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z")
_WITHOUT_ZONE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?)?")
_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:.", re.DOTALL)
# Libraries disagree on how these are written in N-Quads, and half a surrogate pair cannot be written at all.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


def text(value: Any, name: str) -> str:
    """The text, escaped as canonical N-Quads are (RDFC-1.0, section 5)."""
    if type(value) is not str:
        raise Refused("not-text", f"its “{name}” is not a text in quotes")
    if value.isprintable() and '"' not in value and "\\" not in value:
        return value
    if _UNWRITABLE.search(value):
        raise Refused("control-character", f"its “{name}” contains a sign that cannot be written")
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return escaped.replace("\n", "\\n").replace("\t", "\\t").replace("\r", "\\r")


def truth(value: Any, name: str) -> str:
    """A yes or no."""
    if value is True:
        return "true"
    if value is False:
        return "false"
    raise Refused("not-true-or-false", f"its “{name}” is neither true nor false")


def moment(value: Any, name: str) -> str:
    """A moment in the one form that every checker accepts: `2026-03-09T14:05:00Z`."""
    if type(value) is not str:
        raise Refused("not-text", f"its “{name}” is not a date and time in quotes")
    if not _MOMENT.fullmatch(value):
        if _WITHOUT_ZONE.fullmatch(value):
            raise Refused("date-without-zone", f"its “{name}” is a date without a time and its zone")
        raise Refused("date-form", f"its “{name}” is not written like 2026-03-09T14:05:00Z")
    try:
        datetime.fromisoformat(value)
    except ValueError:
        raise Refused("no-such-date", f"its “{name}” names a day or hour that does not exist") from None
    return value


def address(fits: Callable[[str], object], value: Any, name: str) -> str:
    """An absolute address in ASCII. Other letters must be percent-encoded, so that no two addresses look alike."""
    if type(value) is not str:
        raise Refused("not-text", f"its “{name}” is not an address in quotes")
    if fits(value):
        return value
    if not _ABSOLUTE.match(value):
        raise Refused("address-not-absolute", f"its “{name}” is not a whole address, such as https://…")
    raise Refused("address-form", f"its “{name}” is not an address as our badges have them")


def word(words: Mapping[str, str], value: Any, name: str) -> str:
    """The address that a word stands for."""
    if type(value) is not str or value not in words:
        raise Refused("wrong-word", f"its “{name}” is none of: {', '.join(words)}")
    return words[value]
