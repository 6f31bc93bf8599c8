"""Everything with the keyboard alone: where the focus goes, that it is seen, and the keys that have a meaning."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.site.browsing import PHONE, Visit, texts

LOOKS = """(one) => {
  const looks = [];
  for (let up = one; up && up !== document.body; up = up.parentElement) {
    const { outlineStyle, outlineWidth, boxShadow, borderColor } = getComputedStyle(up);
    looks.push([outlineStyle === "none" ? "" : outlineWidth, boxShadow, borderColor, up.getBoundingClientRect().top]);
  }
  return JSON.stringify(looks);
}"""
"""How an element looks, and what it stands in: the ways in which a page shows where the focus is."""

SEEN = f"""() => {{
  const one = document.activeElement, looks = {LOOKS}, focused = looks(one);
  one.blur();
  return focused !== looks(one);
}}"""
"""Whether the element with the focus looks different without it. It loses the focus; the next Tab goes on from there."""

BADGE = "/badges/1d/1d1a6cbb5e76311d4a00a6f27d6c03da"
PAGES = ["/", "/credentials/", "/credentials/calm-routines/", "/docs/", "/verify/", BADGE]


@pytest.fixture
def open_page(visit: Callable[..., Visit]) -> Callable[[str], Page]:
    return lambda path: visit().open(path)


def focused(page: Page, expression: str = "one.textContent.trim() || one.id") -> str:
    """Something about the element that has the focus."""
    return str(page.evaluate(f"((one) => {expression})(document.activeElement)"))


@pytest.mark.parametrize("path", PAGES)
def test_the_first_stop_leads_past_the_menu(open_page: Callable[[str], Page], path: str) -> None:
    page = open_page(path)
    page.keyboard.press("Tab")
    assert focused(page) == "Skip to content"
    expect(page.locator(".skip")).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert focused(page, "one.closest('main') !== null") == "True"


@pytest.mark.parametrize("path", PAGES)
def test_stops_come_in_the_order_of_the_page_and_are_seen(
    open_page: Callable[[str], Page], path: str
) -> None:
    page = open_page(path)
    places, unseen = [], []
    for _ in range(25):
        page.keyboard.press("Tab")
        if (
            focused(page, "one.tagName") == "BODY"
        ):  # A short page ends, and the focus goes on to the browser itself.
            break
        places.append(page.evaluate("[...document.querySelectorAll('*')].indexOf(document.activeElement)"))
        name = focused(page, "one.outerHTML.slice(0, 90)")
        if not page.evaluate(SEEN):
            unseen.append(name)
    assert len(places) > 10
    assert places == sorted(set(places))
    assert unseen == []


@pytest.mark.parametrize("path", ["/", "/credentials/"])
def test_a_slash_goes_to_the_field(open_page: Callable[[str], Page], path: str) -> None:
    page = open_page(path)
    page.keyboard.press("/")
    expect(page.locator("#q")).to_be_focused()
    assert page.locator("#q").input_value() == ""
    page.keyboard.type("yes/no")
    assert page.locator("#q").input_value() == "yes/no"


def test_a_problem_is_asked_and_the_first_result_opened_by_keys(open_page: Callable[[str], Page]) -> None:
    page = open_page("/")
    page.keyboard.press("/")
    page.keyboard.type("exit tickets pile up")
    page.keyboard.press("Enter")
    expect(page.locator("#status")).to_contain_text("exit tickets")
    page.keyboard.press("/")
    page.keyboard.press("Enter")
    expect(page.locator(".rows h3 a").first).to_be_focused()
    title = texts(page.locator(".rows h3"))[0]
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text(title)


def test_escape_clears_the_field(open_page: Callable[[str], Page]) -> None:
    page = open_page("/credentials/")
    everything = page.locator("#status").inner_text().split()[0]
    page.locator("#q").fill("exit tickets")
    expect(page.locator("#status")).to_contain_text("exit tickets")
    page.keyboard.press("Escape")
    expect(page.locator("#q")).to_have_value("")
    expect(page.locator("#status")).to_have_text(f"{everything} credentials")
    assert "q=" not in page.url


def test_a_filter_is_set_and_taken_back_by_keys(open_page: Callable[[str], Page]) -> None:
    page = open_page("/credentials/")
    page.locator("#facets input").first.focus()
    page.keyboard.press("Space")
    expect(page.locator("#picked li")).to_have_count(1)
    page.locator("#picked button").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#picked li")).to_have_count(0)
    expect(page.locator("#status")).to_be_focused()


def test_the_number_of_results_is_announced(open_page: Callable[[str], Page]) -> None:
    assert open_page("/credentials/").locator("#status").get_attribute("role") == "status"


@pytest.mark.parametrize(
    ("path", "opener", "sheet"),
    [("/credentials/", ".open-facets", "#facets"), ("/", ".menu-button", "#menu")],
)
def test_a_sheet_on_a_phone_is_entered_and_left_by_keys(
    visit: Callable[..., Visit], path: str, opener: str, sheet: str
) -> None:
    page = visit(viewport=PHONE).open(path)
    page.locator(opener).focus()
    page.keyboard.press("Enter")
    expect(page.locator(sheet)).to_be_visible()
    page.keyboard.press("Tab")
    assert focused(page, f"one.closest('{sheet}') !== null") == "True"
    page.keyboard.press("Escape")
    expect(page.locator(sheet)).to_be_hidden()
    expect(page.locator(opener)).to_be_focused()
