"""The page of the search in each of its states, on a phone and on a desk: axe finds nothing, and nothing fails."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from tests.site import axe
from tests.site.browsing import DESK, PHONE, Visit

CARDS = "**/data/search/cards/*.json"
ABOUT = "**/data/search/about.json"


def ask(page: Page, text: str, said: str = "") -> None:
    """Ask, and wait until the page has said something."""
    page.locator("#q").fill(text)
    page.keyboard.press("Enter")
    expect(page.locator("#status")).to_contain_text(said or text)


def start(page: Page) -> None:
    expect(page.locator("#status")).to_contain_text("credentials")


def typing(page: Page) -> None:
    page.locator("#q").press_sequentially("exit tick")
    expect(page.locator("#status")).to_contain_text("exit tick")


def results(page: Page) -> None:
    ask(page, "students give up")
    page.locator(".rows mark").first.wait_for()


def nothing(page: Page) -> None:
    ask(page, "xylophone zeppelin")
    expect(page.locator("#none .near a").first).to_be_visible()


def facets(page: Page) -> None:
    ask(page, "students")
    if page.locator(".open-facets").is_visible():
        page.locator(".open-facets").click()
        expect(page.locator("#facets .sheet-top")).to_be_visible()
    page.locator("#facets label:not(.zero) input").first.check()
    expect(page.locator("#picked li")).to_have_count(1)


def typo(page: Page) -> None:
    ask(page, "exit tikcets", "looked for “tickets”")


def field(page: Page) -> None:
    ask(page, "title:rubrics")
    expect(page.locator(".rows .row")).to_have_count(1)


def no_field(page: Page) -> None:
    ask(page, "author:smith exit", "is not a field")


def unmet(page: Page) -> None:
    ask(page, "issuer:nobody exit tickets")
    expect(page.locator("#none .drop button").first).to_be_visible()


STATES = [start, typing, results, nothing, facets, typo, field, no_field, unmet]
SIZES = pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])


@SIZES
@pytest.mark.parametrize("state", STATES)
def test_no_state_of_the_page_keeps_anybody_out(
    visit: Callable[..., Visit], state: Callable[[Page], None], size: dict[str, int]
) -> None:
    one = visit(viewport=size)
    state(one.open("/credentials/"))
    assert axe.judged(one) == []


@SIZES
def test_a_missing_part_is_said_and_keeps_nobody_out(
    visit: Callable[..., Visit], size: dict[str, int]
) -> None:
    one = visit(viewport=size)
    one.context.route(ABOUT, lambda route: route.fulfill(status=404, body=""))
    ask(one.open("/credentials/"), "exit tickets", "the order by words alone")
    assert axe.judged(one) == []
    one.problems[:] = [problem for problem in one.problems if "404" not in problem]


@SIZES
def test_a_closer_order_that_waits_keeps_nobody_out(
    visit: Callable[..., Visit], size: dict[str, int]
) -> None:
    one = visit(viewport=size)
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    one.context.route(ABOUT, hold)
    page = one.open("/credentials/")
    ask(page, "students give up")
    page.locator(".rows .row").nth(0).hover()
    for route in held:
        route.continue_()
    expect(page.locator("#closer button")).to_be_visible()
    assert axe.judged(one) == []
