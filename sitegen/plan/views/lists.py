"""The pages that lead to credentials: home, lists with their facets and pagers, focus areas, issuers, not found."""

from sitegen.plan.views.cards import Card, FocusCard, IssuerCard, PathwayCard
from sitegen.plan.views.frame import Page
from sitegen.plan.views.people import HelperLine
from sitegen.plan.views.pieces import Day, Fact, Link, View
from sitegen.plan.views.shortlists import ShortlistCard


class Pager(View, frozen=True, kw_only=True):
    """Where a page stands in a list that is cut into pages."""

    number: int
    total: int
    previous: str
    """Address of the page before; empty on the first."""
    next: str
    pages: tuple[Link, ...]
    """A link to every page, as text its number; the list is shortened in the middle when it is long (text `…`, no href)."""


class FacetValue(View, frozen=True, kw_only=True):
    """One choice of a facet, with how many credentials it has."""

    slug: str
    label: str
    count: int


class Facet(View, frozen=True, kw_only=True):
    """A way to narrow the list: focus area, audience, grades, effort, issuer, evidence, cost."""

    name: str
    """The name in the address, as in `?grades=k-2`: focus, audience, grades, effort, issuer, evidence, cost."""
    label: str
    values: tuple[FacetValue, ...]


class HomePage(Page, frozen=True, kw_only=True):
    """template `home.html`"""

    arts: tuple[str, ...]
    """Six pieces of badge art for the opening."""
    focus_areas: tuple[FocusCard, ...]
    newest: tuple[Card, ...]
    pathways: tuple[PathwayCard, ...]
    lists: tuple[ShortlistCard, ...]
    """Lists that somebody keeps for a role or a goal."""
    issuers: tuple[IssuerCard, ...]
    totals: tuple[Fact, ...]
    """As in 81 credentials, 10 issuers, 30 focus areas."""


class BrowsePage(Page, frozen=True, kw_only=True):
    """template `browse.html`; also the later pages of the list"""

    title: str
    cards: tuple[Card, ...]
    total: int
    facets: tuple[Facet, ...]
    pager: Pager


class FocusAreasPage(Page, frozen=True, kw_only=True):
    """template `focus-areas.html`"""

    title: str
    focus_areas: tuple[FocusCard, ...]


class FocusAreaPage(Page, frozen=True, kw_only=True):
    """template `focus-area.html`; also the later pages of its list"""

    slug: str
    name: str
    summary: str
    art: str
    hue: str
    body_html: str
    cards: tuple[Card, ...]
    total: int
    pager: Pager
    related: tuple[Link, ...]
    problems: tuple[Link, ...]
    """Problem statements of its credentials, each leading to one of them (first page only)."""
    helpers: tuple[HelperLine, ...]


class IssuersPage(Page, frozen=True, kw_only=True):
    """template `issuers.html`"""

    title: str
    issuers: tuple[IssuerCard, ...]


class IssuerPage(Page, frozen=True, kw_only=True):
    """template `issuer.html`; also the later pages of its list"""

    slug: str
    name: str
    summary: str
    art: str
    art_alt: str
    type: str
    location: str
    website: str
    contact: str
    since: Day | None
    body_html: str
    cards: tuple[Card, ...]
    total: int
    pager: Pager
    focus: tuple[Link, ...]
    pathways: tuple[Link, ...]


class PathwaysPage(Page, frozen=True, kw_only=True):
    """template `pathways.html`"""

    title: str
    pathways: tuple[PathwayCard, ...]


class NotFoundPage(Page, frozen=True, kw_only=True):
    """template `404.html`"""

    focus_areas: tuple[FocusCard, ...]
