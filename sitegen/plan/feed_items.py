"""What feeds announce, in whatever format: which feeds there are, and what they say of a credential."""

from collections.abc import Iterator
from datetime import date
from html import escape

from msgspec import Struct

from sitegen.model import urls
from sitegen.model.catalog import Listing
from sitegen.model.document import Entry
from sitegen.plan import sitemap
from sitegen.plan.lookup import Lookup
from sitegen.plan.views import Link

MOST_ITEMS = 50
UNKNOWN = date(1970, 1, 1)
"""Stands in where a format wants a day and no record names one; today would make two builds differ."""


class Item(Struct, frozen=True, kw_only=True):
    """A credential as news; addresses are full ones, and that of its page is its lasting id."""

    url: str
    title: str
    summary: str
    html: str
    published: date
    updated: date
    issuer: Link
    tags: tuple[str, ...]
    picture: str


class Channel(Struct, frozen=True, kw_only=True):
    """A feed: whose it is, and the slugs of the credentials in it, newest first."""

    path: str
    """The page it belongs to."""
    title: str
    about: str
    updated: date
    slugs: tuple[str, ...]


def channels(look: Lookup) -> Iterator[Channel]:
    """The feeds of the site, of every focus area and of every issuer."""
    site = look.site
    yield _channel(urls.HOME, site.name, site.tagline, look.offered)
    for area in look.focus_areas:
        own, record = look.by_focus_area.get(area.slug, []), area.record
        yield _channel(urls.focus_area(area.slug), f"{record.name} · {site.name}", record.summary, own)
    for issuer in look.issuers:
        own, name = look.by_issuer.get(issuer.slug, []), f"{issuer.record.name} · {site.name}"
        yield _channel(urls.issuer(issuer.slug), name, issuer.record.summary, own)


def _channel(path: str, title: str, about: str, entries: list[Entry[Listing]]) -> Channel:
    news = [entry for entry in entries if entry.record.status == "published"]
    return Channel(
        path=path,
        title=title,
        about=about,
        updated=sitemap.newest(news) or UNKNOWN,
        slugs=tuple(entry.slug for entry in news[:MOST_ITEMS]),
    )


def item(look: Lookup, slug: str) -> Item:
    """The news of one credential."""
    entry, site, path = look.public[slug], look.site, urls.credential(slug)
    record = entry.record
    card = look.card(entry)
    facts = f"{card.effort} · {card.cost} · {card.evidence} of evidence"
    return Item(
        url=urls.absolute(site, path),
        title=record.title,
        summary=record.summary,
        html=_html(record.summary, facts, card.problems),
        published=record.published or record.updated or UNKNOWN,
        updated=sitemap.changed(entry) or UNKNOWN,
        issuer=Link(text=card.issuer.text, href=urls.absolute(site, urls.issuer(entry.issuer))),
        tags=tuple(link.text for link in card.focus),
        picture=urls.absolute(site, urls.card(path)) if site.publish.social_cards else "",
    )


def _html(summary: str, facts: str, problems: tuple[str, ...]) -> str:
    lines = "".join(f"<li>{escape(problem)}</li>" for problem in problems)
    return f"<p>{escape(summary)}</p><p>{escape(facts)}</p><p>Helps when:</p><ul>{lines}</ul>"


def moment(day: date) -> str:
    """A day as the point in time that feeds want: its beginning, UTC (RFC 3339)."""
    return f"{day.isoformat()}T00:00:00Z"
