"""Narrowing the list of credentials: facets with counts, chips, order, more rows; all of it in the address."""

from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.site.browsing import PHONE, Visit, texts

Rows = list[dict[str, Any]]
PER_PAGE = 24


@pytest.fixture
def browse(visit: Callable[..., Visit]) -> Page:
    return visit().open("/credentials/")


def pick(page: Page, facet: str, value: str) -> None:
    """Tick a box, which may stand behind "more"."""
    box = page.locator(f"#facets input[name='{facet}'][value='{value}']")
    if not box.is_visible():
        box.locator("xpath=ancestor::details/summary").click()
    box.check()


def said(page: Page) -> dict[str, list[str]]:
    """What the address says of the choice."""
    return parse_qs(urlsplit(page.url).fragment)


def having(rows: Rows, **wanted: str) -> Rows:
    """The credentials that have these values."""
    return [row for row in rows if all(value in row["facets"][name] for name, value in wanted.items())]


def count(page: Page, number: int) -> None:
    """Wait until the page says this number of credentials."""
    words = f"{number} credential{'' if number == 1 else 's'}"
    expect(page.locator("#status")).to_have_text(words)


def test_a_value_leaves_the_credentials_that_have_it(browse: Page, rows: Rows) -> None:
    pick(browse, "focus", "classroom-talk")
    wanted = having(rows, focus="classroom-talk")
    count(browse, len(wanted))
    assert set(texts(browse.locator(".rows h3"))) == {row["title"] for row in wanted}


def test_values_of_different_facets_must_all_be_had(browse: Page, rows: Rows) -> None:
    pick(browse, "focus", "classroom-talk")
    pick(browse, "effort", "short")
    count(browse, len(having(rows, focus="classroom-talk", effort="short")))


def test_counts_say_what_a_further_choice_would_leave(browse: Page, rows: Rows) -> None:
    pick(browse, "focus", "classroom-talk")
    count(browse, len(having(rows, focus="classroom-talk")))
    for box in browse.locator("#facets input[name='grades']").all():
        value = box.get_attribute("value") or ""
        shown = box.locator("xpath=ancestor::label").locator(".n").text_content() or ""
        assert int(shown) == len(having(rows, focus="classroom-talk", grades=value))


def test_a_value_that_would_leave_nothing_is_grey_but_can_be_chosen(browse: Page, rows: Rows) -> None:
    pick(browse, "focus", "early-numeracy")
    count(browse, len(having(rows, focus="early-numeracy")))
    grey = browse.locator("#facets label.zero:visible input").first
    assert grey.is_enabled()
    grey.check()
    count(browse, 0)


def test_a_chip_takes_its_filter_back(browse: Page, rows: Rows) -> None:
    pick(browse, "focus", "classroom-talk")
    pick(browse, "cost", "free")
    count(browse, len(having(rows, focus="classroom-talk", cost="free")))
    browse.get_by_role("button", name="Free").click()
    count(browse, len(having(rows, focus="classroom-talk")))
    browse.get_by_role("button", name="Classroom Talk").click()
    count(browse, len(rows))
    expect(browse.locator("#picked li")).to_have_count(0)


def test_all_filters_are_cleared_at_once(browse: Page, rows: Rows) -> None:
    pick(browse, "focus", "classroom-talk")
    pick(browse, "cost", "free")
    browse.get_by_role("button", name="Clear all").click()
    count(browse, len(rows))
    assert browse.locator("#facets input:checked").count() == 0


def test_a_choice_stands_in_the_address_and_another_visitor_sees_the_same(
    browse: Page, visit: Callable[..., Visit]
) -> None:
    browse.locator("#q").fill("students")
    pick(browse, "effort", "short")
    browse.locator("#sort").select_option("title")
    expect(browse.locator(".rows h3").first).to_be_visible()
    assert said(browse) == {"q": ["students"], "effort": ["short"], "sort": ["title"]}
    other = visit().open(browse.url)
    expect(other.locator("#status")).to_have_text(browse.locator("#status").inner_text())
    assert texts(other.locator(".rows h3")) == texts(browse.locator(".rows h3"))
    assert other.locator("#sort").input_value() == "title"
    assert other.locator("#q").input_value() == "students"
    assert other.locator("input[value='short']").is_checked()


def test_back_undoes_the_last_choice(browse: Page, rows: Rows) -> None:
    pick(browse, "focus", "classroom-talk")
    count(browse, len(having(rows, focus="classroom-talk")))
    pick(browse, "effort", "short")
    count(browse, len(having(rows, focus="classroom-talk", effort="short")))
    browse.go_back()
    count(browse, len(having(rows, focus="classroom-talk")))
    assert browse.locator("input[value='short']").is_checked() is False
    browse.go_back()
    count(browse, len(rows))
    browse.go_forward()
    count(browse, len(having(rows, focus="classroom-talk")))


def test_back_from_a_credential_finds_the_same_results(browse: Page) -> None:
    browse.locator("#q").fill("exit tickets")
    browse.keyboard.press("Enter")
    expect(browse.locator("#status")).to_contain_text("exit tickets")
    before = texts(browse.locator(".rows h3"))
    browse.locator(".rows h3 a").first.click()
    browse.wait_for_url("**/credentials/*/")
    browse.go_back()
    expect(browse.locator("#status")).to_contain_text("exit tickets")
    assert texts(browse.locator(".rows h3")) == before
    assert browse.locator("#q").input_value() == "exit tickets"


def test_back_to_a_later_page_of_the_list_shows_that_page(visit: Callable[..., Visit]) -> None:
    page = visit().open("/credentials/page/2/")
    before = texts(page.locator(".rows h3"))
    pick(page, "effort", "short")
    expect(page.locator("#picked li")).to_have_count(1)
    page.go_back()
    expect(page.locator(".pager")).to_be_visible()
    assert texts(page.locator(".rows h3")) == before


def test_more_rows_come_until_all_are_there(browse: Page, rows: Rows) -> None:
    browse.locator("#sort").select_option("title")
    expect(browse.locator(".rows .row")).to_have_count(PER_PAGE)
    shown = PER_PAGE
    while shown < len(rows):
        browse.locator("#more").click()
        shown = min(shown + PER_PAGE, len(rows))
        expect(browse.locator(".rows .row")).to_have_count(shown)
        assert browse.evaluate("document.activeElement.closest('.row') !== null")
    expect(browse.locator("#more")).to_be_hidden()
    titles = texts(browse.locator(".rows h3"))
    assert sorted(titles) == sorted(row["title"] for row in rows)


def test_the_shortest_come_first_if_wished(browse: Page, rows: Rows) -> None:
    browse.locator("#sort").select_option("shortest")
    shortest = min(row["hours"] for row in rows)
    expect(browse.locator(".rows .effort").first).to_contain_text(str(shortest))


def test_on_a_phone_filters_are_a_sheet_that_opens_and_closes(
    visit: Callable[..., Visit], rows: Rows
) -> None:
    page = visit(viewport=PHONE, is_mobile=True, has_touch=True).open("/credentials/")
    sheet = page.locator("#facets")
    expect(sheet).to_be_hidden()
    page.locator(".open-facets").tap()
    expect(sheet).to_be_visible()
    pick(page, "focus", "classroom-talk")
    number = len(having(rows, focus="classroom-talk"))
    expect(page.locator("#show")).to_have_text(f"Show {number} credentials")
    page.locator("#show").tap()
    expect(sheet).to_be_hidden()
    count(page, number)
