"""Pages of writing: pathways with their steps, how-it-works pages and the documentation."""

from typing import Any, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from sitegen.model import urls, wording
from sitegen.model.document import Entry
from sitegen.model.document import Heading as DocumentHeading
from sitegen.model.page import Page
from sitegen.model.pathway import Pathway, Stage
from sitegen.plan import heads
from sitegen.plan.lookup import Lookup
from sitegen.plan.views import Fact, Heading, Link, NavItem, PathwayPage, StageView, TextPage

PageT = TypeVar("PageT", bound=Struct)
DOCS_TITLES = {
    "tutorial": "Tutorial",
    "how-to": "How to",
    "reference": "Reference",
    "explanation": "Explanation",
    "decisions": "Decisions",
}


def pathway(look: Lookup, entry: Entry[Pathway]) -> PathwayPage:
    """The page of a pathway; its text is filled in when it is made."""
    record, site, path = entry.record, look.site, urls.pathway(entry.slug)
    crumbs = (Link(text="Pathways", href=look.href(urls.PATHWAYS)),)
    data = {
        "@type": "EducationalOccupationalProgram",
        "name": record.title,
        "description": record.summary,
        "provider": {"@type": "Organization", "name": look.catalog.issuers[record.issuer].record.name},
        "breadcrumb": heads.crumbs(site, crumbs, record.title, path),
    }
    card = look.pathway_card(entry)
    facts = [
        Fact(label="Steps", value=card.steps),
        Fact(label="Least time", value=f"About {wording.count(_hours(look, record), 'hour')}"),
    ]
    if card.audience:
        facts.append(Fact(label="For", value=card.audience))
    return PathwayPage(
        head=heads.head(site, path, record.title, record.summary, data, card=urls.card(path), kind="article"),
        section="pathways",
        crumbs=crumbs,
        edit=heads.edit(site, entry.path),
        slug=entry.slug,
        title=record.title,
        summary=record.summary,
        outcome=record.outcome,
        facts=tuple(facts),
        body_html="",
        stages=tuple(_stage(look, stage) for stage in record.stages),
        issuer=look.issuer_card(record.issuer),
        retired=record.status == "retired",
    )


def _stage(look: Lookup, stage: Stage) -> StageView:
    cards = look.known_cards(stage.credentials)
    needed, there = stage.required or len(stage.credentials), len(cards)
    every = {1: "This one", 2: "Both of these"}.get(there, f"All {there} of these")
    rule = every if needed >= there else f"Any {needed} of these {there}"
    return StageView(title=stage.title, rule=rule, note=stage.note or "", cards=cards)


def _hours(look: Lookup, record: Pathway) -> int:
    """Hours that the shortest way through takes."""
    total = 0
    for stage in record.stages:
        hours = sorted(
            look.public[slug].record.effort.hours for slug in stage.credentials if slug in look.public
        )
        total += sum(hours[: stage.required or len(hours)])
    return total


def text(look: Lookup, entry: Entry[Page]) -> TextPage:
    """A page of writing; its text and headings are filled in when it is made."""
    record, site, path = entry.record, look.site, urls.text_page(entry.slug)
    docs = entry.slug == "docs" or entry.slug.startswith("docs/")
    crumbs = (Link(text="Documentation", href=look.href(urls.DOCS)),) if docs and entry.slug != "docs" else ()
    data: heads.JsonLd = {
        "@type": "TechArticle" if docs else "WebPage",
        "name": record.title,
        "description": record.summary,
    }
    if crumbs:
        data["breadcrumb"] = heads.crumbs(site, crumbs, record.title, path)
    return TextPage(
        head=heads.head(site, path, record.title, record.summary, data, kind="article"),
        section="docs" if docs else entry.slug.partition("/")[0],
        crumbs=crumbs,
        edit=heads.edit(site, entry.path),
        title=record.title,
        summary=record.summary,
        body_html="",
        headings=(),
        siblings=_siblings(look, docs=docs),
        here=look.href(path),
    )


def _siblings(look: Lookup, *, docs: bool) -> tuple[NavItem, ...]:
    """The pages of the same part, the documentation's by its quarters."""
    pages = [
        e for e in look.catalog.pages.values() if (e.slug == "docs" or e.slug.startswith("docs/")) == docs
    ]
    order = list(DOCS_TITLES)

    def place(entry: Entry[Page]) -> tuple[int, int, str]:
        group = _group(entry.slug)
        return (order.index(group) if group in order else -1, entry.record.order, entry.slug)

    return tuple(
        NavItem(
            text=e.record.title,
            href=look.href(urls.text_page(e.slug)),
            section=DOCS_TITLES.get(_group(e.slug), ""),
        )
        for e in sorted(pages, key=place)
    )


def _group(slug: str) -> str:
    parts = slug.split("/")
    return parts[1] if parts[0] == "docs" and len(parts) > 2 else ""


class Body(Struct, frozen=True):
    """The part of any document that a page of text needs."""

    html: dict[str, str]
    headings: tuple[DocumentHeading, ...] = ()


def with_text(view: PageT, body: Body) -> PageT:
    """The page with its text and, on a page of writing, the headings that stand in it."""
    filled: dict[str, Any] = {"body_html": body.html["body"]}
    if isinstance(view, TextPage):
        shown = [h for h in body.headings if h.level in (2, 3)]
        filled["headings"] = tuple(Heading(level=h.level, text=h.text, href=f"#{h.id}") for h in shown)
    return replace(view, **filled)
