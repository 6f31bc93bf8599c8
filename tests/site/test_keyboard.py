"""Everything with the keyboard alone: where the focus goes, that it is seen, and the keys that have a meaning."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.site.browsing import Visit, texts

LOOKS = """() => {
  const looks = [];
  for (let one = document.activeElement; one && one !== document.body; one = one.parentElement) {
    const { outlineStyle, outlineWidth, boxShadow, borderColor, opacity, translate } = getComputedStyle(one);
    const { top } = one.getBoundingClientRect();
    looks.push([outlineStyle, outlineStyle === "none" ? "" : outlineWidth, boxShadow, borderColor, opacity, translate, top + scrollY]);
  }
  return JSON.stringify(looks);
}"""
"""How the element with the focus looks, and what it stands in."""

PAGES = ["/", "/credentials/", "/credentials/calm-routines/", "/docs/"]


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
        places.append(page.evaluate("[...document.querySelectorAll('*')].indexOf(document.activeElement)"))
        name, with_focus = focused(page, "one.outerHTML.slice(0, 90)"), page.evaluate(LOOKS)
        without = page.evaluate(
            f"() => {{ const one = document.activeElement, chain = [];"
            f" for (let up = one; up; up = up.parentElement) chain.push(up); one.blur();"
            f" const before = Object.getOwnPropertyDescriptor(Document.prototype, 'activeElement').get;"
            f" Object.defineProperty(document, 'activeElement', {{ configurable: true, get: () => one }});"
            f" const looks = ({LOOKS})(); delete document.activeElement; return looks; }}"
        )
        if with_focus == without:
            unseen.append(name)
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
