"""Pictures the build draws: badge art, logos, and the cards that other sites show of a page."""

from collections.abc import Iterator

import msgspec

from sitegen.model import urls
from sitegen.model.catalog import Listing
from sitegen.model.document import Entry
from sitegen.plan.job import Job
from sitegen.plan.lookup import Lookup
from sitegen.plan.views import View


class Art(View, frozen=True, kw_only=True):
    """What a piece of art is made from: of a badge, hue and glyph; of a logo, only the name."""

    title: str
    slug: str
    hue: str = ""
    glyph: str = ""


class Card(View, frozen=True, kw_only=True):
    """What an Open Graph picture says, and the art on it."""

    title: str
    kind: str
    site: str
    line: str
    art: Art


def jobs(look: Lookup) -> Iterator[Job]:
    """Every picture of the site, as far as the site wants them."""
    if look.site.publish.badge_art:
        yield from _badges(look)
    for area in look.focus_areas:
        record = area.record
        art = Art(title=record.name, slug=area.slug, hue=record.hue, glyph=record.glyph)
        yield _job(urls.focus_art(area.slug), "badge-art", art)
    for issuer in look.issuers:
        if not issuer.record.image:
            yield _job(urls.issuer_art(issuer.slug), "logo", Art(title=issuer.record.name, slug=issuer.slug))
    yield _job(urls.SITE_ICON, "touch-icon", Art(title=look.site.name, slug=""))
    if look.site.publish.social_cards:
        yield from _cards(look)
    for path in look.catalog.pictures:
        yield Job(urls.file(urls.media(path)), "media", b"", path)


def _badges(look: Lookup) -> Iterator[Job]:
    for entry in look.public.values():
        if not entry.record.image:
            yield _job(urls.badge_art(entry.slug), "badge-art", art_of(look, entry))


def art_of(look: Lookup, entry: Entry[Listing]) -> Art:
    area = look.catalog.focus_areas[entry.record.focus_areas[0]].record
    return Art(title=entry.record.title, slug=entry.slug, hue=area.hue, glyph=area.glyph)


def _cards(look: Lookup) -> Iterator[Job]:
    site = look.site.name
    yield _card(
        urls.SITE_CARD,
        Card(title=site, kind="", site=site, line=look.site.tagline, art=Art(title=site, slug="")),
    )
    for entry in look.public.values():
        issuer = look.catalog.issuers[entry.issuer].record.name
        card = Card(
            title=entry.record.title, kind="Micro-credential", site=site, line=issuer, art=art_of(look, entry)
        )
        yield _card(urls.card(urls.credential(entry.slug)), card)
    for area in look.focus_areas:
        record = area.record
        art = Art(title=record.name, slug=area.slug, hue=record.hue, glyph=record.glyph)
        yield _card(
            urls.card(urls.focus_area(area.slug)),
            Card(title=record.name, kind="Focus area", site=site, line="", art=art),
        )
    for organization in look.issuers:
        art = Art(title=organization.record.name, slug=organization.slug)
        name = organization.record.name
        yield _card(
            urls.card(urls.issuer(organization.slug)),
            Card(title=name, kind="Issuer", site=site, line=organization.record.type, art=art),
        )
    for pathway in look.pathways:
        art = Art(title=look.catalog.issuers[pathway.record.issuer].record.name, slug=pathway.record.issuer)
        title = pathway.record.title
        yield _card(
            urls.card(urls.pathway(pathway.slug)),
            Card(title=title, kind="Pathway", site=site, line=art.title, art=art),
        )


def _job(path: str, maker: str, art: Art) -> Job:
    return Job(urls.file(path), maker, msgspec.json.encode(art))


def _card(path: str, card: Card) -> Job:
    return Job(urls.file(path), "social-card", msgspec.json.encode(card))
