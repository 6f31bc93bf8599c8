"""A preview for a host that sends no headers: pages work under the policy that they carry, say what they are, and lead on."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from sitegen.build import build
from sitegen.options import Options
from tests.site import axe, browsing, hosting
from tests.site.browsing import DESK, PHONE

BASE = Path(__file__).parents[1] / "cases" / "base"


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Iterator[hosting.Host]:
    """A host of the small site as it is built for GitHub Pages, as a preview."""
    root = tmp_path_factory.mktemp("plain") / "site"
    shutil.copytree(BASE, root)
    file = root / "content" / "credentials" / "harbor" / "calm.yaml"
    file.write_text(file.read_text(encoding="utf-8") + "aliases: [quiet]\n", encoding="utf-8")
    result = build(Options(root=root, out=root / "public", workers=1, host="github", preview=True))
    assert result.published, result.problems
    with hosting.running(root / "public") as host:
        yield host


@pytest.fixture
def visit(browser: Browser, plain: hosting.Host) -> Iterator[browsing.Visit]:
    """Somebody on a phone; when the test ends, nothing must have gone wrong."""
    visit = browsing.Visit(browser, plain.origin, viewport=PHONE)
    yield visit
    visit.close()
    assert visit.problems == []


@pytest.mark.parametrize("path", ["/", "/credentials/calm/", "/credentials/", "/verify/"])
def test_pages_work_and_keep_nobody_out(visit: browsing.Visit, path: str) -> None:
    page = visit.open(path)
    expect(page.get_by_role("complementary", name="Preview")).to_contain_text("do not rely on it")
    assert axe.judged(visit) == []


def test_the_policy_in_a_page_is_in_force(browser: Browser, plain: hosting.Host) -> None:
    visit = browsing.Visit(browser, plain.origin, viewport=DESK)
    visit.open("/").evaluate(
        "document.body.append(Object.assign(document.createElement('style'), {textContent: 'a {}'}))"
    )
    visit.close()
    assert len(visit.problems) == 1
    assert "style-src" in visit.problems[0]


def test_a_former_address_leads_on(visit: browsing.Visit) -> None:
    page = visit.open("/credentials/quiet/")
    page.wait_for_url("**/credentials/calm/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Calm")
