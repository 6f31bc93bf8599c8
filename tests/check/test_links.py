"""Links and pictures in texts: every one leads somewhere."""

from typing import Any

import pytest

from sitegen.check import links
from sitegen.model.document import Entry, Reference
from tests.check import records


def _codes(
    *references: Reference, headings: tuple[str, ...] = (), others: tuple[Entry[Any], ...] = (), **more: Any
) -> list[str]:
    page = records.page("help", *references, headings=headings)
    return [problem.code for problem in links.check(records.catalog(page, *others, **more))]


def _to(address: str, target: str = "x") -> Reference:
    return Reference(target, address)


@pytest.mark.parametrize(
    "address",
    [
        "https://a.example/b", "/", "/credentials/", "/focus-areas/", "/issuers/", "/pathways/", "/credentials/calm/",
        "/issuers/harbor/", "/focus-areas/talk/", "/help/", "/help/#t-one", "#t-one",
    ],
)  # fmt: skip
def test_a_link_that_leads_somewhere_is_fine(address: str) -> None:
    assert _codes(_to(address), headings=("t-one",)) == []


@pytest.mark.parametrize(
    "address",
    [
        "/nowhere/",
        "/credentials/clam/",
        "/credentials/calm",
        "/help/#t-two",
        "#t-two",
        "/credentials/calm/#t-one",
        "",
    ],
)
def test_a_link_that_leads_nowhere_is_a_problem(address: str) -> None:
    assert _codes(_to(address), headings=("t-one",)) == ["broken-link"]


def test_an_address_for_mail_is_a_problem() -> None:
    assert _codes(Reference("mailto:a@b.example")) == ["address-published"]


def test_a_link_without_encryption_is_a_problem() -> None:
    assert _codes(Reference("http://a.example")) == ["link-not-secure"]


def test_a_link_to_a_draft_is_a_problem() -> None:
    draft = records.entry("hidden", status="draft", problems=["Something else altogether"])
    assert _codes(_to("/credentials/hidden/"), others=(draft,)) == ["broken-link"]


def test_a_picture_that_is_there_is_fine() -> None:
    picture = Reference("a.png", "/media/content/pages/a.png", picture=True, alt="A")
    assert _codes(picture, pictures=("content/pages/a.png",)) == []


def test_a_picture_that_is_not_there_is_a_problem() -> None:
    assert _codes(Reference("a.png", "/media/content/pages/a.png", picture=True, alt="A")) == [
        "missing-picture"
    ]


def test_a_picture_of_another_site_is_a_problem() -> None:
    picture = Reference("https://a.example/b.png", "https://a.example/b.png", picture=True, alt="A")
    assert _codes(picture) == ["picture-elsewhere"]


def test_a_page_with_problems_of_its_own_is_not_missed() -> None:
    from msgspec.structs import replace

    catalog = replace(records.catalog(records.page("help", _to("/about/#t-x"))), unread={"page": ("about",)})
    assert list(links.check(catalog)) == []


def test_the_message_holds_what_was_written() -> None:
    (problem,) = links.check(records.catalog(records.page("help", _to("", "loud.md"))))
    assert "loud.md" in problem.message and problem.needle == "loud.md"
