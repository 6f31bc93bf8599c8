"""What makes a page's meaning plain to everybody: headings, labels, alternative texts, ids, roles and names."""

from collections import Counter
from collections.abc import Iterator

from tests.site.markup import words
from tests.site.parsed import Found, Page

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
FIELDS = ("input", "select", "textarea")
ROLES = words(
    "alert alertdialog application banner button complementary contentinfo dialog document feed figure "
    "form group heading img link list listitem log main navigation none note option presentation "
    "progressbar radio radiogroup region row rowgroup search searchbox separator status switch tab "
    "table tablist tabpanel term textbox timer toolbar tooltip tree"
)
OWN_ROLES = {
    "article": "article", "aside": "complementary", "button": "button", "footer": "contentinfo", "form": "form",
    "header": "banner", "li": "listitem", "main": "main", "nav": "navigation", "ol": "list", "table": "table",
    "ul": "list",
}  # fmt: skip
STATES = {
    "aria-current": ["page", "step", "location", "date", "time", "true", "false"],
    "aria-live": ["off", "polite", "assertive"],
    "aria-hidden": ["true", "false"],
    "aria-expanded": ["true", "false"],
    "aria-pressed": ["true", "false", "mixed"],
    "aria-busy": ["true", "false"],
    "aria-atomic": ["true", "false"],
    "aria-disabled": ["true", "false"],
    "aria-checked": ["true", "false", "mixed"],
}
NAMES = frozenset({"aria-label", "aria-labelledby"})
REFERENCES = frozenset({"aria-labelledby", "aria-describedby", "aria-controls", "aria-details", "aria-owns"})
TEXTS = frozenset({"aria-label", "aria-roledescription", "aria-description", "aria-keyshortcuts"})
NAMELESS = words(
    "b bdi caption code dd del div dt em i kbd legend mark p pre q s samp small span strong sub sup time"
)


def headings(page: Page) -> Iterator[str]:
    """Not exactly one h1, levels left out on the way down, headings without words."""
    found = list(page.all(*HEADINGS))
    count = sum(heading.tag == "h1" for heading in found)
    if count != 1:
        yield f"there are {count} h1 elements"
    level = 0
    for heading in (h for h in found if not h.inside("template")):
        if int(heading.tag[1]) > level + 1:
            yield f"{heading} {heading.text!r} comes after level {level}"
        if not heading.text:
            yield f"{heading} has no words"
        level = int(heading.tag[1])


def ids(page: Page) -> Iterator[str]:
    """Ids that are given twice."""
    yield from (f"id {name!r} is given {n} times" for name, n in Counter(page.ids).items() if n > 1)


def pictures(page: Page) -> Iterator[str]:
    """Pictures without alternative text (which may be empty) or without the size that keeps the page from jumping."""
    for picture in page.all("img"):
        for name in ("alt", "width", "height"):
            if name not in picture.element.attrib:
                yield f"{picture} has no {name}"
        if picture.get("alt").endswith((".svg", ".png")):
            yield f"{picture} has the name of a file for a text"


def labels(page: Page) -> Iterator[str]:
    """Fields without a label, labels without a field or without words."""
    by_label = {label.get("for") for label in page.all("label")}
    for field in page.all(*FIELDS):
        if not (field.inside("label") or field.get("id") in by_label or field.get("aria-label")):
            yield f"{field} has no label"
    fields = {field.get("id") for field in page.all(*FIELDS, "output")}
    for label in page.all("label"):
        held = sum(1 for element in label.element.iter() if element.tag in FIELDS)
        if not label.text or (label.get("for") not in fields if "for" in label.element.attrib else held != 1):
            yield f"{label} {label.text!r} is not the label of one field"


def names(page: Page) -> Iterator[str]:
    """Links, buttons, lists of choices, navigations and sections that say nothing."""
    for found in page.all("a", "button", "summary", "legend", "caption", "th", "option"):
        if not (
            found.text or found.get("aria-label") or any(i.get("alt") for i in found.element.iter("img"))
        ):
            yield f"{found} has no words"
    for found in page.all("section", "article"):
        headed = any(element.tag in HEADINGS for element in found.element.iter())
        if not headed and not NAMES & found.element.attrib.keys():
            yield f"{found} has no heading"


def roles(page: Page) -> Iterator[str]:
    """Unknown roles, and roles that an element has anyway."""
    for found in page.elements:
        role = found.get("role", "none")
        if role not in ROLES:
            yield f"{found}: there is no role {role!r}"
        if OWN_ROLES.get(found.tag) == role:
            yield f"{found} has that role anyway"


def aria(page: Page) -> Iterator[str]:
    """Unknown aria attributes, values that mean nothing, references to nothing, names where none may be."""
    known = set(page.ids)
    for found in page.elements:
        for name, value in found.element.attrib.items():
            if name.startswith("aria-"):
                yield from _aria(found, name, value, known)


def _aria(found: Found, name: str, value: str, known: set[str]) -> Iterator[str]:
    if name in STATES:
        if value not in STATES[name]:
            yield f"{found}: {name} cannot be {value!r}"
    elif name in REFERENCES:
        yield from (f"{found}: there is no {one!r}" for one in value.split() or [""] if one not in known)
    elif name not in TEXTS or not value.strip():
        yield f"{found}: {name} means nothing"
    if name in NAMES and found.tag in NAMELESS and "role" not in found.element.attrib:
        yield f"{found} cannot be given a name"


def references(page: Page) -> Iterator[str]:
    """Popovers and fields that are named but are not on the page."""
    popovers = {found.get("id") for found in page.elements if "popover" in found.element.attrib}
    for button in page.all("button"):
        if "popovertarget" in button.element.attrib and button.get("popovertarget") not in popovers:
            yield f"{button} opens nothing"
        if button.get("type") not in ("button", "submit", "reset"):
            yield f"{button} does not say what kind of button it is"


RULES = (headings, ids, pictures, labels, names, roles, aria, references)
