"""The reference of all fields, made from the records' own types so that it cannot disagree with them."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import msgspec

from sitegen import schema
from sitegen.model import fields

HEAD = """\
---
title: Fields
summary: Every field of every file in a catalog - what it holds, how long it may be, and whether it can be left out.
order: 10
---

This page is made from the very definitions that `sitegen check` uses. A field in **bold** is needed; all others can be
left out. Text stands after the field's name and a colon; a list has one item a line, each after `- `.

Files live in folders by kind, and a file's name is its address: `content/issuers/harbor-college.md` becomes
`/issuers/harbor-college/`. A `.md` file has its fields between two lines of three dashes and its text below them. A `.yaml`
file has the text in `body`.
"""

WORDS = {
    fields.SLUG: "short name, as in `calm-routines`",
    fields.HTTPS: "web address with `https://`",
    fields.VERSION: "two numbers, as in `1.3`",
    fields.CURRENCY: "three capital letters, as in `USD`",
    fields.LANGUAGE: "code of a language, as in `en` or `pt-BR`",
    fields.SITE_ADDRESS: "address of a site, as in `https://credentials.example.org`",
    fields.FOLDERS: "folder with a slash at the end",
    fields.FOLDER: "name of a folder",
    fields.DIGITS: "digits",
    fields.MAILBOX: "e-mail address",
    fields.HANDLE: "name on GitHub, as in `maria-ortiz`, or of a team, as in `example/reviewers`",
    fields.AWARD: "id of an award: 32 signs, `0` to `9` and `a` to `f`",
    fields.MULTIKEY: "public key, as in `z6Mk…`",
}
"""How to say what a pattern asks for."""


def render(records: Mapping[str, type[msgspec.Struct]]) -> str:
    """The page, in Markdown; `records` are the kinds of files by name."""
    parts = schema.components(list(records.values()))
    tops = [record.__name__ for record in records.values()]
    order = [*tops, *(name for name in _reachable(tops, parts) if name not in tops)]
    return HEAD + "\n" + "\n".join("\n".join(_section(parts[name])) for name in order)


def _reachable(names: list[str], parts: dict[str, Any]) -> list[str]:
    """The parts that records are made of, in the order in which one meets them."""
    found = list(names)
    for name in found:
        found += [other for other in _referred(parts[name]) if other not in found]
    return found


def _referred(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if "$ref" in value:
            yield value["$ref"].rsplit("/", 1)[1]
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from _referred(item)


def _section(part: dict[str, Any]) -> Iterator[str]:
    yield f"## {schema.words(part['title'])}\n"
    yield f"{part['description']}\n"
    yield "| field | what it holds | how it is written |"
    yield "| --- | --- | --- |"
    needed = part.get("required", ())
    for name, field in part["properties"].items():
        shown = f"**`{name}`**" if name in needed else f"`{name}`"
        yield f"| {shown} | {field.get('description', '')} | {_form(field)}{_usual(field)} |"
    yield ""
    for name, field in part["properties"].items():
        if isinstance(field.get("default"), dict) and field["default"]:
            yield from _vocabulary(name, field["default"])


def _vocabulary(name: str, words: dict[str, str]) -> Iterator[str]:
    yield f"If `{name}` is left out, these words can be used:\n"
    for word, meaning in words.items():
        yield f"- `{word}`: {meaning}"
    yield ""


def _form(field: dict[str, Any]) -> str:
    """What can stand in a field, in words."""
    if "anyOf" in field:
        return _form(next(choice for choice in field["anyOf"] if choice.get("type") != "null"))
    if "$ref" in field:
        name = schema.words(field["$ref"].rsplit("/", 1)[1])
        return f"the fields of [{name}](#{name.lower().replace(' ', '-')})"
    if "enum" in field:
        return "one of " + ", ".join(f"`{word}`" for word in field["enum"])
    return _FORMS[field["type"]](field)


def _list_form(field: dict[str, Any]) -> str:
    return f"list{_range(field, 'Items', '')}; each: {_form(field['items'])}"


def _number_form(field: dict[str, Any]) -> str:
    whole = "whole " if field["type"] == "integer" else ""
    return f"{whole}number, {field['minimum']:,} to {field['maximum']:,}"


def _text_form(field: dict[str, Any]) -> str:
    if field.get("format") == "date":
        return "date, as in `2026-03-14`"
    pattern = field.get("pattern", "")
    if pattern in WORDS:
        return WORDS[pattern]
    most = field.get("maxLength", 0)
    if most >= 100_000:
        return "Markdown"
    kind = "text on one line" if pattern == fields.ONE_LINE else "text"
    return kind + _range(field, "Length", " characters")


def _range(field: dict[str, Any], what: str, unit: str) -> str:
    least, most = field.get(f"min{what}", 0), field.get(f"max{what}")
    if most is None:
        return ""
    return f", {least:,} to {most:,}{unit}" if least > 1 else f", up to {most:,}{unit}"


def _usual(field: dict[str, Any]) -> str:
    usual = field.get("default")
    if (not usual and not isinstance(usual, bool | int)) or isinstance(usual, dict):
        return ""
    if isinstance(usual, list | tuple):
        return "; left out: " + ", ".join(f"`{word}`" for word in usual)
    return f"; left out: `{str(usual).lower() if isinstance(usual, bool) else usual}`"


_FORMS: dict[str, Callable[[dict[str, Any]], str]] = {
    "string": _text_form,
    "array": _list_form,
    "integer": _number_form,
    "number": _number_form,
    "boolean": lambda _: "`true` or `false`",
    "object": lambda field: f"names, each with its text: {_form(field['additionalProperties'])}",
}
