"""Which format a file is in, by what it holds and not by its name; what is wrapped in something else is taken out."""

from typing import Any

from sitegen.badges.refusal import Refused
from sitegen.read import text, yaml_values
from sitegen.transfer import drafts, objects
from sitegen.transfer.drafts import Found
from sitegen.transfer.incoming import carriers, credentials_csv, fedora, json_text, skills_csv, table
from sitegen.transfer.objects import Asked

MOST_LAYERS = 6
"""Carriers within carriers, and collections within collections, that are opened."""


def file(name: str, data: bytes, asked: Asked) -> Found:
    """What a file called `name` holds for us. Whatever is wrong with it is a refusal, never an error."""
    try:
        return _opened(name, data, asked, MOST_LAYERS)
    except Refused as refusal:
        return drafts.refused(name, refusal.words)


def _opened(name: str, data: bytes, asked: Asked, layers: int) -> Found:
    start = data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1]
    if layers == 0:
        return drafts.refused(name, "it is wrapped too many times")
    if carriers.is_png(data) or carriers.is_svg(data):
        return drafts.together([_opened(name, one, asked, layers - 1) for one in carriers.inside(data)])
    if start in (b"{", b"["):
        return _value(name, json_text.parse(data), asked, layers)
    if start and carriers.is_signed_text(data):
        return _opened(name, carriers.said(data), asked, layers - 1)
    return _no_data(name, data, start) or _text(name, data, asked)


def _no_data(name: str, data: bytes, start: bytes) -> Found | None:
    """The refusal of a file that by its first signs cannot be what is wanted; None for all others."""
    if not start:
        return drafts.refused(name, "this file is empty")
    if start == b"<":
        return drafts.refused(
            name, "this is a web page, not data", "its address may ask for a login, or for `.json`"
        )
    if data[:4] == b"PK\x03\x04":
        return drafts.refused(
            name, "this is a packed file or a workbook", "unpack it, or save the sheet as “CSV UTF-8”"
        )
    if data.startswith((b"https://", b"http://")) and data.count(b"\n") < 2:
        return drafts.refused(
            name, "this is only the address of a badge", "get the file from there, and import it"
        )
    return None


def _text(name: str, data: bytes, asked: Asked) -> Found:
    is_yaml = name.endswith((".yaml", ".yml")) or data.startswith(b"%YAML")
    return _yaml(name, data) if is_yaml else _table(name, data, asked)


def _table(name: str, data: bytes, asked: Asked) -> Found:
    said = asked.mapping
    form = table.Form(said.header if said.header > 1 else 0, said.encoding or "", said.delimiter or "")
    found = table.read(data, form)
    if found.why:
        return drafts.refused(name, found.why, found.hint)
    if len(found.head) < 2 and not name.endswith((".csv", ".tsv")):
        return drafts.refused(name, "this is in none of the forms that can be imported")
    if skills_csv.is_one(found.head) and not said.columns:
        return skills_csv.read(found, name, asked.framework, asked.base)
    return credentials_csv.read(found, name, said, asked.known)


def _yaml(name: str, data: bytes) -> Found:
    content, problems = text.decode(data, name)
    value, faults = (None, []) if problems else yaml_values.values(content)
    if problems or faults:
        first = problems[0].message if problems else f"{faults[0].message} (line {faults[0].mark.line + 1})"
        return drafts.refused(name, f"this YAML cannot be read: {first}")
    if isinstance(value, dict) and fedora.is_one(value):
        return fedora.read(value, name)
    return drafts.refused(name, "this YAML is no badge of Fedora's, the only YAML that can be imported")


def _value(name: str, value: Any, asked: Asked, layers: int) -> Found:
    """What a value of JSON holds: an object that somebody knows, or a collection of them."""
    inner: list[Any] = value if isinstance(value, list) else []
    if isinstance(value, dict) and layers:
        found = objects.read(name, value, asked)
        if found is not None:
            return found
        inner = objects.inside(value)
    if isinstance(value, str) and layers:
        return _opened(name, value.encode(errors="replace"), asked, layers - 1)
    if not inner or not layers:
        return drafts.refused(name, objects.unknown(value) if layers else "it is wrapped too many times")
    return drafts.together([_value(name, one, asked, layers - 1) for one in inner])
