"""What a badge's page shows when the checking script speaks: every state in its own words, and never green too early.

The pages are made here from an award by hand, under the site's own headers; the checking script is left out, and the test speaks for it.
"""

from collections.abc import Callable, Iterator
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from sitegen import site_view
from sitegen.model import urls
from sitegen.plan import badge_words, headers, verify_page
from sitegen.plan.badge_words import Standing
from tests.render import test_badge_template as made
from tests.site import browsing, hosting

ALL = dict.fromkeys(("signature", "key", "status", "dates", "page"), "pass")
ADDRESS = f"https://shelf.example.org{urls.badge(made.small_award.AWARD.id)}"
STATES = {
    "valid": ("This badge is valid", "ok"),
    "expired": ("This badge has expired", "warn"),
    "not-yet": ("This badge is not valid yet", "warn"),
    "revoked": ("This badge was withdrawn", "bad"),
    "suspended": ("This badge is on hold", "warn"),
    "altered": ("This record was altered", "bad"),
    "page-differs": ("This page does not match the record", "bad"),
    "unknown-key": ("We do not know who signed this", "warn"),
    "key-problem": ("The key behind this badge is not trusted", "bad"),
    "could-not-finish": ("The check could not be finished", "warn"),
}
SPEAK = "(detail) => document.dispatchEvent(new CustomEvent('badge:checked', { detail }))"


@pytest.fixture(scope="module")
def badges(tmp_path_factory: pytest.TempPathFactory) -> Iterator[hosting.Host]:
    """A host with two pages: one of a badge in force, one of a badge that the build knew to be withdrawn."""
    folder = tmp_path_factory.mktemp("badges")
    (folder / "assets").mkdir()
    for asset in made.THEME.theme.assets:
        data = (made.ASSETS / "badge.js").read_bytes() if asset.name == "checking.js" else asset.data
        (folder / asset.address).write_bytes(data)
    (folder / "verify").mkdir()
    any_badge = made.THEME.render("verify.html", verify_page.view(made.SITE, ""), site_view.of(made.SITE))
    (folder / "verify" / "index.html").write_bytes(bytes(any_badge))
    (folder / "_headers").write_bytes(headers.job(made.SITE).payload)
    for name, standing in (
        ("good", badge_words.IN_FORCE),
        ("withdrawn", Standing(state="revoked", since=date(2026, 10, 9))),
    ):
        (folder / f"{name}.html").write_text(made._page(standing), "utf-8")
    for name in ("art/credentials/calm-start.svg", "art/issuers/museum.svg"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes((made.ASSETS / "icon.svg").read_bytes())
    with hosting.running(folder) as host:
        yield host


@pytest.fixture(scope="module")
def visit(browser: Browser, badges: hosting.Host) -> Iterator[browsing.Visit]:
    """One visitor for all tests here: nothing is kept between pages."""
    visit = browsing.Visit(browser, badges.origin, timezone_id="America/New_York", locale="en-US")
    yield visit
    visit.close()


@pytest.fixture
def badge(visit: browsing.Visit) -> Iterator[Callable[..., Page]]:
    """Opens a page; when the test ends, nothing must have gone wrong on it."""
    yield lambda name="good", fragment="": visit.open(f"/{name}.html{fragment}")
    visit.page.emulate_media(media="null")
    visit.page.goto("about:blank")
    assert visit.forget() == []


def _say(page: Page, state: str, checks: dict[str, str] | None = None, **facts: Any) -> None:
    page.evaluate(SPEAK, {"state": state, "checks": ALL if checks is None else checks, "facts": facts})


@pytest.mark.parametrize(("state", "heading", "tone"), [(s, *words) for s, words in STATES.items()])
def test_every_state_has_its_own_words_and_color(
    badge: Callable[..., Page], state: str, heading: str, tone: str
) -> None:
    page = badge()
    _say(page, state)
    expect(page.locator("#verdict h2")).to_have_text(heading)
    expect(page.locator("#verdict")).to_have_attribute("data-tone", tone)


@pytest.mark.parametrize(
    "checks", [{}, ALL | {"status": "unknown"}, ALL | {"page": "fail"}, dict.fromkeys(list(ALL)[:4], "pass")]
)
def test_a_page_is_green_only_if_every_check_passed(
    badge: Callable[..., Page], checks: dict[str, str]
) -> None:
    page = badge()
    _say(page, "valid", checks)
    expect(page.locator("#verdict")).to_have_attribute("data-state", "could-not-finish")


@pytest.mark.parametrize("state", ["", "toString", "signature.pass", "green"])
def test_a_state_that_nobody_knows_is_an_unfinished_check(badge: Callable[..., Page], state: str) -> None:
    page = badge()
    _say(page, state)
    expect(page.locator("#verdict")).not_to_have_attribute("data-tone", "ok")


def test_what_the_build_knew_stays_when_the_check_could_not_be_finished(badge: Callable[..., Page]) -> None:
    page = badge("withdrawn")
    _say(page, "could-not-finish", {}, missing=["status"])
    expect(page.locator("#verdict h2")).to_have_text("This badge was withdrawn")
    expect(page.locator("#verdict")).to_have_attribute("data-tone", "bad")


def test_facts_are_text_whatever_they_hold(badge: Callable[..., Page]) -> None:
    page = badge()
    _say(page, "revoked", ALL | {"status": "fail"}, since="2026-10-09T01:00:00Z", reason="<b>copied</b>")
    expect(page.locator(".says")).to_contain_text(
        "withdrew it on October 9, 2026. The reason given: <b>copied</b>"
    )
    expect(page.locator("[data-check=status] p")).to_have_text(
        "No. The issuer’s list of withdrawn badges names it."
    )


def test_what_is_missing_is_named(badge: Callable[..., Page]) -> None:
    page = badge()
    _say(page, "could-not-finish", {}, missing=["record", "status"])
    expect(page.locator(".says")).to_contain_text("the signed record")
    expect(page.locator(".says")).to_contain_text("the issuer’s list of withdrawn badges")


def test_checks_show_their_answers(badge: Callable[..., Page]) -> None:
    page = badge()
    _say(page, "valid", until="2031-03-09T00:00:00Z")
    expect(page.locator(".tally .if-ok")).to_have_text("5 of 5 checks passed")
    expect(page.locator("[data-check=dates] p")).to_have_text("Yes. It is valid until March 9, 2031.")


def test_the_result_can_be_kept(badge: Callable[..., Page]) -> None:
    page = badge()
    expect(page.locator("[data-do=save]")).to_be_disabled()
    _say(page, "valid", sha256="9f9f")
    with page.expect_download() as download:
        page.locator("[data-do=save]").click()
    kept = Path(download.value.path()).read_text("utf-8")
    for part in ("Badge: A Calm Start", "Earner: Jordan Avery", f"Page: {ADDRESS}", "Result: This badge is valid", "9f9f",
                 "- Is the record unchanged? Yes."):  # fmt: skip
        assert part in kept


def test_the_code_leads_to_the_page(badge: Callable[..., Page]) -> None:
    page = badge()
    page.locator("[data-do=code]").click()
    found = zxingcpp.read_barcodes(Image.open(BytesIO(page.locator("#code .qr svg").screenshot())))
    assert [code.text for code in found] == [ADDRESS]


def test_codes_of_every_size_can_be_read(badge: Callable[..., Page]) -> None:
    page = badge()
    texts = ["é" + "x" * length for length in (1, 12, 13, 24, 40, 60, 82, 104, 120, 150, 178, 211)]
    script = page.locator("#code .qr").get_attribute("data-script")
    codes = page.evaluate(
        "async ([script, texts]) => texts.map((await import(script)).code)", [script, texts]
    )
    assert [_read(code) for code in codes] == texts


def _read(rows: list[list[bool]]) -> str:
    """What an independent reader finds in a code."""
    image = Image.new("L", (len(rows) + 8, len(rows) + 8), 255)
    image.putdata([0 if 0 <= y < len(rows) and 0 <= x < len(rows) and rows[y][x] else 255
                   for y in range(-4, len(rows) + 4) for x in range(-4, len(rows) + 4)])  # fmt: skip
    found = zxingcpp.read_barcodes(
        image.resize((image.width * 4, image.height * 4), Image.Resampling.NEAREST)
    )
    return found[0].text if found else ""


def test_a_person_is_compared_only_with_the_earners_own_link(badge: Callable[..., Page]) -> None:
    page = badge()
    page.locator("#person summary").click()
    page.locator("#mail").fill("jordan@example.org")
    page.keyboard.press("Enter")
    expect(page.locator("#person output")).to_contain_text("Ask the person for the link")


def test_on_paper_it_is_one_page_with_code_and_address(badge: Callable[..., Page]) -> None:
    page = badge()
    _say(page, "valid")
    page.evaluate("() => { window.print = () => { window.printed = true; }; }")
    page.locator("[data-do=print]").click()
    page.wait_for_function("() => window.printed")
    for size in ("A4", "Letter"):
        assert page.pdf(format=size, prefer_css_page_size=True).count(b"/Type /Page\n") == 1
    page.emulate_media(media="print")
    expect(page.locator(".paper svg")).to_be_visible()
    expect(page.locator(".paper")).to_contain_text(ADDRESS)
    assert [
        one.inner_text() for one in page.locator("#how, .share, .foot, .top").all() if one.is_visible()
    ] == []
