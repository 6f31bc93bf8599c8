"""The smallest things that views are made of: a link, a day, a fact."""

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
