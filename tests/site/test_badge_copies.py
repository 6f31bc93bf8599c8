"""A badge to take along: the zip that the page makes, unpacked, and opened from the folder without any site."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from sitegen.model import urls
from tests.site import badge_shelf, browsing, hosting

PAGE = "open-me.html"
NAMES = ("good", "revoked", "suspended", "expired")


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[hosting.Host]:
    """A host of badges, each with a picture that holds it."""
    folder = tmp_path_factory.mktemp("shelf")
    badge_shelf.publish(folder)
    for name in NAMES:
        (folder / badge_shelf.address(name)[1:]).with_suffix(".png").write_bytes(
            b"picture of " + name.encode()
        )
    with hosting.running(folder) as host:
        yield host


def taken(browser: Browser, host: hosting.Host, name: str) -> bytes:
    """The zip of a badge."""
    visit = browsing.Visit(browser, host.origin)
    page = visit.open(badge_shelf.address(name))
    with page.expect_download() as download:
        page.locator("[data-do=zip]").click()
    data = Path(download.value.path()).read_bytes()
    visit.close()
    assert visit.problems == []
    return data


@pytest.fixture(scope="module")
def zips(browser: Browser, shelf: hosting.Host, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The zips of some badges, as files."""
    folder = tmp_path_factory.mktemp("zips")
    for name in NAMES:
        (folder / f"{name}.zip").write_bytes(taken(browser, shelf, name))
    return {name: folder / f"{name}.zip" for name in NAMES}


@pytest.fixture
def reader(browser: Browser) -> Iterator[browsing.Visit]:
    """Somebody without a connection: everything but files on the disk counts as gone wrong."""
    visit = browsing.Visit(browser, "file:///", timezone_id="UTC", locale="en-US", offline=True)
    yield visit
    visit.close()
    assert visit.problems == []


def unpacked(file: Path, folder: Path) -> Path:
    """The folder in which the page of a zip lies."""
    with zipfile.ZipFile(file) as archive:
        assert archive.testzip() is None
        archive.extractall(folder)
    return next(folder.glob(f"*/{PAGE}")).parent


def opened(reader: browsing.Visit, folder: Path) -> Page:
    return reader.open((folder / PAGE).as_uri())


STATES = {
    "good": ("valid", "This badge was valid on "),
    "revoked": ("revoked", "This badge was withdrawn"),
    "suspended": ("suspended", "This badge is on hold"),
    "expired": ("expired", "This badge has expired"),
}


@pytest.mark.parametrize("name", STATES)
def test_a_copy_checks_itself_without_a_connection(
    reader: browsing.Visit, zips: dict[str, Path], tmp_path: Path, name: str
) -> None:
    state, heading = STATES[name]
    page = opened(reader, unpacked(zips[name], tmp_path))
    expect(page.locator("#verdict")).to_have_attribute("data-state", state)
    expect(page.locator("#verdict h2:visible")).to_contain_text(heading)
    assert {asked.partition(":")[0] for asked in reader.asked} == {"file"}


def test_it_says_of_when_it_speaks_and_where_to_look_today(
    reader: browsing.Visit, zips: dict[str, Path], tmp_path: Path
) -> None:
    page = opened(reader, unpacked(zips["good"], tmp_path))
    expect(page.locator(".kept")).to_contain_text("What happened after that day it cannot know")
    now = page.locator(".kept a")
    expect(now).to_have_attribute("href", f"https://shelf.example.org{urls.badge(badge_shelf.GOOD.id)}")


CHANGED = {
    ("Jordan Avery", "Jordan Every"): "This record was altered",
    ('data-says="name">Jordan Avery', 'data-says="name">Jordan Every'): "This page does not match the record",
    ('"key":"z6Mk', '"key":"z6Mj'): "We do not know who signed this",
    ("encodedList", "encodedRow"): "The check could not be finished",
}


@pytest.mark.parametrize("change", CHANGED)
def test_a_copy_that_somebody_changed_is_not_valid(
    reader: browsing.Visit, zips: dict[str, Path], tmp_path: Path, change: tuple[str, str]
) -> None:
    folder = unpacked(zips["good"], tmp_path)
    text = (folder / PAGE).read_text("utf-8")
    assert change[0] in text
    (folder / PAGE).write_text(text.replace(*change), "utf-8")
    expect(opened(reader, folder).locator("#verdict h2:visible")).to_have_text(CHANGED[change])


@pytest.mark.parametrize(("name", "state"), [("Jordan Avery", "valid"), ("Jordan Every", "altered")])
def test_the_record_beside_the_page_can_be_checked_too(
    reader: browsing.Visit, zips: dict[str, Path], tmp_path: Path, name: str, state: str
) -> None:
    folder = unpacked(zips["good"], tmp_path)
    record = folder / "badge.json"
    record.write_bytes(record.read_bytes().replace(b"Jordan Avery", name.encode()))
    page = opened(reader, folder)
    expect(page.locator("#verdict")).to_have_attribute("data-state", "valid")
    page.evaluate("() => { document.querySelector('#verdict').dataset.state = 'waiting'; }")
    page.locator("[data-record-file]").set_input_files(record)
    expect(page.locator("#verdict")).to_have_attribute("data-state", state)


def test_what_is_in_it_is_what_the_site_publishes(shelf: hosting.Host, zips: dict[str, Path]) -> None:
    folder, address = Path(shelf.site.out), badge_shelf.address("good")[1:]
    with zipfile.ZipFile(zips["good"]) as archive:
        inside = {name.partition("/")[2]: archive.read(name) for name in archive.namelist()}
    assert inside["badge.json"] == (folder / address).with_suffix(".json").read_bytes()
    assert inside["badge.png"] == b"picture of good"
    assert inside["status.json"] == (folder / "status" / "museum.json").read_bytes()


def test_the_same_badge_gives_the_same_zip(
    browser: Browser, shelf: hosting.Host, zips: dict[str, Path]
) -> None:
    assert taken(browser, shelf, "good") == zips["good"].read_bytes()


def test_without_its_files_no_zip_is_made_and_the_page_says_so(browser: Browser, shelf: hosting.Host) -> None:
    visit = browsing.Visit(browser, shelf.origin)
    page = visit.open(badge_shelf.address("good"))
    expect(page.locator("#verdict")).to_have_attribute("data-state", "valid")
    page.route("**/status/**", lambda route: route.abort())
    page.locator("[data-do=zip]").click()
    expect(page.locator("[data-do=zip] span")).to_have_text("The files could not be fetched")
    visit.close()
