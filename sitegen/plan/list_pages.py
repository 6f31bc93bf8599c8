"""The lists of everything: browse, focus areas, issuers, pathways."""

from collections.abc import Iterator

from sitegen.model import urls, wording
from sitegen.plan import facets, heads, pagers
from sitegen.plan.lookup import Lookup
from sitegen.plan.views import BrowsePage, FocusAreasPage, IssuersPage, PathwaysPage


def browse(look: Lookup) -> Iterator[tuple[str, BrowsePage]]:
    """The list of all credentials, page by page, with the path of each."""
    site, all_facets = look.site, facets.facets(look)
    for part, entries in pagers.cut(look.offered, urls.CREDENTIALS, look.root):
        title = "Find a credential" if part.number == 1 else f"Credentials, page {part.number}"
        about = (
            f"{wording.count(len(look.offered), 'micro-credential')} that help with problems educators know."
        )
        data = {"@type": "CollectionPage", "name": title, "mainEntity": heads.items(site, entries)}
        yield (
            part.path,
            BrowsePage(
                head=heads.head(site, part.path, title, about, data, feeds=heads.feeds(site, urls.HOME)),
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
        focus_areas=look.focus_cards(),
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
