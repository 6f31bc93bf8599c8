"""What is made from the model is up to date in the repository, and says what the model says."""

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest
from msgspec import inspect

from sitegen import schema
from sitegen.model.site import Site
from sitegen.read import records, text_faults

ROOT = Path(__file__).parent.parent
FILES = schema.schemas("https://example.org")


def address() -> str:
    site, _ = records.site((ROOT / "content" / "site.yaml").read_bytes(), "content/site.yaml")
    assert isinstance(site, Site)
    return site.base_url


def test_the_schemas_in_the_repository_are_up_to_date() -> None:
    made = schema.schemas(address())
    assert {path: (ROOT / path).read_text(encoding="utf-8") for path in made} == made


def test_the_field_reference_is_up_to_date() -> None:
    assert (ROOT / "docs" / "reference" / "fields.md").read_text(encoding="utf-8") == schema.reference()


@pytest.mark.parametrize("path", FILES)
def test_a_schema_says_what_it_is(path: str) -> None:
    made = json.loads(FILES[path])
    assert made["$schema"] == schema.DIALECT
    assert made["$id"] == f"https://example.org/{path}"
    assert made["title"]
    assert made["description"]


@pytest.mark.parametrize("path", [path for path in FILES if "problems" not in path])
def test_every_field_has_a_title_and_a_description(path: str) -> None:
    made = json.loads(FILES[path])
    for part in (made, *made.get("$defs", {}).values()):
        assert part["additionalProperties"] is False
        assert part["description"]
        for name, field in part["properties"].items():
            assert field["title"], name
            assert field["description"], name


def test_numbers_are_accepted_where_sitegen_reads_them_as_text() -> None:
    made = json.loads(FILES["schema/credential.schema.json"])
    assert made["properties"]["version"]["type"] == ["string", "number"]
    assert made["properties"]["title"]["type"] == "string"


def test_every_pattern_of_the_model_has_words_for_authors() -> None:
    patterns = {
        info.pattern
        for record in schema.RECORDS.values()
        for info in _texts(inspect.type_info(record), set())
    }
    assert patterns - {None} <= set(text_faults.PATTERNS)


def _texts(info: Any, seen: set[Any]) -> list[inspect.StrType]:
    """Every text in a type, however deep."""
    match info:
        case inspect.StrType():
            return [info]
        case inspect.Metadata():
            return _texts(info.type, seen)
        case inspect.UnionType():
            inner = info.types
        case inspect.VarTupleType():
            inner = (info.item_type,)
        case inspect.DictType():
            inner = (info.key_type, info.value_type)
        case inspect.StructType() if info.cls not in seen:
            seen.add(info.cls)
            inner = tuple(field.type for field in info.fields)
        case _:
            inner = ()
    return [text for part in inner for text in _texts(part, seen)]


def test_records_are_what_the_schemas_are_made_of() -> None:
    assert all(issubclass(record, msgspec.Struct) for record in schema.RECORDS.values())
