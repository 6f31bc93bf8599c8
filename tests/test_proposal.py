"""A change checked alone: it is told what a check of everything finds after it and did not find before, and nothing else."""

import random
import subprocess
from collections.abc import Iterable
from pathlib import Path

import pytest

from sitegen import build, changed, history, proposal
from sitegen.options import Options
from sitegen.problem import Problem
from tests.build import catalog_folder, edits
from tests.test_history import CALM, Repository

EDITS = tuple(
    edit
    for edit in edits.EDITS
    if edit.__name__ not in ("settings", "publish", "docs", "theme", "break_settings", "lose_settings", "asset", "template")
)  # fmt: skip
"""Edits that leave the settings alone."""


def _found(problems: Iterable[Problem]) -> set[tuple[str, str, str]]:
    return {(problem.code, problem.span.file, ".".join(map(str, problem.path))) for problem in problems}


def _everything(root: Path) -> set[tuple[str, str, str]]:
    return _found(build.check(Options(root=root, out=root / "public", workers=1, clean=True)).problems)


def _alone(root: Path) -> proposal.Looked:
    site = changed.site(root)
    assert site is not None
    return proposal.problems(history.change(root, "base"), site, 1)


@pytest.mark.parametrize("seed", range(60))
def test_a_change_alone_is_told_what_a_whole_check_finds_anew(seed: int, tmp_path: Path) -> None:
    repository = Repository(tmp_path)
    before = _everything(tmp_path)
    chance = random.Random(seed)
    desk = edits.Desk(chance, repository.files, {"drafts": False, "strict": False})
    done = [chance.choice(EDITS) for _ in range(chance.choice((1, 2, 3, 5)))]
    for edit in done:
        edit(desk)
    repository.written = catalog_folder.write(repository.files, tmp_path, repository.written)
    told, after = _found(_alone(tmp_path).problems), _everything(tmp_path)
    names = f"seed {seed}: {' '.join(edit.__name__ for edit in done)}"
    assert after - before - told == set(), f"not told after {names}"
    assert told - after == set(), f"told without need after {names}"


def test_what_was_wrong_before_is_not_told(tmp_path: Path) -> None:
    repository = Repository(tmp_path)
    repository.record().fields["focus_areas"] = ["nowhere"]
    repository.found()
    _commit(repository)
    repository.record("content/credentials/lake/c1.md").body = "Other."
    repository.found()
    assert _alone(tmp_path).problems == ()


def test_a_record_that_others_name_may_not_go(tmp_path: Path) -> None:
    repository = Repository(tmp_path)
    repository.record("content/credentials/lake/c3.md").body = "Begin with [this](/credentials/c0/)."
    repository.found()
    _commit(repository)
    del repository.files[CALM]
    repository.found()
    assert ("broken-link", "content/credentials/lake/c3.md") in {
        (problem.code, problem.span.file) for problem in _alone(tmp_path).problems
    }


def test_a_name_in_disguise_is_found_all_the_same(tmp_path: Path) -> None:
    repository = Repository(tmp_path)
    repository.record("content/credentials/lake/c3.md").body = "Begin with [this](../harbor/%630.md)."
    repository.found()
    _commit(repository)
    del repository.files[CALM]
    repository.found()
    files = {problem.span.file for problem in _alone(tmp_path).problems if problem.code == "broken-link"}
    assert "content/credentials/lake/c3.md" in files


def test_the_same_statement_elsewhere_is_found(tmp_path: Path) -> None:
    repository = Repository(tmp_path)
    repository.record("content/credentials/lake/c9.md").fields["problems"] = ["The hall is never quiet"]
    repository.found()
    _commit(repository)
    repository.record().fields["problems"] = [
        "A hall which is never quiet: never, ever",
        "the HALL is never  quiet",
    ]
    repository.found()
    assert "shared-problem" in {problem.code for problem in _alone(tmp_path).problems}


def test_most_files_are_left_alone(tmp_path: Path) -> None:
    repository = Repository(tmp_path)
    repository.record().body += "\n\nAnother paragraph."
    repository.found()
    looked = _alone(tmp_path)
    credentials = sum(path.startswith("content/credentials/") for path in repository.files)
    assert looked.files <= looked.total - credentials + 1


def test_changed_settings_concern_everything(tmp_path: Path) -> None:
    repository = Repository(tmp_path)
    settings = repository.record("content/site.yaml")
    settings.fields["tagline"] = "Another one."
    repository.found()
    assert not proposal.can_stand_alone(history.change(tmp_path, "base"))


def test_nothing_is_written(tmp_path: Path) -> None:
    repository = Repository(tmp_path)
    repository.record().body = "Other."
    repository.found()
    _alone(tmp_path)
    assert not (tmp_path / ".sitegen").exists()


def _commit(repository: Repository) -> None:
    repository.git("add", "--all")
    repository.git("commit", "--quiet", "--message", "Next")
    subprocess.run(
        ["git", "-C", str(repository.top), "tag", "--force", "base"], check=True, capture_output=True
    )
