"""Markdown → sanitised HTML, and what the text refers to.

Raw HTML is off in the parser and an allow-list sanitiser is the last gate (THREATS A). Links are resolved while sanitising,
because only there has every attribute been parsed as a browser would.
"""

import re
from collections.abc import Callable
from functools import cache

import nh3
from markdown_it import MarkdownIt
from msgspec import Struct

from sitegen.model.document import Heading, Reference

ID_PREFIX = "t-"
"""Every id made from text starts so, and can clobber no name that a script uses."""

TAGS = {
    "a", "blockquote", "br", "code", "del", "em", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "img", "li", "ol", "p", "pre",
    "strong", "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip
ATTRIBUTES = {
    "a": {"href", "title"}, "img": {"src", "alt", "title", "width", "height"}, "ol": {"start"},
    "h2": {"id"}, "h3": {"id"}, "h4": {"id"}, "h5": {"id"}, "h6": {"id"}, "th": {"class"}, "td": {"class"},
}  # fmt: skip


class Rendered(Struct, frozen=True):
    """A text as HTML, with all that it refers to."""

    html: str
    references: tuple[Reference, ...] = ()
    headings: tuple[Heading, ...] = ()


Resolve = Callable[[str], str | None]
"""Gives the address for a target as written: `https://…`, `/path/` on the site, `#id`, or None to leave the link out."""

_HEADING = re.compile(r"<h([1-6])>(.*?)</h\1>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_IMAGE = re.compile(r'<img src="([^"]*)" alt="([^"]*)"')
_ALIGN = re.compile(r'<(t[hd]) style="text-align:(left|right|center)">')


@cache
def parser() -> MarkdownIt:
    """The one parser of the process: CommonMark and tables, without raw HTML, linkify or typographer."""
    return MarkdownIt("commonmark", {"html": False}).enable("table")


class Place(Struct, frozen=True):
    """Where a text will stand: how its links resolve, the site's path on its host, and how deep its headings go."""

    resolve: Resolve
    root: str = ""
    deepen: int = 0


def render(text: str, place: Place) -> Rendered:
    """`text` as HTML for its place on a page."""
    html = _ALIGN.sub(r'<\1 class="\2">', parser().render(text))
    html, headings = _mark_headings(html, place.deepen) if "<h" in html else (html, ())
    references: list[Reference] = []
    for src, alt in _IMAGE.findall(html):
        target = _unescape(src)
        references.append(Reference(target, place.resolve(target) or "", True, _unescape(alt)))
    html = _sanitise(html, place, references)
    return Rendered(html, tuple(references), headings)


def _mark_headings(html: str, deepen: int) -> tuple[str, tuple[Heading, ...]]:
    found: list[Heading] = []
    taken: set[str] = set()

    def mark(match: re.Match[str]) -> str:
        level = min(6, int(match[1]) + deepen)
        text = _unescape(_TAG.sub("", match[2])).strip()
        heading = Heading(level, text, _free_id(text, taken))
        found.append(heading)
        return f'<h{level} id="{heading.id}">{match[2]}</h{level}>'

    return _HEADING.sub(mark, html), tuple(found)


def _free_id(text: str, taken: set[str]) -> str:
    words = re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")[:60] or "part"
    name, number = ID_PREFIX + words, 1
    while name in taken:
        number += 1
        name = f"{ID_PREFIX}{words}-{number}"
    taken.add(name)
    return name


def _unescape(text: str) -> str:
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace("&amp;", "&")


def _sanitise(html: str, place: Place, references: list[Reference]) -> str:
    def attribute(tag: str, name: str, value: str) -> str | None:
        if name not in ("href", "src"):
            return value
        address = place.resolve(value)
        if name == "href":
            references.append(Reference(value, address or ""))
        return place.root + address if address and address.startswith("/") else address

    return nh3.clean(
        html,
        tags=TAGS,
        attributes=ATTRIBUTES,
        attribute_filter=attribute if "<a " in html or "<img " in html else None,
        url_schemes={"https", "http", "mailto"},
        link_rel=None,
    )
