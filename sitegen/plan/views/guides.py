"""The ways in for whoever would rather look around than search: topics, and the list from A to Z."""

from sitegen.plan.views.frame import Page
from sitegen.plan.views.lists import Pager
from sitegen.plan.views.pieces import Link, View


class TopicLine(View, frozen=True, kw_only=True):
    """A topic in the list of topics, with something that is said about it."""

    text: str
    href: str
    count: int
    said: str


class TopicsPage(Page, frozen=True, kw_only=True):
    """template `topics.html`"""

    title: str
    topics: tuple[TopicLine, ...]


class Answer(View, frozen=True, kw_only=True):
    """A credential under a topic, with the problems it answers."""

    id: str
    title: str
    href: str
    summary: str
    issuer: str
    effort: str
    hue: str
    problems: tuple[str, ...]


class TopicPage(Page, frozen=True, kw_only=True):
    """template `topic.html`; also the later pages of its list"""

    title: str
    answers: tuple[Answer, ...]
    total: int
    pager: Pager
    others: tuple[Link, ...]
    """The other topics."""


class Letter(View, frozen=True, kw_only=True):
    """A letter in the navigation from A to Z, and how many titles begin with it."""

    text: str
    href: str
    count: int
    here: bool = False


class LetterLine(View, frozen=True, kw_only=True):
    """A credential in the list from A to Z."""

    text: str
    href: str
    issuer: str
    retired: bool = False


class LetterGroup(View, frozen=True, kw_only=True):
    """The credentials whose titles begin with a letter."""

    text: str
    id: str
    lines: tuple[LetterLine, ...]


class AToZPage(Page, frozen=True, kw_only=True):
    """template `a-to-z.html`; in a large catalog the letters alone, and a page for each of them"""

    title: str
    total: int
    letters: tuple[Letter, ...]
    groups: tuple[LetterGroup, ...]
    pager: Pager
