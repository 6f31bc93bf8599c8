"""Lists that somebody keeps for a role or a goal, and the page of all lists."""

from sitegen.plan.views.frame import Page
from sitegen.plan.views.pieces import Day, View


class ShortlistCard(View, frozen=True, kw_only=True):
    """A list among others."""

    title: str
    href: str
    summary: str
    kept_by: str
    count: str
    """As in `5 credentials`."""


class PickLine(View, frozen=True, kw_only=True):
    """A credential in a list, and why it stands there."""

    title: str
    href: str
    art: str
    issuer: str
    effort: str
    hue: str
    why: str


class ShortlistPage(Page, frozen=True, kw_only=True):
    """template `list.html`"""

    title: str
    summary: str
    kept_by: str
    updated: Day | None
    picks: tuple[PickLine, ...]
    hours: str
    """How long all of them take together, as in `About 40 hours`."""
    body_html: str


class ShortlistsPage(Page, frozen=True, kw_only=True):
    """template `lists.html`"""

    title: str
    lists: tuple[ShortlistCard, ...]
