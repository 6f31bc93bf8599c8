"""The one form in which the fields of a record stand in a file: order, lines, quotes, folding."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from msgspec import Struct, inspect

from sitegen.problem import Path
from sitegen.transfer import scalars

STEP = 2
_WORD = re.compile(r"[\w.-]{1,20}")
_ITEM = re.compile(r"[\w.-]+")
MOST_IN_BRACES = 2
"""Fields of a part that may stand on one line, if they are numbers and short words: `{hours: 12, weeks: 5}`."""


class Line(Struct):
    """A line of a file, and the way to the field or item that begins on it (None: it goes on with the one before)."""

    text: str
    path: Path | None = None


class _At(Struct, frozen=True):
    """Where a value stands: the way to it, its indentation, and what its type says."""

    path: Path
    indent: int
    info: inspect.Type | None = None

    def below(self, step: str | int, info: inspect.Type | None) -> "_At":
        return _At((*self.path, step), self.indent + STEP, info)


def text(values: dict[str, Any], record: type[Struct] | None = None) -> str:
    """The fields as YAML; `values` are texts, lists and dicts of them, as a file gives them."""
    return "".join(line.text + "\n" for line in lines(values, record))


def lines(values: dict[str, Any], record: type[Struct] | None = None) -> list[Line]:
    """The lines of the fields, in the order of the record's own fields."""
    return list(_fields(values, _At((), -STEP, _info(record) if record else None)))


@cache
def _info(record: type[Struct]) -> inspect.Type:
    return inspect.type_info(record)


def _fields(values: dict[str, Any], at: _At) -> Iterator[Line]:
    types = _types(at.info)
    names = [*(name for name in types if name in values), *(name for name in values if name not in types)]
    rest = at.info.value_type if isinstance(at.info, inspect.DictType) else None
    for name in names:
        below = at.below(name, _bare(types.get(name, rest)))
        head = " " * below.indent + scalars.one_line(name) + ":"
        yield from _entry(head, values[name], below)


def _entry(head: str, value: Any, at: _At) -> Iterator[Line]:
    """The lines of a field or item whose first line begins with `head`."""
    if value is None:
        yield Line(head, at.path)
    elif isinstance(value, str):
        first, *others = _scalar(head, value, at)
        yield Line(first, at.path)
        yield from (Line(other) for other in others)
    elif flow := _flow(head, value):
        yield Line(flow, at.path)
    elif isinstance(value, list):
        yield Line(head, at.path)
        yield from _items(value, at)
    else:
        yield Line(head, at.path)
        yield from _fields(value, at)


def _items(values: list[Any], at: _At) -> Iterator[Line]:
    item_type = _bare(at.info.item_type) if isinstance(at.info, inspect.VarTupleType) else None
    dash = " " * (at.indent + STEP) + "-"
    for number, value in enumerate(values):
        below = at.below(number, item_type)
        if isinstance(value, dict) and value and not _flow("", value):
            inner = list(_fields(value, below))
            yield Line(f"{dash} {inner[0].text.lstrip(' ')}", below.path)
            yield from inner[1:]
        else:
            yield from _entry(dash, value, below)


def _scalar(head: str, value: str, at: _At) -> list[str]:
    """A text behind `head`: on its line if it fits there, else on lines of its own."""
    if _is_typed(at.info):
        return [f"{head} {value if _WORD.fullmatch(value) else scalars.one_line(value)}"]
    if (_is_markdown(at.info) or "\n" in value) and (lines := scalars.literal(value, at.indent + STEP)):
        return [f"{head} |", *lines]
    plain = scalars.is_plain(value)
    line = f"{head} {scalars.one_line(value)}"
    prefers_quotes = plain or not _is_long_text(at.info)
    if prefers_quotes and len(line) <= scalars.WIDTH:
        return [line]
    folded = scalars.folded(value, at.indent + STEP)
    if folded is None or (prefers_quotes and len(folded) == 1):
        return [line]
    return [f"{head} >", *folded]


def _flow(head: str, value: Any) -> str:
    """A short list or part on the line of its name; empty if it needs lines of its own."""
    if isinstance(value, list):
        inner = [
            scalars.one_line(v, in_flow=True) for v in value if isinstance(v, str) and _ITEM.fullmatch(v)
        ]
        line = f"{head} [{', '.join(inner)}]"
    else:
        inner = [
            f"{k}: {v if _is_number(v) else scalars.one_line(v, in_flow=True)}"
            for k, v in value.items()
            if isinstance(v, str) and _WORD.fullmatch(v) and scalars.is_plain(k, in_flow=True)
        ]
        line = f"{head} {{{', '.join(inner)}}}"
        if len(value) > MOST_IN_BRACES:
            return ""
    return line if len(inner) == len(value) and len(line) <= scalars.WIDTH else ""


def _is_number(word: str) -> bool:
    return word.isascii() and word.isdigit()


def _types(info: inspect.Type | None) -> dict[str, inspect.Type]:
    return {f.encode_name: f.type for f in info.fields} if isinstance(info, inspect.StructType) else {}


def _bare(info: inspect.Type | None) -> inspect.Type | None:
    """The type itself: without `or nothing`, and without notes, but for that on Markdown."""
    if isinstance(info, inspect.Metadata) and not (info.extra or {}).get("markdown"):
        return _bare(info.type)
    if isinstance(info, inspect.UnionType):
        return _bare(next(one for one in info.types if not isinstance(one, inspect.NoneType)))
    return info


def _is_markdown(info: inspect.Type | None) -> bool:
    return isinstance(info, inspect.Metadata)


def _is_typed(info: inspect.Type | None) -> bool:
    """Whether it is a number, a date, or yes or no, which never stand in quotes."""
    return isinstance(info, inspect.IntType | inspect.FloatType | inspect.BoolType | inspect.DateType)


def _is_long_text(info: inspect.Type | None) -> bool:
    """Whether it may run over several lines; such a text is folded rather than put in quotes."""
    return isinstance(info, inspect.StrType) and info.pattern is None
