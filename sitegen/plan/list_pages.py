"""The pages that lead to credentials: home, browse, focus areas, issuers, pathways, not found."""

from collections.abc import Iterator
from typing import Any

from sitegen.model import urls
from sitegen.model.document import Entry
from sitegen.model.focus_area import FocusArea
from sitegen.model.issuer import Issuer
from sitegen.plan import facets, heads, pagers, words
from sitegen.plan.lookup import Lookup
from sitegen.plan.views import (
    BrowsePage,
    Fact,
    FocusAreaPage,
    FocusAreasPage,
    HomePage,
    IssuerPage,
    IssuersPage,
    Link,
    NotFoundPage,
    PathwaysPage,
)

NEWEST = 6
STATEMENTS = 12


def home(look: Lookup) -> HomePage:
    site = look.site
    data: heads.JsonLd = {
        "@type": "WebSite",
        "name": site.name,
        "description": site.tagline,
        "inLanguage": site.language,
    }
    data["potentialAction"] = {
        "@type": "SearchAction",
        "target": urls.absolute(site, urls.CREDENTIALS) + "#q={search_term_string}",
        "query-input": "required name=search_term_string",
    }
    newest = look.cards(look.offered[:NEWEST])
    return HomePage(
        head=heads.head(site, urls.HOME, site.name, site.tagline, data, feeds=feeds(look, urls.HOME)),
        section="",
        crumbs=(),
        edit="",
        arts=tuple(card.art for card in _different(look)),
        focus_areas=_focus_cards(look),
        newest=newest,
        pathways=tuple(look.pathway_card(entry) for entry in look.pathways[:6]),
        issuers=tuple(look.issuer_card(entry.slug) for entry in look.issuers),
        totals=(
            Fact(label="credentials", value=f"{len(look.offered):,}"),
            Fact(label="focus areas", value=f"{len(look.focus_areas):,}"),
            Fact(label="issuers", value=f"{len(look.issuers):,}"),
            Fact(label="pathways", value=f"{len(look.pathways):,}"),
        ),
    )


def _different(look: Lookup) -> tuple[Any, ...]:
    """Six credentials of six focus areas, for the opening picture."""
    found: dict[str, Any] = {}
    for entry in look.offered:
        found.setdefault(entry.record.focus_areas[0], look.card(entry))
        if len(found) == 6:
            break
    return tuple(found.values())


def _focus_cards(look: Lookup) -> tuple[Any, ...]:
    return tuple(look.focus_card(entry) for entry in look.focus_areas)


def feeds(look: Lookup, path: str) -> tuple[Link, ...]:
    """The feeds of a page, for its head."""
    if not look.site.publish.feeds:
        return ()
    return (
        Link(text="application/atom+xml", href=look.href(urls.feed(path, "xml"))),
        Link(text="application/feed+json", href=look.href(urls.feed(path, "json"))),
    )


def browse(look: Lookup) -> Iterator[tuple[str, BrowsePage]]:
    """The list of all credentials, page by page, with the path of each."""
    site, all_facets = look.site, facets.facets(look)
    for part, entries in pagers.cut(look.offered, urls.CREDENTIALS, look.root):
        title = "Find a credential" if part.number == 1 else f"Credentials, page {part.number}"
        about = (
            f"{words.count(len(look.offered), 'micro-credential')} that help with problems educators know."
        )
        data = {"@type": "CollectionPage", "name": title, "mainEntity": _items(look, entries)}
        yield (
            part.path,
            BrowsePage(
                head=heads.head(site, part.path, title, about, data, feeds=feeds(look, urls.HOME)),
                section="credentials",
                crumbs=(),
                edit="",
                title=title,
                cards=look.cards(entries),
                total=len(look.offered),
                facets=all_facets,
                pager=part.pager,
            ),
        )


def _items(look: Lookup, entries: list[Any]) -> heads.JsonLd:
    return {
        "@type": "ItemList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": n,
                "url": urls.absolute(look.site, urls.credential(e.slug)),
                "name": e.record.title,
            }
            for n, e in enumerate(entries, start=1)
        ],
    }


def focus_areas(look: Lookup) -> FocusAreasPage:
    title, about = "Focus areas", "Fields of practice, with the credentials in each."
    return FocusAreasPage(
        head=heads.head(
            look.site, urls.FOCUS_AREAS, title, about, {"@type": "CollectionPage", "name": title}
        ),
        section="focus-areas",
        crumbs=(),
        edit="",
        title=title,
        focus_areas=_focus_cards(look),
    )


def focus_area(look: Lookup, entry: Entry[FocusArea]) -> Iterator[tuple[str, FocusAreaPage]]:
    """The pages of a focus area, with the path of each; the text is filled in when the first is made."""
    record, site = entry.record, look.site
    own, first = look.by_focus_area.get(entry.slug, []), urls.focus_area(entry.slug)
    crumbs = (Link(text="Focus areas", href=look.href(urls.FOCUS_AREAS)),)
    for part, entries in pagers.cut(own, first, look.root):
        title = record.name if part.number == 1 else f"{record.name}, page {part.number}"
        data = {
            "@type": "CollectionPage",
            "name": title,
            "description": record.summary,
            "mainEntity": _items(look, entries),
        }
        data["breadcrumb"] = heads.crumbs(site, crumbs, record.name, first)
        statements = [
            Link(text=e.record.problems[0], href=look.href(urls.credential(e.slug))) for e in own[:STATEMENTS]
        ]
        yield (
            part.path,
            FocusAreaPage(
                head=heads.head(
                    site,
                    part.path,
                    title,
                    record.summary,
                    data,
                    card=urls.card(first),
                    feeds=feeds(look, first),
                ),
                section="focus-areas",
                crumbs=crumbs,
                edit=heads.edit(site, entry.path),
                slug=entry.slug,
                name=record.name,
                summary=record.summary,
                art=look.href(urls.focus_art(entry.slug)),
                hue=record.hue,
                body_html="",
                cards=look.cards(entries),
                total=len(own),
                pager=part.pager,
                related=tuple(look.focus_link(slug) for slug in record.related),
                problems=tuple(statements) if part.number == 1 else (),
            ),
        )


def issuers(look: Lookup) -> IssuersPage:
    title, about = "Issuers", "The organizations that write, review and award these credentials."
    return IssuersPage(
        head=heads.head(look.site, urls.ISSUERS, title, about, {"@type": "CollectionPage", "name": title}),
        section="issuers",
        crumbs=(),
        edit="",
        title=title,
        issuers=tuple(look.issuer_card(entry.slug) for entry in look.issuers),
    )


def issuer(look: Lookup, entry: Entry[Issuer]) -> Iterator[tuple[str, IssuerPage]]:
    """The pages of an issuer, with the path of each; the text is filled in when the first is made."""
    record, site = entry.record, look.site
    own, first = look.by_issuer.get(entry.slug, []), urls.issuer(entry.slug)
    crumbs = (Link(text="Issuers", href=look.href(urls.ISSUERS)),)
    areas = dict.fromkeys(slug for e in own for slug in e.record.focus_areas)
    for part, entries in pagers.cut(own, first, look.root):
        title = record.name if part.number == 1 else f"{record.name}, page {part.number}"
        data: heads.JsonLd = {"@type": "Organization", "name": record.name, "description": record.summary}
        if record.website:
            data["sameAs"] = record.website
        yield (
            part.path,
            IssuerPage(
                head=heads.head(
                    site,
                    part.path,
                    title,
                    record.summary,
                    data,
                    card=urls.card(first),
                    feeds=feeds(look, first),
                ),
                section="issuers",
                crumbs=crumbs,
                edit=heads.edit(site, entry.path),
                slug=entry.slug,
                name=record.name,
                summary=record.summary,
                art=look.issuer_art(entry),
                art_alt=record.image_alt or f"Logo of {record.name}",
                type=record.type,
                location=record.location or "",
                website=record.website or "",
                contact=record.contact or "",
                since=words.maybe_day(record.since),
                body_html="",
                cards=look.cards(entries),
                total=sum(e.record.status != "retired" for e in own),
                pager=part.pager,
                focus=tuple(look.focus_link(slug) for slug in areas),
                pathways=tuple(
                    Link(text=p.record.title, href=look.href(urls.pathway(p.slug)))
                    for p in look.pathways
                    if p.record.issuer == entry.slug
                ),
            ),
        )


def pathways(look: Lookup) -> PathwaysPage:
    title, about = "Pathways", "Credentials that add up: which to earn, in what order, and what they lead to."
    return PathwaysPage(
        head=heads.head(look.site, urls.PATHWAYS, title, about, {"@type": "CollectionPage", "name": title}),
        section="pathways",
        crumbs=(),
        edit="",
        title=title,
        pathways=tuple(look.pathway_card(entry) for entry in look.pathways),
    )


def not_found(look: Lookup) -> NotFoundPage:
    title, about = "This page does not exist", "There is nothing at this address."
    return NotFoundPage(
        head=heads.head(
            look.site, urls.NOT_FOUND, title, about, {"@type": "WebPage", "name": title}, index=False
        ),
        section="",
        crumbs=(),
        edit="",
        focus_areas=_focus_cards(look),
    )
