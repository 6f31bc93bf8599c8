"""Markdown → sanitised HTML, and what the text refers to.

Raw HTML is off in the parser and an allow-list sanitiser is the last gate. It also looks at the addresses to
which links were resolved.
"""

import re
from collections.abc import Callable
from functools import cache
from html import escape
from typing import Any

import nh3
from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from msgspec import Struct

from sitegen.model.document import Heading, Reference
from sitegen.read import fast_markdown

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
_REFERENCE = re.compile(r'<(a href|img src)="([^"]*)"(?: alt="([^"]*)")?')
_EMPTY_HEADER = re.compile(r"<th((?: class=\"\w+\")?)></th>")
_NOT_BARE = re.compile(
    r"<(?!/?(?:p|li|em|strong|ul|ol|code|pre|blockquote|h[2-6]|del)>|h[2-6] id=\"t-[a-z0-9-]+\">)|&quot;|\xa0"
)
"""A tag that only the sanitiser may let pass, or a sign that it writes in another way."""
_ALIGN = re.compile(r'<(t[hd]) style="text-align:(left|right|center)">')


RULES: tuple[Any, ...] = (
    "blockquote", "code", "fence", "heading", "hr", "lheading", "list", "paragraph", "reference", "table",
    "autolink", "backticks", "emphasis", "entity", "escape", "image", "link", "newline",
)  # fmt: skip
"""CommonMark without raw HTML, and tables: for the parser that starts with no rules."""

_MARKUP = re.compile(r"[\\`*_\[<&]|[ \t]\n|\n[ \t]")
"""What inline parsing looks for; a run without any of it stays as it is."""


@cache
def to_html() -> Callable[[str], str]:
    """The one parser of the process: CommonMark and tables, without raw HTML, linkify or typographer.

    Where the optional package markdown-it-pyrs is installed, it takes the texts for which it gives the same HTML, sooner.
    """
    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    parser.core.ruler.at("inline", _inline)
    try:
        from markdown_it_pyrs import MarkdownIt as FastParser
    except ImportError:
        return parser.render
    fast = FastParser("zero").enable_many([*RULES])
    return lambda text: fast.render(text) if fast_markdown.agrees(text) else parser.render(text)


def _inline(state: StateCore) -> None:
    """The library's own inline step, but for runs without markup, whose parsing would change nothing."""
    for token in state.tokens:
        if token.type != "inline":
            continue
        if _MARKUP.search(token.content):
            token.children = []
            state.md.inline.parse(token.content, state.md, state.env, token.children)
        else:
            token.children = [Token("text", "", 0, content=token.content)]


class Place(Struct, frozen=True):
    """Where a text will stand: how its links resolve, the site's path on its host, and how deep its headings go.

    `taken` are the ids that earlier texts of the same page have; those of this one are added.
    """

    resolve: Resolve
    root: str = ""
    deepen: int = 0
    taken: dict[str, int] = {}


def render(text: str, place: Place) -> Rendered:
    """`text` as HTML for its place on a page."""
    html = to_html()(text + "\n")
    if "<table>" in html:
        html = _EMPTY_HEADER.sub(r"<td\1></td>", _ALIGN.sub(r'<\1 class="\2">', html))
    html, headings = _mark_headings(html, place) if "<h" in html else (html, ())
    html, references = _resolve(html, place) if "<a " in html or "<img " in html else (html, ())
    return Rendered(html if _nothing_to_clean(html) else _sanitiser().clean(html), references, headings)


def _nothing_to_clean(html: str) -> bool:
    """Whether the sanitiser would give back what it gets: it has only tags that are allowed, none with attributes."""
    return not _NOT_BARE.search(html)


def _mark_headings(html: str, place: Place) -> tuple[str, tuple[Heading, ...]]:
    found: list[Heading] = []

    def mark(match: re.Match[str]) -> str:
        level = min(6, int(match[1]) + place.deepen)
        text = _unescape(_TAG.sub("", match[2])).strip()
        heading = Heading(level, text, _free_id(text, place.taken))
        found.append(heading)
        return f'<h{level} id="{heading.id}">{match[2]}</h{level}>'

    return _HEADING.sub(mark, html), tuple(found)


def _free_id(text: str, taken: dict[str, int]) -> str:
    """An id made of a heading's words; a number is added to one that was given before."""
    words = re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")[:60] or "part"
    name = f"{ID_PREFIX}{words}"
    while name in taken:
        taken[name] += 1
        name = f"{ID_PREFIX}{words}-{taken[name]}"
    taken[name] = 1
    return name


def _unescape(text: str) -> str:
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace("&amp;", "&")


def _resolve(html: str, place: Place) -> tuple[str, tuple[Reference, ...]]:
    """A parser's output with the addresses that links and pictures have on the site, and what they refer to, in order."""
    found: list[Reference] = []

    def address(match: re.Match[str]) -> str:
        kind, written, alt = match.groups("")
        target = _unescape(written)
        leads_to = place.resolve(target) or ""
        found.append(Reference(target, leads_to, picture=kind == "img src", alt=_unescape(alt)))
        if not leads_to:
            return f"<{kind.split()[0]}{match[0][match.end(2) - match.start() + 1 :]}"
        full = place.root + leads_to if leads_to.startswith("/") else leads_to
        return f'<{kind}="{escape(full)}"{match[0][match.end(2) - match.start() + 1 :]}'

    return _REFERENCE.sub(address, html), tuple(found)


@cache
def _sanitiser() -> nh3.Cleaner:
    """The last gate; made once, because making it takes as long as using it."""
    return nh3.Cleaner(
        tags=TAGS, attributes=ATTRIBUTES, url_schemes={"https", "http", "mailto"}, link_rel=None
    )
