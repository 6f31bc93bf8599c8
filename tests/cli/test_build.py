"""`sitegen build`, and `sitegen why` about what it made."""

import json
import re
from pathlib import Path

import pytest
from commandline import Run


def test_the_site_is_made(run: Run, site: Path) -> None:
    ran = run("build", "-j", "1")
    assert ran.code == 0
    assert ran.err == ""
    line = r"Built 1 credential, 1 issuer, 1 focus area in \d+\.\d s \(\d+ files changed\)  public/\n"
    assert re.fullmatch(line, ran.out)
    assert (site / "public" / "index.html").is_file()


def test_nothing_changed(run: Run, site: Path) -> None:
    run("build", "-j", "1")
    assert "(nothing changed)" in run("build").out


def test_drafts_are_not_counted_as_built(run: Run, site: Path) -> None:
    run("new", "credential", "Calm Ends")
    said = run("build", "-j", "1").out
    assert said.startswith("Built 1 credential, ")
    assert "files changed, 1 draft left out)" in said
    assert "(nothing changed, 1 draft left out)" in run("build").out


def test_drafts_that_are_published_are_counted(run: Run, site: Path) -> None:
    run("new", "credential", "Calm Ends")
    said = run("build", "--drafts", "-j", "1").out
    assert said.startswith("Built 2 credentials, ")
    assert "left out" not in said


def test_quiet(run: Run, site: Path) -> None:
    assert run("build", "-q", "-j", "1") == (0, "", "")


def test_another_folder(run: Run, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(site.parent)
    ran = run("build", "-C", "site", "--out", "elsewhere", "-j", "1")
    assert ran.out.endswith("  elsewhere/\n")
    assert (site.parent / "elsewhere" / "index.html").is_file()


def test_an_error_publishes_nothing(run: Run, site: Path) -> None:
    (site / "content" / "issuers" / "bay.md").write_text("# Bay\n")
    ran = run("build")
    assert ran.code == 1
    assert "error[no-front-matter]" in ran.out
    assert ran.err == "Nothing was published.\n"
    assert not (site / "public").exists()


def test_an_error_leaves_the_last_site(run: Run, site: Path) -> None:
    run("build", "-j", "1")
    before = (site / "public" / "index.html").read_bytes()
    (site / "content" / "issuers" / "bay.md").write_text("# Bay\n")
    assert run("build").err == "Nothing was published. The site of before stays in public/\n"
    assert (site / "public" / "index.html").read_bytes() == before


def test_json(run: Run, site: Path) -> None:
    document = json.loads(run("build", "--json", "-j", "1").out)
    assert document["ok"] is True
    assert document["problems"] == []
    assert document["stats"]["published"] is True
    assert document["stats"]["made"] > 5


def test_somebody_elses_folder_is_wrong_use(run: Run, site: Path) -> None:
    (site / "public").mkdir()
    (site / "public" / "thesis.docx").write_text("three years of work")
    ran = run("build")
    assert ran.code == 2
    assert ran.err.startswith("error: ")
    assert "--force" in ran.err
    assert (site / "public" / "thesis.docx").is_file()


def test_why_a_page_is_as_it_is(run: Run, site: Path) -> None:
    run("build", "-j", "1")
    said = run("why", "/credentials/calm/").out
    assert re.search(r"made from +content/credentials/harbor/calm.yaml\n", said)
    assert re.search(r"templates +\w+\.html\n", said)
    assert run("why", "public/credentials/calm/index.html").out == said
    assert json.loads(run("why", "/credentials/calm", "--json").out)["address"] == "/credentials/calm/"


def test_why_of_a_page_that_is_nearly_named_right(run: Run, site: Path) -> None:
    run("build", "-j", "1")
    ran = run("why", "/credentials/clam/")
    assert ran.code == 2
    assert "did you mean /credentials/calm/?" in ran.err


def test_why_before_the_first_build(run: Run, site: Path) -> None:
    assert run("why", "/").code == 2
