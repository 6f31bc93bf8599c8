"""How heavy pages may be: what a phone must load before anything is seen."""

import gzip
from pathlib import Path

import pytest

from tests.site import weights
from tests.site.parsed import Page

STYLES, SCRIPTS, PAGE, LIST = 12_000, 20_000, 20_000, 40_000
"""Bytes when packed. Hosts pack with Brotli, which is tighter than what is at hand here; so these are on the safe side."""


def packed(data: bytes) -> int:
    """How many bytes travel."""
    return len(gzip.compress(data, 9))


def test_pages_are_light(pages: dict[str, Page]) -> None:
    weights = {page.address: packed(page.source.encode()) for page in pages.values()}
    limits = {
        a: LIST if a == "credentials/index.html" or a.startswith("credentials/page/") else PAGE
        for a in weights
    }
    assert {address: weight for address, weight in weights.items() if weight > limits[address]} == {}


@pytest.mark.parametrize(
    ("kind", "attribute", "limit"), [("link", "href", STYLES), ("script", "src", SCRIPTS)]
)
def test_styles_and_scripts_of_each_page_are_light(
    pages: dict[str, Page], folder: Path, kind: str, attribute: str, limit: int
) -> None:
    named = {
        page.address: {
            found.get(attribute) for found in page.all(kind) if found.get(attribute).endswith((".css", ".js"))
        }
        for page in pages.values()
    }
    assert all(named.values())
    weights = {path: packed((folder / path[1:]).read_bytes()) for paths in named.values() for path in paths}
    assert {a: paths for a, paths in named.items() if sum(weights[path] for path in paths) > limit} == {}


def test_no_page_loads_a_font(folder: Path) -> None:
    assert [
        file.name for file in folder.rglob("*") if file.suffix in (".woff", ".woff2", ".ttf", ".otf")
    ] == []


def test_what_search_reads_is_light(folder: Path) -> None:
    assert packed((folder / "data" / "catalog.json").read_bytes()) < 100_000


def test_the_page_of_a_badge_is_the_lightest_of_all(folder: Path) -> None:
    """Whoever is sent a link to it has nothing of the site yet: so all that it asks for is counted, whatever its state."""
    costs = {page.name: weights.of(folder, page) for page in weights.heaviest(folder, 12)}
    assert {name: cost for name, cost in costs.items() if sum(cost.values()) > weights.BYTES} == {}


def test_the_page_of_a_badge_asks_for_few_files_whatever_its_state(folder: Path) -> None:
    counts = {page.name: 1 + len(weights.asked(page)) for page in weights.badges(folder)}
    assert {name: count for name, count in counts.items() if count > weights.REQUESTS} == {}
