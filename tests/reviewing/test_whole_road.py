"""The whole road, as people go it: from a problem typed into the search to a badge that the verification page calls valid."""

import csv
import io
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from tests.reviewing.test_command import REPOSITORY, running
from tests.site import hosting
from tests.site.browsing import Visit
from tests.submissions.house import BASE, FORM, HEAD, House

FORM_LINK = "https://forms.example.org/harbor?usp=pp_url&credential=SG_CREDENTIAL&v=SG_VERSION&about=SG_TITLE&at=SG_URL"
FILLED = (
    "https://forms.example.org/harbor?usp=pp_url&credential=calm&v=1.0&about=Calm%20Starts"
    "&at=https%3A%2F%2Fcase.example.org%2Fcredentials%2Fcalm%2F"
)
OTHER = (
    ("Calm Starts", "Exit Tickets"), ("Begin a lesson in a way that settles everyone", "End a lesson with a short written question"),
    ("My class takes ten minutes to settle", "I never know what they understood"), ("Begins lessons calmly", "Reads what students write"),
)  # fmt: skip


class Town(NamedTuple):
    """A site with its people: where it stands, where it is shown, and a browser to look at it with."""

    house: House
    host: hosting.Host
    visit: Visit
    answers: Path

    def run(self, *words: str, code: int = 0) -> str:
        """Run a command in a process of its own; what it says."""
        settings = os.environ | {
            "PYTHONPATH": str(REPOSITORY), "XDG_CONFIG_HOME": str(self.house.root.parent), "COLUMNS": "100",
            "SITEGEN_PASSPHRASE": "four small blue words",
        }  # fmt: skip
        command = [sys.executable, "-m", "sitegen", "-C", str(self.house.root), *words]
        ran = subprocess.run(
            command, cwd=REPOSITORY, env=settings, capture_output=True, text=True, timeout=300, check=False
        )
        assert ran.returncode == code, ran.stdout + ran.stderr
        return ran.stdout

    def answer(self, filled: str, day: int, evidence: str) -> None:
        """Send the form, filled in as its address says: a row is added to what its vendor exports."""
        given = {name: values[0] for name, values in parse_qs(urlsplit(filled).query).items()}
        row = [
            f"3/{day}/2026 10:00:00",
            "ana@example.org",
            given["credential"],
            given["v"],
            "Ana Lima",
            evidence,
            "",
        ]
        out = io.StringIO()
        csv.writer(out).writerow(row)
        self.answers.write_text(
            (self.answers.read_text() if self.answers.exists() else HEAD) + out.getvalue()
        )


@pytest.fixture
def town(tmp_path: Path, browser: Browser) -> Iterator[Town]:
    """A site with two credentials, one form, and a key; built, and shown on this machine."""
    folder = tmp_path / "site"
    shutil.copytree(BASE, folder)
    house = House(folder)
    house.form(FORM)
    house.review("assessors: 2, attempts: 2")
    issuer = folder / "content/issuers/harbor.md"
    issuer.write_text(
        issuer.read_text().replace(
            '"https://forms.example.org/harbor?credential=SG_CREDENTIAL"', f'"{FORM_LINK}"'
        )
    )
    text = (folder / "content/credentials/harbor/calm.yaml").read_text()
    for before, after in OTHER:
        text = text.replace(before, after)
    (folder / "content/credentials/harbor/exit.yaml").write_text(text)
    (folder / "public").mkdir()
    with hosting.running(folder / "public") as host:
        found = Town(house, host, Visit(browser, host.origin), tmp_path / "answers.csv")
        found.run("keys", "new")
        shutil.rmtree(folder / "public")
        found.run("build", "--strict")
        yield found
        found.visit.close()
        assert found.visit.problems == []


def form_that_is_opened(town: Town) -> str:
    """Type a problem, open the first credential that is found, follow the link to its form: the address that its vendor sees."""
    asked: list[str] = []

    def vendor(route: Route) -> None:
        asked.append(route.request.url)
        route.fulfill(body="<title>A form</title>", content_type="text/html")

    town.visit.context.route("https://forms.example.org/**", vendor)
    page = town.visit.open("/credentials/")
    page.locator("#q").fill("my students take so long to settle down")
    expect(page.locator("#status")).to_contain_text("settle down")
    page.locator(".rows h3 a").first.click()
    expect(page.locator("h1")).to_have_text("Calm Starts")
    page.locator("a[href^='https://forms.example.org']").first.click()
    for one in town.visit.context.pages:
        one.wait_for_load_state()
    town.visit.problems[:] = [one for one in town.visit.problems if FILLED not in one]
    return asked[0]


def score(context: BrowserContext, front: str, judge: str, level: str, words: str) -> Page:
    """Score the oldest submission that waits, on the page for assessors."""
    page = context.new_page()
    page.goto(front)
    page.get_by_label("A short name").fill(judge)
    page.get_by_role("button", name="Begin").click()
    page.locator(".waiting h2 a").first.click()
    page.get_by_label(level).check()
    page.get_by_label("Feedback for the sender").fill(words)
    page.get_by_role("button", name="Save, then decide").click()
    return page


def first_attempt(town: Town) -> None:
    """Two assessors score it blind in the browser, differ, agree, and decide: not yet."""
    with running(town.house) as process:
        assert process.stdout is not None
        front = process.stdout.readline().strip()
        context = town.visit.context.browser.new_context()  # type: ignore[union-attr]
        page = score(context, front, "maren", "Almost there", "Half of them wait for you.")
        expect(page.locator("main")).to_contain_text("Scored by 1 of 2")
        page = score(context, front, "tobias", "Not yet", "Each begins with a long explanation.")
        page.get_by_label("Almost there").check()
        page.get_by_role("radio", name="Not yet").last.check()
        page.get_by_label("What to do next").fill("Film two more openings.")
        page.get_by_label("The day by which").fill("2099-06-01")
        page.get_by_role("button", name="Decide").click()
        expect(page.locator("#done")).to_contain_text("Decided.")
        context.close()


def second_attempt(town: Town) -> None:
    """The same two score it on the command line, and agree: earned."""
    short = town.house.cases[1].short
    assert "attempt 2" in town.run("review", "list")
    for judge in ("maren", "tobias"):
        town.run(
            "review", "score", short, "--as", judge, "--row", "1=1", "--feedback", "1=All ten begin at once."
        )
    town.run("review", "decide", short, "earned")


def test_from_a_problem_to_a_valid_badge(town: Town) -> None:
    filled = form_that_is_opened(town)
    assert filled == FILLED
    town.answer(filled, 1, "https://docs.example.org/ana")
    assert town.run("inbox", "import", str(town.answers), "--form", "harbor") == "1 row: 1 new.\n"
    first_attempt(town)
    letter = (town.house.root / town.run("review", "send").split()[-1]).read_text()
    for words in ("Film two more openings.", "1 June 2099", "Half of them wait for you.", FILLED):
        assert words in letter

    town.answer(filled, 5, "https://docs.example.org/ana-again")
    assert (
        town.run("inbox", "import", str(town.answers), "--form", "harbor")
        == "2 rows: 1 new, 1 known already.\n"
    )
    second_attempt(town)
    assert "Ana Lima" in town.run("review", "send")
    town.run("award", "--from-decisions", "--yes")
    assert town.run("award", "--from-decisions", "--yes") == ""
    town.run("build", "--strict")
    (page,) = (town.house.root / "public" / "badges").glob("*/*.html")
    shown = town.visit.open(f"/badges/{page.parent.name}/{page.name}")
    expect(shown.locator("#verdict")).to_have_attribute("data-state", "valid")
    expect(shown.locator("#verdict h2:visible")).to_have_text("This badge is valid")
    expect(shown.locator("main")).to_contain_text("Meets the standard")
    town.run("verify", str(page.with_suffix(".json")))
