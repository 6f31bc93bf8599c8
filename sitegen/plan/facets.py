"""Facets: the ways to narrow the list of credentials, and the values each credential has."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

import msgspec

from sitegen.model import urls
from sitegen.model.catalog import Listing
from sitegen.model.document import Entry
from sitegen.plan.lookup import Lookup
from sitegen.plan.views import Facet, FacetValue

EFFORTS = {"short": "Up to 8 hours", "medium": "9 to 15 hours", "long": "More than 15 hours"}
COSTS = {"free": "Free", "fee": "With a fee"}
LABELS = {
    "focus": "Focus area",
    "audience": "Who it is for",
    "grades": "Grades",
    "effort": "Time",
    "evidence": "What I already have",
    "cost": "Cost",
    "issuer": "Issuer",
}


def values(entry: Entry[Listing]) -> dict[str, list[str]]:
    """The facet values of a credential, by facet."""
    record = entry.record
    hours = record.effort.hours
    return {
        "focus": list(record.focus_areas),
        "audience": list(record.audience),
        "grades": list(record.grades),
        "effort": ["short" if hours <= 8 else "medium" if hours <= 15 else "long"],
        "evidence": list(dict.fromkeys(kind for kinds in record.evidence for kind in kinds)),
        "cost": ["fee" if record.cost.amount else "free"],
        "issuer": [entry.issuer],
    }


def facets(look: Lookup) -> tuple[Facet, ...]:
    """Every facet with its values and how many offered credentials have each."""
    counts: dict[str, defaultdict[str, int]] = {name: defaultdict(int) for name in LABELS}
    for entry in look.offered:
        for name, slugs in values(entry).items():
            for slug in slugs:
                counts[name][slug] += 1
    return tuple(_facet(name, labels, counts[name]) for name, labels in _labels(look).items())


def _labels(look: Lookup) -> dict[str, dict[str, str]]:
    site = look.site
    return {
        "focus": {entry.slug: entry.record.name for entry in look.focus_areas},
        "audience": site.audiences,
        "grades": site.grades,
        "effort": EFFORTS,
        "evidence": site.evidence_kinds,
        "cost": COSTS,
        "issuer": {entry.slug: entry.record.name for entry in look.issuers},
    }


def _facet(name: str, labels: dict[str, str], counts: Mapping[str, int]) -> Facet:
    found = [
        FacetValue(slug=slug, label=label, count=counts[slug])
        for slug, label in labels.items()
        if slug in counts
    ]
    return Facet(name=name, label=LABELS[name], values=tuple(found))


def catalog_data(look: Lookup) -> bytes:
    """The JSON that filters in the browser read: facets, and one row a credential (`urls.CATALOG_DATA`)."""
    document = {
        "version": 1,
        "facets": [
            {"name": f.name, "label": f.label, "values": [[v.slug, v.label] for v in f.values]}
            for f in facets(look)
        ],
        "rows": [_row(look, entry) for entry in look.offered],
    }
    return msgspec.json.encode(document)


def _row(look: Lookup, entry: Entry[Listing]) -> dict[str, Any]:
    card = look.card(entry)
    updated = entry.record.updated or entry.record.published
    return {
        "slug": entry.slug,
        "href": card.href,
        "title": card.title,
        "summary": card.summary,
        "art": card.art,
        "hue": card.hue,
        "issuer": card.issuer,
        "problems": card.problems,
        "effort": card.effort,
        "grades": card.grades,
        "cost": card.cost,
        "evidence": card.evidence,
        "hours": entry.record.effort.hours,
        "updated": updated.isoformat() if updated else "",
        "facets": values(entry),
    }


def address() -> str:
    return urls.file(urls.CATALOG_DATA)
