"""A catalog's own words: what they add to a search, and that a rebuild knows them as a build from nothing does."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from search import small

from sitegen import cli
from sitegen.model.glossary import Glossary, GlossaryTerm
from sitegen.search import glossary, inside, language, ranking
from sitegen.search.published import Published

BASE = Path(__file__).parents[1] / "cases" / "base"
OWN = Glossary(
    terms=(
        GlossaryTerm(term="WIN time", also=("win-block",), means="the Families and what they hope"),
        GlossaryTerm(term="IEP", means="exit tickets"),
    )
)


def catalog(own: Glossary) -> Published:
    return inside.of(small.SOURCES, glossary.extended(language.of("en"), own))


@pytest.mark.parametrize("text", ["WIN time", "what is Win-Block?", "win block"])
def test_a_local_term_finds_what_it_means(text: str) -> None:
    assert [hit.slug for hit in ranking.search(catalog(OWN), text).hits] == ["home-visits"]
    assert ranking.search(catalog(Glossary()), text).hits == ()


def test_what_a_term_means_are_telling_words_in_small_letters() -> None:
    assert catalog(OWN).manifest.glossary["win time"] == "families hope"


def test_an_entry_takes_the_place_of_one_that_is_built_in() -> None:
    assert ranking.search(catalog(OWN), "iep").hits[0].slug == "exit-tickets"


def test_without_own_words_the_language_is_what_it_was() -> None:
    assert glossary.extended(language.of("en"), Glossary()) is language.of("en")


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "site"
    shutil.copytree(BASE, folder)
    monkeypatch.chdir(folder)
    return folder


def explain(folder: Path, means: str) -> None:
    (folder / "content" / "glossary.yaml").write_text(f"terms:\n  - term: zazz\n    means: {means}\n")


def built(folder: Path, *flags: str) -> dict[str, bytes]:
    command = [sys.executable, "-m", "sitegen", "build", "--drafts", "-q", *flags]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=120)
    published = folder / "public"
    return {str(p.relative_to(published)): p.read_bytes() for p in published.rglob("*") if p.is_file()}


def test_a_rebuild_knows_the_glossary_as_a_build_from_nothing_does(site: Path) -> None:
    before = built(site)
    explain(site, "calm starts")
    after = built(site)
    assert json.loads(after["data/search/index.json"])["glossary"]["zazz"] == "calm starts"
    assert [name for name in after if after[name] != before.get(name)] == ["data/search/index.json"]
    assert after == built(site, "--clean")
    (site / "content" / "glossary.yaml").unlink()
    assert built(site) == before


def test_the_command_line_knows_the_glossary(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cli.run(["search", "students", "--drafts", "--json"])
    title = json.loads(capsys.readouterr().out)["results"][0]["title"]
    explain(site, title)
    cli.run(["search", "zazz", "--drafts", "--json"])
    assert json.loads(capsys.readouterr().out)["results"][0]["title"] == title


def test_a_faulty_glossary_keeps_nobody_from_searching(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (site / "content" / "glossary.yaml").write_text("terms: [1, 2]\n")
    assert cli.run(["search", "students", "--drafts", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["results"]
