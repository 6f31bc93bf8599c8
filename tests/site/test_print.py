"""A credential on paper: a sheet one can work from, with the rubric and without what only a screen needs."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.site.browsing import Visit, texts
from tests.site.links import BASE

PATH = "/credentials/calm-routines/"
PAPER = {"width": 680, "height": 960}
"""A4 between its margins."""


@pytest.fixture
def sheet(visit: Callable[..., Visit]) -> Page:
    page = visit(viewport=PAPER, color_scheme="dark").open(PATH)
    page.emulate_media(media="print", color_scheme="dark")
    return page


@pytest.mark.parametrize(
    "part", ["header.top", "footer.foot", ".crumbs", ".jump", ".btn", ".tools", ".skip", "#related"]
)
def test_what_only_a_screen_needs_is_left_out(sheet: Page, part: str) -> None:
    assert sheet.locator(part).count() > 0
    assert [one.inner_text() for one in sheet.locator(f"{part}:visible").all()] == []


def test_every_part_of_the_evidence_comes_with_its_rubric_as_a_table(sheet: Page) -> None:
    parts, tables = sheet.locator(".part"), sheet.locator(".part table.rubric")
    assert tables.count() == parts.count() > 0
    for table in tables.all():
        assert table.evaluate("(one) => getComputedStyle(one).display") == "table"
        assert all(cell.is_visible() for cell in table.locator("th, td:not(:empty)").all())


def test_parts_have_a_box_to_tick_and_rows_have_room_for_notes(sheet: Page) -> None:
    box = sheet.locator(".part > header").first.evaluate(
        "(one) => { const { width, borderTopStyle } = getComputedStyle(one, '::before'); return [width, borderTopStyle]; }"
    )
    assert float(box[0].removesuffix("px")) > 10
    assert box[1] == "solid"
    notes = sheet.locator(".rubric thead tr").first.evaluate(
        "(one) => getComputedStyle(one, '::after').content"
    )
    assert notes == '"Notes"'


def test_the_foot_says_which_version_it_is_and_where_it_came_from(sheet: Page) -> None:
    foot = sheet.locator(".print-foot")
    expect(foot).to_be_visible()
    expect(foot).to_contain_text("version")
    expect(foot).to_contain_text(BASE + PATH)


def test_paper_is_white_whatever_the_screen_is(sheet: Page) -> None:
    found = sheet.locator("body, .card, .part, .rubric thead th").evaluate_all(
        "(all) => all.map((one) => getComputedStyle(one).backgroundColor)"
    )
    assert all(_light(color) for color in found), set(found)
    assert not _light(sheet.evaluate("getComputedStyle(document.querySelector('h1')).color"))


def test_the_sheet_has_the_words_of_the_page(sheet: Page) -> None:
    assert texts(sheet.locator("h2:visible"))[:3] == ["What it helps with", "What you do", "What you send in"]
    assert sheet.pdf(prefer_css_page_size=True).startswith(b"%PDF")


def _light(color: str) -> bool:
    parts = [float(part) for part in color.strip("rgba()").split(",")]
    return (len(parts) == 4 and parts[3] == 0) or sum(parts[:3]) / 3 > 200
