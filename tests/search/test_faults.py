"""Whatever file of the index is missing, cut off or of another build, whatever is asked: the browser has an answer."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page
from search import small

from sitegen.search import groups, language, vectors
from sitegen.search.files import Setting
from tests.search import twins
from tests.site import browsing, hosting

KINDS = ["about", "groups", "terms/", "fields/", "cards/", "facets", "spelling", "words/"]
FAULTS = ["gone", "missing", "truncated", "of another build", "something else", "not JSON"]
QUESTIONS = [
    "exit tickets",
    '"exit tickets" talk',
    "title:exit",
    "issuer:harbor",
    "discusions",
    "SEL",
    "",
    "🎉",
    "x" * 10_000,
]

ASK = """async ([kinds, faults, texts]) => {
  const { open, best } = await import("/search.js");
  const bodies = { truncated: '{"mark": "x', "of another build": '{"mark": "00000000"}', "something else": "[1]", "not JSON": "<!doctype html>" };
  const failed = [];
  for (const kind of kinds) for (const fault of faults) {
    const get = async (address, how) => {
      if (!address.includes(kind)) return fetch(address, how);
      if (fault === "gone") throw new TypeError("no connection");
      return fault === "missing" ? new Response("", { status: 404 }) : new Response(bodies[fault]);
    };
    try {
      const index = await open("/data/", get);
      let lacking = false;
      for (const text of texts) {
        const answer = await index.ask(text, {});
        for (const number of best(answer.shares.scores, 10)) await index.hit(answer, number);
        if (answer.asked.terms.size === 0 && kind !== "terms/" && text === "exit tickets") failed.push([kind, fault, "nothing found"]);
        lacking ||= answer.lacking;
      }
      if (!lacking) failed.push([kind, fault, "not said"]);
    } catch (error) { failed.push([kind, fault, String(error)]); }
  }
  return failed;
}"""


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Page, Path]]:
    """A page of a host, and the folder that it shows."""
    folder = tmp_path_factory.mktemp("faults")
    folder.joinpath("index.html").write_text("<!doctype html>", encoding="utf-8")
    with hosting.running(folder) as host, browsing.chromium() as browser:
        yield browsing.Visit(browser, host.origin).page, folder


@pytest.mark.parametrize("grouped", [False, True])
def test_any_file_may_be_faulty(
    page: tuple[Page, Path], monkeypatch: pytest.MonkeyPatch, *, grouped: bool
) -> None:
    shown, folder = page
    shutil.rmtree(folder / "data", ignore_errors=True)
    if grouped:
        monkeypatch.setattr(groups, "SMALL", 2)
        monkeypatch.setattr(groups, "SIZE", 1)
    english = language.of("en")
    twins.publish(small.SOURCES, Setting(language=english, vectors=vectors.load(english.vectors)), folder)
    shown.goto("/")
    kinds = [kind for kind in KINDS if kind != ("about" if grouped else "groups")]
    assert {str(one) for one in shown.evaluate(ASK, [kinds, FAULTS, QUESTIONS])} == set()


def test_what_opens_nothing_says_so(page: tuple[Page, Path]) -> None:
    shown, _ = page
    said = shown.evaluate(
        """async () => {
          const { open } = await import("/search.js");
          const bodies = ["", "{}", '{"version": 99}', "[]", "null", '{"version": 1}'];
          return Promise.all(bodies.map((body) => open("/data/", async () => new Response(body)).then(() => "opened", () => "refused")));
        }"""
    )
    assert set(said) == {"refused"}
