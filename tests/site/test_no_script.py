"""Without JavaScript: lists lead to everything, and no control is shown that would do nothing."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.site.browsing import DESK, PHONE, Visit, texts

PAGES = [
    "/",
    "/credentials/",
    "/credentials/page/2/",
    "/credentials/calm-routines/",
    "/topics/",
    "/topics/giving-up/",
    "/a-z/",
    "/lists/working-beside-one-student/",
    "/docs/",
    "/verify/",
    "/people/letitia-bookbinder/",
    "/badges/1d/1d1a6cbb5e76311d4a00a6f27d6c03da",
    "/no-such-page/",
]


@pytest.fixture
def plain(visit: Callable[..., Visit]) -> Visit:
    return visit(java_script_enabled=False)


def quiet(visit: Visit, path: str) -> Page:
    """Open a page; that there is none at an address is no fault here."""
    page = visit.open(path)
    visit.problems[:] = [problem for problem in visit.problems if "status of 404" not in problem]
    return page


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("path", PAGES)
def test_no_control_is_shown_that_needs_a_script(
    visit: Callable[..., Visit], path: str, size: dict[str, int]
) -> None:
    page = quiet(visit(java_script_enabled=False, viewport=size), path)
    shown = page.locator("button:visible, input:visible, select:visible, textarea:visible").all()
    dead = [one.inner_text() for one in shown if not one.get_attribute("popovertarget")]
    assert dead == []


def test_the_whole_list_can_be_paged_through(plain: Visit, rows: list[dict[str, str]]) -> None:
    page = plain.open("/credentials/")
    titles = texts(page.locator(".rows h3"))
    while page.locator(".pager a[rel=next]").count():
        page.locator(".pager a[rel=next]").click()
        page.wait_for_load_state()
        titles += texts(page.locator(".rows h3"))
    assert titles == [row["title"] for row in rows]


def test_a_problem_leads_to_a_credential_by_topics(plain: Visit) -> None:
    page = plain.open("/")
    page.get_by_role("link", name="Start from what you notice").first.click()
    page.get_by_role("link", name="My students hardly talk, or only a few do").click()
    expect(page.get_by_text("I ask a question and get silence")).to_be_visible()
    page.get_by_role("link", name="Talk Moves: More Voices, More Thinking").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Talk Moves: More Voices, More Thinking")


def test_a_title_is_found_by_its_letter(plain: Visit) -> None:
    page = plain.open("/credentials/")
    page.get_by_role("link", name="all titles from A to Z").click()
    page.get_by_role("navigation", name="Letters").locator("a", has_text="B").first.click()
    section = page.get_by_role("region", name="B", exact=True)
    expect(section).to_be_in_viewport()
    section.get_by_role("link", name="Belonging Check-ins").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Belonging Check-ins")


def test_a_list_leads_to_its_credentials(plain: Visit) -> None:
    page = plain.open("/")
    page.get_by_role("link", name="If you lead a reading team").click()
    page.get_by_role("link", name="Vocabulary That Sticks").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Vocabulary That Sticks")


def test_the_first_page_leads_on_by_lists(plain: Visit) -> None:
    page = plain.open("/")
    page.get_by_role("link", name="Choose a focus area").first.click()
    page.locator(".areas h2 a").first.click()
    page.locator(".rows h3 a").first.click()
    expect(page.locator("#evidence table.rubric").first).to_be_visible()


def test_the_menu_of_a_phone_opens(visit: Callable[..., Visit]) -> None:
    page = visit(java_script_enabled=False, viewport=PHONE).open("/")
    expect(page.locator("#menu")).to_be_hidden()
    page.locator(".menu-button").click()
    expect(page.locator("#menu a").first).to_be_visible()


def test_the_list_says_why_there_is_no_search(plain: Visit) -> None:
    expect(plain.open("/credentials/").locator(".nojs")).to_contain_text("Search and filters need JavaScript")
