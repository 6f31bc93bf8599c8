"""The records' own types as JSON Schema (draft 2020-12), for editors and other programs."""

import json
import re
from typing import Any

import msgspec

from sitegen.model.credential import Credential
from sitegen.model.focus_area import FocusArea
from sitegen.model.form_export import FormExport
from sitegen.model.glossary import Glossary
from sitegen.model.issuer import Issuer
from sitegen.model.page import Page
from sitegen.model.pathway import Pathway
from sitegen.model.person import Person
from sitegen.model.shortlist import Shortlist
from sitegen.model.site import Site
from sitegen.reports import machine

DIALECT = "https://json-schema.org/draft/2020-12/schema"
RECORDS: dict[str, type[msgspec.Struct]] = {
    "credential": Credential,
    "issuer": Issuer,
    "focus-area": FocusArea,
    "pathway": Pathway,
    "page": Page,
    "person": Person,
    "list": Shortlist,
    "form-export": FormExport,
    "glossary": Glossary,
    "site": Site,
}
"""What authors write, by the name of its schema."""

_REF = "#/$defs/"


def schemas(base_url: str) -> dict[str, str]:
    """The text of every schema, by path below the site's folder. Their ids lie on the site at `base_url`."""
    made = {name: _schema(record) for name, record in RECORDS.items()}
    files = {name: _for_authors(schema) for name, schema in made.items()}
    files["problems"] = _schema(machine.Document)
    return {path(name): _text(schema, f"{base_url}/{path(name)}") for name, schema in files.items()}


def path(name: str) -> str:
    """The file of a schema, from the top of the site."""
    return f"schema/{name}.schema.json"


def reference() -> str:
    """The field reference, a page of documentation in Markdown."""
    from sitegen import field_reference

    return field_reference.render(RECORDS)


def components(records: list[type[msgspec.Struct]]) -> dict[str, Any]:
    """The schemas of records and of all that they are made of, by the name of the type."""
    _, found = msgspec.json.schema_components(records, ref_template=_REF + "{name}")
    return found


def _schema(record: type[msgspec.Struct]) -> dict[str, Any]:
    parts = components([record])
    top = parts.pop(record.__name__)
    schema = _titled(top)
    if parts:
        schema["$defs"] = {name: _titled(parts[name]) for name in sorted(parts)}
    return schema


def _titled(part: dict[str, Any]) -> dict[str, Any]:
    """A part whose properties have titles, as in `Focus areas`."""
    fields = {
        name: {"title": name.replace("_", " ").capitalize(), **field}
        for name, field in part.get("properties", {}).items()
    }
    return {**part, "title": words(part["title"]), "properties": fields} if fields else part


def words(name: str) -> str:
    """The name of a type in words: `Key method` for `KeyMethod`."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).capitalize()


def _for_authors(schema: Any) -> Any:
    """The schema as it must be for files in which a number may stand where text is wanted: `version: 1.5`."""
    if isinstance(schema, list):
        return [_for_authors(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    made = {
        key: value if key in ("default", "enum") else _for_authors(value) for key, value in schema.items()
    }
    if made.get("type") == "string" and _may_look_like_a_number(made):
        made["type"] = ["string", "number"]
    return made


def _may_look_like_a_number(text: dict[str, Any]) -> bool:
    pattern = text.get("pattern", "")
    fits = any(re.search(pattern, sample) for sample in ("1.0", "12"))
    return fits and "format" not in text and text.get("minLength", 0) < 2


def _text(schema: dict[str, Any], address: str) -> str:
    top = {"$schema": DIALECT, "$id": address}
    return json.dumps(top | schema, indent=2, ensure_ascii=False) + "\n"
