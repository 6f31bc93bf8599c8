"""The cards that lists are made of."""

from sitegen.plan.views.pieces import Link, View


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


class Suggestion(View, frozen=True, kw_only=True):
    """A credential that is suggested beside another, and why."""

    title: str
    href: str
    art: str
    issuer: str
    effort: str
    reason: str


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
