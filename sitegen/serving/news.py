"""What open pages are told of the builds: a version that changes with the site, and what is wrong."""

import threading
from collections.abc import Container, Sequence

import msgspec
from msgspec import Struct

from sitegen.options import Result
from sitegen.problem import Problem

MOST = 3
"""Problems that a page shows; all of them stand in the terminal."""


class News(Struct, frozen=True):
    """The state of the site: the first problems that keep it from being built, and a count of the others."""

    version: str
    problems: tuple[str, ...] = ()
    more: int = 0


def after(before: News, result: Result, touched: Container[str] = ()) -> News:
    """The news once a build is done; an unchanged site keeps its version, so no page reloads for nothing.

    Problems of the files `touched` last come first: their author is the one who looks.
    """
    if not result.published:
        return stopped(before, result.problems, touched)
    return News(_next(before.version) if result.made or result.removed else before.version)


def stopped(before: News, problems: Sequence[Problem], touched: Container[str] = ()) -> News:
    """The news when the last good site stays because of `problems`."""
    errors = [problem for problem in problems if problem.severity == "error"] or list(problems)
    errors.sort(key=lambda problem: problem.span.file not in touched)
    return News(
        before.version, tuple(_line(problem) for problem in errors[:MOST]), max(0, len(errors) - MOST)
    )


def _next(version: str) -> str:
    start, _, number = version.rpartition("-")
    return f"{start}-{int(number) + 1}"


def _line(problem: Problem) -> str:
    place = f"{problem.span.file}, line {problem.span.line}" if problem.span.line else problem.span.file
    hint = f" ({problem.hint})" if problem.hint else ""
    return f"{place}: {problem.message}{hint}"


class Board:
    """Where the news hangs: builds put it up, the connections of open pages wait for it."""

    def __init__(self, news: News) -> None:
        self._news = news
        self._closed = False
        self._changed = threading.Condition()

    @property
    def news(self) -> News:
        return self._news

    @property
    def closed(self) -> bool:
        return self._closed

    def post(self, news: News) -> None:
        """Put up news; those who wait are told if it differs."""
        with self._changed:
            self._news = news
            self._changed.notify_all()

    def wait(self, known: News, seconds: float) -> News:
        """The news as soon as it is not `known`, the board is closed, or the time is over."""
        with self._changed:
            self._changed.wait_for(lambda: self._closed or self._news != known, seconds)
            return self._news

    def close(self) -> None:
        """No more news: let everyone go."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()


def message(news: News) -> bytes:
    """The news as a server-sent event; the browser comes back a second after a connection broke."""
    return b"retry: 1000\ndata: " + msgspec.json.encode(news) + b"\n\n"
