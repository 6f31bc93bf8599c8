"""What a change does for people, in a repository of its own."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from commandline import Ran

from sitegen import cli, difference
from sitegen.compare.whole import Moved
from sitegen.reports import differences
from tests.build import catalog_folder
from tests.test_history import CALM, Repository

SAMPLE = Path(__file__).parent.parent / "content"
SLUG = "calm-routines"


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path)


def test_no_change(repository: Repository) -> None:
    found = difference.of(repository.root, "base")
    assert found.is_empty
    assert list(differences.text(found)) == ["Nothing changes for earners or visitors."]


def test_other_lines_are_no_other_record(repository: Repository) -> None:
    repository.record().comment = "A remark."
    repository.found()
    assert difference.of(repository.root, "base").is_empty


def test_new_changed_and_gone(repository: Repository) -> None:
    repository.record().fields["competency"] = "Does more."
    del repository.files["content/credentials/lake/c1.md"]
    repository.files["content/credentials/lake/c70.md"] = catalog_folder.credential(70)
    del repository.files["content/pages/help.md"]
    repository.found()
    found = difference.of(repository.root, "base")
    assert [(record.path.rpartition("/")[2], record.state) for record in found.credentials] == [
        ("c0.md", "changed"), ("c1.md", "removed"), ("c70.md", "new"),
    ]  # fmt: skip
    assert [record.state for record in found.others] == ["removed"]
    assert Moved("/help/", "") in found.addresses
    assert found.credentials[0].lacks_version


def test_a_renamed_record_is_one_record(repository: Repository) -> None:
    record = repository.files["content/credentials/harbor/calm.md"] = repository.files.pop(CALM)
    assert isinstance(record, catalog_folder.Record)
    record.fields["aliases"] = ["c0"]
    repository.found()
    found = difference.of(repository.root, "base")
    (one,) = found.credentials
    assert (one.moved_from, one.path, one.state) == (CALM, "content/credentials/harbor/calm.md", "changed")
    assert found.addresses == (Moved("/credentials/c0/", "/credentials/calm/"),)


def test_what_is_no_record_is_told_in_sentences(repository: Repository) -> None:
    repository.files["content/credentials/harbor/c0.svg"] = catalog_folder.picture("red")
    repository.record("content/site.yaml").fields["tagline"] = "Other."
    repository.files["content/awards/harbor/a.jsonl"] = b"{}\n{}\n"
    repository.found()
    assert difference.of(repository.root, "base").notes == (
        "2 awards of harbor are added.",
        "The picture content/credentials/harbor/c0.svg is new.",
        "The settings of the site changed, which can concern every page.",
    )


def test_a_file_that_cannot_be_read_is_told(repository: Repository) -> None:
    repository.record().damage = "no colon here"
    repository.found()
    assert [record.state for record in difference.of(repository.root, "base").credentials] == ["unreadable"]


def test_what_authors_wrote_is_never_markdown(repository: Repository) -> None:
    repository.record().fields["title"] = "<img src=x> [a](https://b.example) @everyone"
    repository.found()
    text = "\n".join(differences.markdown(difference.of(repository.root, "base")))
    assert "\\<img src=x\\> \\[a\\]\\(https\\://b.example\\)" in text
    assert "@everyone" not in text


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """The sample catalog, with its awards, under git."""
    shutil.copytree(SAMPLE, tmp_path / "content")
    for words in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "base"]):
        git = ["git", "-c", "user.name=N", "-c", "user.email=n@example.org"]
        subprocess.run([*git, *words], cwd=tmp_path, check=True)
    return tmp_path


def test_people_who_hold_a_version_are_counted(sample: Path) -> None:
    (file,) = sample.glob(f"content/credentials/*/{SLUG}.*")
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("for four weeks or more", "for six weeks or more"), encoding="utf-8")
    (record,) = difference.of(sample, "HEAD").credentials
    assert record.lacks_version
    assert record.holders == {record.version: _held(sample)}


def _held(sample: Path) -> int:
    """Awards for the credential that are not withdrawn, counted by hand from the files."""
    from sitegen.awards import status_files

    (status,) = (sample / "content/status").glob("harbor-teaching-collective.json")
    path = status.relative_to(sample).as_posix()
    read = status_files.read(status.read_bytes(), path, "harbor-teaching-collective").file
    assert read is not None
    newest: dict[str, tuple[str, int]] = {}
    for file in sorted(sample.glob("content/awards/harbor-teaching-collective/*")):
        for line in file.read_text(encoding="utf-8").splitlines():
            award = json.loads(line)
            if f"/{SLUG}/" in award["credentialSubject"]["achievement"]["id"]:
                newest[award["id"]] = ("", int(_status(award)["statusListIndex"]))
    return sum(index not in read.set for _, index in newest.values())


def _status(award: dict) -> dict:
    status = award["credentialStatus"]
    return status[0] if isinstance(status, list) else status


def test_the_command(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    def run(*words: str) -> Ran:
        code = cli.run(["diff", "-C", str(repository.root), *words])
        said = capsys.readouterr()
        return Ran(code, said.out, said.err)

    repository.record().fields |= {"competency": "Does more.", "version": "2.0"}
    repository.found()
    ran = run("base")
    assert ran.code == 0
    assert ran.out.startswith("Credential number 0 (credential, version 1.0 → 2.0)\n  Asked in other words\n")
    assert run("base", "--format", "markdown").out.startswith(
        "## What this change does\n\n1 credential in it,"
    )
    document = json.loads(run("base", "--json").out)
    assert (document["version"], document["credentials"][0]["version_before"]) == (1, "1.0")
    assert run("nowhere").code == 2
