"""A published page as a tree: its elements with what stands above them, and what a strict parser says of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib


@dataclass(frozen=True)
class Found:
    """An element, and all that it stands in, the nearest last."""

    element: Element
    above: tuple[Element, ...]

    @property
    def tag(self) -> str:
        """The element's name; those of drawings have their namespace before it."""
        return self.element.tag

    @property
    def parent(self) -> str:
        """The name of the element that this one stands in."""
        return self.above[-1].tag if self.above else ""

    def get(self, name: str, default: str = "") -> str:
        """An attribute's value."""
        return self.element.get(name, default)

    def inside(self, *tags: str) -> bool:
        """Whether it stands in an element of one of these names, however deep."""
        return any(element.tag in tags for element in self.above)

    @property
    def text(self) -> str:
        """All text in it, with single spaces."""
        return " ".join("".join(self.element.itertext()).split())

    def __str__(self) -> str:
        shown = "".join(f' {name}="{value[:60]}"' for name, value in self.element.attrib.items())
        return f"<{self.tag}{shown}>"


@dataclass(frozen=True)
class Page:
    """A page: the address of its file below the published folder, its source, and the tree made of it."""

    address: str
    source: str

    @cached_property
    def _parsed(self) -> tuple[Element, list[str]]:
        parser = html5lib.HTMLParser(namespaceHTMLElements=False)
        root = parser.parse(self.source)
        return root, [f"{line}:{column} {fault}" for (line, column), fault, _ in parser.errors]

    @property
    def faults(self) -> list[str]:
        """Where a strict parser would have stopped: line, column and the parser's word for it."""
        return self._parsed[1]

    @cached_property
    def elements(self) -> list[Found]:
        """All elements in the order of the page."""
        return list(_walk(self._parsed[0], ()))

    @cached_property
    def ids(self) -> list[str]:
        """All ids, in order, repeated ones too."""
        return [found.get("id") for found in self.elements if "id" in found.element.attrib]

    @property
    def path(self) -> str:
        """The path at which a host shows the page; that of a badge is its address without an ending."""
        return f"/{self.address.removesuffix('.html' if self.is_badge else 'index.html')}"

    @property
    def is_badge(self) -> bool:
        """Whether it is the page of somebody's badge."""
        return self.address.startswith("badges/")

    def all(self, *tags: str) -> Iterator[Found]:
        """The elements of these names."""
        return (found for found in self.elements if found.tag in tags)

    def meta(self, name: str) -> list[str]:
        """The contents of the meta elements with this name or property."""
        return [f.get("content") for f in self.all("meta") if name in (f.get("name"), f.get("property"))]


def load(folder: Path) -> dict[str, Page]:
    """All pages of a published folder, by address."""
    files = sorted(folder.rglob("*.html"))
    return {(name := f.relative_to(folder).as_posix()): Page(name, f.read_text("utf-8")) for f in files}


def page(main: str, head: str = "") -> Page:
    """A small page without fault around the content of its main element, to plant faults in."""
    return Page(
        "index.html",
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1"><title>A small page</title>'
        '<meta name="description" content="A page that is here to have faults planted in it.">'
        f'<link rel="canonical" href="https://example.org/">{head}</head>'
        f'<body><header><a href="/">Home</a></header><main id="main"><h1>A page</h1>{main}</main></body></html>',
    )


def _walk(element: Element, above: tuple[Element, ...]) -> Iterator[Found]:
    if isinstance(element.tag, str):
        yield Found(element, above)
        for child in element:
            yield from _walk(child, (*above, element))
