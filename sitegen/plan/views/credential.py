"""A credential's page, and the parts it is made of."""

from sitegen.plan.views.cards import Card, IssuerCard, Suggestion
from sitegen.plan.views.frame import Page
from sitegen.plan.views.people import HelperLine
from sitegen.plan.views.pieces import Day, Fact, Link, View


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

    kind: str
    """`form` elsewhere, `page` of this site, or `mail`."""
    href: str
    run_by: str
    asks: str
    account: str
    without_account: str
    words: tuple[str, ...]
    """Sentences: whose form opens, what it asks, whether an account is needed."""
    contact: Link
    """Where to turn if the form does not work; empty if the issuer names nothing."""


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
    """Those that its authors name."""
    alike: tuple[Suggestion, ...]
    """Further ones that are about something close to it."""
    after: tuple[Suggestion, ...]
    """What could come next."""
    pathways: tuple[Link, ...]
    replaced_by: Link | None
    helpers: tuple[HelperLine, ...]
    licence: str
    worksheet: str
    """Address of its worksheet in Markdown; empty if the site publishes none."""
    data: str
    """Address of the same credential as JSON; empty if the site publishes none."""
