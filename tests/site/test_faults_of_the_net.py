"""When something does not arrive: an honest sentence, and the list that is in the page stays."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from tests.site.browsing import Visit, texts

DATA = "**/data/**"
SENTENCE = "Search and filters do not work right now"


def missing(route: Route) -> None:
    route.fulfill(status=404, body="not here")


def broken(route: Route) -> None:
    route.fulfill(status=200, content_type="application/json", body='{"rows": [')


def strange(route: Route) -> None:
    route.fulfill(status=200, content_type="application/json", body='{"version": 9}')


def gone(route: Route) -> None:
    route.abort()


@pytest.fixture
def cut_off(visit: Callable[..., Visit]) -> Callable[..., Page]:
    """Opens a path in a browser in which one address fails in a certain way."""

    def begin(path: str, address: str, fault: Callable[[Route], None]) -> Page:
        one = visit()
        one.problems = _Expected()
        one.context.route(address, fault)
        return one.open(path)

    return begin


class _Expected(list[str]):
    """Problems that a test has made itself."""

    def append(self, problem: str) -> None:
        if problem.startswith(("script:", "asked another host")):
            super().append(problem)


@pytest.mark.parametrize("fault", [missing, broken, strange, gone])
def test_data_that_cannot_be_used_is_said_and_the_list_stays(
    cut_off: Callable[..., Page], fault: Callable[[Route], None]
) -> None:
    page = cut_off("/credentials/", DATA, fault)
    before = texts(page.locator(".rows h3"))
    page.locator("#q").fill("exit tickets")
    expect(page.locator("#status")).to_contain_text(SENTENCE)
    assert texts(page.locator(".rows h3")) == before
    expect(page.locator(".pager")).to_be_visible()


def test_a_shared_address_without_data_still_shows_the_list(cut_off: Callable[..., Page]) -> None:
    page = cut_off("/credentials/#q=exit+tickets", DATA, gone)
    expect(page.locator("#status")).to_contain_text(SENTENCE)
    expect(page.locator(".rows h3 a").first).to_be_visible()
    assert page.locator("#q").input_value() == "exit tickets"


def test_search_works_again_when_the_data_come(cut_off: Callable[..., Page]) -> None:
    page = cut_off("/credentials/", DATA, gone)
    page.locator("#q").fill("exit")
    expect(page.locator("#status")).to_contain_text(SENTENCE)
    page.context.unroute(DATA)
    page.locator("#q").fill("exit tickets")
    expect(page.locator("#status")).to_contain_text("exit tickets")
    expect(page.locator(".rows h3").first).to_contain_text("Exit Ticket")


def test_a_shared_address_without_its_script_shows_the_list_after_a_while(
    cut_off: Callable[..., Page],
) -> None:
    page = cut_off("/credentials/#q=exit+tickets", "**/assets/browse.*.js", gone)
    expect(page.locator(".rows h3 a").first).to_be_visible()
