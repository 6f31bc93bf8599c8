"""Which elements and attributes a page may have, and which element may stand in which.

Source: the HTML standard, as far as pages of a catalog need it. What is not in these tables is a fault: obsolete
elements and attributes as much as new ones that nobody has thought about yet.
"""

import re
from collections.abc import Iterator

from tests.site.parsed import Found, Page


def words(text: str) -> frozenset[str]:
    """The words of a text, which are the names of elements, attributes or roles."""
    return frozenset(text.split())


SVG = "{http://www.w3.org/2000/svg}"
EVERYWHERE = frozenset({"id", "class", "lang", "dir", "hidden", "title", "tabindex", "role", "popover"})
PLAIN = words(
    "abbr article aside b bdi body br caption code dd del details div dl dt em fieldset figcaption figure footer "
    "h1 h2 h3 h4 h5 h6 head header hr html i kbd legend main mark nav noscript p pre s samp section small span "
    "strong sub summary sup table tbody template tfoot thead title tr ul var wbr"
)
"""Elements that have no attributes but those that every element may have."""

ATTRIBUTES = {
    "a": {"href", "rel", "download", "hreflang", "type"},
    "blockquote": {"cite"},
    "button": {"type", "popovertarget", "popovertargetaction", "disabled", "name", "value"},
    "form": {"action", "method", "autocomplete", "novalidate"},
    "img": {"src", "srcset", "sizes", "alt", "width", "height", "loading", "decoding", "fetchpriority"},
    "input": {
        "type", "name", "value", "checked", "placeholder", "maxlength", "minlength", "required", "disabled",
        "readonly", "autocomplete", "autocapitalize", "enterkeyhint", "inputmode", "spellcheck", "pattern", "accept",
    },
    "label": {"for"},
    "li": {"value"},
    "link": {"rel", "href", "type", "title", "sizes", "media", "as", "hreflang"},
    "meta": {"charset", "name", "content", "property"},
    "ol": {"start", "reversed"},
    "optgroup": {"label"},
    "option": {"value", "selected", "disabled", "label"},
    "output": {"for", "name"},
    "q": {"cite"},
    "script": {"src", "type", "defer", "async"},
    "select": {"name", "disabled", "required", "autocomplete"},
    "td": {"colspan", "rowspan", "headers"},
    "textarea": {"name", "rows", "cols", "maxlength", "required", "placeholder", "readonly"},
    "th": {"scope", "colspan", "rowspan", "abbr"},
    "time": {"datetime"},
}  # fmt: skip
DRAWING = frozenset(
    {"viewBox", "focusable", "width", "height", "x", "y", "cx", "cy", "r", "rx", "ry", "d", "points", "x1", "x2",
     "y1", "y2", "fill", "stroke", "stroke-width", "transform", "xmlns", "href"}
)  # fmt: skip

PARENTS = {
    "li": "ul ol template",
    "dt": "dl div",
    "dd": "dl div",
    "caption": "table",
    "thead": "table",
    "tbody": "table",
    "tfoot": "table",
    "tr": "thead tbody tfoot",
    "th": "tr",
    "td": "tr",
    "legend": "fieldset",
    "summary": "details",
    "figcaption": "figure",
    "option": "select optgroup",
    "optgroup": "select",
    "title": "head",
    "meta": "head",
    "link": "head",
    "header": "body article section main div li",
    "main": "body",
}
CHILDREN = {
    "ul": "li script template",
    "ol": "li script template",
    "dl": "dt dd div",
    "select": "option optgroup",
    "table": "caption thead tbody tfoot",
    "tr": "th td",
}
FIRST = frozenset({"legend", "summary", "caption"})

TEXT = words(
    "a abbr b bdi br button code del em i img input kbd label mark noscript option output q s samp script "
    "select small span strong sub sup svg template textarea time var wbr"
)
TEXT_ONLY = words(
    "abbr b bdi button code del em h1 h2 h3 h4 h5 h6 i kbd label mark output p pre q s samp small span "
    "strong sub sup time var"
)
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
HEADED = frozenset({"legend", "summary"})
CONTROLS = frozenset({"a", "button", "input", "select", "textarea", "label", "details"})


def names(page: Page) -> Iterator[str]:
    """Elements and attributes that are not in the tables."""
    for found in page.elements:
        drawn = found.tag.startswith(SVG)
        if not (drawn or found.tag in PLAIN or found.tag in ATTRIBUTES):
            yield f"{found} is no element for a page"
            continue
        known = EVERYWHERE | (DRAWING if drawn else ATTRIBUTES.get(found.tag, set()))
        for name in found.element.attrib:
            if name not in known and not re.fullmatch(r"(?:aria|data)-[a-z-]+", name):
                yield f"{found} may not have {name}"


def places(page: Page) -> Iterator[str]:
    """Elements that stand in one that they may not stand in, or not as the first."""
    for found in page.elements:
        if found.tag in PARENTS and found.parent not in PARENTS[found.tag].split():
            yield f"{found} stands in {found.parent}"
        if found.parent in CHILDREN and found.tag not in CHILDREN[found.parent].split():
            yield f"{found} stands in {found.parent}"
        if found.tag in FIRST and (
            found.above[-1][0] is not found.element or (found.above[-1].text or "").strip()
        ):
            yield f"{found} is not the first in {found.parent}"


def blocks_in_text(page: Page) -> Iterator[str]:
    """Paragraphs, lists, sections and the like inside of what may hold text only."""
    for found in page.elements:
        if found.tag in TEXT or found.tag.startswith(SVG):
            continue
        for element in found.above:
            if element.tag in TEXT_ONLY or (element.tag in HEADED and found.tag not in HEADINGS):
                yield f"{found} stands in the text of {element.tag}"


def controls_in_controls(page: Page) -> Iterator[str]:
    """Links and controls inside of links and controls."""
    for found in page.elements:
        for element in found.above:
            if element.tag in ("a", "button") and (
                found.tag in CONTROLS or "tabindex" in found.element.attrib
            ):
                yield f"{found} stands in {element.tag}"
            if element.tag == found.tag and found.tag in ("form", "label"):
                yield f"{found} stands in another {found.tag}"


def landmarks(page: Page) -> Iterator[str]:
    """Not exactly one main part; parts of the frame inside of one another."""
    if len(list(page.all("main"))) != 1:
        yield "there is not exactly one main element"
    for found in page.all("header", "footer"):
        if found.inside("header", "footer"):
            yield f"{found} stands in a header or footer"


def table_rows(page: Page) -> Iterator[str]:
    """Tables whose rows have different numbers of cells."""
    for table in page.all("table"):
        widths = {sum(int(cell.get("colspan", "1")) for cell in row) for row in table.element.iter("tr")}
        if len(widths) != 1:
            yield f"{table} has rows of {sorted(widths)} cells"


def values(page: Page) -> Iterator[str]:
    """Attributes whose values mean nothing."""
    for found in page.elements:
        yield from (f"{found}: {name}" for name, good in _FORMS.items() if not _fits(found, name, good))


_FORMS = {
    "class": r"\S.*",
    "datetime": r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d))?",
    "dir": "ltr|rtl|auto",
    "enterkeyhint": "search|go|done|next|send|enter|previous",
    "height": r"\d+",
    "id": r"\S+",
    "lang": r"[a-z]{2,3}(?:-[A-Za-z0-9]+)*",
    "loading": "lazy|eager",
    "maxlength": r"\d+",
    "method": "get|post|dialog",
    "popover": "|auto|manual|hint",
    "popovertargetaction": "show|hide|toggle",
    "scope": "row|col|rowgroup|colgroup",
    "tabindex": "0|-1",
    "width": r"\d+",
}


def _fits(found: Found, name: str, good: str) -> bool:
    return name not in found.element.attrib or re.fullmatch(good, found.get(name)) is not None


RULES = (names, places, blocks_in_text, controls_in_controls, landmarks, table_rows, values)
