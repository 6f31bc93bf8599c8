"""What is wrong with one text that should be a word, a number, a date or an address, in words an author understands."""

import difflib
import math
import re
from datetime import date
from typing import Any

import msgspec
from msgspec import inspect

from sitegen.model import fields
from sitegen.read.yaml_builder import Value

Words = tuple[str, str, str]
"""A code, a message that goes on after the field's name, and a hint."""


def find(value: str, info: inspect.Type) -> Words | None:
    """What keeps `value` from being what `info` describes; None if nothing does."""
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
                    f"must be `true` or `false`, not {shown(value)}",
                    "write `true` for yes and `false` for no",
                )
            )
        case inspect.DateType():
            return _date_fault(value)
    raise TypeError(f"no words for {info!r}")


def _string_fault(value: str, info: inspect.StrType) -> Words | None:
    if info.pattern and not re.search(info.pattern, value):
        return PATTERNS.get(info.pattern, _OTHER_PATTERN)
    if info.min_length and len(value) < info.min_length:
        return (
            "too-short",
            f"has {counted(len(value), 'character')}; it needs at least {info.min_length}",
            "say a little more",
        )
    if info.max_length is not None and len(value) > info.max_length:
        return (
            "too-long",
            f"has {len(value):,} characters; at most {info.max_length:,} fit",
            f"shorten it by {len(value) - info.max_length:,}",
        )
    return None


def _word_fault(value: str, words: list[str]) -> Words | None:
    if value in words:
        return None
    near = difflib.get_close_matches(value.lower(), words, 1)
    hint = f"did you mean `{near[0]}`?" if near else f"choose one of: {', '.join(words)}"
    return "unknown-word", f"cannot be {shown(value)}", hint


def _number_fault(value: str, info: inspect.IntType | inspect.FloatType) -> Words | None:
    whole = isinstance(info, inspect.IntType)
    try:
        number: float = msgspec.convert(value, int if whole else float, strict=False)
    except msgspec.ValidationError:
        return (
            "needs-number",
            f"must be a {'whole ' if whole else ''}number, not {shown(value)}",
            "write only digits, as in `12`; put words such as “about” in a text field",
        )
    if (
        (info.ge is not None and number < info.ge)
        or (info.le is not None and number > info.le)
        or math.isnan(number)
    ):
        return (
            "number-out-of-range",
            f"is {short(value)}; it must be between {info.ge} and {info.le}",
            "write a number in that range",
        )
    return None


def _date_fault(value: str) -> Words | None:
    try:
        msgspec.convert(value, date, strict=False)
    except msgspec.ValidationError:
        return (
            "needs-date",
            f"must be a date like `2026-03-14`, not {shown(value)}",
            "write year, month and day with hyphens between them",
        )
    return None


PATTERNS = {
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
    fields.VERSION: ("wrong-form", "must be two numbers with a dot between them", "as in `1.3`"),
    fields.LANGUAGE: ("wrong-form", "must be the code of a language", "as in `en`, `es` or `pt-BR`"),
    fields.CURRENCY: ("wrong-form", "must be three capital letters", "as in `USD`"),
    fields.SITE_ADDRESS: (
        "wrong-form",
        "must be the address of a site: `https://`, its host, and no slash at the end",
        "as in `https://credentials.example.org`",
    ),
    fields.FOLDERS: ("wrong-form", "must be a folder, with a slash at the end", "as in `catalogs/teachers/`"),
    fields.FOLDER: ("wrong-form", "must be the name of one folder at the top of the project", "as in `docs`"),
    fields.AWARD: (
        "wrong-form",
        "must be the id of an award: 32 signs, `0` to `9` and `a` to `f`",
        "copy the last part of the address of the badge's page",
    ),
    fields.HANDLE: (
        "wrong-form",
        "must be the name of a person or a team on GitHub, and no e-mail address",
        "as in `maria-ortiz`, or `example/reviewers` for a team; without an `@`",
    ),
    fields.MAILBOX: ("wrong-form", "must be an e-mail address", "as in `credentials@college.example.org`"),
    fields.DIGITS: ("wrong-form", "must be a number, written with digits only", "as in `1234567`"),
}
_OTHER_PATTERN = (
    "wrong-form",
    "is not written the way this field needs",
    "see the examples in the field reference",
)


def counted(number: int, noun: str) -> str:
    """A number with its noun."""
    return f"{number} {noun}" + ("" if number == 1 else "s")


def short(value: Any) -> str:
    """The beginning of a text, to quote it."""
    text = str(value)
    return text if len(text) <= 40 else text[:37] + "…"


def shown(value: Value) -> str:
    """A value as a message names it."""
    if value is None:
        return "empty"
    if isinstance(value, list):
        return "a list"
    return "fields" if isinstance(value, dict) else f"“{short(value)}”"
