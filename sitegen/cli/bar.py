"""A bar that shows how far long work has come, for people at a terminal only."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sitegen.cli import say
from sitegen.cli.options import Setting

AFTER = 1.0
"""Seconds of work before the bar appears: most work is done by then."""

EVERY = 0.1
"""Seconds between two drawings."""

Progress = Callable[[str, int, int], None]
"""Is told what is being done, how much of it is done, and how much there is (0: not known)."""


class Bar:
    """One line of standard error that is drawn over again."""

    def __init__(self) -> None:
        self.due = time.monotonic() + AFTER
        self.drawn = False

    def show(self, what: str, done: int, total: int) -> None:
        """Draw, if it is time."""
        now = time.monotonic()
        if now < self.due:
            return
        self.due, self.drawn = now + EVERY, True
        import shutil

        width = shutil.get_terminal_size((80, 24)).columns
        sys.stderr.write("\r\033[K" + line(what, done, total, width - 1))
        sys.stderr.flush()

    def clear(self) -> None:
        """Leave an empty line."""
        if self.drawn:
            sys.stderr.write("\r\033[K")
            sys.stderr.flush()


def line(what: str, done: int, total: int, width: int) -> str:
    """The bar as text, at most `width` columns wide."""
    if not total:
        return f"{what} …"[:width]
    count = f" {done:,} of {total:,}"
    room = min(40, width - len(what) - len(count) - 4)
    full = room * min(done, total) // total
    bar = f" [{'#' * full}{'.' * (room - full)}]" if room >= 5 else ""
    return f"{what}{bar}{count}"[:width]


@contextmanager
def progress(setting: Setting) -> Iterator[Progress]:
    """Where to report progress to while work is done; what was drawn is gone afterwards."""
    bar = Bar()
    try:
        yield bar.show if say.is_lively(sys.stderr) and not setting.quiet else _unseen
    finally:
        bar.clear()


def _unseen(what: str, done: int, total: int) -> None:
    """Nobody is watching."""
