"""A change seen against an earlier commit, in a repository of its own."""

import os
import subprocess
from pathlib import Path

import pytest

from sitegen import history
from sitegen.history import HistoryError
from tests.build import catalog_folder
from tests.build.catalog_folder import Files, Record

CALM = "content/credentials/harbor/c0.md"


class Repository:
    """A catalog under git whose first commit is named `base`."""

    def __init__(self, top: Path, below: str = "") -> None:
        self.top = top
        self.root = top / below
        self.files: Files = catalog_folder.start()
        self.written = catalog_folder.write(self.files, self.root)
        self.git("init", "--quiet")
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", "First")
        self.git("tag", "base")

    def git(self, *words: str) -> None:
        settings = dict.fromkeys(("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"), os.devnull)
        names = {
            f"GIT_{who}_{what}": "a@b.example"
            for who in ("AUTHOR", "COMMITTER")
            for what in ("NAME", "EMAIL")
        }
        environment = {**os.environ, **settings, **names}
        subprocess.run(["git", "-C", str(self.top), *words], check=True, env=environment, capture_output=True)

    def record(self, path: str = CALM) -> Record:
        found = self.files[path]
        assert isinstance(found, Record)
        return found

    def found(self, base: str = "base") -> list[tuple[str, str]]:
        self.written = catalog_folder.write(self.files, self.root, self.written)
        return [(problem.code, problem.span.file) for problem in history.problems(self.root, base)]


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path)


def test_without_a_change_there_is_nothing_to_say(repository: Repository) -> None:
    assert repository.found() == []


def test_another_demand_needs_another_version(repository: Repository) -> None:
    repository.record().fields["competency"] = "Does more."
    assert repository.found() == [("changed-without-version", CALM)]


def test_another_demand_under_another_version_is_fine(repository: Repository) -> None:
    repository.record().fields |= {"competency": "Does more.", "version": "2.0"}
    assert repository.found() == []


def test_another_text_needs_no_other_version(repository: Repository) -> None:
    repository.record().body = "Other."
    assert repository.found() == []


def test_an_earlier_version_is_a_problem(repository: Repository) -> None:
    repository.record().fields["version"] = "0.9"
    assert repository.found() == [("version-went-back", CALM)]


def test_a_problem_stands_at_the_line_of_the_version(repository: Repository) -> None:
    repository.record().fields["version"] = "0.9"
    repository.found()
    (problem,) = history.problems(repository.root, "base")
    line = (repository.root / CALM).read_text().split("\n")[problem.span.line - 1]
    assert line.startswith("version:")


def test_a_published_credential_does_not_disappear(repository: Repository) -> None:
    del repository.files[CALM]
    assert repository.found() == [("published-then-removed", CALM)]


def test_a_renamed_credential_that_tells_its_former_name_is_fine(repository: Repository) -> None:
    record = repository.record()
    record.fields["aliases"] = ["c0"]
    repository.files["content/credentials/harbor/calm.md"] = repository.files.pop(CALM)
    assert repository.found() == []


def test_a_renamed_credential_that_tells_nothing_has_disappeared(repository: Repository) -> None:
    repository.files["content/credentials/harbor/calm.md"] = repository.files.pop(CALM)
    assert repository.found() == [("published-then-removed", CALM)]


def test_a_credential_may_move_to_another_issuer_if_both_agree(repository: Repository) -> None:
    repository.files["content/credentials/lake/c0.md"] = repository.files.pop(CALM)
    assert repository.found() == [("several-issuers", CALM)]


def test_a_draft_may_disappear(repository: Repository) -> None:
    del repository.files["content/credentials/harbor/c10.md"]
    assert repository.found() == []


def test_a_new_credential_is_fine(repository: Repository) -> None:
    repository.files["content/credentials/harbor/new.md"] = catalog_folder.credential(30)
    assert repository.found() == []


@pytest.mark.parametrize(
    "path", ["content/pages/about.md", "content/focus-areas/talk.md", "content/pathways/both.md"]
)
def test_no_published_page_disappears(repository: Repository, path: str) -> None:
    del repository.files[path]
    assert repository.found() == [("published-then-removed", path)]


def test_a_published_credential_does_not_become_a_draft(repository: Repository) -> None:
    repository.record().fields["status"] = "draft"
    repository.found()
    (problem,) = history.problems(repository.root, "base")
    assert (problem.code, problem.path) == ("published-then-removed", ("status",))
    assert problem.span.line > 0


def test_a_former_name_stays(repository: Repository) -> None:
    repository.record().fields["aliases"] = ["calm"]
    repository.found()
    repository.git("commit", "--quiet", "--all", "--message", "Named")
    del repository.record().fields["aliases"]
    assert repository.found("HEAD") == [("published-then-removed", CALM)]


def test_a_file_that_looks_like_the_one_that_went_is_named(repository: Repository) -> None:
    repository.files["content/credentials/harbor/calm.md"] = repository.files.pop(CALM)
    repository.found()
    (problem,) = history.problems(repository.root, "base")
    assert "write `aliases: [c0]`" in problem.hint
    assert "content/credentials/harbor/calm.md" in problem.hint


def test_an_entirely_other_file_is_not_taken_for_the_one_that_went(repository: Repository) -> None:
    del repository.files[CALM]
    other = catalog_folder.page("Something else", "Other.")
    repository.files["content/credentials/harbor/else.md"] = catalog_folder.Record(
        catalog_folder.credential(40).fields | {"evidence": [], "title": "Something else altogether"},
        other.body,
    )
    repository.found()
    gone = [p for p in history.problems(repository.root, "base") if p.code == "published-then-removed"]
    assert ["aliases: [c0]" in problem.hint for problem in gone] == [False]


def test_who_looks_after_one_issuer_is_told_of_files_of_another(repository: Repository) -> None:
    repository.record("content/issuers/harbor.md").fields["maintainers"] = ["Anna"]
    repository.record("content/issuers/lake.md").fields["maintainers"] = ["bob", "cem"]
    repository.found()
    repository.git("commit", "--quiet", "--all", "--message", "Named")
    repository.record().body = "Other."
    repository.record("content/credentials/lake/c1.md").body = "Other."
    repository.found()
    (problem,) = history.problems(repository.root, "HEAD", "@anna")
    assert (problem.code, problem.span.file) == ("anothers-record", "content/credentials/lake/c1.md")
    assert (
        problem.message
        == "this file belongs to Lake College, and @anna looks after the records of Harbor College"
    )
    assert problem.hint == "leave it out of this change, or ask @bob and @cem to agree to it"


def test_nobody_becomes_a_maintainer_by_saying_so(repository: Repository) -> None:
    repository.record("content/issuers/harbor.md").fields["maintainers"] = ["anna"]
    repository.found()
    repository.git("commit", "--quiet", "--all", "--message", "Named")
    repository.record("content/issuers/lake.md").fields["maintainers"] = ["anna"]
    repository.record().body = "Other."
    repository.found()
    found = history.problems(repository.root, "HEAD", "anna")
    assert [(p.code, p.span.file) for p in found] == [("anothers-record", "content/issuers/lake.md")]


def test_who_looks_after_nothing_may_propose_anything(repository: Repository) -> None:
    repository.record().body = "Other."
    repository.record("content/credentials/lake/c1.md").body = "Other."
    repository.found()
    assert history.problems(repository.root, "base", "visitor") == ()


def test_keys_come_alone(repository: Repository) -> None:
    record = repository.record("content/issuers/harbor.md")
    record.fields["keys"] = [{"key": "z6MkonVeryOwn", "from": "2026-01-01"}]
    repository.record().body = "Other."
    assert repository.found() == [("keys-with-others", "content/issuers/harbor.md")]
    del record.fields["keys"]
    assert repository.found() == []


def test_the_keys_of_a_new_issuer_come_with_it(repository: Repository) -> None:
    new = catalog_folder.copied(repository.files)["content/issuers/harbor.md"]
    assert isinstance(new, Record)
    new.fields |= {"name": "New School", "keys": [{"key": "z6MkonVeryOwn", "from": "2026-01-01"}]}
    repository.files["content/issuers/new.md"] = new
    repository.files["content/credentials/new/c50.md"] = catalog_folder.credential(50)
    assert repository.found() == []


def test_a_file_that_cannot_be_read_is_left_to_the_check(repository: Repository) -> None:
    repository.record().damage = "no colon here"
    assert repository.found() == []


def test_a_file_that_could_not_be_read_before_is_passed_over(repository: Repository) -> None:
    repository.record().damage = "no colon here"
    repository.found()
    repository.git("commit", "--quiet", "--all", "--message", "Broken")
    repository.record().damage = ""
    assert repository.found("HEAD") == []


def test_changes_that_were_committed_count_as_well(repository: Repository) -> None:
    repository.record().fields["version"] = "0.9"
    repository.found()
    repository.git("commit", "--quiet", "--all", "--message", "Second")
    assert repository.found() == [("version-went-back", CALM)]


def test_a_catalog_need_not_be_the_whole_repository(tmp_path: Path) -> None:
    repository = Repository(tmp_path, "catalogs/teachers")
    repository.record().fields["version"] = "0.9"
    assert repository.found() == [("version-went-back", CALM)]


def test_the_file_has_become_a_link(repository: Repository) -> None:
    repository.files[CALM] = catalog_folder.LINK + b"/etc/hostname"
    assert ("version-went-back", CALM) not in repository.found()


@pytest.mark.parametrize("base", ["nowhere", "--output=x", "-p", "", "../x", "HEAD~99"])
def test_what_is_no_commit_is_refused_in_words(repository: Repository, base: str) -> None:
    with pytest.raises(HistoryError):
        history.problems(repository.root, base)


def test_a_commit_that_does_not_exist_is_called_by_its_name(repository: Repository) -> None:
    with pytest.raises(HistoryError, match=r"^there is no commit, branch or tag `nowhere` here$"):
        history.problems(repository.root, "nowhere")


def test_the_name_of_a_file_is_not_that_of_a_commit(repository: Repository) -> None:
    with pytest.raises(HistoryError, match="no commit, branch or tag `base:content`"):
        history.problems(repository.root, "base:content")


def test_no_commit_name_makes_git_write_a_file(repository: Repository) -> None:
    before = sorted(path for path in repository.top.rglob("*") if ".git" not in path.parts)
    with pytest.raises(HistoryError):
        history.problems(repository.root, "--output=written")
    assert sorted(path for path in repository.top.rglob("*") if ".git" not in path.parts) == before


def test_a_folder_without_git_is_refused_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(HistoryError, match="cannot compare"):
        history.problems(tmp_path, "HEAD")


def test_a_machine_without_git_is_told_so(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(HistoryError, match="git is needed"):
        history.problems(repository.root, "base")


def test_a_name_with_strange_signs_is_compared_like_any_other(repository: Repository) -> None:
    repository.files['content/credentials/harbor/caf\u00e9 "x".md'] = repository.files[CALM]
    repository.found()
    repository.git("add", "--all")
    repository.git("commit", "--quiet", "--message", "Second")
    repository.record().fields["version"] = "0.9"
    assert sorted(repository.found("HEAD"))[0][0] == "version-went-back"


AWARDS = "content/awards/harbor/first.jsonl"


@pytest.mark.parametrize("below", ["", "catalogs/teachers"])
def test_awards_only_grow(tmp_path: Path, below: str) -> None:
    repository = Repository(tmp_path, below)
    repository.files[AWARDS] = b"{}\n"
    repository.found()
    repository.git("add", "--all")
    repository.git("commit", "--quiet", "--message", "Awards")
    repository.files[AWARDS] = b"{ }\n"
    assert repository.found("HEAD") == [("award-rewritten", AWARDS)]
    del repository.files[AWARDS]
    assert repository.found("HEAD") == [("award-file-removed", AWARDS)]


def test_awards_that_git_does_not_know_yet_count_as_well(repository: Repository) -> None:
    record = repository.record("content/issuers/harbor.md")
    record.fields["keys"] = [{"key": "z6MkonVeryOwn", "from": "2026-01-01"}]
    repository.files[AWARDS] = b"{}\n"
    assert repository.found() == [("keys-with-awards", "content/issuers/harbor.md")]
