"""What a pull request is told: `sitegen check --format github --against`."""

import os
import subprocess
from pathlib import Path

import pytest
from commandline import Run

CALM = "content/credentials/harbor/calm.yaml"


def git(folder: Path, *words: str) -> None:
    names = {
        f"GIT_{who}_{what}": "a@b.example" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
    }
    quiet = dict.fromkeys(("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"), os.devnull)
    subprocess.run(
        ["git", "-C", str(folder), *words],
        check=True,
        capture_output=True,
        env={**os.environ, **names, **quiet},
    )


@pytest.fixture
def summary(site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The site as a repository with one commit, and the file for the summary of a step."""
    git(site, "init", "-q")
    git(site, "add", "-A")
    git(site, "commit", "-q", "-m", "First")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    monkeypatch.delenv("GITHUB_ACTOR", raising=False)
    return tmp_path / "summary.md"


def notes(run: Run, *words: str) -> list[str]:
    said = run("check", "--format", "github", "--against", "HEAD", *words).out.splitlines()
    return [line for line in said if line.startswith("::")]


def test_of_many_problems_those_on_changed_lines_come_first(run: Run, site: Path, summary: Path) -> None:
    file = site / CALM
    old = "".join(f"old{number}: x\n" for number in range(12))
    file.write_text(old + file.read_text(encoding="utf-8"), encoding="utf-8")
    git(site, "commit", "-q", "-a", "-m", "Twelve faults")
    file.write_text(file.read_text(encoding="utf-8") + "mine: x\n", encoding="utf-8")
    found = notes(run)
    assert len(found) == 13
    assert "`mine`" in found[0]
    assert [n for n, note in enumerate(found) if "`old" in note] == list(range(1, 13))
    rows = summary.read_text(encoding="utf-8").splitlines()
    assert sum("is not a field" in row for row in rows) == 13


def test_notes_stand_at_the_very_line(run: Run, site: Path, summary: Path) -> None:
    file = site / CALM
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("status:", "statsu:"), encoding="utf-8")
    line = text.splitlines().index("status: published") + 1
    assert any(f"file={CALM},line={line},col=1," in note for note in notes(run))


def test_the_summary_lists_the_pages_that_change_with_links_to_their_preview(
    run: Run, site: Path, summary: Path
) -> None:
    file = site / CALM
    file.write_text(
        file.read_text(encoding="utf-8").replace("Calm Starts", "Calmer Starts"), encoding="utf-8"
    )
    run("new", "issuer", "Bay Museum")
    run("new", "credential", "A Draft", "--issuer", "bay-museum")
    summary.unlink(missing_ok=True)
    notes(run, "--preview-at", "https://deploy-preview-7--ours.example.org/")
    text = summary.read_text(encoding="utf-8")
    at = "https://deploy-preview-7--ours.example.org"
    assert f"| [A Draft]({at}/credentials/a-draft/) | new, a draft |" in text
    assert f"]({at}/credentials/calm/) | changed |" in text
    assert f"| [Bay Museum]({at}/issuers/bay-museum/) | new |" in text


def test_a_page_that_goes_or_cannot_be_read_has_no_link(run: Run, site: Path, summary: Path) -> None:
    (site / CALM).unlink()
    (site / "content/issuers/harbor.md").write_text("no fields")
    notes(run, "--preview-at", "https://p.example.org")
    text = summary.read_text(encoding="utf-8")
    assert "| gone |" in text
    assert "| cannot be read yet |" in text
    assert "https://p.example.org" not in text


def test_whose_records_a_change_touches_is_told(run: Run, site: Path, summary: Path) -> None:
    file = site / CALM
    file.write_text(file.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    notes(run)
    assert "This change touches 1 file of Harbor College" in summary.read_text(encoding="utf-8")


def test_without_a_change_there_are_no_pages(run: Run, site: Path, summary: Path) -> None:
    assert notes(run) == []
    assert "| page |" not in summary.read_text(encoding="utf-8")


def test_what_is_no_address_of_a_preview_is_refused(run: Run, site: Path) -> None:
    ran = run("check", "--format", "github", "--preview-at", "javascript:alert(1)")
    assert ran.code == 2
    assert "begins with `https://`" in ran.err
    assert run("check", "--format", "github", "--preview-at", "").code == 0
