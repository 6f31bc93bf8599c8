"""Addresses: their shapes, and the files that answer for them."""

import re
from collections.abc import Callable

import pytest

from sitegen.model import urls
from sitegen.model.site import Site


def _site(base_url: str) -> Site:
    return Site(name="S", tagline="T", base_url=base_url)


@pytest.mark.parametrize(
    "address", [urls.credential, urls.focus_area, urls.issuer, urls.pathway, urls.text_page]
)
def test_pages_begin_and_end_with_a_slash(address: Callable[[str], str]) -> None:
    assert re.fullmatch(r"/([a-z-]+/)?some-slug/", address("some-slug"))


def test_a_page_is_answered_by_the_index_of_its_folder() -> None:
    assert urls.file("/credentials/a/") == "credentials/a/index.html"


def test_the_home_page_is_the_index_at_the_top() -> None:
    assert urls.file(urls.HOME) == "index.html"


def test_an_address_without_a_slash_at_its_end_is_a_file() -> None:
    assert urls.file("/api/a.json") == "api/a.json"


def test_the_first_page_of_a_list_has_the_address_of_the_list() -> None:
    assert urls.later_page("/credentials/", 1) == "/credentials/"


def test_later_pages_of_a_list_are_numbered() -> None:
    assert urls.later_page("/credentials/", 3) == "/credentials/page/3/"


def test_a_social_card_stands_in_for_its_page() -> None:
    assert urls.card("/issuers/a/") == "/cards/issuers/a.png"


def test_a_former_address_differs_in_the_last_part_only() -> None:
    assert urls.former("/docs/how-to/award/", "give") == "/docs/how-to/give/"


def test_feeds_stand_beside_their_page() -> None:
    assert urls.feed("/issuers/a/", "json") == "/issuers/a/feed.json"


def test_the_feed_of_the_site_stands_at_the_top() -> None:
    assert urls.feed(urls.HOME, "xml") == "/feed.xml"


def test_a_site_at_the_top_of_its_host_has_no_root() -> None:
    assert urls.root(_site("https://a.example.org")) == ""


def test_a_site_below_a_path_has_that_path_as_its_root() -> None:
    assert urls.root(_site("https://a.example.org/to/catalog")) == "/to/catalog"


def test_a_full_address_holds_the_root_once() -> None:
    assert urls.absolute(_site("https://a.example.org/catalog"), "/x/") == "https://a.example.org/catalog/x/"


def test_the_origin_is_the_host_alone() -> None:
    assert urls.origin(_site("https://a.example.org:8080/catalog")) == "https://a.example.org:8080"


def test_the_first_parts_of_all_addresses_are_reserved() -> None:
    fixed = (
        urls.CREDENTIALS,
        urls.FOCUS_AREAS,
        urls.ISSUERS,
        urls.PATHWAYS,
        urls.DOCS,
        urls.ASSETS,
        urls.ART,
    )
    more = (urls.MEDIA, urls.DATA, urls.API, urls.card("/x/"))
    assert {path.split("/")[1] for path in (*fixed, *more)} - urls.RESERVED == set()
