"""`sitegen check`."""

import json
from pathlib import Path

import pytest
from commandline import Run

ISSUER = Path("content", "issuers", "bay.md")


@pytest.fixture
def wrong(site: Path) -> Path:
    """A site with an error in a new issuer and a warning in the credential."""
    (site / ISSUER).write_text(
        "---\nname: Bay\nsummary: A museum that is by the bay.\ntype: Museum\nsince: soon\n---\n"
    )
    credential = site / "content" / "credentials" / "harbor" / "calm.yaml"
    text = credential.read_text(encoding="utf-8")
    credential.write_text(text.replace("published: 2026-01-12\n", ""), encoding="utf-8")
    return site


def test_a_site_without_problems(run: Run, site: Path) -> None:
    assert run("check") == (0, "No problems.\n", "")
    assert run("check", "-q") == (0, "", "")


def test_problems_are_shown_with_their_lines(run: Run, wrong: Path) -> None:
    ran = run("check")
    assert ran.code == 1
    assert "error[needs-date]: `since` must be a date like `2026-03-14`, not “soon”\n" in ran.out
    assert "5 | since: soon\n  |        ^^^^\n" in ran.out
    assert ran.out.count("1 error and 1 warning in 2 files.") == 1
    assert ran.err == ""


def test_a_warning_alone_is_no_failure_unless_strict(run: Run, wrong: Path) -> None:
    (wrong / ISSUER).unlink()
    assert run("check").code == 0
    assert run("check", "--strict").code == 1


def test_nothing_is_published(run: Run, site: Path) -> None:
    run("check")
    assert not (site / "public").exists()


def test_only_some_paths(run: Run, wrong: Path) -> None:
    ran = run("check", "content/credentials", "--format", "concise")
    assert ran.code == 0
    assert "needs-date" not in ran.out
    assert ran.err == "(Elsewhere: 1 error in 1 file; `sitegen check` shows them.)\n"


def test_paths_are_seen_from_the_current_folder(
    run: Run, wrong: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(wrong / "content")
    ran = run("check", "-C", "..", "issuers/bay.md", "--format", "concise")
    assert ran.code == 1
    assert ran.out.splitlines()[0].startswith("../content/issuers/bay.md:5:8: error[needs-date]")


def test_a_path_that_does_not_exist(run: Run, site: Path) -> None:
    ran = run("check", "content/issuer")
    assert ran.code == 2
    assert ran.err.startswith("error: there is no file or folder content/issuer\n")


def test_json(run: Run, wrong: Path) -> None:
    ran = run("check", "--format", "json")
    document = json.loads(ran.out)
    assert ran.code == 1
    assert (document["version"], document["ok"]) == (1, False)
    assert [problem["code"] for problem in document["problems"]] == ["published-without-date", "needs-date"]
    assert document["stats"]["credentials"] == 1


def test_notes_and_summary_for_a_pull_request(run: Run, wrong: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (wrong / ".git").mkdir()
    table = wrong.parent / "summary.md"
    table.write_text("before\n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(table))
    assert run("check", "--format", "github").out.startswith(
        "::error file=content/issuers/bay.md,line=5,col=8"
    )
    assert table.read_text().startswith("before\n| where | what | what to do |\n")


def test_paths_of_notes_start_at_the_repository(run: Run, wrong: Path) -> None:
    (wrong.parent / ".git").mkdir()
    assert run("check", "--format", "github").out.startswith("::error file=site/content/issuers/bay.md,")


def test_code_scanning(run: Run, wrong: Path) -> None:
    log = json.loads(run("check", "--format", "sarif").out)
    assert len(log["runs"][0]["results"]) == 2


def test_colours_when_asked_for(run: Run, wrong: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\033[" in run("check", "--color", "always").out
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\033[" in run("check").out
    assert "\033[" not in run("check", "--color", "never").out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\033[" not in run("check").out
    assert "\033[" in run("--color", "always", "check").out


def test_a_commit_that_does_not_exist(run: Run, site: Path) -> None:
    ran = run("check", "--against", "nowhere")
    assert ran.code == 2
    assert "as in `--against main`" in ran.err
