"""What is made from the model is up to date in the repository, and says what the model says."""

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest
from msgspec import inspect

from sitegen import generated, schema
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


def test_all_files_that_are_made_from_others_are_up_to_date() -> None:
    made = generated.files(ROOT)
    assert {path: (ROOT / path).read_text(encoding="utf-8") for path in made} == made
    assert ".github/CODEOWNERS" in made


def test_each_kind_of_file_has_its_schema_in_the_editor() -> None:
    made = json.loads(generated.editor("{}"))["yaml.schemas"]
    assert sorted(made) == sorted(f"./{schema.path(kind)}" for kind in schema.RECORDS)


def test_settings_of_the_editor_that_are_somebodys_own_stay() -> None:
    theirs = {"editor.rulers": [100], "yaml.schemas": {"./mine.json": ["mine.yaml"]}}
    made = json.loads(generated.editor(json.dumps(theirs)))
    assert made["editor.rulers"] == [100]
    assert made["yaml.schemas"]["./mine.json"] == ["mine.yaml"]
    assert generated.editor(json.dumps(made, indent=2)) == json.dumps(made, indent=2) + "\n"


@pytest.mark.parametrize("text", ["// mine\n{}", "[]", '{"yaml.schemas": []}'])
def test_settings_that_cannot_be_merged_are_left_alone(text: str) -> None:
    assert generated.editor(text) == ""


NEWER = {"prefixItems", "dependentRequired", "dependentSchemas", "unevaluatedProperties", "unevaluatedItems", "$dynamicRef",
         "minContains", "maxContains", "$anchor", "$recursiveRef"}  # fmt: skip


@pytest.mark.parametrize("path", FILES)
def test_a_schema_means_the_same_to_editors_that_know_draft_07_only(path: str) -> None:
    def words(part: Any) -> set[str]:
        if isinstance(part, list):
            return set().union(*map(words, part))
        return set(part) | set().union(*map(words, part.values())) if isinstance(part, dict) else set()

    made = json.loads(FILES[path])
    assert not words(made) & NEWER
    beside_a_reference = [
        part for part in _parts(made) if "$ref" in part and set(part) - {"$ref", "title", "description"}
    ]
    assert [
        part
        for part in beside_a_reference
        if set(part) & {"enum", "pattern", "minLength", "maxLength", "items"}
    ] == []


def _parts(value: Any) -> list[dict[str, Any]]:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else []
    return ([value] if isinstance(value, dict) else []) + [part for item in inner for part in _parts(item)]
