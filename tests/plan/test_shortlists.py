from datetime import date

import pytest
from msgspec.structs import replace

from sitegen.model.document import Entry
from sitegen.model.shortlist import Pick, Shortlist
from sitegen.plan import landing_pages, redirects, shortlists, sitemap
from sitegen.plan import pages as planned
from sitegen.plan.lookup import Lookup


@pytest.fixture
def listed(catalog):
    """Makes a catalog with one list that recommends these credentials."""

    def made(*slugs, **changes):
        record = Shortlist(
            title="For the first year",
            summary="What makes the first year of teaching lighter.",
            kept_by="the induction team",
            updated=date(2026, 8, 11),
            picks=tuple(Pick(credential=slug, why=f"Because of {slug}.") for slug in slugs),
        )
        entry = Entry(path="content/lists/first.md", slug="first", record=replace(record, **changes))
        return Lookup(replace(catalog, lists={"first": entry}))

    return made


def page(look):
    ((_, found, _),) = shortlists.pages(look)
    return found


def test_a_list_keeps_the_order_of_its_advice(listed):
    picks = page(listed("loud-talk", "calm-start")).picks
    assert [(pick.href, pick.why) for pick in picks] == [
        ("/credentials/loud-talk/", "Because of loud-talk."),
        ("/credentials/calm-start/", "Because of calm-start."),
    ]


def test_what_cannot_be_earned_any_more_is_left_out(listed):
    found = page(listed("old-way", "calm-start"))
    assert [pick.href for pick in found.picks] == ["/credentials/calm-start/"]


def test_a_list_of_what_is_gone_is_a_page_without_advice(listed):
    found = page(listed("old-way"))
    assert (found.picks, found.hours) == ((), "About 0 hours")


def test_a_list_says_how_long_everything_takes(listed, catalog):
    hours = sum(catalog.credentials[slug].record.effort.hours for slug in ("loud-talk", "calm-start"))
    assert page(listed("loud-talk", "calm-start")).hours == f"About {hours} hours"


def test_a_list_leads_back_to_all_lists(listed):
    assert [crumb.href for crumb in page(listed("calm-start")).crumbs] == ["/credentials/", "/lists/"]


def test_lists_are_in_the_sitemap_with_their_day(listed):
    days = dict(sitemap.pages(listed("calm-start")))
    assert days["/lists/first/"] == date(2026, 8, 11)
    assert "/lists/" in days


def test_lists_are_on_the_home_page_and_on_a_page_of_their_own(listed):
    look = listed("calm-start", "old-way")
    (card,) = landing_pages.home(look).lists
    assert (card.href, card.count) == ("/lists/first/", "1 credential")
    assert shortlists.index(look).lists == (card,)


def test_a_renamed_list_redirects(listed):
    assert redirects.rules(listed("calm-start", aliases=("second",)))["/lists/second/"] == "/lists/first/"


def test_a_site_without_lists_has_no_page_of_them(look):
    assert not [job.address for job in planned.plan(look) if job.address.startswith("lists/")]
