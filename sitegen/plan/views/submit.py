"""The page with the site's own form, and the page that thanks for what was sent."""

from sitegen.plan.views.frame import Page
from sitegen.plan.views.pieces import View


class Choice(View, frozen=True, kw_only=True):
    """A credential that evidence can be sent for."""

    value: str
    """Its slug."""
    text: str
    version: str


class ChoiceGroup(View, frozen=True, kw_only=True):
    """The credentials of an issuer."""

    name: str
    choices: tuple[Choice, ...]


class SubmitPage(Page, frozen=True, kw_only=True):
    """template `submit.html`"""

    title: str
    summary: str
    intro: str
    """What the site says of its form; may be empty."""
    keeps: str
    """How long what is sent is kept; may be empty."""
    action: str
    """Where the form leads once it has been sent."""
    groups: tuple[ChoiceGroup, ...]
    """Empty if there are too many to choose from: the name is then typed, or filled in."""
    credentials: str
    """What the address of a credential's page begins with."""
    parts: int
    """For how many parts of evidence there is a field."""


class SubmittedPage(Page, frozen=True, kw_only=True):
    """template `submitted.html`"""

    title: str
    summary: str
