"""The self-check on a credential's page: answers stay in the browser, and travel as a file if somebody wants that."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.site import axe
from tests.site.browsing import DESK, PHONE, Visit
from tests.site.parsed import Page as Parsed

PATH, OTHER = "/credentials/calm-routines/", "/credentials/peer-coaching/"


def begun(visit: Visit, path: str = PATH) -> Page:
    """The page with its self-check begun."""
    page = visit.open(path)
    page.locator("#self-check [data-do=start]").click()
    return page


def saved(page: Page) -> Path:
    """The file that somebody saves."""
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as a file").click()
    return download.value.path()


def test_every_row_of_the_rubric_is_a_question(visit: Callable[..., Visit], pages: dict[str, Parsed]) -> None:
    page = begun(visit())
    rows = page.locator("table.rubric tbody th").all_inner_texts()
    assert page.locator("#self-check legend").all_inner_texts() == rows
    assert page.locator("#self-check [type=radio]").count() == page.locator("table.rubric tbody td").count()
    expect(page.locator("#self-check [role=status]")).to_have_text(
        f"0 of {len(rows)} rows answered, 0 at a level that passes."
    )


def test_answers_are_there_again_and_went_nowhere(visit: Callable[..., Visit]) -> None:
    visitor = visit()
    page = begun(visitor)
    asked = len(visitor.asked)
    page.locator("#self-check [type=radio]").first.check()
    page.locator("#self-check textarea").first.fill("My log, page 2")
    page.locator("#self-check [type=checkbox]").first.check()
    assert visitor.asked[asked:] == []
    page.reload()
    expect(page.locator("#self-check [data-do=start]")).to_have_text("Go on with your answers")
    page.locator("#self-check [data-do=start]").click()
    expect(page.locator("#self-check [type=radio]").first).to_be_checked()
    expect(page.locator("#self-check [type=checkbox]").first).to_be_checked()
    expect(page.locator("#self-check textarea").first).to_have_value("My log, page 2")
    expect(page.locator("#self-check [role=status]")).to_contain_text("1 at a level that passes")


def test_answers_travel_as_a_file(visit: Callable[..., Visit]) -> None:
    page = begun(visit())
    page.locator("#self-check [type=radio]").nth(1).check()
    page.locator("#self-check textarea").first.fill("<b>“page 2”</b>")
    file = saved(page)
    written = json.loads(file.read_text("utf-8"))
    assert (written["credential"], written["answers"][0]["level"]) == ("calm-routines", "Almost there")
    elsewhere = begun(visit())
    elsewhere.locator("#self-check [type=file]").set_input_files(file)
    expect(elsewhere.locator("#self-check [type=radio]").nth(1)).to_be_checked()
    expect(elsewhere.locator("#self-check textarea").first).to_have_value("<b>“page 2”</b>")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("no JSON", "holds no answers"),
        ("[]", "holds no answers"),
        (
            '{"what": "self-check of a credential", "answers": [null, 7], "credential": "calm-routines", "version": "9.9"}',
            "from version 9.9",
        ),
        (
            '{"what": "self-check of a credential", "answers": [], "credential": "other"}',
            "belongs to another credential: other",
        ),
        (" " * 1_000_001, "holds no answers"),
    ],
    ids=["text", "list", "odd answers", "another credential", "too large"],
)
def test_a_file_that_does_not_fit_is_told(
    visit: Callable[..., Visit], tmp_path: Path, text: str, said: str
) -> None:
    page = begun(visit())
    file = tmp_path / "answers.json"
    file.write_text(text, "utf-8")
    page.locator("#self-check [type=file]").set_input_files(file)
    expect(page.locator("#self-check [role=status]")).to_contain_text(said)


def test_answers_can_be_erased(visit: Callable[..., Visit]) -> None:
    page = begun(visit())
    page.locator("#self-check [type=radio]").first.check()
    page.on("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Erase").click()
    expect(page.locator("#self-check [role=status]")).to_have_text("Your answers are erased.")
    assert page.locator("#self-check input:checked").count() == 0
    page.reload()
    expect(page.locator("#self-check [data-do=start]")).to_have_text("Start the self-check")


def test_answers_of_one_credential_are_not_those_of_another(visit: Callable[..., Visit]) -> None:
    visitor = visit()
    begun(visitor).locator("#self-check [type=radio]").first.check()
    page = begun(visitor, OTHER)
    assert page.locator("#self-check input:checked").count() == 0


def test_it_is_answered_by_keyboard(visit: Callable[..., Visit]) -> None:
    page = visit().open(PATH)
    page.locator("#self-check [data-do=start]").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#self-check h3").first).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.locator("#self-check [type=radio]").first).to_be_checked()
    page.keyboard.press("ArrowDown")
    expect(page.locator("#self-check [type=radio]").nth(1)).to_be_checked()
    page.keyboard.press("Tab")
    expect(page.locator("#self-check textarea").first).to_be_focused()


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_nothing_keeps_anybody_out(visit: Callable[..., Visit], size: dict[str, int]) -> None:
    visitor = visit(viewport=size)
    begun(visitor)
    assert axe.judged(visitor) == []


def test_without_a_script_there_is_none(visit: Callable[..., Visit]) -> None:
    expect(visit(java_script_enabled=False).open(PATH).locator("#self-check")).to_be_hidden()
