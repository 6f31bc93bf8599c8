"""What the pages find out by themselves: badges with everything that can be wrong, opened in a browser."""

import json
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from sitegen.badges import baked_png, baked_svg, register
from sitegen.model import urls
from tests.site import badge_shelf, browsing, hosting
from tests.site.badge_shelf import AWARDS, GOOD, LINE, MAIL, OTHER_KEY, RECORD, SALT, SOME_SVG, address, line

FOUND = {
    "altered": ("This record was altered", "bad"),
    "nonsense": ("This record was altered", "bad"),
    "another record": ("This page does not match the record", "bad"),
    "by a stranger": ("We do not know who signed this", "warn"),
    "by a key of the past": ("The key behind this badge is not trusted", "bad"),
    "expired": ("This badge has expired", "warn"),
    "not yet": ("This badge is not valid yet", "warn"),
    "revoked": ("This badge was withdrawn", "bad"),
    "suspended": ("This badge is on hold", "warn"),
}
DIFFERS = {
    "another record": "which badge it is",
    "another name shown": "the name",
    "no name shown": "the name",
    "another day shown": "a date",
    "another end shown": "a date",
    "another level shown": "the rubric",
    "a result left out": "the rubric",
    "evidence left out": "the evidence",
    "shown as withdrawn": "whether it was withdrawn",
    "another title shown": "the title",
}


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[hosting.Host]:
    """A host of all these badges."""
    folder = tmp_path_factory.mktemp("shelf")
    badge_shelf.publish(folder)
    with hosting.running(folder) as host:
        yield host


@pytest.fixture(scope="module")
def visit(browser: Browser, shelf: hosting.Host) -> Iterator[browsing.Visit]:
    """One visitor for all tests here: nothing is kept between pages."""
    visit = browsing.Visit(browser, shelf.origin, timezone_id="UTC", locale="en-US")
    yield visit
    visit.close()


@pytest.fixture
def visitor(visit: browsing.Visit) -> Iterator[browsing.Visit]:
    """Somebody who looks at badges; when the test ends, nothing must have gone wrong."""
    yield visit
    visit.page.goto("about:blank")
    assert visit.forget() == []


def expect_verdict(page: Page, heading: str, tone: str) -> None:
    expect(page.locator("#verdict h2:visible")).to_have_text(heading)
    expect(page.locator("#verdict")).to_have_attribute("data-tone", tone)


@pytest.mark.parametrize("name", ["good", "unnamed", "endless"])
def test_a_good_badge_is_green_after_every_check(visitor: browsing.Visit, name: str) -> None:
    page = visitor.open(address(name))
    expect_verdict(page, "This badge is valid", "ok")
    expect(page.locator(".tally .if-ok")).to_have_text("5 of 5 checks passed")


def test_a_page_asks_for_eight_files_at_most_and_none_elsewhere(visitor: browsing.Visit) -> None:
    expect_verdict(visitor.open(address("good")), "This badge is valid", "ok")
    assert len(set(visitor.asked)) <= 8  # the picture is asked for again as the icon of the tab


@pytest.mark.parametrize("name", FOUND)
def test_everything_else_is_told_apart(visitor: browsing.Visit, name: str) -> None:
    expect_verdict(visitor.open(address(name)), *FOUND[name])


@pytest.mark.parametrize("name", DIFFERS)
def test_a_page_that_shows_something_else_than_its_record_says_so(visitor: browsing.Visit, name: str) -> None:
    page = visitor.open(address(name))
    expect_verdict(page, "This page does not match the record", "bad")
    expect(page.locator(".says")).to_contain_text(DIFFERS[name])
    expect(page.locator("[data-check=page]")).to_have_attribute("data-result", "fail")


def test_a_list_that_an_issuer_does_not_have_is_not_asked_for(visitor: browsing.Visit) -> None:
    expect_verdict(
        visitor.open(address("revoked, and no list of suspended ones")), "This badge was withdrawn", "bad"
    )
    assert [asked for asked in visitor.asked if "suspended" in asked] == []


def test_nor_does_the_page_for_any_badge_ask_for_it(browser: Browser, shelf: hosting.Host) -> None:
    visit = browsing.Visit(browser, shelf.origin)
    known = register.known(badge_shelf.made.SITE.base_url, "museum", RECORD)
    keys = json.dumps([register.document(known, suspends=False)])
    visit.page.route("**/badges/keys.json", lambda route: route.fulfill(body=keys))
    page = visit.open("/verify/")
    page.locator("#text").fill(line(AWARDS["revoked"]).decode())
    page.locator("[data-take] button[type=submit]").click()
    expect(page.locator("#verdict h2:visible")).to_have_text("This badge was withdrawn")
    assert [asked for asked in visit.asked if "suspended" in asked] == []
    visit.close()
    assert visit.problems == []


def test_the_reason_of_the_issuer_is_given(visitor: browsing.Visit) -> None:
    for name in ("revoked", "suspended"):
        expect(visitor.open(address(name)).locator(".says q")).to_have_text("by mistake")


MISSING = {
    "**/badges/**.json": "the signed record",
    "**/status/*.json": "the issuer’s list of withdrawn badges",
}

ANSWERS: dict[str, dict[str, Any]] = {
    "nothing": {},
    "not found": {"status": 404, "body": "{}"},
    "far too large a file": {"body": b" " * 3_000_001},
}


@pytest.mark.parametrize("path", MISSING)
@pytest.mark.parametrize("answer", ANSWERS)
def test_a_file_that_cannot_be_had_leaves_the_check_unfinished(
    browser: Browser, shelf: hosting.Host, path: str, answer: str
) -> None:
    visit = browsing.Visit(browser, shelf.origin)
    given = ANSWERS[answer]
    visit.page.route(path, lambda route: route.fulfill(**given) if given else route.abort())
    page = visit.open(address("good"))
    expect_verdict(page, "The check could not be finished", "warn")
    expect(page.locator(".says")).to_contain_text(MISSING[path])
    visit.close()


@pytest.mark.parametrize(
    ("script", "words"),
    [
        ("SubtleCrypto.prototype.importKey = () => Promise.reject(new DOMException('', 'NotSupportedError'))", "a browser"),
        ("SubtleCrypto.prototype.verify = () => { throw new TypeError(); }", "a browser"),
    ],
)  # fmt: skip
def test_a_browser_that_cannot_check_says_so(
    browser: Browser, shelf: hosting.Host, script: str, words: str
) -> None:
    visit = browsing.Visit(browser, shelf.origin)
    visit.page.add_init_script(script)
    page = visit.open(address("good"))
    expect_verdict(page, "The check could not be finished", "warn")
    expect(page.locator(".says")).to_contain_text(words)
    visit.close()
    assert visit.problems == []


@pytest.mark.parametrize(
    ("mail", "fragment", "words"),
    [
        (MAIL, f"#who={SALT}", "Yes. The badge was awarded to that address."),
        (" Jordan@Example.org", f"#who={SALT}", "Yes. The badge was awarded to that address."),
        ("jordan@example.com", f"#who={SALT}", "No match."),
        (MAIL, "#who=other", "No match."),
        (MAIL, "", "Ask the person for the link"),
    ],
)
def test_the_right_person_is_found_by_the_earners_link(
    visitor: browsing.Visit, mail: str, fragment: str, words: str
) -> None:
    page = visitor.open(address("good") + fragment)
    if not fragment:
        page.locator("#person summary").click()
    page.locator("#mail").fill(mail)
    page.keyboard.press("Enter")
    expect(page.locator("#person output")).to_contain_text(words)
    assert [asked for asked in visitor.asked if "ordan" in asked] == []


def test_nobody_is_compared_with_a_record_that_is_not_genuine(visitor: browsing.Visit) -> None:
    page = visitor.open(address("altered") + f"#who={SALT}")
    page.locator("#mail").fill(MAIL)
    page.keyboard.press("Enter")
    expect(page.locator("#person output")).to_contain_text("nothing was compared")


def picture() -> bytes:
    file = BytesIO()
    Image.new("RGB", (8, 8)).save(file, "PNG")
    return file.getvalue()


BROUGHT = {
    "record.json": (LINE, "This badge is valid"),
    "picture.png": (baked_png.put(picture(), LINE), "This badge is valid"),
    "picture.svg": (baked_svg.put(SOME_SVG, LINE), "This badge is valid"),
    "revoked.json": (line(AWARDS["revoked"]), "This badge was withdrawn"),
    "suspended.json": (line(AWARDS["suspended"]), "This badge is on hold"),
    "expired.json": (line(AWARDS["expired"]), "This badge has expired"),
    "altered.json": (LINE.replace(b"Jordan Avery", b"Jordan Every"), "This record was altered"),
    "more.json": (LINE.replace(b"{", b'{"honours":"summa",', 1), "This badge cannot be read here"),
    "stranger.json": (line(GOOD, OTHER_KEY), "We do not know who signed this"),
    "elsewhere.json": (
        LINE.replace(b"did:web:shelf.example.org", b"did:web:shelf.example.com"),
        "This badge is from another site",
    ),
    "screenshot.png": (picture(), "There is no badge in this"),
    "hostile.svg": (b"<!DOCTYPE svg>" + SOME_SVG, "There is no badge in this"),
    "nonsense.json": (b"Jordan is a fine teacher.", "There is no badge in this"),
}
HERE = urls.badge(GOOD.id)
WRITTEN = {
    f"https://shelf.example.org{HERE}": "This badge is valid",
    f"https://shelf.example.org{HERE}#who={SALT}": "This badge is valid",
    f"https://shelf.example.org{HERE}.json?x=1": "This badge is valid",
    f"shelf.example.org{HERE}.ob2.json": "This badge is valid",
    f"  https://shelf.example.org{HERE}.png ": "This badge is valid",
    GOOD.id: "This badge is valid",
    LINE.decode(): "This badge is valid",
    f"https://shelf.example.com{HERE}": "This badge is from another site",
    f"https://evil.example/?https://shelf.example.org{HERE}": "This badge is from another site",
    f"https://shelf.example.org@evil.example{HERE}": "This badge is from another site",
    "https://shelf.example.org/credentials/calm-start/": "This badge is from another site",
    "Jordan is a fine teacher.": "There is no badge in this",
}


@pytest.mark.parametrize("name", BROUGHT)
def test_a_badge_can_be_brought_as_a_file(visitor: browsing.Visit, name: str) -> None:
    data, heading = BROUGHT[name]
    page = visitor.open("/verify/")
    page.locator("#file").set_input_files(
        {"name": name, "mimeType": "application/octet-stream", "buffer": data}
    )
    expect(page.locator("#verdict h2:visible")).to_have_text(heading)


@pytest.mark.parametrize("written", WRITTEN)
def test_a_badge_can_be_brought_as_a_link_or_as_text(visitor: browsing.Visit, written: str) -> None:
    page = visitor.open("/verify/")
    page.locator("#text").fill(written)
    page.locator("[data-take] button[type=submit]").click()
    expect(page.locator("#verdict h2:visible")).to_have_text(WRITTEN[written])


def test_the_page_for_any_badge_says_whose_it_is_and_where_its_page_is(visitor: browsing.Visit) -> None:
    page = visitor.open("/verify/")
    page.locator("#text").fill(GOOD.id)
    page.locator("[data-take] button[type=submit]").click()
    expect(page.locator("[data-fill=name]")).to_have_text("Jordan Avery")
    expect(page.locator("[data-fill=title]")).to_have_text("A Calm Start")
    expect(page.locator("[data-fill=issuer]")).to_have_text(RECORD.name)
    expect(page.locator("#page")).to_have_attribute("href", HERE)
    expect(page.locator(".tally .if-ok")).to_have_text("4 of 4 checks passed")


def test_after_a_bad_badge_nothing_of_a_good_one_is_left(visitor: browsing.Visit) -> None:
    page = visitor.open("/verify/")
    for written in (GOOD.id, "Jordan is a fine teacher."):
        page.locator("#text").fill(written)
        page.locator("[data-take] button[type=submit]").click()
        expect(page.locator("#verdict h2:visible")).to_have_text(WRITTEN[written])
    assert page.locator("[data-result=pass]").count() == 0
    expect(page.locator("#verdict")).to_have_attribute("data-tone", "warn")


def test_a_badge_that_is_not_there_cannot_be_checked(browser: Browser, shelf: hosting.Host) -> None:
    visit = browsing.Visit(browser, shelf.origin)
    page = visit.open("/verify/")
    page.locator("#text").fill("ff" * 16)
    page.locator("[data-take] button[type=submit]").click()
    expect(page.locator(".says")).to_contain_text("the signed record")
    visit.close()


def test_the_result_of_a_badge_that_was_brought_can_be_kept(visitor: browsing.Visit) -> None:
    page = visitor.open("/verify/")
    page.locator("#text").fill(GOOD.id)
    page.locator("[data-take] button[type=submit]").click()
    expect(page.locator("#verdict")).to_have_attribute("data-state", "valid")
    with page.expect_download() as download:
        page.locator("[data-do=save]").click()
    kept = Path(download.value.path()).read_text("utf-8")
    for part in (
        "Earner: Jordan Avery",
        f"Page: https://shelf.example.org{HERE}\n",
        "Result: This badge is valid",
    ):
        assert part in kept
