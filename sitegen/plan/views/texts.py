"""Pages of writing: pathways with their steps, how-it-works pages and the documentation."""

from sitegen.plan.views.cards import Card, IssuerCard
from sitegen.plan.views.frame import NavItem, Page
from sitegen.plan.views.pieces import Fact, View


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
