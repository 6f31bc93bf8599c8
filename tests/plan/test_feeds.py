import json
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from sitegen.plan import atom, feed_items, feeds
from sitegen.plan.lookup import Lookup

SPACE = "{http://www.w3.org/2005/Atom}"
HOSTILE = "]]>&lt;<script>\x0b\x1f\ufffe\U0001f600 \"'&"


def files(look):
    return {job.address: job.payload for job in feeds.jobs(look)}


def atom_feed(look, address="feed.xml"):
    return ET.fromstring(files(look)[address])


def json_feed(look, address="feed.json"):
    return json.loads(files(look)[address])


def texts(element, name):
    return [found.text for found in element.findall(SPACE + name)]


def test_site_focus_areas_and_issuers_have_feeds_in_both_formats(look):
    pages = ["", "focus-areas/reading/", "focus-areas/talk/", "issuers/lake-college/", "issuers/museum/"]
    assert sorted(files(look)) == sorted(f"{page}feed.{end}" for page in pages for end in ("json", "xml"))


def test_offered_credentials_come_newest_first_without_drafts_and_retired_ones(look):
    found = [item["title"] for item in json_feed(look)["items"]]
    assert found == ["A Calm Start", "Talk That Carries"]


def test_a_focus_area_announces_only_its_own(look):
    found = atom_feed(look, "focus-areas/reading/feed.xml").findall(SPACE + "entry")
    assert [texts(entry, "title") for entry in found] == [["A Calm Start"]]


def test_a_feed_ends_after_fifty(many):
    assert len(json_feed(many(60))["items"]) == 50


def test_ids_are_the_addresses_of_pages(look):
    entry = atom_feed(look).find(SPACE + "entry")
    address = "https://shelf.example.org/credentials/calm-start/"
    assert texts(entry, "id") == [address]
    assert json_feed(look)["items"][0]["id"] == address


def test_times_are_the_days_of_the_records(look):
    feed = atom_feed(look)
    assert texts(feed, "updated") == ["2025-03-09T00:00:00Z"]
    assert texts(feed.find(SPACE + "entry"), "published") == ["2024-01-05T00:00:00Z"]
    assert json_feed(look)["items"][1]["date_modified"] == "2025-02-01T00:00:00Z"


@pytest.mark.parametrize("address", ["feed.xml", "issuers/museum/feed.xml"])
def test_atom_has_all_that_the_format_asks_for(look, address):
    feed = atom_feed(look, address)
    for element in (feed, *feed.findall(SPACE + "entry")):
        assert all(len(texts(element, name)) == 1 for name in ("id", "title", "updated"))
        assert element.find(f"{SPACE}author/{SPACE}name").text
        assert {link.get("rel") for link in element.findall(SPACE + "link")} >= {"alternate"}


def test_atom_names_its_own_address(look):
    links = atom_feed(look, "focus-areas/talk/feed.xml").findall(SPACE + "link")
    own = [link.get("href") for link in links if link.get("rel") == "self"]
    assert own == ["https://shelf.example.org/focus-areas/talk/feed.xml"]


def test_json_feed_names_its_version_page_and_address(look):
    feed = json_feed(look, "issuers/museum/feed.json")
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["home_page_url"] == "https://shelf.example.org/issuers/museum/"
    assert feed["feed_url"] == "https://shelf.example.org/issuers/museum/feed.json"


def test_an_empty_feed_is_still_a_feed(with_record):
    feed = atom_feed(with_record("credentials", "loud-talk", status="retired"), "issuers/museum/feed.xml")
    assert texts(feed, "updated") == ["1970-01-01T00:00:00Z"]
    assert feed.find(SPACE + "entry") is None


def test_a_credential_without_a_day_is_announced_all_the_same(with_record):
    look = with_record("credentials", "loud-talk", published=None)
    assert json_feed(look)["items"][-1]["date_published"] == "1970-01-01T00:00:00Z"


def test_hostile_text_stays_text(with_record):
    look = with_record("credentials", "calm-start", title=HOSTILE, summary=HOSTILE, problems=(HOSTILE,))
    entry = atom_feed(look).find(SPACE + "entry")
    assert texts(entry, "title") == ["]]>&lt;<script>\U0001f600 \"'&"]
    assert "<script" not in texts(entry, "content")[0]
    assert "<script" not in json_feed(look)["items"][0]["content_html"]


@given(st.text())
def test_any_text_makes_well_formed_xml(text):
    ET.fromstring(f'<a b="{atom.text(text)}">{atom.text(text)}</a>')


def test_pictures_are_named_only_if_they_are_made(look, with_site):
    without = with_site(publish=replace(look.site.publish, social_cards=False))
    assert json_feed(look)["items"][0]["image"].endswith("/cards/credentials/calm-start.png")
    assert "image" not in json_feed(without)["items"][0]


def test_the_order_in_which_files_were_read_does_not_matter(catalog):
    turned = {slug: catalog.credentials[slug] for slug in reversed(catalog.credentials)}
    assert files(Lookup(replace(catalog, credentials=turned))) == files(Lookup(catalog))


def test_an_item_says_what_it_takes_and_when_it_helps(look):
    html = feed_items.item(look, "calm-start").html
    assert "About 12 hours over 5 weeks · $25 · 1 part of evidence" in html
    assert "<li>The first ten minutes are chaos</li>" in html
