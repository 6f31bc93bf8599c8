"""What the site promises of each page: no code inside it, nothing from elsewhere, a head that says what it is."""

import json
from collections.abc import Iterator
from urllib.parse import urlsplit

from tests.site.parsed import Page

LOADED = {"script": "src", "img": "src", "source": "src", "iframe": "src", "embed": "src", "object": "data"}
LOADED_LINKS = frozenset(
    {"stylesheet", "icon", "apple-touch-icon", "manifest", "preload", "modulepreload", "prefetch"}
)
DATA = frozenset({"application/ld+json", "application/json"})


def no_inline_code(page: Page) -> Iterator[str]:
    """Style attributes and elements, handlers, scripts in the page: the content security policy would stop them."""
    for found in page.elements:
        for name in found.element.attrib:
            if name == "style" or name.startswith("on"):
                yield f"{found} has {name}"
        if found.tag == "style":
            yield "there is a style element"
        if found.tag == "script" and "src" not in found.element.attrib and found.get("type") not in DATA:
            yield f"{found} has its code in the page"


def nothing_from_elsewhere(page: Page) -> Iterator[str]:
    """Scripts, styles, pictures and frames from other hosts, and forms sent there."""
    for found in page.elements:
        asked = [found.get(LOADED[found.tag])] if found.tag in LOADED else []
        if found.tag == "link" and LOADED_LINKS & set(found.get("rel").split()):
            asked.append(found.get("href"))
        asked += [part.split()[0] for part in found.get("srcset").split(",") if part.strip()]
        asked += [found.get("action")] if found.tag == "form" else []
        for address in asked:
            if urlsplit(address).scheme or address.startswith("//"):
                yield f"{found} goes to another host"


def safe_links(page: Page) -> Iterator[str]:
    """Links that run code, or go to other hosts without encryption, or with characters that no address has."""
    for found in page.all("a"):
        address = found.get("href")
        if urlsplit(address).scheme not in ("", "https", "mailto"):
            yield f"{found} does not lead to a page"
        if not address or set(address) & set(' "<>\\^`{|}\n\t'):
            yield f"{found} is no proper address"


def head(page: Page) -> Iterator[str]:
    """A missing or repeated title, description, language, viewport or lasting address."""
    if not page.source.startswith("<!doctype html>\n"):
        yield "it does not begin with the doctype"
    titles = [found.text for found in page.all("title")]
    if len(titles) != 1 or len(titles[0]) < 5:
        yield f"titles: {titles}"
    said = page.meta("description")
    if len(said) != 1 or len(said[0]) < 20:
        yield f"descriptions: {said}"
    if not [found for found in page.all("html") if found.get("lang")]:
        yield "there is no language"
    if page.meta("viewport") != ["width=device-width, initial-scale=1"]:
        yield "the viewport is not that of the device, or cannot be zoomed"
    canonical = [found.get("href") for found in page.all("link") if found.get("rel") == "canonical"]
    if len(canonical) != 1 or urlsplit(canonical[0]).scheme != "https":
        yield f"lasting addresses: {canonical}"


def data(page: Page) -> Iterator[str]:
    """JSON in the page that cannot be read, or could end its own element."""
    for found in page.all("script"):
        if found.get("type") not in DATA:
            continue
        text = "".join(found.element.itertext())
        try:
            json.loads(text)
        except ValueError as error:
            yield f"{found}: {error}"
        if "<" in text:
            yield f"{found} holds <"


RULES = (no_inline_code, nothing_from_elsewhere, safe_links, head, data)
