"""What is wrong with values that do not fit a record: every fault of a file, each in words an author understands.

A record's type says what fits (`msgspec.convert` decides that in microseconds and stops at the first fault). Only when it
says no are the values walked again here, beside the type, to find all faults and to word them.
"""

import difflib
import math
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import msgspec
from msgspec import inspect

from sitegen.model import fields
from sitegen.problem import Path
from sitegen.read.yaml_values import Value


class Misfit(msgspec.Struct, frozen=True):
    """A value, or a key, that does not fit."""

    code: str
    message: str
    hint: str
    path: Path
    on_key: bool = False


def find(value: Value, record: type[msgspec.Struct]) -> list[Misfit]:
    """Every misfit of `value` with the fields of `record`."""
    return list(_walk(value, inspect.type_info(record), ()))


def _walk(value: Value, info: inspect.Type, path: Path) -> Iterator[Misfit]:
    info = _plain(info)
    if isinstance(info, inspect.UnionType):
        if value is None:
            return
        info = _plain(next(t for t in info.types if not isinstance(t, inspect.NoneType)))
    match info:
        case inspect.StructType():
            yield from _struct(value, info, path)
        case inspect.VarTupleType():
            yield from _list(value, info, path)
        case inspect.DictType():
            yield from _dict(value, info, path)
        case _:
            yield from _scalar(value, info, path)


def _plain(info: inspect.Type) -> inspect.Type:
    return info.type if isinstance(info, inspect.Metadata) else info


def _struct(value: Value, info: inspect.StructType, path: Path) -> Iterator[Misfit]:
    if not isinstance(value, dict):
        names = ", ".join(f"`{f.encode_name}`" for f in info.fields[:4])
        yield Misfit(
            "needs-fields",
            f"{_name(path)} needs fields of its own, not {_shown(value)}",
            f"indent {names} … below it",
            path,
        )
        return
    known = {f.encode_name: f for f in info.fields}
    for key in value:
        if key not in known:
            yield _unknown(key, list(known), path)
    for name, field in known.items():
        if name in value and not (value[name] is None and not field.required):
            yield from _walk(value[name], field.type, (*path, name))
        elif field.required:
            yield Misfit(
                "missing-field",
                f"`{name}` is missing{_inside(path)}",
                _what(name, field.type),
                path,
                on_key=True,
            )


def _unknown(key: str, known: list[str], path: Path) -> Misfit:
    near = difflib.get_close_matches(key.lower().replace("-", "_"), known, 1, 0.7)
    hint = f"did you mean `{near[0]}`?" if near else f"fields that can stand here: {', '.join(known)}"
    return Misfit("unknown-field", f"`{key}` is not a field{_inside(path)}", hint, (*path, key), on_key=True)


def _what(name: str, info: inspect.Type) -> str:
    said = _description(info)
    return f"add `{name}:` — {said[0].lower()}{said[1:]}" if said else f"add `{name}:`"


def _description(info: inspect.Type) -> str:
    extra = info.extra_json_schema if isinstance(info, inspect.Metadata) else None
    return str((extra or {}).get("description", ""))


def _list(value: Value, info: inspect.VarTupleType, path: Path) -> Iterator[Misfit]:
    if not isinstance(value, list):
        shown = value if isinstance(value, str) and value.strip() else "…"
        yield Misfit(
            "needs-list",
            f"{_name(path)} must be a list",
            f"put each item on a line of its own after `- `, as in `- {_short(shown)}`",
            path,
        )
        return
    if info.min_length and len(value) < info.min_length:
        yield Misfit(
            "too-few",
            f"{_name(path)} needs at least {_count(info.min_length, 'item')}",
            "add one after `- `",
            path,
        )
    if info.max_length is not None and len(value) > info.max_length:
        yield Misfit(
            "too-many",
            f"{_name(path)} has {len(value)} items; at most {info.max_length} fit",
            "keep the most important ones",
            path,
        )
    for index, item in enumerate(value):
        yield from _walk(item, info.item_type, (*path, index))


def _dict(value: Value, info: inspect.DictType, path: Path) -> Iterator[Misfit]:
    if not isinstance(value, dict):
        yield Misfit(
            "needs-fields",
            f"{_name(path)} needs names with text behind them, not {_shown(value)}",
            "write each as `name: text`",
            path,
        )
        return
    for key, item in value.items():
        for misfit in _walk(key, info.key_type, (*path, key)):
            yield msgspec.structs.replace(misfit, on_key=True)
        yield from _walk(item, info.value_type, (*path, key))


def _scalar(value: Value, info: inspect.Type, path: Path) -> Iterator[Misfit]:
    if value is None:
        yield Misfit(
            "empty-field",
            f"{_name(path)} is empty",
            "write something after the colon, or delete the line",
            path,
        )
        return
    if not isinstance(value, str):
        yield Misfit(
            "needs-text",
            f"{_name(path)} must be text, not {_shown(value)}",
            "write it on one line after the colon; use quotes if it contains `: `",
            path,
        )
        return
    fault = _text_fault(value, info)
    if fault:
        code, message, hint = fault
        yield Misfit(code, f"{_name(path)} {message}", hint, path)


def _text_fault(value: str, info: inspect.Type) -> tuple[str, str, str] | None:
    match info:
        case inspect.StrType():
            return _string_fault(value, info)
        case inspect.LiteralType():
            return _word_fault(value, [str(v) for v in info.values])
        case inspect.IntType() | inspect.FloatType():
            return _number_fault(value, info)
        case inspect.BoolType():
            return (
                None
                if value.lower() in ("true", "false")
                else (
                    "needs-yes-or-no",
                    f"must be `true` or `false`, not {_shown(value)}",
                    "write `true` for yes and `false` for no",
                )
            )
        case inspect.DateType():
            return _date_fault(value)
    raise TypeError(f"no words for {info!r}")


def _string_fault(value: str, info: inspect.StrType) -> tuple[str, str, str] | None:
    if info.pattern and not re.search(info.pattern, value):
        return _PATTERNS.get(info.pattern, _OTHER_PATTERN)
    if info.min_length and len(value) < info.min_length:
        return (
            "too-short",
            f"has {_count(len(value), 'character')}; it needs at least {info.min_length}",
            "say a little more",
        )
    if info.max_length is not None and len(value) > info.max_length:
        return (
            "too-long",
            f"has {len(value):,} characters; at most {info.max_length:,} fit",
            f"shorten it by {len(value) - info.max_length:,}",
        )
    return None


def _word_fault(value: str, words: list[str]) -> tuple[str, str, str] | None:
    if value in words:
        return None
    near = difflib.get_close_matches(value.lower(), words, 1)
    hint = f"did you mean `{near[0]}`?" if near else f"choose one of: {', '.join(words)}"
    return "unknown-word", f"cannot be {_shown(value)}", hint


def _number_fault(value: str, info: inspect.IntType | inspect.FloatType) -> tuple[str, str, str] | None:
    whole = isinstance(info, inspect.IntType)
    try:
        number = int(value) if whole else float(value)
    except ValueError:
        return (
            "needs-number",
            f"must be a {'whole ' if whole else ''}number, not {_shown(value)}",
            "write only digits, as in `12`; put words such as “about” in a text field",
        )
    if (
        (info.ge is not None and number < info.ge)
        or (info.le is not None and number > info.le)
        or math.isnan(number)
    ):
        return (
            "number-out-of-range",
            f"is {_short(value)}; it must be between {info.ge} and {info.le}",
            "check the number",
        )
    return None


def _date_fault(value: str) -> tuple[str, str, str] | None:
    try:
        date.fromisoformat(value)
    except ValueError:
        return (
            "needs-date",
            f"must be a date like `2026-03-14`, not {_shown(value)}",
            "write year, month and day with hyphens between them",
        )
    return None


_PATTERNS = {
    fields.SLUG: (
        "wrong-slug",
        "must be a short name of lower-case letters, digits and hyphens",
        "as in `calm-routines`: no spaces, capitals, accents or underscores",
    ),
    fields.ONE_LINE: (
        "more-than-one-line",
        "must stand on one line",
        "join the lines; use `>` after the colon to fold long text",
    ),
    fields.HTTPS: (
        "wrong-address",
        "must be a web address that starts with `https://` and has no spaces",
        "copy it from the browser's address bar",
    ),
}
_OTHER_PATTERN = (
    "wrong-form",
    "is not written the way this field needs",
    "see the examples in the field reference",
)


def _name(path: Path) -> str:
    """`evidence` part 2, `task` for ("evidence", 1, "task")."""
    words: list[str] = []
    for step in path:
        if isinstance(step, int):
            words[-1] += f" item {step + 1}"
        else:
            words.append(f"`{step}`")
    return ", ".join(words) if words else "the file"


def _inside(path: Path) -> str:
    return f" of {_name(path)}" if path else ""


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("" if number == 1 else "s")


def _short(value: Any) -> str:
    text = str(value)
    return text if len(text) <= 40 else text[:37] + "…"


def _shown(value: Value) -> str:
    if value is None:
        return "empty"
    if isinstance(value, list):
        return "a list"
    return "fields" if isinstance(value, dict) else f"“{_short(value)}”"
