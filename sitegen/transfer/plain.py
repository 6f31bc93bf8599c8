"""Texts from elsewhere as plain text: HTML becomes Markdown, and signs that no one can see go."""

import re
from html import escape, unescape
from html.parser import HTMLParser

from sitegen.read import text

_TAG = re.compile(
    r"</?(?:p|br|div|span|b|strong|i|em|u|a|ul|ol|li|h[1-6]|script|style|iframe|img|table|tr|td|th|tbody|font|blockquote"
    r"|svg|object|embed|form|input|button|video|audio|math|html|body|head|sup|sub|hr|pre|code)\b[^<>]*>",
    re.IGNORECASE,
)
_SILENT = frozenset({"script", "style", "iframe", "object", "svg", "math", "head", "template", "noscript"})
_BLOCKS = frozenset(
    {"p", "div", "ul", "ol", "table", "tr", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "hr"}
)
_MARKS = {"b": "**", "strong": "**", "i": "*", "em": "*"}
_ENTITY = re.compile(r"&(?:[a-zA-Z]{2,10}|#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6});")
_WEB = re.compile(r"https?://[^\s()<>\"']+")


def clean(said: str, *, marked: bool = True) -> str:
    """The text without HTML, without signs that may not stand in a file, and without space around it.

    What was bold, a list or a link is so in Markdown, if it is to be `marked`.
    """
    plain = said.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n\n")
    if _TAG.search(plain):
        plain = _from_html(plain, marked=marked)
    elif _ENTITY.search(plain):
        plain = unescape(plain)
    return text.FORBIDDEN.sub("", plain).strip("\n").rstrip()


def line(said: str) -> str:
    """The text on one line, without marks."""
    lines = [one.strip() for one in clean(said, marked=False).split("\n")]
    return " ".join(one for one in lines if one)


def guarded(said: str) -> str:
    """The text written so that `clean` gives it back, whatever looks like HTML in it."""
    return said if clean(said) == said else escape(said, quote=False)


class _Reader(HTMLParser):
    """Writes down what a page says, with the marks of Markdown for the few tags that mean something."""

    def __init__(self, *, marked: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.marks = _MARKS if marked else {}
        self.marked = marked
        self.parts: list[str] = []
        self.silent = 0
        self.targets: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin an element."""
        if tag in _SILENT:
            self.silent += 1
        elif tag == "br":
            self.parts.append("\n")
        elif tag == "li":
            self.parts.append("\n- " if self.marked else "\n")
        elif tag == "a":
            target = next((value or "" for name, value in attrs if name == "href"), "").strip()
            self.targets.append(target if self.marked and _WEB.fullmatch(target) else "")
            self.parts.append("[" if self.targets[-1] else "")
        else:
            self.parts.append("\n\n" if tag in _BLOCKS else self.marks.get(tag, ""))

    def handle_endtag(self, tag: str) -> None:
        """End an element."""
        if tag in _SILENT:
            self.silent = max(0, self.silent - 1)
        elif tag == "a" and self.targets:
            target = self.targets.pop()
            self.parts.append(f"]({target})" if target else "")
        else:
            self.parts.append("\n\n" if tag in _BLOCKS else self.marks.get(tag, ""))

    def handle_data(self, data: str) -> None:
        """Take what stands between tags."""
        if not self.silent:
            self.parts.append(re.sub(r"\s+", " ", data))


def _from_html(said: str, *, marked: bool) -> str:
    reader = _Reader(marked=marked)
    reader.feed(said)
    reader.close()
    written = re.sub(r"[ \t]*\n[ \t]*", "\n", "".join(reader.parts))
    return re.sub(r"\n{3,}", "\n\n", written).replace("****", "").replace("[]", "")
