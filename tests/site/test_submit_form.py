"""The site's own form: filled in from the address, kept while it is typed, and usable without a script or a mouse."""

import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import parse_qs

import pytest
from playwright.sync_api import Browser, Route, expect

from tests.site import axe, hosting, parsed
from tests.site.browsing import DESK, PHONE, Visit

REPOSITORY = Path(__file__).parents[2]
SETTINGS = "submit_form:\n  service: netlify\n  intro: Two of us read all that comes in.\n  keeps: It is deleted there after 30 days.\n"
CREDENTIAL = "calm"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site with a form of its own, for an issuer that has none."""
    project = tmp_path_factory.mktemp("own-form")
    shutil.copytree(REPOSITORY / "tests/cases/base", project, dirs_exist_ok=True)
    settings = project / "content/site.yaml"
    settings.write_text(settings.read_text("utf-8") + SETTINGS, "utf-8")
    issuer = project / "content/issuers/harbor.md"
    issuer.write_text(re.sub(r"form:.*\n", "", issuer.read_text("utf-8")), "utf-8")
    command = [sys.executable, "-m", "sitegen", "build", "-C", str(project)]
    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return project / "public"


@pytest.fixture(scope="module")
def host(folder: Path) -> Iterator[hosting.Host]:
    with hosting.running(folder) as host:
        yield host


@pytest.fixture
def visit(browser: Browser, host: hosting.Host) -> Iterator[Callable[..., Visit]]:
    begun: list[Visit] = []

    def begin(**options: object) -> Visit:
        begun.append(Visit(browser, host.origin, **options))
        return begun[-1]

    yield begin
    for one in begun:
        one.close()
    assert [problem for one in begun for problem in one.problems] == []


def test_the_host_finds_one_form_with_a_field_for_programs(folder: Path) -> None:
    page = parsed.load(folder)["submit/index.html"]
    (form,) = page.all("form")
    assert form.get("name") == "submission"
    assert form.get("method") == "post"
    assert form.get("action") == "/submit/thanks/"
    assert form.get("data-netlify") == "true"
    assert form.get("netlify-honeypot") == "bot-field"
    assert (folder / "submit/thanks/index.html").is_file()
    hidden = {one.get("name"): one.get("value") for one in page.all("input") if one.get("type") == "hidden"}
    assert hidden == {"form-name": "submission", "version": ""}


def test_the_page_of_a_credential_leads_there(visit: Callable[..., Visit]) -> None:
    page = visit().open(f"/credentials/{CREDENTIAL}/")
    page.get_by_role("link", name="Send in your evidence").first.click()
    expect(page.locator("#credential")).to_have_value(CREDENTIAL)
    version = page.locator("#credential option:checked").get_attribute("data-version")
    expect(page.locator("input[name=version]")).to_have_value(version or "")
    expect(page.locator("[data-about] a")).to_have_attribute("href", f"/credentials/{CREDENTIAL}/#evidence")


def test_an_address_with_a_query_does_the_same(visit: Callable[..., Visit]) -> None:
    page = visit().open(f"/submit/?credential={CREDENTIAL}&version=0.9")
    expect(page.locator("#credential")).to_have_value(CREDENTIAL)
    expect(page.locator("input[name=version]")).to_have_value("0.9")


def test_a_credential_that_is_not_offered_is_not_chosen(visit: Callable[..., Visit]) -> None:
    page = visit().open("/submit/#credential=<script>&version=9")
    expect(page.locator("#credential")).to_have_value("")
    expect(page.locator("input[name=version]")).to_have_value("")


def test_what_was_typed_is_still_there_after_a_detour(visit: Callable[..., Visit]) -> None:
    page = visit().open("/submit/")
    page.get_by_label("Your name").fill("Ana Lee")
    page.get_by_label("My name may stand on the badge").check()
    page.goto(page.url.replace("/submit/", "/issuers/"))
    page.go_back()
    page.reload()
    expect(page.get_by_label("Your name")).to_have_value("Ana Lee")
    expect(page.get_by_label("My name may stand on the badge")).to_be_checked()


def test_what_was_sent_is_kept_no_longer(visit: Callable[..., Visit]) -> None:
    page = visit().open("/submit/")
    page.get_by_label("Your name").fill("Ana Lee")
    page.goto(page.url + "thanks/")
    page.goto(page.url.removesuffix("thanks/"))
    expect(page.get_by_label("Your name")).to_have_value("")


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_it_is_sent_by_keyboard_with_or_without_a_script(
    visit: Callable[..., Visit], *, script: bool
) -> None:
    page = visit(java_script_enabled=script).open("/submit/")
    posts: list[str] = []

    def take(route: Route) -> None:
        posts.append(route.request.post_data or "")
        route.fulfill(body="<title>ok</title>", content_type="text/html")

    page.route("**/submit/thanks/", take)
    page.locator("#credential").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    if script:  # the link to what that credential asks for
        page.keyboard.press("Tab")
    for text in ("Ana Lee", "ana@example.org", "https://files.example.org/1"):
        page.keyboard.insert_text(text)
        page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/submit/thanks/")
    sent = parse_qs(posts[0], keep_blank_values=True)
    assert {
        name: sent[name] for name in ("form-name", "credential", "bot-field", "name", "email", "evidence-1")
    } == {
        "form-name": ["submission"],
        "credential": [CREDENTIAL],
        "bot-field": [""],
        "name": ["Ana Lee"],
        "email": ["ana@example.org"],
        "evidence-1": ["https://files.example.org/1"],
    }
    assert bool(sent["version"][0]) == script


def test_programs_find_a_field_that_people_do_not(visit: Callable[..., Visit]) -> None:
    page = visit().open("/submit/")
    trap = page.locator(".trap").bounding_box()
    assert trap is not None
    assert trap["width"] <= 1
    assert page.locator("[name=bot-field]").get_attribute("tabindex") == "-1"


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("path", ["/submit/", "/submit/thanks/"])
def test_nothing_keeps_anybody_out(visit: Callable[..., Visit], path: str, size: dict[str, int]) -> None:
    visitor = visit(viewport=size)
    visitor.open(path)
    assert axe.judged(visitor) == []
