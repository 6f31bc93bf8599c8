"""Events of the YAML library → plain values and their places, with limits that hostile files cannot pass."""

from collections.abc import Callable
from typing import Any

import yaml
from msgspec import Struct

from sitegen.problem import Path
from sitegen.read.text import FORBIDDEN

MAX_DEPTH = 12
MAX_NODES = 5_000

Value = Any
"""None, text, or lists and dicts of values: what YAML can hold here."""


Event = Any
"""An event of the library; which attributes it has depends on its class, which its types do not say."""


class Mark(Struct, frozen=True):
    """A place in the YAML text; line and column count from 0."""

    line: int
    column: int
    width: int = 1


class Fault(Struct, frozen=True):
    """Something wrong with the YAML itself."""

    code: str
    message: str
    hint: str
    mark: Mark


class Marks(Struct, frozen=True):
    """Where every value and every key stands, by path."""

    values: dict[Path, Mark]
    keys: dict[Path, Mark]


class StopReading(Exception):  # noqa: N818 - it is no error, it ends the reading
    """Reading cannot go on; the fault that says why is already noted."""


class Builder:
    """Builds values from events; the state of one reading."""

    def __init__(self, text: str, where: Marks | None) -> None:
        self.next: Callable[[], Event] = _LOADER(text).get_event
        self.where = where
        self.faults: list[Fault] = []
        self.nodes = 0

    def document(self) -> Value:
        self.next()
        if type(self.next()) is yaml.StreamEndEvent:
            return {}
        value = self.node(self.next(), (), 0)
        self.next()
        extra = self.next()
        if type(extra) is not yaml.StreamEndEvent:
            self.fault(
                "yaml-two-documents",
                extra,
                "a second set of fields begins here",
                "keep one set in a file, and delete this line of dashes",
            )
        return value

    def node(self, event: Event, path: Path, depth: int) -> Value:
        self.nodes += 1
        if depth > MAX_DEPTH or self.nodes > MAX_NODES:
            self.stop(
                "yaml-too-deep",
                event,
                "the fields are nested too deeply or are too many",
                "check the indentation: fields are at most a few steps deep",
            )
        kind = type(event)
        if kind is yaml.AliasEvent or event.anchor is not None or event.tag is not None:
            self.refuse_special(event)
        if self.where is not None:
            self.where.values[path] = _mark(event)
        if kind is yaml.ScalarEvent:
            return self.scalar(event)
        if kind is yaml.MappingStartEvent:
            return self.mapping(path, depth)
        return self.sequence(path, depth)

    def refuse_special(self, event: Event) -> None:
        """Stop at an alias, an anchor or a tag; the tag `!`, which says that a text is a text, is none."""
        if type(event) is yaml.AliasEvent or event.anchor is not None:
            self.stop(
                "yaml-alias",
                event,
                "text can start with `&` or `*` only in quotes",
                "put it in quotes; if it is a YAML anchor or alias, write the text out instead",
            )
        if type(event) is not yaml.ScalarEvent or not event.implicit[1]:
            self.stop(
                "yaml-tag",
                event,
                "text can start with `!` only in quotes",
                "put it in quotes; if it is a YAML tag, delete it",
            )

    def scalar(self, event: Event) -> Value:
        text: str = event.value
        if event.style == '"' and FORBIDDEN.search(text):
            self.fault("hidden-character", event, _HIDDEN, "write the text without `\\u`, `\\x` and the like")
        if not event.style:  # plain: the C parser says so with an empty text
            return None if text in ("", "~", "null") else text
        return text.rstrip("\n") if event.style in "|>" else text

    def sequence(self, path: Path, depth: int) -> list[Value]:
        items: list[Value] = []
        while type(event := self.next()) is not yaml.SequenceEndEvent:
            items.append(self.node(event, (*path, len(items)), depth + 1))
        return items

    def mapping(self, path: Path, depth: int) -> dict[str, Value]:
        found: dict[str, Value] = {}
        lines: dict[str, int] = {}
        while type(event := self.next()) is not yaml.MappingEndEvent:
            key = self.key(event, depth)
            here = (*path, key)
            if key in found:
                self.repeated(key, event, lines[key])
            elif self.where is not None:
                self.where.keys[here] = _mark(event)
            value = self.node(self.next(), here, depth + 1)
            if key not in found:
                found[key], lines[key] = value, event.start_mark.line
        return found

    def key(self, event: Event, depth: int) -> str:
        if type(event) is not yaml.ScalarEvent:
            self.stop(
                "yaml-key",
                event,
                "a field's name must be a word",
                "put text that starts with `[`, `{` or `?` in quotes",
            )
        key: str = self.node(event, ("",), depth) or ""
        if key == "<<":
            self.stop("yaml-alias", event, "fields cannot be merged with `<<` here", "write them out")
        return key

    def repeated(self, key: str, event: Event, line: int) -> None:
        self.fault(
            "repeated-field",
            event,
            f"`{key}` is given twice",
            f"first given {_lines_up(event, line)}; keep one of them",
        )

    def fault(self, code: str, event: Event, message: str, hint: str) -> None:
        self.faults.append(Fault(code, message, hint, _mark(event)))

    def stop(self, code: str, event: Event, message: str, hint: str) -> None:
        self.fault(code, event, message, hint)
        raise StopReading


_HIDDEN = "this text spells out an invisible or control character"
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def _mark(event: Event) -> Mark:
    start, end = event.start_mark, event.end_mark
    width = end.column - start.column if end.line == start.line else 1
    return Mark(start.line, start.column, max(1, width))


def _lines_up(event: Event, line: int) -> str:
    distance = event.start_mark.line - line
    return "on the same line" if distance == 0 else f"{distance} line{'s' if distance > 1 else ''} above"
