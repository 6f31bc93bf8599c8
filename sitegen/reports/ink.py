"""Colours for a terminal, or none."""

from collections.abc import Callable

Ink = Callable[[str, str], str]
"""Gives a text in the colour of its role, as in `ink("fix the date", "message")`."""

_CODES = {
    "error": "1;31",
    "warning": "1;33",
    "message": "1",
    "frame": "34",
    "hint": "36",
    "good": "32",
    "quiet": "2",
    "code": "1;36",
}


def plain(text: str, role: str) -> str:  # noqa: ARG001
    """The text as it is."""
    return text


def coloured(text: str, role: str) -> str:
    """The text in the colour of `role`."""
    return f"\033[{_CODES[role]}m{text}\033[0m"
