"""A site in Spanish from its files to its page: found by words and their forms, on the command line and in the browser."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import expect

from sitegen import cli
from tests.site import browsing, hosting

REPOSITORY = Path(__file__).parents[2]
BASE = REPOSITORY / "tests" / "cases" / "base"
WORDS = {
    "Calm Starts": "Mensajes que las familias contestan",
    "Begin a lesson in a way that settles everyone.": "Escribir notas breves y amables para cada familia.",
    "My class takes ten minutes to settle": "Las familias nunca responden a mis mensajes",
    "Begins lessons calmly.": "Escribe notas que se leen.",
}
ASKED = ["respondieron", "un mensaje", "title:mensaje", "RTI"]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site in Spanish that was built."""
    folder = tmp_path_factory.mktemp("es") / "site"
    shutil.copytree(BASE, folder)
    credential = folder / "content" / "credentials" / "harbor" / "calm.yaml"
    text = credential.read_text(encoding="utf-8")
    for english, spanish in WORDS.items():
        text = text.replace(english, spanish)
    credential.write_text(text, encoding="utf-8")
    with (folder / "content" / "site.yaml").open("a", encoding="utf-8") as settings:
        settings.write("language: es\n")
    (folder / "content" / "glossary.yaml").write_text(
        "terms:\n  - {term: RTI, means: las notas para una familia}\n", encoding="utf-8"
    )
    command = [sys.executable, "-m", "sitegen", "build", "-q", "-C", str(folder)]
    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode in (0, 1), done.stdout + done.stderr
    return folder


@pytest.mark.parametrize("text", ASKED)
def test_the_command_line_finds_other_forms(
    site: Path, capsys: pytest.CaptureFixture[str], text: str
) -> None:
    assert cli.run(["search", text, "--json", "-C", str(site)]) == 0
    document = json.loads(capsys.readouterr().out)
    assert [hit["slug"] for hit in document["results"]] == ["calm"]
    assert document["mended"] == {}


def test_the_page_finds_and_marks_them_too(site: Path) -> None:
    with hosting.running(site / "public") as host, browsing.chromium() as browser:
        visit = browsing.Visit(browser, host.origin)
        page = visit.open("/credentials/")
        for text in ASKED:
            page.locator("#q").fill(text)
            page.keyboard.press("Enter")
            expect(page.locator("#status")).to_have_text(f"1 credential for “{text}”")
            expect(page.locator(".rows h3")).to_have_text(["Mensajes que las familias contestan"])
        page.locator("#q").fill("respondieron")
        page.keyboard.press("Enter")
        expect(page.locator(".rows mark")).to_have_text(["responden"])
        assert visit.problems == []
        visit.close()
