"""What a change touches, for those who look at it: lines of files, and pages of the site."""

import difflib
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from sitegen import history
from sitegen.changed import Changed
from sitegen.commits import Change
from sitegen.problem import Span
from sitegen.read import links

MOST_COMPARED = 400_000
"""Bytes of a file above which all of it counts as touched: comparing it would take long."""


class TouchedPage(Struct, frozen=True):
    """A page that a change makes, changes or takes away: its address and title, its file, and what happens to it."""

    address: str
    title: str
    path: str
    what: str


class Touched:
    """The lines that a change touches; each file is compared once, when first asked for."""

    def __init__(self, change: Change) -> None:
        self._change = change
        self._paths = frozenset(change.paths)
        self._lines = lru_cache(maxsize=None)(self._compared)

    def __contains__(self, span: Span) -> bool:
        """Whether a place lies on a line that is new or different; a place that is a whole file, whether the file is."""
        if span.file not in self._paths:
            return False
        return span.line == 0 or any(span.line in lines for lines in self._lines(span.file))

    def _compared(self, path: str) -> tuple[range, ...]:
        before, now = self._change.before.get(path), self._change.now(path)
        if now is None:
            return ()
        if before is None or max(len(before), len(now)) > MOST_COMPARED:
            return (range(1, now.count(b"\n") + 2),)
        return tuple(lines(before, now))


def lines(before: bytes, now: bytes) -> Iterator[range]:
    """The lines of `now`, counted from 1, that `before` does not have; the one after lines that were only taken out."""
    match = difflib.SequenceMatcher(None, before.splitlines(), now.splitlines(), autojunk=False)
    for kind, _, _, first, last in match.get_opcodes():
        if kind != "equal":
            yield range(first + 1, max(last, first + 1) + 1)


def pages(change: Change) -> list[TouchedPage]:
    """The pages of records in a change, in the order of their files. Drafts are among them: previews show them."""
    return [_page(one) for one in history.parts(change)]


def _page(one: Changed) -> TouchedPage:
    record = one.after or one.before
    title = getattr(record, "title", "") or getattr(record, "name", "") or one.place.slug
    return TouchedPage(links.address(one.place), title, one.path, _what(one))


def _what(one: Changed) -> str:
    if one.data is None:
        return "gone"
    if one.after is None:
        return "cannot be read yet"
    new = "new" if one.data_before is None else "changed"
    return f"{new}, a draft" if getattr(one.after, "status", "") == "draft" else new
