"""Whether two built sites hold the same pages: the same files, elements, attributes, data and text.

    python bench/equal.py ADDRESSES SITEGEN_PUBLIC HUGO_PUBLIC --pages 200

Left out of the comparison, because they are habits of the tools and not content: white space between elements, how a
character is escaped, the hash in the style sheet's name, `style` against `class` for the alignment of a table's cells, the
prefix of ids made from headings, and `_index.md` in the address of a source file.
"""

import argparse
import json
import random
import re
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

_SPACE = re.compile(r"\s+")
_ALIGNMENT = re.compile(r"text-align: ?(left|right|center);?")
_STYLE_SHEET = re.compile(r"\.css$")
_HEADINGS = frozenset(("h2", "h3", "h4", "h5", "h6"))
_SITEMAP_ENTRY = re.compile(r"<url>(.*?)</url>", re.DOTALL)

Token = tuple[Any, ...]


class Tokens(HTMLParser):
    """Collects what a page says: elements with their attributes, text, and data."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Token] = []
        self._data = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._data = tag == "script"
        self.found.append(
            ("<", tag, tuple(sorted(_attribute(tag, name, value or "") for name, value in attrs)))
        )

    def handle_endtag(self, tag: str) -> None:
        self._data = False
        self.found.append((">", tag))

    def handle_data(self, data: str) -> None:
        if self._data:
            self.found.append(("data", json.dumps(json.loads(data), sort_keys=True)))
            return
        text = _SPACE.sub(" ", data)
        if self.found and self.found[-1][0] == "text":
            text = self.found.pop()[1] + text
        self.found.append(("text", text.strip()))


def _attribute(tag: str, name: str, value: str) -> tuple[str, str]:
    if name == "style" and (alignment := _ALIGNMENT.fullmatch(value)):
        return "class", alignment[1]
    if name == "id" and tag in _HEADINGS:
        return name, value.removeprefix("t-")
    if name == "href" and _STYLE_SHEET.search(value):
        return name, "style sheet"
    return name, value.replace("/_index.md", ".md")


def tokens(page: str) -> list[Token]:
    """What a page says, without white space between elements."""
    parser = Tokens()
    parser.feed(page)
    parser.close()
    return [token for token in parser.found if token != ("text", "")]


def sitemap(text: str) -> list[str]:
    """The pages that a sitemap lists with their days, in order."""
    return sorted(_SPACE.sub("", entry) for entry in _SITEMAP_ENTRY.findall(text))


def differences(addresses: list[str], ours: Path, theirs: Path) -> Iterator[str]:
    """A sentence for every file that differs, saying where first."""
    for address in addresses:
        first, second = ((folder / address).read_text(encoding="utf-8") for folder in (ours, theirs))
        read = tokens if address.endswith(".html") else sitemap if address.endswith(".xml") else str.split
        found = _first_difference(read(first), read(second))
        if found:
            yield f"{address}: {found}"


def _first_difference(ours: list[Any], theirs: list[Any]) -> str:
    for number, (first, second) in enumerate(zip(ours, theirs, strict=False)):
        if first != second:
            return f"part {number}: {first!r} here, {second!r} there"
    return "" if len(ours) == len(theirs) else f"{len(ours)} parts here, {len(theirs)} there"


def chosen(addresses: list[str], count: int, seed: int = 1) -> list[str]:
    """So many of the addresses; every page that is the only one of its kind is among them."""
    single = [address for address in addresses if address.count("/") < 2]
    rest = [address for address in addresses if address.count("/") >= 2]
    return single + random.Random(seed).sample(rest, min(count, len(rest)))


def main() -> None:
    """Compare and say how it went; ends with 1 if anything differs."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("addresses", type=Path)
    parser.add_argument("sitegen", type=Path)
    parser.add_argument("hugo", type=Path)
    parser.add_argument("--pages", type=int, default=200)
    asked = parser.parse_args()
    compared = chosen(asked.addresses.read_text(encoding="utf-8").split(), asked.pages)
    found = list(differences(compared, asked.sitegen, asked.hugo))
    print("\n".join([*found[:20], f"{len(compared)} pages compared, {len(found)} differ"]))
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
