"""Records: what holds for every one of them, whatever fields it has."""

from collections.abc import Iterator

import msgspec
import pytest
from msgspec import inspect

from sitegen.model.credential import LEVELS, Credential
from sitegen.model.focus_area import FocusArea
from sitegen.model.issuer import Issuer
from sitegen.model.page import Page
from sitegen.model.pathway import Pathway
from sitegen.model.site import Site

RECORDS = (Credential, FocusArea, Issuer, Page, Pathway, Site)


def _structs(info: inspect.Type) -> Iterator[inspect.StructType]:
    """A record and all that it is made of."""
    match info:
        case inspect.Metadata():
            yield from _structs(info.type)
        case inspect.StructType():
            yield info
            for field in info.fields:
                yield from _structs(field.type)
        case inspect.VarTupleType():
            yield from _structs(info.item_type)
        case inspect.UnionType():
            for part in info.types:
                yield from _structs(part)


PARTS = sorted({part.cls for record in RECORDS for part in _structs(inspect.type_info(record))}, key=str)


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.__name__)
def test_no_record_can_be_changed(part: type[msgspec.Struct]) -> None:
    assert part.__struct_config__.frozen


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.__name__)
def test_every_record_refuses_fields_it_does_not_know(part: type[msgspec.Struct]) -> None:
    assert part.__struct_config__.forbid_unknown_fields


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.__name__)
def test_every_field_says_what_it_is_for(part: type[msgspec.Struct]) -> None:
    info = inspect.type_info(part)
    assert isinstance(info, inspect.StructType)
    silent = [
        field.name
        for field in info.fields
        if not (
            isinstance(field.type, inspect.Metadata)
            and (field.type.extra_json_schema or {}).get("description")
        )
    ]
    assert silent == []


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.__name__)
def test_every_default_fits_its_own_field(part: type[msgspec.Struct]) -> None:
    wrong = []
    for field in msgspec.structs.fields(part):
        default = (
            field.default_factory()
            if field.default is msgspec.NODEFAULT and not field.required
            else field.default
        )
        if not field.required:
            try:
                msgspec.convert(msgspec.to_builtins(default), field.type, strict=False)
            except msgspec.ValidationError:
                wrong.append(field.name)
    assert wrong == []


def test_rubric_levels_have_the_best_first() -> None:
    assert LEVELS == ("Meets the standard", "Almost there", "Not yet")


def test_two_sites_do_not_share_their_words() -> None:
    one, other = (Site(name="S", tagline="T", base_url="https://a.example.org") for _ in range(2))
    assert one.audiences is not other.audiences


@pytest.mark.parametrize(
    "address",
    [
        "http://a.example.org",
        "https://a.example.org/",
        "https://a.example.org//b",
        "https://a.example.org/../b",
        "https://a.example.org/b/.",
        "https://user@a.example.org",
        "https://a.example.org?x",
        "https://a.example.org#x",
        "https://A.example.org\n",
        "https://",
    ],
)
def test_a_site_address_that_would_break_links_is_refused(address: str) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({"name": "S", "tagline": "T", "base_url": address}, Site, strict=False)


@pytest.mark.parametrize("name", ["..", "../x", "/etc", "a/b", ".git", "", "a\n", "docs/"])
def test_a_documentation_folder_lies_right_below_the_top(name: str) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(
            {"name": "S", "tagline": "T", "base_url": "https://a.example.org", "docs": name},
            Site,
            strict=False,
        )


@pytest.mark.parametrize("name", ["..", "../x", "a/b", "Default", "a b", "a\n"])
def test_a_theme_lies_right_below_the_themes(name: str) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(
            {"name": "S", "tagline": "T", "base_url": "https://a.example.org", "theme": name},
            Site,
            strict=False,
        )
