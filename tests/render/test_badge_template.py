"""The page of an award as the default theme makes it: what it says before any script has run, and that it can be filled."""

import re
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import small_award
import small_catalog
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from sitegen import site_view
from sitegen.model.award import Award, Evidence
from sitegen.model.site import Site
from sitegen.plan import badge_facts, badge_page, badge_words, verify_page
from sitegen.plan.badge_words import Standing
from sitegen.plan.views import BadgeIssuer, BadgeWords, IssuerCard, Link
from sitegen.render import frames, templates, theme

REPOSITORY = Path(__file__).parents[2]
ASSETS = REPOSITORY / "themes" / "default" / "assets"
SITE = Site(
    name="Open Shelf", tagline="Credentials for people who teach.", base_url="https://shelf.example.org"
)
RECORD = small_catalog.issuers()["museum"]
DID = "did:web:shelf.example.org:issuers:museum"
CARD = IssuerCard(
    slug="museum", href="/issuers/museum/", name=RECORD.name, summary=RECORD.summary, art="/art/issuers/museum.svg",
    type=RECORD.type, location="Lake", count=2,
)  # fmt: skip
AROUND = badge_facts.Around(
    art="/art/credentials/calm-start.svg", hue="pine", card="https://shelf.example.org/cards/x.png",
    credential=Link(text="A Calm Start", href="/credentials/calm-start/"), version="1.3", effort="About 8 hours",
    criteria_html="<p>Keep <em>notes</em>.</p>", recognition=(), related=(Link(text="Talk", href="/credentials/talk/"),),
    issuer=BadgeIssuer(card=CARD, site="", contact="https://museum.example.org/write", since=None, did=DID,
                       keys_json=badge_facts.keys_json(RECORD, DID), keys_href="/issuers/museum/did.json",
                       status="/status/museum.json", suspended="/status/museum.suspended.json"),
    linkedin="", embed="/badges/classes/calm-start.oembed.json",
)  # fmt: skip
THEME = templates.of(theme.load(REPOSITORY, "default"), "")
ORDER = [
    "verdict",
    "person",
    "can",
    "issuer",
    "earned",
    "evidence",
    "dates",
    "alignments",
    "contact",
    "how",
    "related",
]
WITHDRAWN = Standing(state="revoked", since=date(2026, 10, 9), reason="A <mistake>.")


def _render(award: Award, standing: Standing, words: BadgeWords) -> bytes:
    view = badge_page.page(SITE, badge_page.layout(award, standing), AROUND, words)
    made = THEME.render("badge.html", view, site_view.of(SITE))
    assert isinstance(made, bytes), made
    return made


def _page(standing: Standing = badge_words.IN_FORCE, **changes: Any) -> str:
    award = small_award.award(**changes)
    return _render(award, standing, badge_words.of(SITE, award, standing)).decode()


def _seen(page: str) -> str:
    """What a page says without scripts: no templates, no tags."""
    return re.sub(r"<[^>]*>", " ", re.sub(r"<template.*?</template>", "", page, flags=re.DOTALL))


def test_parts_come_in_the_order_in_which_employers_ask() -> None:
    page = _page()
    places = [page.index(f'id="{name}"') for name in ORDER]
    assert places == sorted(places)


def test_the_verdict_is_read_right_after_the_heading_and_nothing_before_it_takes_the_focus() -> None:
    """It is seen before the heading; so the order of the keyboard would differ from what is seen."""
    heading, _, rest = _page().partition('<section id="verdict"')
    before = heading[heading.index('<div class="sheet card">') :]
    assert "<h1>" in before
    assert not re.search(r"<(?:a|button|input|select|summary|textarea)\b|tabindex", before)
    assert not re.search(r"<h\d", rest[: rest.index("<h2")])


def test_an_award_that_begins_later_says_so_at_the_top() -> None:
    top = _page(issued=small_award.AWARD.awarded + timedelta(days=90)).partition('<div class="body">')[0]
    assert (
        '<dt>Valid from</dt><dd><time datetime="2026-06-07T14:05:00Z" data-says="issued">June 7, 2026<' in top
    )
    assert 'data-says="issued"' not in _page().partition('<div class="body">')[0]


@pytest.mark.parametrize("state", ["in-force", "expired", "not-yet", "revoked", "suspended"])
def test_no_page_says_valid_or_is_green_before_a_script_has_checked(state: Any) -> None:
    page = _page(Standing(state=state))
    assert "badge is valid" not in _seen(page)
    assert 'data-tone="ok"' not in re.sub(r"<template.*?</template>", "", page, flags=re.DOTALL)


def test_without_scripts_the_page_says_that_nothing_was_checked_here() -> None:
    assert "Not checked in this browser" in _seen(_page())


def test_a_withdrawn_badge_says_so_with_day_and_reason() -> None:
    page = _page(WITHDRAWN)
    assert (
        "Attic Museum</bdi> withdrew it on October 9, 2026. The reason given: <q>A &lt;mistake&gt;.</q>"
        in page
    )
    assert 'data-state="revoked" data-tone="bad"' in page


@pytest.mark.parametrize(
    ("state", "offered"), [("in-force", True), ("expired", True), ("revoked", False), ("suspended", False)]
)
def test_a_badge_that_does_not_hold_is_not_offered_for_profiles(state: Any, *, offered: bool) -> None:
    assert ("linkedin.com" in _page(Standing(state=state))) is offered


def test_without_a_name_nothing_can_be_mistaken_for_one() -> None:
    page = _page(name="")
    assert 'data-says="name"' not in page
    assert "Earner:" not in page


def test_without_a_mark_nobody_can_be_compared() -> None:
    assert 'id="person"' not in _page(identity=None)


def test_no_page_asks_search_engines_in() -> None:
    assert '<meta name="robots" content="noindex">' in _page()


def test_every_state_and_check_of_the_contract_has_its_words() -> None:
    """Those that few visitors see stand on the page for checking any badge."""
    named = set(re.findall(r'data-text="([a-z0-9.-]+)"', _any_badge()))
    states = "valid expired not-yet revoked suspended altered page-differs unknown-key key-problem could-not-finish"
    answers = {
        f"{check}.{answer}"
        for check in ("signature", "key", "status", "dates", "page")
        for answer in ("pass", "fail")
    }
    assert {*states.split(), *answers, "unknown"} <= named


@pytest.mark.parametrize("state", ["in-force", "revoked", "suspended"])
def test_what_a_page_will_most_likely_say_it_can_say_without_another_file(state: Any) -> None:
    named = set(re.findall(r'data-text="([a-z0-9.-]+)"', _page(Standing(state=state))))
    likely = {"could-not-finish", "wrong", "signature.pass", "key.pass", "dates.pass", "page.pass", "unknown"}
    own = {"valid", "expired", "status.pass"} if state == "in-force" else {state, "status.fail"}
    assert likely | own <= named


def test_only_the_text_of_a_valid_badge_is_green() -> None:
    assert re.findall(r'data-text="([a-z-]+)" data-tone="ok"', _page()) == ["valid"]


HOSTILE = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40),
    st.sampled_from(["</title><script>", '"><img onerror=x>', "</textarea>", "{{ 1 }}", "\ue0003\ue000", "a\0b", "</template>"]),
)  # fmt: skip


@settings(max_examples=40)
@given(name=HOSTILE, reason=HOSTILE, titles=st.tuples(HOSTILE, HOSTILE), number=st.integers(0, 131071))
def test_filling_the_page_equals_rendering_it(
    name: str, reason: str, titles: tuple[str, str], number: int
) -> None:
    standing = replace(WITHDRAWN, reason=reason)
    evidence = tuple(replace(e, title=t) for e, t in zip(small_award.AWARD.evidence, titles, strict=True))
    award = small_award.award(name=name, evidence=evidence, index=number)
    words = badge_words.of(SITE, award, standing)
    assert FRAME.fill(words) == _render(award, standing, words)


def _frame(standing: Standing) -> frames.Frame:
    award = small_award.AWARD
    made = frames.make(lambda words: _render(award, standing, words), badge_words.of(SITE, award, standing))
    assert isinstance(made, frames.Frame)
    return made


FRAME = _frame(WITHDRAWN)


def test_pages_of_every_shape_can_be_framed() -> None:
    for standing in (
        badge_words.IN_FORCE,
        Standing(state="expired"),
        Standing(state="not-yet"),
        Standing(state="suspended"),
    ):
        for changes in ({}, {"name": "", "evidence": (), "identity": None, "expires": None, "began": None}):
            award = small_award.award(**changes)
            words = badge_words.of(SITE, award, standing)
            made = frames.make(lambda own, a=award, s=standing: _render(a, s, own), words)
            assert isinstance(made, frames.Frame)
            assert made.fill(words) == _render(award, standing, words)


def test_a_link_that_is_no_link_is_text() -> None:
    page = _page(evidence=(Evidence(title="E", url="javascript:alert(1)"),))
    assert "javascript:" not in page
    assert '<b data-says="evidence">E</b>' in page


def _rules(text: str) -> set[str]:
    return {line.strip() for line in text.splitlines() if line.strip() not in ("", "}")}


def test_what_badge_css_shares_with_site_css_is_the_same() -> None:
    shared = (
        (ASSETS / "badge.css").read_text("utf-8").split("@layer reset {", 1)[1].split("@layer badge {")[0]
    )
    assert _rules(shared) - _rules((ASSETS / "site.css").read_text("utf-8")) == set()


def test_the_sign_drawn_into_the_page_is_the_icon() -> None:
    shapes = [
        re.findall(r' (?:d|cx|fill|r)="[^"]+"', text)
        for text in ((ASSETS / "icon.svg").read_text("utf-8"), THEME.theme.templates["_brand.html"])
    ]
    assert shapes[0] == shapes[1]


def _any_badge() -> str:
    made = THEME.render("verify.html", verify_page.view(SITE, "/for-employers/"), site_view.of(SITE))
    assert isinstance(made, bytes), made
    return made.decode()


def test_the_page_for_checking_any_badge_names_where_keys_stand_and_says_nothing_yet() -> None:
    page = _any_badge()
    assert 'data-keys="/badges/keys.json"' in page
    assert "This badge is valid" not in _seen(page)
    assert '<a href="/for-employers/">' in page
