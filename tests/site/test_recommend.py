"""A credential is recommended with a note in the link: made and read in the browser, and sent nowhere."""

from collections.abc import Callable
from urllib.parse import quote

import pytest

from tests.site import axe
from tests.site.browsing import Visit

PAGE = "/credentials/calm-routines/"
CANONICAL = "https://credentials.example.org/credentials/calm-routines/"


@pytest.fixture
def opened(visit: Callable[..., Visit]) -> Visit:
    there = visit(permissions=["clipboard-read", "clipboard-write"])
    there.open(PAGE)
    return there


def read(there: Visit, fragment: str) -> str:
    """What the note says when the page is opened with a fragment; empty if none is shown."""
    there.page.goto("about:blank")
    there.open(PAGE + fragment)
    box = there.page.locator("#note")
    return box.locator("blockquote").inner_text() if box.is_visible() else ""


def test_a_note_is_written_and_copied_with_the_keyboard_alone(opened: Visit) -> None:
    page = opened.page
    page.locator(".recommend summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("For your fifth period & you")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.locator(".recommend [role=status]:not(:empty)").wait_for()
    link = page.evaluate("navigator.clipboard.readText()")
    assert link == f"{CANONICAL}#note=For+your+fifth+period+%26+you"
    assert read(opened, "#" + link.partition("#")[2]) == "For your fifth period & you"


def test_without_a_note_the_link_is_that_of_the_page(opened: Visit) -> None:
    opened.page.locator(".recommend summary").click()
    opened.page.get_by_role("button", name="Copy the link").last.click()
    opened.page.locator(".recommend [role=status]:not(:empty)").wait_for()
    assert opened.page.evaluate("navigator.clipboard.readText()") == CANONICAL


def test_a_letter_carries_the_note_and_the_link(opened: Visit) -> None:
    opened.page.locator(".recommend summary").click()
    opened.page.locator("#words").fill("Try it?")
    href = opened.page.locator(".recommend a").get_attribute("href") or ""
    assert href.startswith("mailto:?subject=Calm%20Routines")
    assert href.endswith(f"body=Try%20it%3F%0A%0A{quote(CANONICAL + '#note=Try+it%3F', safe='')}")


def test_no_note_is_shown_where_there_is_none(opened: Visit) -> None:
    assert read(opened, "") == read(opened, "#evidence") == read(opened, "#note=") == ""


@pytest.mark.parametrize(
    "hostile",
    ["<img src=x onerror=alert(1)>", "<b>bold</b>", "javascript:alert(1)", "{{ 7 * 7 }}", "%E0%A4%A"],
)
def test_markup_in_a_note_is_text(opened: Visit, hostile: str) -> None:
    assert read(opened, "#note=" + quote(hostile)) == hostile
    assert opened.page.locator("#note blockquote *").count() == 0


def test_a_note_that_is_no_valid_text_does_no_harm(opened: Visit) -> None:
    assert read(opened, "#note=%E0%A4%A%ZZ%") != ""
    assert read(opened, "#note=%00%0D%0A%E2%80%AE%E2%80%8Bturned") == "turned"


def test_a_long_note_is_cut(opened: Visit) -> None:
    shown = read(opened, "#note=" + "word+" * 2000)
    assert len(shown) == 281
    assert shown.endswith("…")


def test_a_note_says_that_it_is_not_the_site_s(opened: Visit) -> None:
    read(opened, "#note=Hello")
    assert "this site did not write it" in opened.page.locator("#note").inner_text()


def test_a_note_can_be_hidden_and_is_gone_from_the_address(opened: Visit) -> None:
    read(opened, "#note=Hello")
    opened.page.get_by_role("button", name="Hide the note").click()
    assert not opened.page.locator("#note").is_visible()
    assert opened.page.evaluate("location.hash") == ""
    assert opened.page.evaluate("document.activeElement.tagName") == "H1"


def test_words_of_any_script_and_pictures_stay_whole(opened: Visit) -> None:
    for words in ("שלום לך", "می‌خواهم", "👩‍🏫 good", "素晴らしい"):
        assert read(opened, "#note=" + quote(words)) == words


def test_the_page_with_a_note_and_an_open_form_keeps_nobody_out(opened: Visit) -> None:
    read(opened, "#note=Hello")
    opened.page.locator(".recommend summary").click()
    assert axe.judged(opened) == []


def test_without_script_nothing_is_offered(visit: Callable[..., Visit]) -> None:
    there = visit(java_script_enabled=False)
    there.open(PAGE + "#note=Hello")
    assert not there.page.locator("#note").is_visible()
    assert not there.page.locator(".recommend").is_visible()
