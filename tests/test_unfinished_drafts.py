"""Drafts that still lack something: the site is built without them, and they become pages when nothing is missing."""

from pathlib import Path

import pytest

from sitegen import build, difference, history
from sitegen.options import Options
from tests.build import catalog_folder
from tests.build.catalog_folder import Record
from tests.test_history import CALM, Repository

DRAFT = "content/credentials/harbor/soon.md"


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    repository = Repository(tmp_path)
    repository.files[DRAFT] = Record({"title": "A credential to be", "status": "draft"}, "Some words.")
    pathway = repository.record("content/pathways/both.md")
    pathway.fields["stages"] = [{"title": "First", "credentials": ["c0", "soon"]}]
    repository.record("content/credentials/lake/c1.md").fields["related"] = ["soon"]
    repository.found()
    return repository


def _built(root: Path, *, drafts: bool = False) -> list[str]:
    result = build.build(Options(root=root, out=root / "public", workers=1, drafts=drafts))
    assert result.published, result.problems
    return sorted({problem.code for problem in result.problems})


@pytest.mark.parametrize("drafts", [False, True])
def test_the_site_is_built_without_it(repository: Repository, drafts: bool) -> None:
    assert "missing-field" in _built(repository.root, drafts=drafts)
    assert not (repository.root / "public/credentials/soon").exists()
    assert "soon" not in (repository.root / "public/credentials/c1/index.html").read_text(encoding="utf-8")
    assert (repository.root / "public/pathways/both/index.html").is_file()


def test_it_becomes_a_page_when_nothing_is_missing(repository: Repository) -> None:
    _built(repository.root)
    repository.files[DRAFT] = catalog_folder.credential(60)
    repository.found()
    _built(repository.root)
    assert (repository.root / "public/credentials/soon/index.html").is_file()
    assert "/credentials/soon/" in (repository.root / "public/credentials/c1/index.html").read_text(
        encoding="utf-8"
    )


def test_a_published_one_does_not_go_by_becoming_one(repository: Repository) -> None:
    del repository.record().fields["summary"]
    repository.record().fields["status"] = "draft"
    assert ("published-then-removed", CALM) in repository.found()


def test_what_changes_is_told_as_a_draft(repository: Repository) -> None:
    (soon,) = [r for r in difference.of(repository.root, "base").credentials if r.path == DRAFT]
    assert soon.state == "draft"
    assert history.problems(repository.root, "base")


def test_published_without_a_fact_stops_the_build(repository: Repository) -> None:
    repository.record(DRAFT).fields["status"] = "published"
    repository.found()
    result = build.build(Options(root=repository.root, out=repository.root / "public", workers=1))
    assert not result.published
