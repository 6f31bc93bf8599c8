"""Finding a credential: a problem in one's own words leads to it, shows why, and says honestly when there is nothing."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.site.browsing import Visit, texts

Rows = list[dict[str, Any]]
NEAR_THE_TOP = 3

ASKED = [
    ("my students shut down when the schedule changes", "calm-routines"),
    ("parents never answer my messages", "messages-families-answer"),
    ("which sources on the internet can they trust", "checking-sources"),
    ("my exit tickets pile up unread", "exit-tickets"),
    ("a new student speaks no English yet", "newcomer-first-weeks"),
]


@pytest.fixture
def home(visit: Callable[..., Visit]) -> Page:
    return visit().open("/")


def ask(page: Page, words: str) -> None:
    """Type a question into the field of this page, ask it, and wait for the answer."""
    page.locator("#q").fill(words)
    page.keyboard.press("Enter")
    expect(page.locator("#status")).to_contain_text(words)


@pytest.mark.parametrize(("words", "slug"), ASKED)
def test_a_problem_typed_on_the_first_page_leads_to_what_helps(
    home: Page, rows: Rows, words: str, slug: str
) -> None:
    ask(home, words)
    links = home.locator(".rows h3 a").evaluate_all("(found) => found.map((one) => one.getAttribute('href'))")
    assert f"/credentials/{slug}/" in links[:NEAR_THE_TOP]


def test_a_statement_that_a_credential_names_brings_it_first(visit: Callable[..., Visit], rows: Rows) -> None:
    page = visit().open("/credentials/")
    for row in rows[:: len(rows) // 6]:
        words = row["problems"][0][:150]
        page.locator("#q").fill(words)
        expect(page.locator("#status")).to_contain_text(words)
        assert texts(page.locator(".rows h3"))[0] == row["title"]


def test_results_show_the_statement_that_matched_with_its_words_marked(home: Page, rows: Rows) -> None:
    ask(home, "nobody shuts down when the schedule changes")
    shown = home.locator(".rows .why:visible q").first
    known = {problem for row in rows for problem in row["problems"]}
    assert shown.inner_text().strip() in known
    marked = {word.lower() for word in texts(shown.locator("mark"))}
    assert marked & {"shuts", "schedule", "changes"}


def test_common_words_are_not_marked(home: Page) -> None:
    ask(home, "what do I do when the schedule changes")
    marked = {word.lower() for word in texts(home.locator(".rows mark"))}
    assert marked
    assert not marked & {"what", "do", "i", "when", "the"}


def test_results_come_while_typing(visit: Callable[..., Visit]) -> None:
    page = visit().open("/credentials/")
    page.locator("#q").press_sequentially("exit tick")
    expect(page.locator("#status")).to_contain_text("exit tick")
    expect(page.locator(".rows h3").first).to_contain_text("Exit Ticket")


def test_an_example_on_the_first_page_leads_to_results(home: Page) -> None:
    example = home.locator(".tries a").first
    words = example.inner_text().strip("“” \n")
    example.click()
    expect(home.locator("#status")).to_contain_text(words)
    expect(home.locator("#q")).to_have_value(words)
    expect(home.locator(".rows .why:visible").first).to_be_visible()


def test_nothing_found_is_said_with_ways_on(home: Page) -> None:
    home.locator("#q").fill("xylophone zeppelin")
    home.keyboard.press("Enter")
    expect(home.locator("#status")).to_contain_text("0 credentials")
    expect(home.locator("#none h2")).to_have_text("Nothing in the catalog matches “xylophone zeppelin”")
    expect(home.locator(".rows .row")).to_have_count(0)
    expect(home.locator("#none a[href='/focus-areas/']")).to_be_visible()


def test_what_keeps_results_away_can_be_dropped(visit: Callable[..., Visit], rows: Rows) -> None:
    page = visit().open("/credentials/#q=exit+tickets&issuer=northlight-arts-partnership&cost=fee&grades=k-2")
    expect(page.locator("#status")).to_contain_text("0 credentials")
    dropped = page.locator("#none .drop button").last
    dropped.click()
    expect(page.locator("#none")).to_be_hidden()
    expect(page.locator(".rows .row").first).to_be_visible()


def test_words_that_look_like_code_stay_words(visit: Callable[..., Visit]) -> None:
    words = '<img src=x onerror=alert(1)> "exit" & tickets'
    page = visit().open("/credentials/")
    page.locator("#q").fill(words)
    expect(page.locator("#status")).to_contain_text(words)
    assert page.locator("#status img, .rows img[src=x], #none img").count() == 0


def test_only_a_good_match_is_called_the_best(visit: Callable[..., Visit]) -> None:
    page = visit().open("/credentials/#q=students+shut+down+when+the+schedule+changes")
    expect(page.locator(".best-tag:visible")).to_have_count(1)
    page.locator("#q").fill("calm xylophone zeppelin orchestra")
    expect(page.locator("#status")).to_contain_text("xylophone")
    expect(page.locator(".best-tag:visible")).to_have_count(0)


@pytest.mark.parametrize(("path", "script"), [("/", "site"), ("/credentials/", "browse")])
def test_what_is_asked_is_not_sent_when_the_script_that_keeps_it_did_not_come(
    visit: Callable[..., Visit], path: str, script: str
) -> None:
    one = visit()
    one.context.route(
        f"**/assets/{script}.*.js", lambda route: route.fulfill(content_type="text/javascript", body="")
    )
    page = one.open(path)
    page.locator("#q").fill("zebrafish worries")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert [request for request in one.asked if "zebrafish" in request.lower()] == []


def test_what_is_asked_never_leaves_the_browser(visit: Callable[..., Visit], host: Any) -> None:
    one = visit()
    before = len(host.asked)
    ask(one.open("/"), "zebrafish worries")
    ask(one.page, "zebrafish troubles")
    one.page.locator("label", has_text="Free").first.click()
    one.open("/credentials/calm-routines/")
    one.page.go_back()
    expect(one.page.locator("#status")).to_contain_text("zebrafish")
    asked = one.asked + host.asked[before:]
    assert len(asked) > 10
    assert [request for request in asked if "zebrafish" in request.lower()] == []
