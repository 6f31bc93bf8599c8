"""A visitor's browser: a Chromium of this machine, one visitor after the other, and all that went wrong on the way."""

import atexit
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Locator,
    Page,
    Playwright,
    Request,
    expect,
    sync_playwright,
)

NAMES = ("chromium", "chromium-browser", "google-chrome")
OPTIONS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-dev-shm-usage",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
DEADLINE = 60_000
"""Milliseconds after which a test gives up waiting for what should come at once."""

GIVEN_UP = "net::ERR_ABORTED"
"""What becomes of a request when the visitor leaves the page before the answer has come."""

PHONE = {"width": 390, "height": 844}
DESK = {"width": 1280, "height": 900}


@contextmanager
def chromium() -> Iterator[Browser]:
    """The browser that is installed on this machine; it reaches nothing but this machine.

    It is started once a process, because a process cannot have two of them, and ends with it.
    """
    yield _started()


@cache
def _started() -> Browser:
    found = next((path for path in map(shutil.which, NAMES) if path), None)
    if found is None:
        pytest.fail(f"There is no Chromium here: install one of {', '.join(NAMES)}.")
    expect.set_options(timeout=DEADLINE)
    playwright = sync_playwright().start()
    browser = playwright.chromium.launch(executable_path=found, args=list(OPTIONS))
    atexit.register(_end, browser, playwright)
    return browser


def _end(browser: Browser, playwright: Playwright) -> None:
    browser.close()
    playwright.stop()


class Visit:
    """One visitor with a fresh browser: a page to look at, and what went wrong."""

    def __init__(self, browser: Browser, origin: str, **options: object) -> None:
        chosen = {"viewport": DESK, "reduced_motion": "reduce", "color_scheme": "light", **options}
        self.context: BrowserContext = browser.new_context(base_url=origin, **chosen)
        self.context.set_default_timeout(DEADLINE)
        self.origin = origin
        self.problems: list[str] = []
        self.asked: list[str] = []
        self.page = self.new_page()

    def new_page(self) -> Page:
        """One more page of the same visitor."""
        page = self.context.new_page()
        page.on("console", lambda said: said.type == "error" and self.problems.append(f"said: {said.text}"))
        page.on("pageerror", lambda error: self.problems.append(f"script: {error}"))
        page.on("requestfailed", self._failed)
        page.on("request", self._asked)
        return page

    def _asked(self, request: Request) -> None:
        self.asked.append(f"{request.url}\n{request.post_data or ''}")
        if not request.url.startswith(self.origin):
            self.problems.append(f"asked another host: {request.url}")

    def _failed(self, request: Request) -> None:
        if request.failure != GIVEN_UP:
            self.problems.append(f"failed: {request.url} {request.failure}")

    def open(self, path: str) -> Page:
        """Go to a path of the site and wait until everything on the page is there."""
        self.page.goto(path, wait_until="load")
        return self.page

    def forget(self) -> list[str]:
        """What went wrong until now. From here on all that happened is forgotten."""
        problems = [*self.problems]
        self.problems.clear()
        self.asked.clear()
        return problems

    def close(self) -> None:
        """Leave, with everything that was stored."""
        self.context.close()


def texts(found: Locator) -> list[str]:
    """The texts of all elements that a locator finds, without spaces around them."""
    return [text.strip() for text in found.all_inner_texts()]
