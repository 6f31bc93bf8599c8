"""The page of a person who shows their badges, and the people who offer help on other pages."""

from sitegen.plan.views.frame import Page
from sitegen.plan.views.pieces import Day, Link, View


class HelperLine(View, frozen=True, kw_only=True):
    """Somebody who holds a credential and may be asked for help with it."""

    name: str
    about: str
    href: str
    """Their page."""
    contact: str
    """Where to write to them."""


class BadgeLine(View, frozen=True, kw_only=True):
    """A badge on the page of its earner."""

    title: str
    href: str
    """The badge's own page, where it can be checked."""
    art: str
    hue: str
    issuer: Link
    awarded: Day
    until: Day | None
    """The day on which it ends; nothing if it has no end."""
    withdrawn: bool
    helps: bool
    """Whether its earner may be asked for help with it."""


class PersonPage(Page, frozen=True, kw_only=True):
    """template `person.html`"""

    name: str
    summary: str
    badges: tuple[BadgeLine, ...]
    contact: str
    """Where to write to them; empty if they gave no address."""
    helps: bool
    body_html: str
