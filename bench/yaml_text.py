"""How values look as YAML that a person would write: plain text where it is safe, quotes where it is not."""

import json
import re
from datetime import date
from typing import Any

_PLAIN = re.compile(r"[A-Za-z0-9][^\n]*")
_NUMBER = re.compile(r"[\d.:TZ_-]+")
_UNSAFE = re.compile(r": |:$| #|^(?:true|false|null|yes|no|on|off|y|n)$|\s$", re.IGNORECASE)
_IN_FLOW = re.compile(r"[\w /.-]+")
FOLD_AT = 116


def fields(values: dict[str, Any]) -> str:
    """The lines of a mapping, each field on its own."""
    return "".join(_field(name, value, "") for name, value in values.items())


def _field(name: str, value: Any, indent: str) -> str:
    key = f"{indent}{scalar(name)}:"
    if isinstance(value, dict):
        return f"{key}\n{''.join(_field(k, v, indent + '  ') for k, v in value.items())}"
    if isinstance(value, list):
        if _is_short(value):
            return f"{key} [{', '.join(map(scalar, value))}]\n"
        return f"{key}\n{''.join(_item(item, indent + '  ') for item in value)}"
    if isinstance(value, str) and "\n" in value:
        return f"{key} |\n{_block(value, indent + '  ')}"
    if isinstance(value, str) and len(value) + len(key) > FOLD_AT:
        return f"{key} >-\n{_folded(value, indent + '  ')}"
    return f"{key} {scalar(value)}\n"


def _item(item: Any, indent: str) -> str:
    if not isinstance(item, dict):
        return f"{indent}- {scalar(item)}\n"
    lines = "".join(_field(name, value, indent + "  ") for name, value in item.items())
    return f"{indent}- {lines[len(indent) + 2 :]}"


def _block(text: str, indent: str) -> str:
    return "".join(f"{indent}{line}\n" if line else "\n" for line in text.split("\n"))


def _folded(text: str, indent: str) -> str:
    lines = [indent]
    for word in text.split(" "):
        if len(lines[-1]) + len(word) >= FOLD_AT and lines[-1].strip():
            lines.append(indent)
        lines[-1] += word if lines[-1] == indent else f" {word}"
    return "\n".join(lines) + "\n"


def _is_short(items: list[Any]) -> bool:
    return (
        all(isinstance(item, str) and _IN_FLOW.fullmatch(item) for item in items)
        and sum(map(len, items)) < 70
    )


def scalar(value: Any) -> str:
    """A value on one line."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, date)):
        return str(value)
    text = str(value)
    if _PLAIN.fullmatch(text) and not _NUMBER.fullmatch(text) and not _UNSAFE.search(text):
        return text
    return json.dumps(text, ensure_ascii=False)
