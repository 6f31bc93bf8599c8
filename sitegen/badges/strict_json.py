"""The one reader of JSON that somebody may have signed: whatever could be read in two ways is refused (RFC 7493)."""

import json
import re
from collections.abc import Iterable
from typing import Any, NoReturn

import msgspec

from sitegen.badges import misfit
from sitegen.badges.refusal import Refused

MOST_BYTES = 1_000_000
DEEPEST = 32
LARGEST_NUMBER = 2**53 - 1
"""Larger whole numbers are not the same in every language."""

_TEXT = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"?', re.DOTALL)
"""A text in quotes. One that never ends is matched too, so that there is nothing to search twice."""
_NO_BRACKETS = bytes(set(range(256)) - set(b"[]{}"))
_HALF_SIGN = re.compile(rb"\\u[dD][89a-fA-F]")


def parse(data: bytes, most_bytes: int = MOST_BYTES) -> Any:
    """The dict, list, str, int, bool or None that the bytes stand for.

    Refused: what is not JSON in UTF-8, a byte order mark, repeated members, numbers that are not whole or too large,
    halves of surrogate pairs, and what is larger or deeper than any badge.
    """
    if len(data) > most_bytes:
        raise Refused("too-large", f"it is larger than {most_bytes:,} bytes")
    value = _rewritten(data)
    return _read(data) if value is None else value


def _rewritten(data: bytes) -> Any:
    """A quick way for what our own writer would write in just these bytes, so that no two readings can differ.

    None if it would not; that says nothing about the bytes, only that a closer look is needed.
    """
    try:
        value = msgspec.json.decode(data)
        if _is_plain(value, DEEPEST) and msgspec.json.encode(value) == data.removesuffix(b"\n"):
            return value
    except (msgspec.MsgspecError, ValueError, RecursionError):
        pass
    return None


def _is_plain(value: Any, levels: int) -> bool:
    """Whether there are only texts, whole numbers, true, false and null in it, and not too deep."""
    if type(value) is dict:
        inner: Iterable[Any] = value.values()
    elif type(value) is list:
        inner = value
    elif type(value) is int:
        return abs(value) <= LARGEST_NUMBER
    else:
        return type(value) is not float
    if levels == 0:
        return False
    return all(type(item) is str or _is_plain(item, levels - 1) for item in inner)


def _read(data: bytes) -> Any:
    if data.startswith(b"\xef\xbb\xbf"):
        raise Refused("byte-order-mark", "it begins with a byte order mark, which JSON may not have")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        raise Refused("not-utf-8", "it is not written in UTF-8") from None
    _require_shallow(data)
    try:
        value = _DECODER.decode(text)
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise Refused("not-json", f"it is not JSON ({error.msg.lower()}: {where})") from None
    if _HALF_SIGN.search(data):
        _require_whole_signs(value)
    return value


def _require_shallow(data: bytes) -> None:
    """Refuse deep nesting before anything recurses into it."""
    depth = 0
    for bracket in _TEXT.sub(b"", data).translate(None, _NO_BRACKETS):
        depth += 1 if bracket in b"[{" else -1
        if depth > DEEPEST:
            raise Refused("too-deep", f"its parts are nested more than {DEEPEST} deep")


def _require_whole_signs(value: Any) -> None:
    try:
        json.dumps(value, ensure_ascii=False).encode("utf-8")
    except UnicodeEncodeError:
        raise Refused("half-sign", "it contains half of a sign that is written in two halves") from None


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) != len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise Refused("repeated-member", f"it has a member twice: {misfit.shown(twice)}")
    return made


def _whole_number(written: str) -> int:
    if len(written) <= 17 and abs(number := int(written)) <= LARGEST_NUMBER:
        return number
    raise Refused("number-too-large", "it contains a number that is too large")


def _no_fraction(_: str) -> NoReturn:
    raise Refused("number-not-whole", "it contains a number that is not whole")


_DECODER = json.JSONDecoder(
    object_pairs_hook=_object, parse_float=_no_fraction, parse_int=_whole_number, parse_constant=_no_fraction
)
