"""The frozen records that templates see: everything a page shows, and nothing it does not.

A template is handed one of the page views below as `page` and a `SiteView` as `site`. Every `href` is ready to use. Fields
that end in `_html` hold sanitised HTML and are the only ones a template may mark safe; all other text is escaped.
"""

from msgspec import Struct


class View(Struct, frozen=True, kw_only=True):
    """What every view is: immutable and comparable, so that an equal view means an equal page."""


class Link(View, frozen=True, kw_only=True):
    """A piece of text that leads somewhere."""

    text: str
    href: str


class Day(View, frozen=True, kw_only=True):
    """A date for machines (`2026-03-09`) and for people (`March 9, 2026`)."""

    iso: str
    text: str


class Fact(View, frozen=True, kw_only=True):
    """A line of an "at a glance" panel."""

    label: str
    value: str


class NavItem(View, frozen=True, kw_only=True):
    """An entry of the main navigation; `section` is compared with `page.section` to mark the current one."""

    text: str
    href: str
    section: str


class SiteView(View, frozen=True, kw_only=True):
    """What every page knows of the site."""

    name: str
    tagline: str
    language: str
    base_url: str
    root: str
    """Path of the site on its host without a final slash: empty, or as in `/catalog`."""
    question: str
    examples: tuple[Link, ...]
    navigation: tuple[NavItem, ...]
    footer: str
    feeds: tuple[Link, ...]
    catalog_data: str
    """Address of the JSON file that filters and search read."""


class Head(View, frozen=True, kw_only=True):
    """What stands in a page's `<head>`."""

    title: str
    description: str
    canonical: str
    image: str
    """Absolute address of the Open Graph picture; empty if the site makes none."""
    kind: str
    """Open Graph type: `website` or `article`."""
    json_ld: str
    """schema.org data as JSON in which `<`, `>` and `&` are escaped; may be marked safe inside its script element."""
    feeds: tuple[Link, ...] = ()
    index: bool = True


class Page(View, frozen=True, kw_only=True):
    """What every page view starts with."""

    head: Head
    section: str
    """Which navigation entry it belongs to: credentials, focus-areas, issuers, pathways, docs, about or empty."""
    crumbs: tuple[Link, ...]
    """The way down from the home page, without the page itself."""
    edit: str
    """Address of the source file's edit page ("suggest a change"); empty if the repository is not known."""


class Card(View, frozen=True, kw_only=True):
    """A credential in a list."""

    slug: str
    href: str
    title: str
    summary: str
    art: str
    issuer: Link
    problems: tuple[str, ...]
    focus: tuple[Link, ...]
    effort: str
    grades: str
    cost: str
    evidence: str
    """As in `3 parts`."""
    hue: str = ""
    """The colour of its first focus area."""
    retired: bool = False


class FocusCard(View, frozen=True, kw_only=True):
    """A focus area in a list."""

    slug: str
    href: str
    name: str
    summary: str
    art: str
    hue: str
    count: int


class IssuerCard(View, frozen=True, kw_only=True):
    """An issuer in a list or beside its credential."""

    slug: str
    href: str
    name: str
    summary: str
    art: str
    type: str
    location: str
    count: int


class PathwayCard(View, frozen=True, kw_only=True):
    """A pathway in a list."""

    slug: str
    href: str
    title: str
    summary: str
    issuer: Link
    audience: str
    steps: str
    """As in `3 steps, 7 credentials`."""


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


class RubricRow(View, frozen=True, kw_only=True):
    """A criterion and its cells, in the order of the part's levels."""

    id: str
    criterion: str
    cells: tuple[str, ...]


class Part(View, frozen=True, kw_only=True):
    """A part of the evidence."""

    id: str
    number: int
    title: str
    kinds: tuple[str, ...]
    task_html: str
    levels: tuple[str, ...]
    """Names of the rubric levels, best first."""
    passing: int
    """How many of the levels, from the first, pass."""
    rows: tuple[RubricRow, ...]


class Component(View, frozen=True, kw_only=True):
    """A part of the key method."""

    name: str
    text: str


class Source(View, frozen=True, kw_only=True):
    """A research note; `citation` and `href` may be empty."""

    note: str
    citation: str
    href: str


class Resource(View, frozen=True, kw_only=True):
    """Something that helps; `note` and `href` may be empty."""

    title: str
    note: str
    href: str


class RecognitionLine(View, frozen=True, kw_only=True):
    """Somebody who accepts the credential; `rule` may be empty."""

    by: str
    grants: str
    rule: str
    as_of: Day


class AlignmentLine(View, frozen=True, kw_only=True):
    """A framework statement; `code` may be empty."""

    framework: str
    code: str
    name: str
    href: str


class Submission(View, frozen=True, kw_only=True):
    """How to submit; texts may be empty."""

    href: str
    run_by: str
    asks: str
    without_account: str


class CredentialPage(Page, frozen=True, kw_only=True):
    """template `credential.html`"""

    slug: str
    title: str
    summary: str
    status: str
    """`draft`, `published` or `retired`."""
    version: str
    published: Day | None
    updated: Day | None
    art: str
    art_alt: str
    hue: str
    """The colour of its first focus area."""
    focus: tuple[Link, ...]
    problems: tuple[str, ...]
    facts: tuple[Fact, ...]
    competency: str
    method_name: str
    method_summary: str
    components: tuple[Component, ...]
    body_html: str
    parts: tuple[Part, ...]
    reflection: tuple[str, ...]
    review: tuple[str, ...]
    """Sentences on how it is reviewed."""
    submission: Submission | None
    recognition: tuple[RecognitionLine, ...]
    alignments: tuple[AlignmentLine, ...]
    research: tuple[Source, ...]
    resources: tuple[Resource, ...]
    issuer: IssuerCard
    related: tuple[Card, ...]
    pathways: tuple[Link, ...]
    replaced_by: Link | None
    licence: str
    data: str
    """Address of the same credential as JSON; empty if the site publishes none."""


class HomePage(Page, frozen=True, kw_only=True):
    """template `home.html`"""

    arts: tuple[str, ...]
    """Six pieces of badge art for the opening."""
    focus_areas: tuple[FocusCard, ...]
    newest: tuple[Card, ...]
    pathways: tuple[PathwayCard, ...]
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


class StageView(View, frozen=True, kw_only=True):
    """A step of a pathway; `rule` as in `Any 2 of these 4`."""

    title: str
    rule: str
    note: str
    cards: tuple[Card, ...]


class PathwayPage(Page, frozen=True, kw_only=True):
    """template `pathway.html`"""

    slug: str
    title: str
    summary: str
    outcome: str
    facts: tuple[Fact, ...]
    body_html: str
    stages: tuple[StageView, ...]
    issuer: IssuerCard
    retired: bool


class Heading(View, frozen=True, kw_only=True):
    """A heading inside a text page."""

    level: int
    text: str
    href: str


class TextPage(Page, frozen=True, kw_only=True):
    """template `text.html`: how it works, about, documentation"""

    title: str
    summary: str
    body_html: str
    headings: tuple[Heading, ...]
    siblings: tuple[NavItem, ...]
    """The other pages of the same part; `section` is the group they are listed under."""
    here: str
    """This page's own address among the siblings."""


class NotFoundPage(Page, frozen=True, kw_only=True):
    """template `404.html`"""

    focus_areas: tuple[FocusCard, ...]
