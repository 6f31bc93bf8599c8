"""Pages that check a badge, in every state that they can show: axe finds nothing, on a phone and on a desk, light and dark."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.site import axe, badge_shelf, browsing, hosting
from tests.site.browsing import DESK, PHONE
from tests.site.test_badge_states import ALL, SPEAK, STATES

SIZES = pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
FACTS = {
    "checked": "2026-11-22T10:00:00Z",
    "until": "2031-03-09T00:00:00Z",
    "from": "2031-03-09T00:00:00Z",
    "reason": "A mistake of ours.",
    "missing": ["record", "status"],
    "differs": ["name", "dates"],
    "sha256": 32 * "9f",
}
BROUGHT = [*STATES, "not-a-badge", "not-readable", "elsewhere"]
ONCE = ["region", "landmark-one-main", "page-has-heading-one", "bypass"]
"""Rules of a whole page, which cannot be asked of a part of it."""


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[hosting.Host]:
    """A host of badges, and of the page for checking any."""
    folder = tmp_path_factory.mktemp("shelf")
    badge_shelf.publish(folder)
    with hosting.running(folder) as host:
        yield host


@pytest.fixture
def visit(browser: Browser, shelf: hosting.Host, viewport: dict[str, int]) -> Iterator[browsing.Visit]:
    """Somebody who looks at badges; when the test ends, nothing must have gone wrong."""
    visit = browsing.Visit(browser, shelf.origin, viewport=viewport)
    yield visit
    visit.close()
    assert visit.problems == []


@SIZES
def test_the_whole_page_of_a_badge_keeps_nobody_out(visit: browsing.Visit) -> None:
    _settled(visit.open(badge_shelf.address("good")))
    assert axe.judged(visit) == []


@SIZES
def test_the_page_of_a_badge_keeps_nobody_out_in_any_state(visit: browsing.Visit) -> None:
    _settled(visit.open(badge_shelf.address("good")))
    assert _in_states(visit, list(STATES)) == {}


@SIZES
def test_the_page_for_any_badge_keeps_nobody_out_in_any_state(visit: browsing.Visit) -> None:
    page = visit.open("/verify/")
    page.locator("#text").fill(badge_shelf.GOOD.id)
    page.locator("[data-take] button[type=submit]").click()
    _settled(page)
    assert _in_states(visit, BROUGHT) == {}


@SIZES
@pytest.mark.parametrize("name", ["code", "embed"])
def test_what_opens_over_the_page_keeps_nobody_out(visit: browsing.Visit, name: str) -> None:
    page = visit.open(badge_shelf.address("good"))
    _settled(page)
    page.locator(f"[data-do={name}], [popovertarget={name}]").first.click()
    expect(page.locator(f"#{name}")).to_be_visible()
    assert axe.ready(visit, f"#{name}")(_only_part()) == []


def _settled(page: Page) -> None:
    expect(page.locator("#verdict")).to_have_attribute("data-state", "valid")


def _in_states(visit: browsing.Visit, states: list[str]) -> dict[str, list[str]]:
    """What is found in the part of the page that a state changes, and whether it makes the page too wide."""
    page, run, found = visit.page, axe.ready(visit, "main"), {}
    for state in states:
        answers = ALL if state == "valid" else ALL | {"signature": "unknown", "status": "fail"}
        page.evaluate(SPEAK, {"state": state, "checks": answers, "facts": FACTS})
        expect(page.locator("#verdict")).to_have_attribute("data-state", state)
        wide = page.evaluate(axe.TOO_WIDE)
        faults = [f"{wide} px too wide"] * (wide > 0)
        page.emulate_media(color_scheme="light")
        faults += run(_only_part())
        page.emulate_media(color_scheme="dark")
        faults += [f"dark: {fault}" for fault in run({"runOnly": axe.COLORS})]
        if faults:
            found[state] = faults
    return found


def _only_part() -> dict[str, object]:
    return {"runOnly": axe.RULES, "rules": {name: {"enabled": False} for name in ONCE}}
