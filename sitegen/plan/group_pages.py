"""The pages of a focus area and of an issuer: what it is, and the list of its credentials, cut into pages."""

from collections.abc import Iterator

from sitegen.model import urls
from sitegen.model.catalog import Listing
from sitegen.model.document import Entry
from sitegen.model.focus_area import FocusArea
from sitegen.model.issuer import Issuer
from sitegen.plan import heads, pagers, people, words
from sitegen.plan.lookup import Lookup
from sitegen.plan.pagers import Slice
from sitegen.plan.views import FocusAreaPage, Head, IssuerPage, Link

STATEMENTS = 12
"""How many problem statements a focus area's page shows."""


def focus_area(look: Lookup, entry: Entry[FocusArea]) -> Iterator[tuple[str, FocusAreaPage]]:
    """The pages of a focus area, with the path of each; the text is filled in when the first is made."""
    own = look.by_focus_area.get(entry.slug, [])
    for part, entries in pagers.cut(own, urls.focus_area(entry.slug), look.root):
        yield part.path, _focus_area(look, entry, part, entries)


def _focus_area(
    look: Lookup, entry: Entry[FocusArea], part: Slice, entries: list[Entry[Listing]]
) -> FocusAreaPage:
    record, site, own = entry.record, look.site, look.by_focus_area.get(entry.slug, [])
    crumbs = (Link(text="Focus areas", href=look.href(urls.FOCUS_AREAS)),)
    first = urls.focus_area(entry.slug)
    data = {
        "@type": "CollectionPage",
        "name": _title(record.name, part),
        "description": record.summary,
        "mainEntity": heads.items(site, entries),
        "breadcrumb": heads.crumbs(site, crumbs, record.name, first),
    }
    return FocusAreaPage(
        head=_head(look, part, record, first, data),
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
        problems=_statements(look, own) if part.number == 1 else (),
        helpers=people.helpers(look, tuple(e.slug for e in own)) if part.number == 1 else (),
    )


def _statements(look: Lookup, own: list[Entry[Listing]]) -> tuple[Link, ...]:
    """What visitors say whom these credentials help, each leading to its credential."""
    return tuple(
        Link(text=entry.record.problems[0], href=look.href(urls.credential(entry.slug)))
        for entry in own[:STATEMENTS]
    )


def issuer(look: Lookup, entry: Entry[Issuer]) -> Iterator[tuple[str, IssuerPage]]:
    """The pages of an issuer, with the path of each; the text is filled in when the first is made."""
    own = look.by_issuer.get(entry.slug, [])
    for part, entries in pagers.cut(own, urls.issuer(entry.slug), look.root):
        yield part.path, _issuer(look, entry, part, entries)


def _issuer(look: Lookup, entry: Entry[Issuer], part: Slice, entries: list[Entry[Listing]]) -> IssuerPage:
    record, own = entry.record, look.by_issuer.get(entry.slug, [])
    data: heads.JsonLd = {"@type": "Organization", "name": record.name, "description": record.summary}
    if record.website:
        data["sameAs"] = record.website
    return IssuerPage(
        head=_head(look, part, record, urls.issuer(entry.slug), data),
        section="issuers",
        crumbs=(Link(text="Issuers", href=look.href(urls.ISSUERS)),),
        edit=heads.edit(look.site, entry.path),
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
        total=look.offered_by[entry.slug],
        pager=part.pager,
        focus=tuple(map(look.focus_link, dict.fromkeys(s for e in own for s in e.record.focus_areas))),
        pathways=_pathways(look, entry.slug),
    )


def _pathways(look: Lookup, issuer: str) -> tuple[Link, ...]:
    """The pathways that an issuer offers."""
    return tuple(
        Link(text=entry.record.title, href=look.href(urls.pathway(entry.slug)))
        for entry in look.pathways
        if entry.record.issuer == issuer
    )


def _head(look: Lookup, part: Slice, record: FocusArea | Issuer, first: str, data: heads.JsonLd) -> Head:
    """The head of one page; `first` is the path of the first, which feeds and picture belong to."""
    site, title = look.site, _title(record.name, part)
    return heads.head(
        site, part.path, title, record.summary, data, card=urls.card(first), feeds=heads.feeds(site, first)
    )


def _title(name: str, part: Slice) -> str:
    return name if part.number == 1 else f"{name}, page {part.number}"
