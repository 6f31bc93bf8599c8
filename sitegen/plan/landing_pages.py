"""The pages one lands on: the home page, and the one at addresses that lead nowhere."""

from sitegen.model import urls
from sitegen.plan import heads, shortlists
from sitegen.plan.lookup import Lookup
from sitegen.plan.views import Fact, HomePage, NotFoundPage

NEWEST = PATHWAYS = ARTS = 6
"""How many of each the home page shows."""


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
    return HomePage(
        head=heads.head(site, urls.HOME, site.name, site.tagline, data, feeds=heads.feeds(site, urls.HOME)),
        section="",
        crumbs=(),
        edit="",
        arts=_arts(look),
        focus_areas=look.focus_cards(),
        newest=look.cards(look.offered[:NEWEST]),
        pathways=tuple(look.pathway_card(entry) for entry in look.pathways[:PATHWAYS]),
        lists=shortlists.cards(look),
        issuers=tuple(look.issuer_card(entry.slug) for entry in look.issuers),
        totals=(
            Fact(label="credentials", value=f"{len(look.offered):,}"),
            Fact(label="focus areas", value=f"{len(look.focus_areas):,}"),
            Fact(label="issuers", value=f"{len(look.issuers):,}"),
            Fact(label="pathways", value=f"{len(look.pathways):,}"),
        ),
    )


def _arts(look: Lookup) -> tuple[str, ...]:
    """Badge art of credentials from different focus areas, for the opening picture."""
    found: dict[str, str] = {}
    for entry in look.offered:
        found.setdefault(entry.record.focus_areas[0], look.card(entry).art)
        if len(found) == ARTS:
            break
    return tuple(found.values())


def not_found(look: Lookup) -> NotFoundPage:
    title, about = "This page does not exist", "There is nothing at this address."
    return NotFoundPage(
        head=heads.head(
            look.site, urls.NOT_FOUND, title, about, {"@type": "WebPage", "name": title}, index=False
        ),
        section="",
        crumbs=(),
        edit="",
        focus_areas=look.focus_cards(),
    )
