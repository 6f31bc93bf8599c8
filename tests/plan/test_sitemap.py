from datetime import date
from xml.etree import ElementTree as ET

import pytest

from sitegen.plan import sitemap

SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def addresses(job):
    return [found.text for found in ET.fromstring(job.payload).iter(f"{SPACE}loc")]


@pytest.fixture
def days(look):
    return dict(sitemap.pages(look))


def test_lists_every_public_page_once(look):
    paths = [path for path, _ in sitemap.pages(look)]
    assert sorted(paths) == sorted(
        [
            "/",
            "/a-z/",
            "/about/",
            "/credentials/",
            "/credentials/calm-start/",
            "/credentials/loud-talk/",
            "/credentials/old-way/",
            "/docs/",
            "/docs/how-to/award/",
            "/focus-areas/",
            "/focus-areas/reading/",
            "/focus-areas/talk/",
            "/issuers/",
            "/issuers/lake-college/",
            "/issuers/museum/",
            "/pathways/",
            "/pathways/first-steps/",
            "/topics/",
            "/topics/reading/",
            "/topics/talk/",
            "/verify/",
        ]
    )


def test_lists_the_later_pages_of_long_lists(many):
    paths = {path for path, _ in sitemap.pages(many(50))}
    assert {"/credentials/page/3/", "/focus-areas/talk/page/3/", "/issuers/museum/page/2/"} <= paths
    assert "/credentials/page/4/" not in paths


def test_dates_a_credential_by_its_last_change(days):
    assert days["/credentials/calm-start/"] == date(2025, 3, 9)


def test_dates_an_unchanged_credential_by_its_publication(days):
    assert days["/credentials/loud-talk/"] == date(2025, 2, 1)


def test_dates_a_list_by_the_newest_credential_in_it(days):
    assert days["/issuers/museum/"] == date(2025, 2, 1)
    assert days["/focus-areas/reading/"] == days["/"] == date(2025, 3, 9)


def test_gives_no_date_where_none_is_known(days):
    assert days["/about/"] is None


def test_is_one_file_of_full_addresses(with_site):
    found = list(sitemap.jobs(with_site(base_url="https://example.org/shelf")))
    assert [job.address for job in found] == ["sitemap.xml", "robots.txt"]
    assert "https://example.org/shelf/credentials/old-way/" in addresses(found[0])


def test_too_many_pages_become_an_index_of_numbered_files(site):
    index, *parts = sitemap.files(site, [(f"/p{n}/", None) for n in range(5)], most=2)
    assert index.address == "sitemap.xml"
    assert addresses(index) == [f"https://shelf.example.org/sitemap-{n}.xml" for n in (1, 2, 3)]
    assert [job.address for job in parts] == ["sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml"]
    assert [len(addresses(job)) for job in parts] == [2, 2, 1]


def test_too_many_bytes_are_cut_too(site):
    _, *parts = sitemap.files(site, [(f"/{'p' * 900}{n}/", None) for n in range(6)], most_bytes=3_000)
    assert all(len(job.payload) <= 3_000 for job in parts)
    assert sum(len(addresses(job)) for job in parts) == 6


def test_robots_may_visit_everything_and_find_the_sitemap(site):
    text = sitemap.robots(site).decode()
    assert "Sitemap: https://shelf.example.org/sitemap.xml\n" in text
    assert "Disallow" not in text
