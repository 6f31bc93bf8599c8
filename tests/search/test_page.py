"""The page of results over the published index: honest, calm, and of use with whatever is typed or missing."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.search import indexed
from tests.site import browsing, hosting

REPOSITORY = Path(__file__).parents[2]
HOSTILE = [
    "x" * 10_000,
    "🎉🎉🎉",
    "מורה שקט",
    "<img src=x onerror=alert(1)>",
    '?*"()',
    "issuer:",
    "constructor",
    "",
    "a",
    "how do I get it to do that",
    "meine Schüler reden nicht",
    "author:<b>x</b>",
]
TABLES = "**/data/search/about.json"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The published sample site with the index of its search."""
    project = tmp_path_factory.mktemp("indexed")
    for name in ("content", "themes"):
        shutil.copytree(REPOSITORY / name, project / name)
    command = [sys.executable, "-m", "sitegen", "build", "-C", str(project)]
    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode in (0, 1), done.stdout + done.stderr
    indexed.add(project, project / "public")
    return project / "public"


@pytest.fixture(scope="module")
def host(folder: Path) -> Iterator[hosting.Host]:
    with hosting.running(folder) as host:
        yield host


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with browsing.chromium() as browser:
        yield browser


@pytest.fixture
def opened(browser: Browser, host: hosting.Host) -> Iterator[Callable[..., Page]]:
    """Opens the list, with a fault at some addresses if there should be one; no script may have failed in the end."""
    visits: list[browsing.Visit] = []

    def begin(address: str = "", fault: Callable[[Route], None] | None = None) -> Page:
        visit = browsing.Visit(browser, host.origin)
        visits.append(visit)
        if fault is not None:
            visit.context.route(address, fault)
        return visit.open("/credentials/")

    yield begin
    for visit in visits:
        visit.close()
    assert [problem for visit in visits for problem in visit.problems if problem.startswith("script:")] == []


def test_meaning_finds_what_words_do_not(opened: Callable[..., Page]) -> None:
    page = opened()
    page.locator("#q").fill("kids wander in late and I start five times")
    page.keyboard.press("Enter")
    expect(page.locator(".rows h3").first).to_be_visible()
    expect(page.locator("#status")).to_contain_text("wander")


def test_a_typo_is_mended_and_said(opened: Callable[..., Page]) -> None:
    page = opened()
    page.locator("#q").fill("exit tikcets")
    page.keyboard.press("Enter")
    expect(page.locator("#status")).to_contain_text("looked for “tickets”")
    expect(page.locator(".rows h3").first).to_contain_text("Exit Ticket")


def test_nothing_good_leads_to_the_nearest_focus_areas(opened: Callable[..., Page]) -> None:
    page = opened()
    page.locator("#q").fill("xylophone zeppelin")
    page.keyboard.press("Enter")
    expect(page.locator("#none h2")).to_have_text("Nothing in the catalog matches “xylophone zeppelin”")
    expect(page.locator("#none .near a").first).to_be_visible()


@pytest.mark.parametrize(
    "fault",
    [
        lambda route: route.abort(),
        lambda route: route.fulfill(status=404, body="no"),
        lambda route: route.fulfill(content_type="application/json", body='{"mark": "x'),
        lambda route: route.fulfill(
            content_type="application/json", body='{"mark": "00000000", "vectors": "H"}'
        ),
    ],
    ids=["gone", "missing", "truncated", "of another build"],
)
def test_without_meaning_the_answer_by_words_stands_and_says_so(
    opened: Callable[..., Page], fault: Callable[[Route], None]
) -> None:
    page = opened(TABLES, fault)
    page.locator("#q").fill("exit tickets")
    page.keyboard.press("Enter")
    expect(page.locator("#status")).to_contain_text("the order by words alone")
    expect(page.locator(".rows h3").first).to_contain_text("Exit Ticket")


def test_without_an_index_the_list_itself_is_searched(opened: Callable[..., Page]) -> None:
    page = opened("**/data/search/index.json", lambda route: route.abort())
    page.locator("#q").fill("exit tickets")
    expect(page.locator(".rows h3").first).to_contain_text("Exit Ticket")


def test_whatever_is_typed_there_is_an_answer(opened: Callable[..., Page]) -> None:
    page = opened()
    said: list[str] = []
    page.on("console", lambda one: said.append(one.text) if one.type == "error" else None)
    page.locator("#q").evaluate("(field) => field.removeAttribute('maxlength')")
    for text in HOSTILE:
        page.locator("#q").fill(text)
        page.locator("#q").press("Enter")
        expect(page.locator("#status")).to_contain_text(text.strip()[:40] or "79 credentials")
        assert page.locator(".rows .row").count() or page.locator("#none .honest").inner_text()
        assert page.locator(".rows img[src=x], #status img, #none img").count() == 0
    assert said == []


def held_back(opened: Callable[..., Page], text: str) -> tuple[Page, Callable[[], None]]:
    """A page with the answer by words, and what lets the files of meaning come."""
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page = opened(TABLES, hold)
    ask(page, text)
    expect(page.locator("#status")).to_contain_text(text)

    def come() -> None:
        for route in held:
            route.continue_()

    return page, come


PLACES = "(rows) => JSON.stringify(rows.map((row) => [row.textContent, row.getBoundingClientRect().top]))"
"""What stands in the rows, and where each row is."""


def test_rows_do_not_move_under_a_hand(opened: Callable[..., Page]) -> None:
    page, come = held_back(opened, "students give up")
    page.locator(".rows .row").nth(1).hover()
    before = page.locator(".rows .row").evaluate_all(PLACES)
    come()
    expect(page.locator("#closer button")).to_be_visible()
    assert page.locator(".rows .row").evaluate_all(PLACES) == before
    page.locator("#closer button").click()
    expect(page.locator("#closer")).to_have_count(0)
    assert page.locator(".rows .row").evaluate_all(PLACES) != before


def test_rows_do_not_move_under_the_focus(opened: Callable[..., Page]) -> None:
    page, come = held_back(opened, "students give up")
    page.locator(".rows h3 a").nth(1).focus()
    come()
    expect(page.locator("#closer button")).to_be_visible()
    expect(page.locator(".rows h3 a").nth(1)).to_be_focused()


def test_what_waits_does_not_lie_where_the_hand_is(opened: Callable[..., Page]) -> None:
    page, come = held_back(opened, "students give up")
    page.mouse.move(640, 880)
    page.mouse.move(644, 884)
    come()
    expect(page.locator("#closer.high button")).to_be_visible()


def test_without_a_hand_the_closer_order_comes_by_itself(opened: Callable[..., Page]) -> None:
    page, come = held_back(opened, "students give up")
    page.mouse.move(5, 5)
    before = page.locator(".rows .row").evaluate_all(PLACES)
    come()
    page.wait_for_function(
        f"(before) => ({PLACES})([...document.querySelectorAll('.rows .row')]) !== before", arg=before
    )
    expect(page.locator("#closer")).to_have_count(0)


def test_a_pause_in_typing_moves_nothing_under_a_hand(opened: Callable[..., Page]) -> None:
    page = opened()
    page.locator("#q").press_sequentially("students giv")
    expect(page.locator("#status")).to_contain_text("students giv")
    page.locator(".rows .row").nth(1).hover()
    before = page.locator(".rows .row").evaluate_all(PLACES)
    page.wait_for_timeout(900)
    assert page.locator(".rows .row").evaluate_all(PLACES) == before


def ask(page: Page, text: str) -> None:
    page.locator("#q").fill(text)
    page.keyboard.press("Enter")


def test_a_field_is_demanded(opened: Callable[..., Page]) -> None:
    page = opened()
    ask(page, "title:rubrics")
    expect(page.locator(".rows h3")).to_have_text(["Writing Rubrics With Students"])


def test_a_field_that_is_none_is_said(opened: Callable[..., Page]) -> None:
    page = opened()
    ask(page, "author:smith exit tickets")
    expect(page.locator("#status")).to_contain_text("“author:” is not a field")
    expect(page.locator("#status")).to_contain_text("method, competency")
    expect(page.locator(".rows h3").first).to_contain_text("Exit Ticket")


def test_a_demand_that_nothing_meets_can_be_dropped(opened: Callable[..., Page]) -> None:
    page = opened()
    ask(page, "issuer:nobody exit tickets")
    expect(page.locator("#none .honest")).to_contain_text("in these fields")
    page.locator("#none .drop button", has_text="exit tickets").click()
    expect(page.locator("#q")).to_have_value("exit tickets")
    expect(page.locator(".rows h3").first).to_contain_text("Exit Ticket")
