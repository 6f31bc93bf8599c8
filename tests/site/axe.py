"""What axe finds on a page as it stands, in both color schemes."""

import json
import re
from collections.abc import Callable
from typing import Any

from axe_playwright_python.base import AXE_SCRIPT

from tests.site.browsing import Visit

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLORS = ["color-contrast", "link-in-text-block"]
"""The rules whose answer depends on the color scheme."""

TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"

Run = Callable[[dict[str, Any]], list[str]]


def judged(visit: Visit) -> list[str]:
    """What axe finds in both schemes, with everything opened that can be, and whether the page is too wide."""
    page = visit.page
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    wide = page.evaluate(TOO_WIDE)
    run = ready(visit)
    found = run({"runOnly": RULES})
    page.emulate_media(color_scheme="dark")
    dark = run({"runOnly": {"type": "rule", "values": COLORS}})
    return [f"{wide} px too wide"] * (wide > 0) + found + [f"dark: {fault}" for fault in dark]


def ready(visit: Visit, within: str = "html") -> Run:
    """axe for a part of a page that is open, in a world beside the page's own, so that the page's policy stays in force."""
    session = visit.context.new_cdp_session(visit.page)
    frame = session.send("Page.getFrameTree")["frameTree"]["frame"]["id"]
    made = session.send("Page.createIsolatedWorld", {"frameId": frame, "worldName": "axe"})
    place = {"contextId": made["executionContextId"], "awaitPromise": True, "returnByValue": True}
    session.send("Runtime.evaluate", {**place, "expression": f"{AXE_SCRIPT};0"})

    def run(options: dict[str, Any]) -> list[str]:
        asked = json.dumps({**options, "resultTypes": ["violations"]})
        answer = session.send(
            "Runtime.evaluate",
            {**place, "expression": f"axe.run({json.dumps(within)}, {asked}).then((r) => r.violations)"},
        )
        return [_said(violation) for violation in answer["result"]["value"]]

    return run


def _said(violation: dict[str, Any]) -> str:
    nodes = [f"{' '.join(node['target'])} {node['failureSummary']}" for node in violation["nodes"][:3]]
    return re.sub(r"\s+", " ", f"{violation['id']}: {violation['help']}: {' | '.join(nodes)}")
