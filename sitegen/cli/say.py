"""Where words go: results to standard output, everything else to standard error; and whether in colour."""

import os
import sys
from typing import IO

from sitegen.cli.options import Setting
from sitegen.reports import ink


def result(text: str) -> None:
    """A line of what was asked for."""
    sys.stdout.write(text + "\n")


def done(text: str, setting: Setting) -> None:
    """A line of what was done, unless quiet was asked for."""
    if not setting.quiet:
        result(text)


def aside(text: str, setting: Setting) -> None:
    """A line about what is going on, unless quiet was asked for."""
    if not setting.quiet:
        sys.stdout.flush()
        sys.stderr.write(text + "\n")


def detail(text: str, setting: Setting) -> None:
    """A line for those who asked for more."""
    if setting.verbose:
        aside(text, setting)


def colours(setting: Setting, stream: IO[str]) -> ink.Ink:
    """Colours for a stream: as asked for, else as the environment says, else if it is a terminal."""
    return ink.coloured if _coloured(setting.color, stream) else ink.plain


def _coloured(when: str, stream: IO[str]) -> bool:
    if when != "auto":
        return when == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "0") != "0":
        return True
    return is_lively(stream)


def is_lively(stream: IO[str]) -> bool:
    """Whether a person is watching a stream that can redraw a line."""
    dumb = os.environ.get("TERM") == "dumb" or os.environ.get("CI", "").lower() not in ("", "0", "false")
    return stream.isatty() and not dumb


def columns() -> int:
    """The width of the terminal, or 100."""
    import shutil

    return min(160, shutil.get_terminal_size((100, 24)).columns)
