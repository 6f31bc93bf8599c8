"""Where the links of a published site lead: which files and places in pages its addresses stand for."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree import ElementTree as ET

from sitegen.serving import answer
from tests.site.parsed import Found, Page

BASE = "https://credentials.example.org"
"""Where the sample site says that it stands."""

ATTRIBUTES = ("href", "src", "action", "data-index", "data-copy", "cite")
SEARCH = re.compile(r"(?:q|focus|audience|grades|effort|evidence|cost|issuer|sort)=")
"""What a visitor chose, as it stands in an address of the list of credentials."""

NAME = re.compile(r"\.json#|/#version-[\d.]+")
"""How an address in a record goes on that names a part of it, an entry of a list or an edition of a credential: no place on a page."""


class Published:
    """A published folder as what its links lead to."""

    def __init__(self, folder: Path, pages: dict[str, Page], base: str = BASE) -> None:
        whole = urlsplit(base)
        self._origin = f"{whole.scheme}://{whole.netloc}"
        self._site = answer.Site(str(folder), whole.path)
        self._answers: dict[str, int] = {}
        self._ids = {whole.path + page.path: set(page.ids) for page in pages.values()}

    def fault(self, page: str, address: str) -> str | None:
        """What is wrong with an address that stands on the page at this path; addresses of other hosts are fine."""
        whole = urlsplit(urljoin(f"{self._origin}{self._site.top}{page}", address))
        if f"{whole.scheme}://{whole.netloc}" != self._origin:
            return None
        status = self._status(whole.path or "/")
        if status != 200:
            return f"{page}: {address} answers with {status}"
        place = unquote(whole.fragment)
        if not place or (whole.path.endswith("/credentials/") and SEARCH.match(place)):
            return None
        if place not in self._ids.get(whole.path, set()):
            return f"{page}: {address} names a place that is not there"
        return None

    def _status(self, path: str) -> int:
        if path not in self._answers:
            self._answers[path] = answer.answer(self._site, path).status
        return self._answers[path]


def of_page(page: Page) -> Iterator[str]:
    """All addresses on a page."""
    for found in page.elements:
        yield from (found.get(name) for name in ATTRIBUTES if name in found.element.attrib)
        yield from (part.split()[0] for part in found.get("srcset").split(",") if part.strip())
        if found.get("property") in ("og:url", "og:image"):
            yield found.get("content")
        if found.tag == "script" and found.get("type") == "application/ld+json":
            yield from of_json("".join(found.element.itertext()))


def of_json(text: str) -> Iterator[str]:
    """All texts in a JSON document that are addresses, names without what is no place; not those with a part to be filled in."""
    waiting = [json.loads(text)]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict | list):
            waiting.extend(value.values() if isinstance(value, dict) else value)
        elif isinstance(value, str) and re.fullmatch(r"(?:https?:/)?/\S+", value) and "{" not in value:
            yield value.partition("#")[0] if NAME.search(value) else value


def of_xml(text: str) -> Iterator[str]:
    """All addresses in a feed or sitemap."""
    for element in ET.fromstring(text).iter():
        yield from (value for name, value in element.attrib.items() if name == "href")
        if element.text and element.tag.endswith(("}loc", "}uri", "}id")):
            yield element.text


def is_hidden_without_scripts(found: Found) -> bool:
    """Whether a page shows the element only where scripts run."""
    lists = [element.get("class", "").split() for element in (*found.above, found.element)]
    return any("js" in classes for classes in lists) or found.inside("template")
