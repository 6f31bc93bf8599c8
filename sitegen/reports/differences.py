"""A difference as text for a terminal, and as Markdown for a comment on a pull request."""

import re
from collections.abc import Iterator

from sitegen.compare import whole
from sitegen.compare.points import BEARINGS, Bearing, Point
from sitegen.compare.whole import Difference, Record
from sitegen.model import wording
from sitegen.reports import visible

HEADS: dict[Bearing, str] = {
    "harder": "Harder to earn",
    "easier": "Easier to earn",
    "asked": "Asked in other words",
    "terms": "On other terms",
    "shown": "On its page",
}
STATES = {
    "new": "is new",
    "draft": "is a draft, which visitors do not see",
    "published": "is now published",
    "retired": "is retired: it can no longer be earned, and its page stays",
    "removed": "is gone, and so is its page",
    "unreadable": "cannot be read; `sitegen check` says why",
}
KINDS = {"focus-area": "Focus area", "picture": "Picture"}
MOST_WORDS = 600
"""Characters of an excerpt that are shown."""


def text(found: Difference) -> Iterator[str]:
    """Lines for people at a terminal."""
    for record in found.credentials:
        yield from _record(record, Plain())
        yield ""
    for record in found.others:
        yield from _record(record, Plain())
        yield ""
    yield from _rest(found, Plain())


def markdown(found: Difference) -> Iterator[str]:
    """Lines for a comment; what authors wrote is shown as it is, and never taken for Markdown."""
    yield "## What this change does"
    yield ""
    yield _overview(found)
    yield ""
    for record in (*found.credentials, *found.others):
        yield from _record(record, Marked())
        yield ""
    yield from _rest(found, Marked())


class Plain:
    """How things look in a terminal."""

    def title(self, words: str, after: str) -> str:
        return f"{visible.line(words)}{after}"

    def head(self, words: str) -> str:
        return f"  {words}"

    def item(self, words: str) -> str:
        return f"    {visible.line(words)}"

    def said(self, label: str, words: str) -> str:
        return f"      {label} {visible.shortened(words, MOST_WORDS)}"

    def note(self, words: str) -> str:
        return f"  {visible.line(words)}"

    def line(self, words: str) -> str:
        return visible.line(words)


class Marked:
    """How things look in Markdown."""

    def title(self, words: str, after: str) -> str:
        return f"### {_safe(words)}{_safe(after)}\n"

    def head(self, words: str) -> str:
        return f"- **{words}**"

    def item(self, words: str) -> str:
        return f"  - {_safe(words)}"

    def said(self, label: str, words: str) -> str:
        return f"    - {label} {_safe(visible.shortened(words, MOST_WORDS))}"

    def note(self, words: str) -> str:
        return f"- {_safe(words)}"

    def line(self, words: str) -> str:
        return self.note(words)


Look = Plain | Marked


def _record(record: Record, look: Look) -> Iterator[str]:
    noun = KINDS.get(record.kind, record.kind.capitalize())
    version = f", version {record.version}" if record.version else ""
    if record.version_before and record.version and record.version_before != record.version:
        version = f", version {record.version_before} → {record.version}"
    yield look.title(record.title, f" ({noun.lower()}{version})")
    if record.state in STATES:
        yield look.note(f"It {STATES[record.state]}.")
    if words := whole.headline(record):
        yield look.note(words)
    if record.moved_from:
        yield look.note(f"It was {record.moved_from}, and is {record.path}.")
    for bearing in BEARINGS:
        points = [point for point in record.points if point.bearing == bearing]
        if points:
            yield look.head(HEADS[bearing])
            for point in points:
                yield from _point(point, look)
    yield from (look.note(words) for words in _people(record))


def _point(point: Point, look: Look) -> Iterator[str]:
    yield look.item(point.text)
    if point.before or point.after:
        yield look.said("was:", point.before or "nothing")
        yield look.said("now:", point.after or "nothing")


def _people(record: Record) -> Iterator[str]:
    if record.holders and record.asks_otherwise and not record.lacks_version:
        yield "What people hold stays as it is: a badge names the version that was met."
    if record.lacks_version:
        yield f"The version is still {record.version}, though something else is asked; give it a new one."


def _rest(found: Difference, look: Look) -> Iterator[str]:
    for moved in found.addresses:
        where = f"leads to {moved.to} now" if moved.to else "leads nowhere any more"
        yield look.line(f"{moved.address} {where}.")
    yield from (look.line(words) for words in found.notes)
    if found.is_empty:
        yield look.line("Nothing changes for earners or visitors.")


def _overview(found: Difference) -> str:
    harder, easier, asked = (
        sum(any(point.bearing == bearing for point in record.points) for record in found.credentials)
        for bearing in ("harder", "easier", "asked")
    )
    holders = sum(sum(r.holders.values()) for r in found.credentials if r.asks_otherwise)
    words = [f"{wording.count(len(found.credentials), 'credential')} in it"]
    counts = ((harder, "harder to earn"), (easier, "easier to earn"), (asked, "asked in other words"))
    words += [f"{number} {said}" for number, said in counts if number]
    people = (
        f" {wording.count(holders, 'person', 'people')} hold what is asked otherwise now." if holders else ""
    )
    return ", ".join(words) + "." + people


def _safe(words: str) -> str:
    """Words so that Markdown shows them as they are, and nobody whose name stands in them is called."""
    calm = visible.line(words).replace("@", "@\u200b")
    return re.sub(r"([\\`*_{}\[\]<>()#+\-!|~&:])", r"\\\1", calm)
