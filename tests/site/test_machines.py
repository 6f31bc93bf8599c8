"""What programs read of the sample site: data in the head of pages, sitemap, feeds and API."""

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.site import parsed
from tests.site.links import BASE

ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def data(page: parsed.Page) -> list[parsed.Found]:
    """The elements in which a page tells programs what it is."""
    return [script for script in page.all("script") if script.get("type") == "application/ld+json"]


def test_every_page_but_those_of_badges_says_in_data_what_it_is(pages: dict[str, parsed.Page]) -> None:
    for page in (page for page in pages.values() if not page.is_badge):
        (script,) = data(page)
        said = json.loads("".join(script.element.itertext()))
        assert (said["@context"], said["url"]) == ("https://schema.org", BASE + page.path)
        assert said["@type"]


def test_pages_of_badges_give_nobody_to_search_engines(pages: dict[str, parsed.Page]) -> None:
    """What a badge says of a person stands in its signed record, for those who were given its address."""
    badges = [page for page in pages.values() if page.is_badge]
    assert badges
    assert [page.address for page in badges if data(page) or page.meta("robots") != ["noindex"]] == []


def test_lasting_addresses_are_those_of_the_pages(pages: dict[str, parsed.Page]) -> None:
    for page in pages.values():
        (link,) = (found for found in page.all("link") if found.get("rel") == "canonical")
        assert link.get("href") == BASE + page.path == page.meta("og:url")[0]


def test_every_page_has_words_and_a_picture_for_other_sites(pages: dict[str, parsed.Page]) -> None:
    for page in pages.values():
        shown = [page.meta(name) for name in ("og:title", "og:description", "og:image", "twitter:card")]
        assert [len(values) for values in shown] == [1, 1, 1, 1], page.address


def test_titles_are_all_different(pages: dict[str, parsed.Page]) -> None:
    titles = [next(page.all("title")).text for page in pages.values()]
    assert sorted({title for title in titles if titles.count(title) > 1}) == []


def test_the_sitemap_names_every_page_that_may_be_listed(folder: Path, pages: dict[str, parsed.Page]) -> None:
    root = ET.fromstring((folder / "sitemap.xml").read_text("utf-8"))
    named = [found.text for found in root.iter(f"{SITEMAP}loc")]
    listed = {BASE + page.path for page in pages.values() if page.meta("robots") != ["noindex"]}
    assert len(named) == len(set(named))
    assert set(named) == listed


def test_robots_are_told_of_the_sitemap(folder: Path) -> None:
    assert f"Sitemap: {BASE}/sitemap.xml" in (folder / "robots.txt").read_text("utf-8").splitlines()


@pytest.mark.parametrize("place", ["", "focus-areas/*/", "issuers/*/"])
def test_feeds_say_where_they_are_and_have_entries(folder: Path, place: str) -> None:
    files = sorted(folder.glob(f"{place}feed.xml"))
    assert files
    for file in files:
        feed = ET.fromstring(file.read_text("utf-8"))
        own = [link.get("href") for link in feed.iter(f"{ATOM}link") if link.get("rel") == "self"]
        assert own == [f"{BASE}/{file.relative_to(folder).as_posix()}"]
        twin = json.loads(file.with_suffix(".json").read_text("utf-8"))
        assert len(feed.findall(f"{ATOM}entry")) == len(twin["items"]) > 0


def test_every_page_names_its_feeds(pages: dict[str, parsed.Page]) -> None:
    for address in ("index.html", "credentials/index.html"):
        kinds = {link.get("type") for link in pages[address].all("link") if link.get("rel") == "alternate"}
        assert kinds == {"application/atom+xml", "application/feed+json"}


def test_the_api_lists_what_the_pages_show(folder: Path, pages: dict[str, parsed.Page]) -> None:
    index = json.loads((folder / "api" / "index.json").read_text("utf-8"))
    for collection in index["collections"]:
        listed = json.loads((folder / "api" / f"{collection['name']}.json").read_text("utf-8"))
        found = {address for address in pages if address.split("/")[0] == collection["name"]}
        assert 0 < collection["count"] <= len(found)
        assert listed["$schema"] == collection["schema"]


def test_every_credential_has_its_data(folder: Path, pages: dict[str, parsed.Page]) -> None:
    shown = {a.split("/")[1] for a in pages if a.startswith("credentials/")} - {"index.html", "page"}
    assert {file.stem for file in (folder / "api" / "credentials").glob("*.json")} == shown


def test_search_knows_every_credential_that_can_be_earned(
    rows: list[dict[str, object]], folder: Path
) -> None:
    listed = json.loads((folder / "api" / "credentials.json").read_text("utf-8"))["credentials"]
    offered = {one["slug"] for one in listed if one["status"] == "published"}
    assert {row["slug"] for row in rows} == offered
