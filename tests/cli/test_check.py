"""`sitegen check`."""

import json
import subprocess
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


CREDENTIAL = Path("content", "credentials", "harbor", "calm.yaml")


@pytest.fixture
def committed(site: Path) -> Path:
    """A site under git, all of it committed."""
    for words in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "base"]):
        subprocess.run(
            ["git", "-c", "user.name=N", "-c", "user.email=n@example.org", *words], cwd=site, check=True
        )
    return site


def test_a_change_is_checked_by_itself(run: Run, committed: Path) -> None:
    text = (committed / CREDENTIAL).read_text(encoding="utf-8")
    (committed / CREDENTIAL).write_text(text.replace("[talk]", "[tlak]"), encoding="utf-8")
    ran = run("check", "--against", "HEAD")
    assert ran.code == 1
    assert "error[unknown-reference]: there is no focus area `tlak`" in ran.out
    assert "This change touches 1 file of Harbor College." in ran.err
    assert "Looked at 1 changed file and 2 that they could concern, of 3." in ran.err


def test_no_change_at_all(run: Run, committed: Path) -> None:
    assert run("check", "--against", "HEAD") == (0, "No problems.\n", "Nothing has changed.\n")


def test_changed_settings_are_a_reason_to_check_everything(run: Run, committed: Path) -> None:
    with (committed / "content" / "site.yaml").open("a", encoding="utf-8") as file:
        file.write("question: What would help?\n")
    assert "so everything was checked" in run("check", "--against", "HEAD").err


def test_somebody_elses_commits_look_taken_back(run: Run, committed: Path) -> None:
    git = ["git", "-c", "user.name=N", "-c", "user.email=n@example.org"]
    (committed / CREDENTIAL).write_bytes(
        (committed / CREDENTIAL).read_bytes() + b"reflection: [What was new?]\n"
    )
    for words in (["commit", "-qam", "later"], ["tag", "later"], ["reset", "-q", "--hard", "HEAD~1"]):
        subprocess.run([*git, *words], cwd=committed, check=True)
    assert "bring it in first (`git merge`)" in run("check", "--against", "later").err


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "aliases: [calm]"),
        ("aliases: [before]\n", "aliases: [before, calm]"),
        ("aliases:\n  - before\n", "aliases:\n  - before\n  - calm\n"),
        ("aliases: []\n", "aliases: [calm]"),
    ],
)
def test_aliases_are_written_and_nothing_else_is(run: Run, committed: Path, before: str, after: str) -> None:
    new = committed / CREDENTIAL.with_name("calmer.yaml")
    text = (committed / CREDENTIAL).read_text(encoding="utf-8")
    (committed / CREDENTIAL).unlink()
    new.write_text(f"# A remark.\n{before}{text}", encoding="utf-8")
    asked = run("check", "--against", "HEAD")
    assert "`--write-aliases` does it for you" in asked.out
    ran = run("check", "--against", "HEAD", "--write-aliases")
    assert ran.code == 0
    assert ran.err.startswith("Wrote `calm` under `aliases:` in content/credentials/harbor/calmer.yaml.\n")
    written = new.read_text(encoding="utf-8")
    assert after in written
    left = [line for line in written.splitlines() if line not in after.splitlines()]
    assert left == [line for line in f"# A remark.\n{text}".splitlines() if line not in after.splitlines()]
    assert run("check", "--against", "HEAD").out == "No problems.\n"


def test_aliases_without_a_commit_to_compare_with(run: Run, site: Path) -> None:
    ran = run("check", "--write-aliases")
    assert ran.code == 2
    assert "needs a commit to compare with" in ran.err


def test_who_proposes_it_may_come_from_github(
    run: Run, committed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lake = (
        "---\nname: Lake Museum\nsummary: A museum beside the lake.\ntype: Museum\nmaintainers: [ann]\n---\n"
    )
    (committed / "content" / "issuers" / "lake.md").write_text(lake, encoding="utf-8")
    for words in (["add", "."], ["commit", "-qm", "lake"]):
        subprocess.run(
            ["git", "-c", "user.name=N", "-c", "user.email=n@example.org", *words], cwd=committed, check=True
        )
    for name in ("issuers/lake.md", "issuers/harbor.md"):
        with (committed / "content" / name).open("a", encoding="utf-8") as file:
            file.write("\nMore.\n")
    monkeypatch.setenv("GITHUB_ACTOR", "ann")
    assert "warning[anothers-record]" in run("check", "--against", "HEAD").out
    assert "anothers-record" not in run("check", "--against", "HEAD", "--by", "visitor").out


def test_a_commit_that_does_not_exist(run: Run, site: Path) -> None:
    ran = run("check", "--against", "nowhere")
    assert ran.code == 2
    assert "as in `--against main`" in ran.err
