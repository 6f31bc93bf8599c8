"""Addresses for LinkedIn and other verifiers: encoded, months from 1, days in UTC, nothing that is not known."""

import json
from datetime import UTC, datetime, timedelta, timezone
from urllib.parse import parse_qsl, urlsplit

from msgspec.structs import replace

from sitegen.model.site import Site
from sitegen.plan import sharing
from sitegen.plan.views import Link

EASTERN = timezone(timedelta(hours=-5))
PAGE = "https://shelf.example.org/badges/ab/abcd"
TITLE = 'Talk & Listen: "1 + 1" für Élèves, 100%'


def _linkedin(awarded: datetime, expires: datetime | None, number: str = "") -> str:
    return sharing.linkedin(TITLE, "Harbor & Söhne", number) + sharing.linkedin_award(
        awarded, expires, PAGE, "abcd"
    )


def test_the_whole_address() -> None:
    made = _linkedin(
        datetime(2026, 1, 1, 9, tzinfo=UTC), datetime(2030, 12, 31, 23, 30, tzinfo=EASTERN), number="1234567"
    )
    assert made == (
        "https://www.linkedin.com/profile/add?startTask=CERTIFICATION_NAME"
        "&name=Talk%20%26%20Listen%3A%20%221%20%2B%201%22%20f%C3%BCr%20%C3%89l%C3%A8ves%2C%20100%25"
        "&organizationId=1234567&issueYear=2026&issueMonth=1&expirationYear=2031&expirationMonth=1"
        "&certUrl=https%3A%2F%2Fshelf.example.org%2Fbadges%2Fab%2Fabcd&certId=abcd"
    )


def test_every_value_comes_back_as_it_was() -> None:
    made = dict(parse_qsl(urlsplit(_linkedin(datetime(2026, 1, 1, tzinfo=UTC), None)).query))
    assert (made["name"], made["organizationName"], made["certUrl"]) == (TITLE, "Harbor & Söhne", PAGE)


def test_an_award_without_end_names_no_expiration() -> None:
    assert "expiration" not in _linkedin(datetime(2026, 1, 1, tzinfo=UTC), None)


def test_the_last_evening_of_a_year_is_the_next_year_in_utc() -> None:
    made = _linkedin(datetime(2026, 12, 31, 23, 30, tzinfo=EASTERN), None)
    assert "&issueYear=2027&issueMonth=1&" in made


def test_an_issuer_without_a_number_is_named() -> None:
    assert "&organizationName=Harbor%20%26%20S%C3%B6hne&" in _linkedin(datetime(2026, 1, 1, tzinfo=UTC), None)


def test_the_record_is_one_value_of_the_other_verifiers_address() -> None:
    made = sharing.verifier_plus("https://shelf.example.org/a.json?x=1&y=2#z")
    assert (
        made
        == "https://verifierplus.org/#verify?vc=https%3A%2F%2Fshelf.example.org%2Fa.json%3Fx%3D1%26y%3D2%23z"
    )


def _oembed(site: Site, card: str) -> dict[str, object]:
    issuer = Link(text="Harbor “One”", href="/catalog/issuers/harbor/")
    return json.loads(sharing.oembed(site, TITLE, issuer, card))


def test_what_other_sites_show_names_credential_and_issuer_and_nobody_else(site: Site) -> None:
    under = replace(site, base_url="https://shelf.example.org/catalog")
    assert _oembed(under, "https://shelf.example.org/catalog/cards/x.png") == {
        "version": "1.0",
        "type": "link",
        "title": TITLE,
        "author_name": "Harbor “One”",
        "author_url": "https://shelf.example.org/catalog/issuers/harbor/",
        "provider_name": "Open Shelf",
        "provider_url": "https://shelf.example.org/catalog/",
        "thumbnail_url": "https://shelf.example.org/catalog/cards/x.png",
        "thumbnail_width": 1200,
        "thumbnail_height": 630,
    }


def test_a_site_without_cards_offers_no_thumbnail(site: Site) -> None:
    assert not any(key.startswith("thumbnail") for key in _oembed(site, ""))
