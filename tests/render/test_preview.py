"""What the default theme's pages say of themselves in a preview, and for a host that sends no headers."""

import re

import pytest
import small_award
from msgspec.structs import replace

from sitegen import site_view
from sitegen.plan import badge_page, badge_words, verify_page
from tests.render import test_badge_template as made

BAR = "This is a preview: do not rely on it."


def _badge(*, preview: bool, host: str = "netlify") -> str:
    award = small_award.award()
    view = badge_page.page(
        made.SITE,
        badge_page.layout(award, badge_words.IN_FORCE),
        made.AROUND,
        badge_words.of(made.SITE, award, badge_words.IN_FORCE),
    )
    site = site_view.of(replace(made.SITE, host=host), preview=preview)
    page = made.THEME.render("badge.html", view, site)
    assert isinstance(page, bytes), page
    return page.decode()


def test_the_page_of_a_badge_says_before_all_else_that_it_is_a_preview() -> None:
    page = _badge(preview=True)
    body = page.split("<body>")[1]
    assert body.index(BAR) < body.index("<header")
    assert page.count(BAR) == 1
    assert BAR not in _badge(preview=False)


def test_the_page_that_checks_any_badge_says_so_too() -> None:
    page = made.THEME.render(
        "verify.html", verify_page.view(made.SITE, ""), site_view.of(made.SITE, preview=True)
    )
    assert isinstance(page, bytes)
    assert BAR in page.decode()


def test_addresses_of_a_preview_are_those_of_the_site_itself() -> None:
    canonical = re.findall(r'<link rel="canonical" href="([^"]+)"', _badge(preview=True))
    assert canonical == re.findall(r'<link rel="canonical" href="([^"]+)"', _badge(preview=False))
    assert canonical[0].startswith("https://shelf.example.org/badges/")
    assert '<a href="https://shelf.example.org">shelf.example.org</a>' in _badge(preview=True)


def test_a_preview_asks_not_to_be_listed() -> None:
    page = made.THEME.render(
        "verify.html", verify_page.view(made.SITE, ""), site_view.of(made.SITE, preview=True)
    )
    assert isinstance(page, bytes)
    assert b'<meta name="robots" content="noindex">' in page


@pytest.mark.parametrize(("host", "number"), [("netlify", 0), ("cloudflare", 0), ("github", 1), ("none", 1)])
def test_the_policy_stands_in_the_page_before_anything_is_loaded(host: str, number: int) -> None:
    page = _badge(preview=False, host=host)
    assert page.count('http-equiv="Content-Security-Policy"') == number
    if number:
        assert page.index("Content-Security-Policy") < min(page.index("<script"), page.index("<link"))
