"""A page of every type, on a phone and on a desk, light and dark: axe finds nothing, nothing fails, nothing is too wide."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.site import axe
from tests.site.browsing import DESK, PHONE, Visit
from tests.site.parsed import Page

TYPES = json.loads((Path(__file__).parents[2] / "bench" / "page-types.json").read_text("utf-8"))["types"]
OWN = {
    "verify": "verify/index.html",
    "person": "people/letitia-bookbinder/index.html",
    "badge": "badges/1d/1d1a6cbb5e76311d4a00a6f27d6c03da.html",
}
"""Pages that no other generator makes, and that are not measured beside others."""

KINDS = [*TYPES, *OWN]

NARROW = {"width": 320, "height": 640}
"""The narrowest screen that a page must fit, which is also a desk's at four times the size."""


@pytest.fixture
def phone(visit: Callable[..., Visit]) -> Visit:
    return visit(viewport=PHONE, is_mobile=True, has_touch=True)


@pytest.fixture
def desk(visit: Callable[..., Visit]) -> Visit:
    return visit(viewport=DESK)


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_of_this_type_keeps_nobody_out_on_a_phone(
    phone: Visit, kind: str, pages: dict[str, Page]
) -> None:
    assert _faults(phone, _path(kind, pages)) == []
    phone.page.set_viewport_size(NARROW)
    assert phone.page.evaluate(axe.TOO_WIDE) == 0


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_of_this_type_keeps_nobody_out_on_a_desk(
    desk: Visit, kind: str, pages: dict[str, Page]
) -> None:
    assert _faults(desk, _path(kind, pages)) == []


def test_results_of_a_search_keep_nobody_out(phone: Visit) -> None:
    phone.open("/credentials/#q=students+give+up")
    phone.page.locator(".rows mark").first.wait_for()
    assert axe.judged(phone) == []


def test_a_fault_of_contrast_in_the_dark_is_found(desk: Visit) -> None:
    desk.open("/how-it-works/")
    desk.page.evaluate(
        "const faint = new CSSStyleSheet(); faint.replaceSync('@media (prefers-color-scheme: dark)"
        " { .lede { color: #333 !important; background: #222 !important } }'); document.adoptedStyleSheets = [faint];"
    )
    assert any("color-contrast" in fault for fault in axe.judged(desk))


def _path(kind: str, pages: dict[str, Page]) -> str:
    address = OWN[kind] if kind in OWN else TYPES[kind][0]
    assert address in pages, f"{address} is named as a page of its type, but is not there"
    return "/no-such-page/" if address == "404.html" else pages[address].path


def _faults(visit: Visit, path: str) -> list[str]:
    visit.open(path)
    if path == "/no-such-page/":
        visit.problems[:] = [problem for problem in visit.problems if "status of 404" not in problem]
    return axe.judged(visit)
