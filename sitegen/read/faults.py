"""What is wrong with values that do not fit a record: every fault of a file, each in words an author understands.

A record's type says what fits (`msgspec.convert` decides that in microseconds and stops at the first fault). Only when it
says no are the values walked again here, beside the type, to find all faults and to word them.
"""

import difflib
from collections.abc import Iterator
from functools import cache

import msgspec
from msgspec import inspect

from sitegen.problem import Path
from sitegen.read import text_faults
from sitegen.read.yaml_builder import Value


class Misfit(msgspec.Struct, frozen=True):
    """A value, or a key, that does not fit."""

    code: str
    message: str
    hint: str
    path: Path
    on_key: bool = False


def find(value: Value, record: type[msgspec.Struct]) -> list[Misfit]:
    """Every misfit of `value` with the fields of `record`."""
    return list(_walk(value, _info(record), ()))


@cache
def _info(record: type[msgspec.Struct]) -> inspect.Type:
    """What a record's type says; working it out takes longer than finding all misfits of a file."""
    return inspect.type_info(record)


def _walk(value: Value, info: inspect.Type, path: Path) -> Iterator[Misfit]:
    info = _plain(info)
    if isinstance(info, inspect.UnionType):
        if value is None:
            return
        info = _plain(next(t for t in info.types if not isinstance(t, inspect.NoneType)))
    if value is None and path:
        yield _empty(path)
        return
    match info:
        case inspect.StructType():
            yield from _struct(value, info, path)
        case inspect.VarTupleType():
            yield from _list(value, info, path)
        case inspect.DictType():
            yield from _dict(value, info, path)
        case _:
            yield from _scalar(value, info, path)


def _empty(path: Path) -> Misfit:
    return Misfit(
        "empty-field",
        f"{_name(path)} is empty",
        "write something after the colon, or delete the line",
        path,
        on_key=True,
    )


def _plain(info: inspect.Type) -> inspect.Type:
    return info.type if isinstance(info, inspect.Metadata) else info


def _struct(value: Value, info: inspect.StructType, path: Path) -> Iterator[Misfit]:
    if not isinstance(value, dict):
        names = ", ".join(f"`{f.encode_name}`" for f in info.fields[:4])
        yield Misfit(
            "needs-fields",
            f"{_name(path)} needs fields of its own, not {text_faults.shown(value)}",
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
                f"`{name}` is missing{_inside(path, 'in')}",
                _what(name, field.type),
                path,
                on_key=True,
            )


def _unknown(key: str, known: list[str], path: Path) -> Misfit:
    plain = " ".join(key.split())
    if plain != key and "\xa0" in key:
        hint = f"the spaces before `{plain}` came from a web page or word processor; delete them, and type ordinary ones"
        return Misfit(
            "unknown-field", f"`{key}` is not a field{_inside(path)}", hint, (*path, key), on_key=True
        )
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
            f"put each item on a line of its own after `- `, as in `- {text_faults.short(shown)}`",
            path,
        )
        return
    if info.min_length and len(value) < info.min_length:
        yield Misfit(
            "too-few",
            f"{_name(path)} needs at least {text_faults.counted(info.min_length, 'item')}",
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
            f"{_name(path)} needs names with text behind them, not {text_faults.shown(value)}",
            "write each as `name: text`",
            path,
        )
        return
    for key, item in value.items():
        for misfit in _walk(key, info.key_type, (*path, key)):
            yield msgspec.structs.replace(misfit, on_key=True)
        yield from _walk(item, info.value_type, (*path, key))


def _scalar(value: Value, info: inspect.Type, path: Path) -> Iterator[Misfit]:
    if not isinstance(value, str):
        yield Misfit(
            "needs-text",
            f"{_name(path)} must be text, not {text_faults.shown(value)}",
            "write it on one line after the colon; use quotes if it contains `: `",
            path,
        )
        return
    fault = text_faults.find(value, info)
    if fault:
        code, message, hint = fault
        yield Misfit(code, f"{_name(path)} {message}", hint, path)


def _name(path: Path) -> str:
    """`evidence` part 2, `task` for ("evidence", 1, "task")."""
    words: list[str] = []
    for step in path:
        if isinstance(step, int):
            words[-1] += f" item {step + 1}"
        else:
            words.append(f"`{step}`")
    return ", ".join(words) if words else "the file"


def _inside(path: Path, word: str = "of") -> str:
    return f" {word} {_name(path)}" if path else ""
