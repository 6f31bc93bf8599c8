"""The checking script of the badge pages in a browser, beside Python: the same badges in, verdicts out."""

import base64
import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import sample_awards as samples
from mutations import Mutation
from playwright.sync_api import Page, Route

from sitegen.badges import register
from sitegen.render import theme
from tests.site import browsing

ISSUERS = [register.document(one) for one in samples.KNOWN]
POLICY = "default-src 'none'; script-src 'self'; connect-src 'self'; base-uri 'none'; require-trusted-types-for 'script'"
_ASSETS = theme.default_folder() / "assets"
_VERDICTS = """async ([cases, issuers]) => {
  const { verify } = await import("/verify.js"), { open } = await import("/any-badge.js");
  const bytes = (text) => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
  const found = [];
  for (const { data, lists, now } of cases) {
    const list = async (address) => (lists[address] === undefined ? null : bytes(lists[address]));
    found.push(await verify(bytes(data), { issuers, now, list, open }));
  }
  return found;
}"""


class Engine:
    """The script, loaded under the site's policy into a page that has nothing else in it."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.problems: list[str] = []
        page.on("pageerror", lambda error: self.problems.append(str(error)))
        page.route("**/*", self._answer)
        page.goto(f"{samples.SITE}/")

    def verdicts(self, cases: Sequence[Mutation]) -> list[dict[str, Any]]:
        """What the page finds of each."""
        given = [
            {
                "data": base64.b64encode(case.data).decode(),
                "lists": {at: base64.b64encode(data).decode() for at, data in case.lists.items()},
                "now": case.now.timestamp() * 1000,
            }
            for case in cases
        ]
        found: list[dict[str, Any]] = self.page.evaluate(_VERDICTS, [given, ISSUERS])
        return found

    def call(self, script: str, name: str, values: Sequence[object]) -> list[Any]:
        """What a function of a script gives for each value, which travels as JSON; a refusal gives its code."""
        found: list[Any] = json.loads(
            self.page.evaluate(
                """async ([script, name, values]) => {
                  const call = (await import(script))[name], found = [];
                  for (const value of JSON.parse(values)) {
                    try { found.push(await call(value)); } catch (error) { found.push({ code: error.code ?? String(error) }); }
                  }
                  return JSON.stringify(found);
                }""",
                [script, name, json.dumps(values)],
            )
        )
        return found

    def _answer(self, route: Route) -> None:
        name = route.request.url.removeprefix(f"{samples.SITE}/")
        if name:
            route.fulfill(path=_ASSETS / name, content_type="text/javascript")
        else:
            head = {"Content-Security-Policy": POLICY}
            route.fulfill(
                body='<!doctype html><title>x</title><p data-strict="/strict.js">',
                content_type="text/html",
                headers=head,
            )


@contextmanager
def running() -> Iterator[Engine]:
    """The engine in a browser of its own."""
    with browsing.chromium() as browser:
        context = browser.new_context()
        yield Engine(context.new_page())
        context.close()
