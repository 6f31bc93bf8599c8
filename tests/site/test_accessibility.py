"""A page of every type, on a phone and on a desk, light and dark: axe finds nothing, nothing fails, nothing is too wide."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT

from tests.site.browsing import DESK, PHONE, Visit
from tests.site.parsed import Page

TYPES = json.loads((Path(__file__).parents[2] / "bench" / "page-types.json").read_text("utf-8"))["types"]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLORS = ["color-contrast", "link-in-text-block"]
"""The rules whose answer depends on the color scheme."""

NARROW = {"width": 320, "height": 640}
"""The narrowest screen that a page must fit, which is also a desk's at four times the size."""

TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture
def phone(visit: Callable[..., Visit]) -> Visit:
    return visit(viewport=PHONE, is_mobile=True, has_touch=True)


@pytest.fixture
def desk(visit: Callable[..., Visit]) -> Visit:
    return visit(viewport=DESK)


@pytest.mark.parametrize("kind", TYPES)
def test_a_page_of_this_type_keeps_nobody_out_on_a_phone(
    phone: Visit, kind: str, pages: dict[str, Page]
) -> None:
    assert _faults(phone, _path(kind, pages)) == []
    phone.page.set_viewport_size(NARROW)
    assert phone.page.evaluate(TOO_WIDE) == 0


@pytest.mark.parametrize("kind", TYPES)
def test_a_page_of_this_type_keeps_nobody_out_on_a_desk(
    desk: Visit, kind: str, pages: dict[str, Page]
) -> None:
    assert _faults(desk, _path(kind, pages)) == []


def test_results_of_a_search_keep_nobody_out(phone: Visit) -> None:
    phone.open("/credentials/#q=students+give+up")
    phone.page.locator(".rows mark").first.wait_for()
    assert _judged(phone) == []


def test_a_fault_of_contrast_in_the_dark_is_found(desk: Visit) -> None:
    desk.open("/how-it-works/")
    desk.page.evaluate(
        "const faint = new CSSStyleSheet(); faint.replaceSync('@media (prefers-color-scheme: dark)"
        " { .lede { color: #333 !important; background: #222 !important } }'); document.adoptedStyleSheets = [faint];"
    )
    assert any("color-contrast" in fault for fault in _judged(desk))


def _path(kind: str, pages: dict[str, Page]) -> str:
    address = TYPES[kind][0]
    assert address in pages, f"bench/page-types.json names {address}, which is not there"
    return "/no-such-page/" if address == "404.html" else pages[address].path


def _faults(visit: Visit, path: str) -> list[str]:
    visit.open(path)
    if path == "/no-such-page/":
        visit.problems[:] = [problem for problem in visit.problems if "status of 404" not in problem]
    return _judged(visit)


def _judged(visit: Visit) -> list[str]:
    """What axe finds in both schemes, with everything opened that can be, and whether the page is too wide."""
    page = visit.page
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    wide = page.evaluate(TOO_WIDE)
    world = _world(visit)
    found = world({"runOnly": RULES})
    page.emulate_media(color_scheme="dark")
    dark = world({"runOnly": {"type": "rule", "values": COLORS}})
    return [f"{wide} px too wide"] * (wide > 0) + found + [f"dark: {fault}" for fault in dark]


def _world(visit: Visit) -> Callable[[dict[str, Any]], list[str]]:
    """axe in a world beside the page's own, so that the page's policy stays in force."""
    session = visit.context.new_cdp_session(visit.page)
    frame = session.send("Page.getFrameTree")["frameTree"]["frame"]["id"]
    made = session.send("Page.createIsolatedWorld", {"frameId": frame, "worldName": "axe"})
    place = {"contextId": made["executionContextId"], "awaitPromise": True, "returnByValue": True}
    session.send("Runtime.evaluate", {**place, "expression": f"{AXE_SCRIPT};0"})

    def run(options: dict[str, Any]) -> list[str]:
        asked = json.dumps({**options, "resultTypes": ["violations"]})
        answer = session.send(
            "Runtime.evaluate",
            {**place, "expression": f"axe.run(document, {asked}).then((r) => r.violations)"},
        )
        return [_said(violation) for violation in answer["result"]["value"]]

    return run


def _said(violation: dict[str, Any]) -> str:
    nodes = [f"{' '.join(node['target'])} {node['failureSummary']}" for node in violation["nodes"][:3]]
    return re.sub(r"\s+", " ", f"{violation['id']}: {violation['help']}: {' | '.join(nodes)}")
