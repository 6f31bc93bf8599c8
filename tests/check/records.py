"""Records and catalogs for tests of the rules: all is well in them until a test changes something."""

from typing import Any

import msgspec

from sitegen.model.catalog import Catalog, Listing, listing
from sitegen.model.credential import Credential
from sitegen.model.document import Entry, Reference
from sitegen.model.focus_area import FocusArea
from sitegen.model.issuer import Issuer
from sitegen.model.page import Page
from sitegen.model.pathway import Pathway
from sitegen.model.site import Site

LEVELS = {
    "Meets the standard": "All ten need no word from the teacher.",
    "Almost there": "Half of them do.",
    "Not yet": "Each begins with an explanation.",
}
FORM = {"url": "https://docs.google.com/forms/d/e/x/viewform"}


def row(levels: dict[str, str] | None = None, criterion: str = "Students begin alone") -> dict[str, Any]:
    return {"criterion": criterion, "levels": levels or LEVELS}


def credential(*rows: dict[str, Any], **fields: Any) -> Credential:
    part = {"title": "Ten openings", "kinds": ["plan"], "task": "Send ten.", "rubric": list(rows) or [row()]}
    given: dict[str, Any] = {
        "title": "Calm Starts",
        "summary": "Begin a lesson in a way that settles everyone.",
        "status": "published",
        "published": "2025-01-05",
        "focus_areas": ["talk"],
        "problems": ["My class takes ten minutes to settle"],
        "audience": ["classroom-teacher"],
        "effort": {"hours": 3},
        "competency": "Begins lessons calmly.",
        "key_method": {"name": "A task", "summary": "It waits where students sit."},
        "evidence": [part],
    }
    return msgspec.convert(given | fields, Credential, strict=False)


def entry(slug: str = "calm", issuer: str = "harbor", **fields: Any) -> Entry[Listing]:
    """A credential as the catalog knows it."""
    record = listing(credential(**fields))
    return Entry(path=f"content/credentials/{issuer}/{slug}.md", slug=slug, issuer=issuer, record=record)


def issuer(slug: str = "harbor", **fields: Any) -> Entry[Issuer]:
    given = {"name": slug.title(), "summary": "A college that stands here.", "type": "College", "form": FORM}
    record = msgspec.convert(given | fields, Issuer, strict=False)
    return Entry(path=f"content/issuers/{slug}.md", slug=slug, record=record)


def focus_area(slug: str = "talk", **fields: Any) -> Entry[FocusArea]:
    given = {"name": slug.title(), "summary": "Everything about who speaks."}
    return Entry(
        path=f"content/focus-areas/{slug}.md", slug=slug,
        record=msgspec.convert(given | fields, FocusArea, strict=False),
    )  # fmt: skip


def pathway(slug: str = "both", **fields: Any) -> Entry[Pathway]:
    given = {
        "title": "Both halves", "summary": "Two credentials that make a whole.", "status": "published",
        "issuer": "harbor", "outcome": "Can do both.", "stages": [{"title": "One", "credentials": ["calm"]}],
    }  # fmt: skip
    return Entry(
        path=f"content/pathways/{slug}.md",
        slug=slug,
        record=msgspec.convert(given | fields, Pathway, strict=False),
    )


def page(
    slug: str = "about", *references: Reference, headings: tuple[str, ...] = (), **fields: Any
) -> Entry[Page]:
    given = {"title": "About", "summary": "A page about these things."}
    return Entry(
        path=f"content/pages/{slug}.md", slug=slug, references=references, headings=headings,
        record=msgspec.convert(given | fields, Page, strict=False),
    )  # fmt: skip


def site(**fields: Any) -> Site:
    given = {"name": "Case", "tagline": "Small.", "base_url": "https://case.example.org"}
    return msgspec.convert(given | fields, Site, strict=False)


def catalog(*entries: Entry[Any], pictures: tuple[str, ...] = (), **fields: Any) -> Catalog:
    """A catalog of one credential, its issuer and its focus area, and of what else is given."""
    shelves: dict[str, dict[str, Entry[Any]]] = {name: {} for name in SHELVES.values()}
    for item in (entry(), issuer(), focus_area(), *entries):
        shelves[SHELVES[type(item.record)]][item.slug] = item
    return Catalog(site=site(**fields), pictures=pictures, **shelves)


SHELVES: dict[type, str] = {
    Listing: "credentials", Issuer: "issuers", FocusArea: "focus_areas", Pathway: "pathways", Page: "pages",
}  # fmt: skip
