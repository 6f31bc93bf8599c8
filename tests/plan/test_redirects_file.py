import pytest
from msgspec.structs import replace

from sitegen.plan import redirects


def lines(look):
    return redirects.job(look).payload.decode().splitlines()


def test_former_names_of_every_kind_lead_to_the_page(look):
    pages = [line for line in lines(look) if "feed." not in line]
    assert pages == [
        "/credentials/quiet-start/ /credentials/calm-start/ 301",
        "/docs/how-to/give/ /docs/how-to/award/ 301",
        "/focus-areas/literacy/ /focus-areas/reading/ 301",
        "/issuers/pond/ /issuers/lake-college/ 301",
        "/who-we-are/ /about/ 301",
    ]


def test_subscribers_of_a_renamed_focus_area_keep_their_feed(look):
    assert "/focus-areas/literacy/feed.xml /focus-areas/reading/feed.xml 301" in lines(look)
    assert "/issuers/pond/feed.json /issuers/lake-college/feed.json 301" in lines(look)


def test_no_feed_is_promised_that_is_not_made(look, with_site):
    bare = with_site(publish=replace(look.site.publish, feeds=False))
    assert [line for line in lines(bare) if "feed." in line] == []


def test_a_site_under_a_path_redirects_below_it(with_site):
    found = lines(with_site(base_url="https://example.org/shelf"))
    assert "/shelf/who-we-are/ /shelf/about/ 301" in found


def test_every_rule_stays_inside_the_site(look):
    assert all(part.startswith("/") for line in lines(look) for part in line.split()[:2])
    assert not any(line.startswith("//") or " //" in line for line in lines(look))


def test_a_page_that_exists_is_never_hidden(with_record):
    look = with_record("credentials", "calm-start", aliases=("loud-talk", "calm-start"))
    assert [line for line in lines(look) if line.startswith("/credentials/")] == []


def test_a_page_cannot_take_over_an_address_of_the_site_itself(with_record):
    look = with_record("pages", "about", aliases=("credentials", "badges"))
    assert [line for line in lines(look) if line.endswith("/about/ 301")] == []


@pytest.mark.parametrize("alias", ["one\n/* https://evil.example/", "one\n", "a b", "../..", "*", ":any"])
def test_a_name_that_is_none_makes_no_rule(with_record, alias):
    look = with_record("pages", "about", aliases=(alias,))
    assert [line for line in lines(look) if "/about/" in line or "evil" in line] == []


def test_a_name_that_two_records_had_leads_to_one_of_them(with_record):
    look = with_record("credentials", "loud-talk", aliases=("quiet-start",))
    assert sum(line.startswith("/credentials/quiet-start/") for line in lines(look)) == 1
