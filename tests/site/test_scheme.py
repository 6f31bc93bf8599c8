"""Light or dark: as the system says, or as the visitor chose, on every page from then on."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.site.browsing import Visit


def lightness(page: Page) -> float:
    """How light the page is, from 0 to 255."""
    color = page.evaluate("getComputedStyle(document.body).backgroundColor")
    return sum(float(part) for part in color.strip("rgba()").split(",")[:3]) / 3


@pytest.mark.parametrize("system", ["light", "dark"])
def test_the_system_decides_first(visit: Callable[..., Visit], system: str) -> None:
    page = visit(color_scheme=system).open("/")
    assert (lightness(page) < 128) == (system == "dark")


@pytest.mark.parametrize(("system", "chosen"), [("light", "dark"), ("dark", "light")])
def test_a_choice_holds_on_every_page(visit: Callable[..., Visit], system: str, chosen: str) -> None:
    one = visit(color_scheme=system)
    one.open("/").locator("#scheme").select_option(chosen)
    assert (lightness(one.page) < 128) == (chosen == "dark")
    one.open("/issuers/")
    expect(one.page.locator("#scheme")).to_have_value(chosen)
    assert (lightness(one.page) < 128) == (chosen == "dark")


def test_a_choice_is_in_force_before_anything_is_painted(visit: Callable[..., Visit]) -> None:
    one = visit()
    one.open("/").locator("#scheme").select_option("dark")
    one.context.route(
        "**/assets/site.*.js", lambda route: route.fulfill(content_type="text/javascript", body="")
    )
    assert lightness(one.open("/pathways/")) < 128


def test_a_choice_can_be_taken_back(visit: Callable[..., Visit]) -> None:
    one = visit(color_scheme="light")
    one.open("/").locator("#scheme").select_option("dark")
    one.page.locator("#scheme").select_option("")
    assert lightness(one.page) > 128
    assert lightness(one.open("/issuers/")) > 128
    assert one.page.evaluate("localStorage.length") == 0


def test_nothing_but_the_choice_is_kept_in_the_browser(visit: Callable[..., Visit]) -> None:
    one = visit()
    one.open("/").locator("#scheme").select_option("dark")
    one.open("/credentials/#q=exit+tickets")
    expect(one.page.locator(".rows mark").first).to_be_visible()
    kept = one.page.evaluate("[Object.keys(localStorage), Object.keys(sessionStorage)]")
    assert (kept, one.context.cookies()) == ([["scheme"], []], [])


def test_without_storage_pages_still_work(visit: Callable[..., Visit]) -> None:
    one = visit()
    one.context.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('closed', 'SecurityError'); } })"
    )
    page = one.open("/")
    page.locator("#scheme").select_option("dark")
    assert lightness(page) < 128
