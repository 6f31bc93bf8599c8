"""The page of an award: what it shows, what is a word of its own, and which awards share a page."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
import small_award
from msgspec.structs import asdict, replace

from sitegen.model.award import Alignment, Assessor, Award, Evidence, Identity, RowResult
from sitegen.model.issuer import Compromise, IssuerKey
from sitegen.model.ledger import Ledger, StatusFile
from sitegen.plan import badge_facts, badge_page, badge_words
from sitegen.plan.badge_facts import Around, Known
from sitegen.plan.badge_words import Standing
from sitegen.plan.lookup import Lookup
from sitegen.plan.views import BadgePage, Link

DID = "did:web:shelf.example.org:issuers:museum"
REVOKED = Standing(state="revoked", since=date(2026, 10, 9), reason="A mistake.")
KNOWN = Known(did=DID, picture="/art/lost.svg")


@pytest.fixture
def around(look: Lookup) -> Around:
    return badge_facts.around(look, "calm-start", "museum", KNOWN)


def _page(
    look: Lookup, around: Around, standing: Standing = badge_words.IN_FORCE, **changes: Any
) -> BadgePage:
    return badge_page.view(look.site, small_award.award(**changes), standing, around)


def test_the_page_shows_the_credential_as_it_was_then(look: Lookup, around: Around) -> None:
    then = replace(small_award.ACHIEVEMENT, title="An Older Title", version="0.9")
    page = _page(look, around, achievement=then)
    assert (page.title, page.version, page.version_now) == ("An Older Title", "0.9", "1.0")


def test_a_version_that_is_still_the_same_is_not_named_twice(look: Lookup, around: Around) -> None:
    assert _page(look, around).version_now == ""


def test_rows_are_shown_with_the_level_that_was_reached(look: Lookup, around: Around) -> None:
    page = _page(look, around, results=(RowResult(1, 1), RowResult(0, 0)))
    assert [(row.criterion, row.level, row.text) for row in page.rows] == [
        ("What is next", "Good enough", "Good enough: words"),
        ("What changed", "Great", "Great: words"),
    ]


def test_the_issuer_is_described_by_its_own_file(look: Lookup, around: Around) -> None:
    page = _page(look, around, issuer_name="A Famous University")
    assert page.issuer.card.name == "Attic Museum"
    assert page.signed_as == "A Famous University"
    assert _page(look, around).signed_as == ""


def test_the_page_is_not_for_search_engines(look: Lookup, around: Around) -> None:
    assert not _page(look, around).head.index


def test_what_differs_between_two_people_stands_in_words_only(look: Lookup, around: Around) -> None:
    other: dict[str, Any] = {
        "id": 16 * "0f", "name": "Robin <Field>", "subject": "urn:uuid:1", "index": 7, "key": "z6Mkother",
        "awarded": small_award.at(2020, 1, 2), "issued": small_award.at(2020, 1, 2), "expires": small_award.at(2040, 1, 1),
        "began": small_award.at(2019, 1, 1), "finished": small_award.at(2019, 2, 2), "signed": small_award.at(2020, 1, 3),
        "evidence": (Evidence(title="X", url="https://x.example.org", text="t", kind="k"), Evidence(title="Y", text="u")),
        "identity": Identity(kind="private", digest="sha256$" + 64 * "1"),
    }  # fmt: skip
    one, two = _page(look, around), _page(look, around, **other)
    changed = {name for name, value in asdict(one).items() if value != asdict(two)[name]}
    assert changed == {"words", "head"}
    heads = asdict(one.head), asdict(two.head)
    assert {name for name, value in heads[0].items() if value != heads[1][name]} == {"title", "description"}
    assert (one.head.title, one.head.description) == (one.words.title, one.words.description)
    assert all(value != getattr(two.words, name) for name, value in asdict(one.words).items() if value)


@pytest.mark.parametrize(
    "changes",
    [
        {"name": ""},
        {"expires": None},
        {"began": None},
        {"issued": small_award.at(2027, 1, 1)},
        {"identity": None},
        {"identity": Identity(kind="hashed", digest="sha256$" + 64 * "0", salt="s")},
        {"evidence": ()},
        {"evidence": (Evidence(title="One", url="urn:x:1"), Evidence(title="Two", text="t"))},
        {"results": (RowResult(0, 1), RowResult(1, 1))},
        {"assessor": None},
        {"issuer_name": "Another Name"},
        {"achievement": replace(small_award.ACHIEVEMENT, version="2.0")},
    ],
)
def test_awards_whose_pages_differ_in_more_than_words_have_other_layouts(changes: dict[str, Any]) -> None:
    first, second = small_award.AWARD, small_award.award(**changes)
    layouts = {badge_page.layout(award, badge_words.IN_FORCE) for award in (first, second)}
    assert len(layouts) == 2


@pytest.mark.parametrize("standing", [REVOKED, Standing(state="suspended"), Standing(state="expired")])
def test_how_an_award_stands_decides_its_layout(standing: Standing) -> None:
    assert badge_page.layout(small_award.AWARD, standing) != badge_page.layout(
        small_award.AWARD, badge_words.IN_FORCE
    )


def test_two_people_with_the_same_award_share_a_layout() -> None:
    other = small_award.award(id=16 * "0f", name="Robin Field", index=7)
    assert hash(badge_page.layout(other, badge_words.IN_FORCE)) == hash(
        badge_page.layout(small_award.AWARD, badge_words.IN_FORCE)
    )


def test_since_when_and_why_it_was_withdrawn_are_words(look: Lookup, around: Around) -> None:
    page = _page(look, around, REVOKED)
    assert (page.words.since, page.words.reason) == ("October 9, 2026", "A mistake.")
    assert (page.shape.state, page.shape.has_since, page.shape.has_reason) == ("revoked", True, True)


def test_without_a_name_no_name_is_made_up(look: Lookup, around: Around) -> None:
    page = _page(look, around, name="")
    assert not page.shape.is_named
    assert page.words.title == f"Badge {page.words.id[:8]}: A Calm Start · Open Shelf"
    assert page.words.description.startswith(
        "Somebody earned “A Calm Start” from Attic Museum on March 9, 2026."
    )


def test_addresses_of_the_award_hold_the_sites_path(look: Lookup, around: Around) -> None:
    site = replace(look.site, base_url="https://example.org/catalog")
    words = badge_words.of(site, small_award.AWARD, badge_words.IN_FORCE)
    path = f"/catalog/badges/ab/{small_award.AWARD.id}"
    assert (words.record, words.record_2, words.picture) == (
        f"{path}.json",
        f"{path}.ob2.json",
        f"{path}.png",
    )
    assert words.address == f"https://example.org{path}"
    assert words.entry == "https://example.org/catalog/status/museum.json#48213"


def test_times_are_those_of_utc_and_as_in_the_record(look: Lookup, around: Around) -> None:
    words = _page(look, around).words
    assert (words.issued, words.issued_iso) == ("March 9, 2026", "2026-03-09T14:05:00Z")
    assert (words.began, words.finished) == ("September 1, 2025", "February 20, 2026")


def _addresses(award: Award, page: BadgePage) -> list[str]:
    assert page.assessor
    return [
        page.assessor.href,
        *(line.href for line in page.alignments),
        *(e.href for e in page.words.evidence),
    ]


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "urn:uuid:1", "http://x.example.org", "//x", "", " https://x"]
)
def test_only_https_is_linked(look: Lookup, around: Around, address: str) -> None:
    award = small_award.award(
        evidence=(Evidence(title="E", url=address),),
        assessor=Assessor(name="A", url=address),
        achievement=replace(small_award.ACHIEVEMENT, alignments=(Alignment(name="N", url=address),)),
    )
    page = badge_page.view(look.site, award, badge_words.IN_FORCE, around)
    assert set(_addresses(award, page)) == {""}
    assert not page.shape.evidence[0].has_href


def test_a_credential_that_left_the_catalog_is_not_linked(look: Lookup) -> None:
    around = badge_facts.around(look, "gone", "museum", KNOWN)
    assert (around.credential, around.version, around.effort, around.art) == (None, "", "", "/art/lost.svg")
    assert around.card == "https://shelf.example.org/cards/site.png"


def test_other_badges_of_the_issuer_are_named_without_this_one(look: Lookup) -> None:
    first = next(iter(look.by_issuer["museum"]))
    related = badge_facts.around(look, first.slug, "museum", KNOWN).related
    assert Link(text=first.record.title, href=f"/credentials/{first.slug}/") not in related
    assert len(related) == min(badge_facts.NEAR, look.offered_by["museum"] - 1)


def test_a_list_of_suspended_badges_is_named_only_if_there_is_one(look: Lookup) -> None:
    at = datetime(2026, 1, 1, tzinfo=UTC)
    file = StatusFile(
        issuer="museum", purpose="suspension", site=look.site.base_url, at=at, key="z", places=8
    )
    lists = {"content/status/museum.suspended.json": file}
    listed = replace(look.catalog, ledger=Ledger(lists=lists))
    named = [
        badge_facts.around(Lookup(catalog), "calm-start", "museum", KNOWN).issuer.suspended
        for catalog in (look.catalog, listed)
    ]
    assert named == ["", "/status/museum.suspended.json"]


def test_a_site_without_cards_names_none(with_site: Any) -> None:
    look = with_site(publish=replace(with_site().site.publish, social_cards=False))
    assert badge_facts.around(look, "calm-start", "museum", KNOWN).card == ""


def test_keys_with_their_times_cannot_leave_the_script_they_stand_in(look: Lookup) -> None:
    lost = Compromise(at=date(2025, 5, 1), reason="</script><b>stolen & sold")
    key = IssuerKey(key="z6Mk1", start=date(2024, 1, 1), until=date(2025, 1, 1), compromised=lost)
    issuer = replace(look.catalog.issuers["museum"].record, keys=(key,))
    assert badge_facts.keys_json(issuer, DID) == (
        '{"did":"did:web:shelf.example.org:issuers:museum","name":"Attic Museum","keys":[{"key":"z6Mk1",'
        '"from":"2024-01-01","until":"2025-01-01","compromised":{"at":"2025-05-01",'
        '"reason":"\\u003c/script\\u003e\\u003cb\\u003estolen \\u0026 sold"}}]}'
    )
