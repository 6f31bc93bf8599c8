"""What the page of a badge costs a visitor: bytes over the wire, requests, and the time until the verdict stands there.

python bench/badge_page.py                               20 visits, each with a fresh browser profile
python bench/badge_page.py --visits 3                    a quick look
python bench/badge_page.py --site public                 weigh every badge of a site that was built, in every state

The page, its record, its status list and the issuer's keys are those of the tests, on a host on this machine;
the browser is the Chromium that is installed. Time is that of the page's own clock, from the `load` event to
the moment at which badge.js is told the verdict (0 if that came first), and from the first request. Bytes are
counted as Brotli packs them, as hosts do. The pictures of real badges have some hundred bytes more: so the bar is
met only if the heaviest page of a real site meets it, which `--site` (and a test, for the sample) looks at.
"""

import argparse
import statistics
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests"), str(ROOT / "tests" / "plan")]

import brotli  # noqa: E402
from playwright.sync_api import Browser  # noqa: E402

from tests.site import badge_shelf, browsing, hosting, weights  # noqa: E402

BARS = {
    "script that checks, bytes": 12_000,
    "all bytes": 25_000,
    "requests": 8,
    "load to verdict, ms": 150,
}
WATCH = "document.addEventListener('badge:checked', (event) => { window.told = [performance.now(), event.detail.state]; });"
TOLD = "() => [...window.told, performance.getEntriesByType('navigation')[0].loadEventEnd]"


def main() -> None:
    """Measure, print, and end with 1 if a bar is not met."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--visits", type=int, default=20, help="how often the page is opened")
    parser.add_argument("--site", type=Path, help="the folder of a site that was built")
    asked = parser.parse_args()
    if asked.site:
        sys.exit(weigh_all(asked.site))
    with tempfile.TemporaryDirectory() as folder:
        badge_shelf.publish(Path(folder))
        with hosting.running(Path(folder)) as host, browsing.chromium() as browser:
            found = weigh(browser, host.origin, Path(folder)) | watch(browser, host.origin, asked.visits)
    for what, figure in found.items():
        bar = BARS.get(what)
        met = "" if bar is None else f"   bar ≤ {bar:<7,} {'met' if figure <= bar else 'NOT MET'}"
        print(f"{what:36} {figure:10,.1f}{met}")
    sys.exit(any(found[what] > bar for what, bar in BARS.items()))


def weigh_all(folder: Path) -> bool:
    """Print the heaviest page of the site, file by file, and the most requests of any; whether a bar is not met."""
    costs = {page: weights.of(folder, page) for page in weights.badges(folder)}
    heaviest = max(costs, key=lambda page: sum(costs[page].values()))
    total, most = sum(costs[heaviest].values()), max(len(cost) for cost in costs.values())
    for name, size in costs[heaviest].items():
        print(f"  {name:60} {size:7,}")
    print(f"the heaviest of {len(costs):,} pages, bytes{total:32,}   bar ≤ {weights.BYTES:,}")
    print(f"the most requests of a page{most:41}   bar ≤ {weights.REQUESTS}")
    return total > weights.BYTES or most > weights.REQUESTS


def weigh(browser: Browser, origin: str, folder: Path) -> dict[str, float]:
    """Requests and bytes of one visit. The picture is asked for again as the icon of the tab, which is not counted."""
    visit = browsing.Visit(browser, origin)
    visit.open(badge_shelf.address("good")).wait_for_function(
        "() => !document.querySelector('[data-state=checking]')"
    )
    names = {one.split("\n")[0].removeprefix(f"{origin}/") for one in visit.asked}
    visit.close()
    sizes = {name: len(brotli.compress((folder / name).read_bytes())) for name in sorted(names)}
    script = next(size for name, size in sizes.items() if name.startswith("assets/checking."))
    return {f"  {name}": float(size) for name, size in sizes.items()} | {
        "script that checks, bytes": script,
        "all bytes": sum(sizes.values()),
        "requests": len(sizes),
    }


def watch(browser: Browser, origin: str, visits: int) -> dict[str, float]:
    """How long a visitor waits, in milliseconds."""
    after, whole = [], []
    for _ in range(visits):
        visit = browsing.Visit(browser, origin)
        visit.page.add_init_script(WATCH)
        page = visit.open(badge_shelf.address("good"))
        page.wait_for_function(
            "() => window.told && performance.getEntriesByType('navigation')[0].loadEventEnd"
        )
        told, state, loaded = page.evaluate(TOLD)
        if state != "valid":
            sys.exit(f"The badge is found to be {state}.")
        after.append(max(0.0, told - loaded))
        whole.append(told)
        visit.close()
    return {
        "load to verdict, ms": statistics.median(after),
        "load to verdict, the worst, ms": max(after),
        "first request to verdict, ms": statistics.median(whole),
    }


if __name__ == "__main__":
    main()
