"""Names: no two records share an address, a former address or a look."""

from typing import Any

import pytest

from sitegen.check import names
from sitegen.model.document import Entry
from tests.check import records


def _found(*entries: Entry[Any]) -> list[tuple[str, str]]:
    return [(p.code, p.span.file) for p in names.check(records.catalog(*entries))]


def test_former_names_of_their_own_are_fine() -> None:
    assert _found(records.entry(aliases=["quiet"]), records.entry("loud", aliases=["noisy"])) == []


def test_one_former_name_may_be_used_by_records_of_different_kinds() -> None:
    assert _found(records.entry(aliases=["old"]), records.issuer(aliases=["old"])) == []


@pytest.mark.parametrize(
    "entries",
    [
        (records.entry("loud", aliases=["calm"]),),
        (records.entry(aliases=["calm"]),),
        (records.entry(aliases=["old"]), records.entry("loud", aliases=["old"])),
        (records.issuer("lake", aliases=["harbor"]),),
        (records.focus_area("math", aliases=["talk"]),),
        (records.pathway(), records.pathway("other", aliases=["both"])),
        (records.page(), records.page("help", aliases=["about"])),
        (records.page("about/us"), records.page("about/them", aliases=["us"])),
    ],
)
def test_a_former_name_that_is_taken_is_a_problem(entries: tuple[Entry[Any], ...]) -> None:
    assert _found(*entries) == [("address-taken", entries[-1].path)]


def test_the_same_last_part_in_another_folder_is_free() -> None:
    assert _found(records.page("about/us"), records.page("help/them", aliases=["us"])) == []


@pytest.mark.parametrize("name", ["credentials", "api", "assets", "index", "docs", "404"])
def test_a_page_cannot_have_had_a_name_of_the_site_itself(name: str) -> None:
    assert _found(records.page("about", aliases=[name])) == [("reserved-name", "content/pages/about.md")]


def test_the_other_file_is_named_too() -> None:
    (problem,) = names.check(records.catalog(records.entry("loud", aliases=["calm"])))
    assert [span.file for span in problem.related] == ["content/credentials/harbor/calm.md"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Harbor College", "harbor college"),
        ("Harbor College", "Harbor  College"),
        ("Harbor College", "Harbor-College"),
        ("Harbor College", "H\u0430rbor College"),
        ("Harbor College", "Harb\u03bfr College"),
        ("Harbor College", "Hárbor College"),
        ("Harbor College", "Ｈａｒｂｏｒ College"),
        ("Harbor 10", "Harbor 1O"),
        ("Straße", "STRASSE"),
        ("Lake Isle", "Lake lsle"),
    ],
)
def test_issuers_that_look_alike_are_a_problem(one: str, other: str) -> None:
    found = _found(records.issuer("one", name=one), records.issuer("other", name=other))
    assert found == [("look-alike-issuer", "content/issuers/other.md")]


@pytest.mark.parametrize(
    ("one", "other"), [("Harbor College", "Harbor Museum"), ("Lake 1", "Lake 2"), ("北館", "南館")]
)
def test_issuers_that_can_be_told_apart_are_fine(one: str, other: str) -> None:
    assert _found(records.issuer("one", name=one), records.issuer("other", name=other)) == []


def test_an_issuer_with_nothing_that_can_be_seen_in_its_name_is_like_any_other_such() -> None:
    found = _found(records.issuer("one", name="——"), records.issuer("other", name="……"))
    assert found == [("look-alike-issuer", "content/issuers/other.md")]
