"""What a build does about awards when something changed since the last one: no more than it must, and nothing stays behind."""

import shutil
from pathlib import Path

import msgspec
import pytest

from sitegen import build, unchanged, version
from sitegen.awards import bundles
from sitegen.options import state_file
from sitegen.rows import PageRow
from sitegen.store import Store
from tests.awards import signed_site as site

FIRST, SECOND = "content/awards/harbor/first.jsonl", "content/awards/harbor/second.jsonl"
LIST = "content/status/harbor.json"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with two batches that was built."""
    root = site.make(tmp_path_factory.mktemp("built") / "site", 1, 2)
    site.put(root, SECOND, site.lines(3))
    site.built(root)
    return root


@pytest.fixture
def root(built: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    shutil.copytree(built, tmp_path / "site", copy_function=shutil.copy2)
    site.built(tmp_path / "site")
    return tmp_path / "site"


def _row(root: Path, name: str) -> PageRow | None:
    store = Store(state_file(site.options(root)), version.of_code())
    try:
        return store.page(name)
    finally:
        store.close()


def _made_in(root: Path, name: str) -> int:
    row = _row(root, name)
    assert row is not None
    return row.build


def _badges(root: Path) -> set[str]:
    """The numbers of the awards that have files."""
    return {path.parent.name[0] for path in (root / "public/badges").glob("??/*")}


def test_a_new_batch_leaves_others_alone(root: Path) -> None:
    before = _made_in(root, f"{FIRST}#1"), _made_in(root, f"{SECOND}#1")
    site.put(root, "content/awards/harbor/third.jsonl", site.lines(4))
    site.built(root)
    assert (_made_in(root, f"{FIRST}#1"), _made_in(root, f"{SECOND}#1")) == before
    assert _badges(root) == {"1", "2", "3", "4"}


def test_a_new_batch_changes_the_files_of_its_awards_and_no_others(root: Path) -> None:
    before = site.published(root)
    site.put(root, "content/awards/harbor/third.jsonl", site.lines(4))
    result = site.built(root)
    after = site.published(root)
    assert {path for path in after if after[path] != before.get(path)} == after.keys() - before.keys()
    assert (len(after) - len(before), result.made, result.removed) == (4, 4, 0)


def test_to_revoke_makes_only_the_bundle_of_the_award_again(root: Path) -> None:
    before = _made_in(root, f"{FIRST}#1"), _made_in(root, f"{SECOND}#1")
    site.put(root, LIST, site.status_list(3))
    result = site.built(root)
    assert _made_in(root, f"{FIRST}#1") == before[0]
    assert _made_in(root, f"{SECOND}#1") > before[1]
    assert result.made == 4, "the list, and the award's page, record of 2.0 and picture"


def test_the_files_of_a_batch_that_is_gone_are_removed(root: Path) -> None:
    (root / SECOND).unlink()
    result = site.built(root)
    assert (result.made, result.removed) == (0, 4)
    assert _badges(root) == {"1", "2"}
    assert _row(root, f"{SECOND}#1") is None


def test_what_was_asked_stays_when_the_batch_that_published_it_is_gone(root: Path) -> None:
    before = {path for path in site.published(root) if "classes" in path}
    (root / FIRST).unlink()
    site.built(root)
    assert {path for path in site.published(root) if "classes" in path} == before
    assert _badges(root) == {"3"}


def test_with_the_last_batch_everything_goes(root: Path) -> None:
    (root / FIRST).unlink()
    (root / SECOND).unlink()
    site.built(root)
    assert [path for path in site.published(root) if path.startswith("badges/")] == ["badges/keys.json"]


def test_a_batch_under_another_name_changes_nothing_that_is_published(root: Path) -> None:
    before = site.published(root)
    (root / SECOND).rename(root / "content/awards/harbor/a.jsonl")
    result = site.built(root)
    assert site.published(root) == before
    assert (result.made, result.removed) == (0, 0)


def test_a_shorter_batch_leaves_no_bundle_behind(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bundles, "PART", 1)
    site.built(root)
    site.put(root, FIRST, site.lines(2))
    site.built(root)
    assert _badges(root) == {"2", "3"}
    assert (_row(root, f"{FIRST}#1") is None, _row(root, f"{FIRST}#2") is None) == (False, True)


def test_pictures_that_are_not_wanted_any_more_are_removed(root: Path) -> None:
    settings = (root / "content/site.yaml").read_text()
    site.put(root, "content/site.yaml", f"{settings}publish: {{badge_pictures: false}}\n")
    site.built(root)
    assert [
        path for path in site.published(root) if path.startswith("badges/") and path.endswith("png")
    ] == []


def test_a_batch_with_a_broken_line_keeps_the_site_as_it_is(root: Path) -> None:
    before = site.published(root)
    site.put(root, SECOND, site.lines(3) + b"nothing\n")
    result = build.build(site.options(root))
    assert ([problem.code for problem in result.problems], result.published) == (["award-form"], False)
    assert site.published(root) == before


def test_a_build_without_a_change_makes_nothing(root: Path) -> None:
    result = unchanged.result(site.options(root))
    assert result is not None
    assert (result.published, result.made, result.removed) == (True, 0, 0)


def test_files_of_awards_are_counted(root: Path) -> None:
    assert site.built(root).counts["file"] == len(site.published(root))


def test_what_serve_saw_change_is_enough(root: Path) -> None:
    path = "content/awards/harbor/third.jsonl"
    site.put(root, path, site.lines(4))
    result = build.build(site.options(root), touched=frozenset({path}))
    assert (result.published, result.made) == (True, 4)


def test_two_processes_make_the_same_bytes_as_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bundles, "PART", 2)
    usual = site.make(tmp_path / "one", *range(1, 10))
    shutil.copytree(usual, tmp_path / "two")
    site.built(usual)
    site.built(tmp_path / "two", workers=2)
    assert site.published(tmp_path / "two") == site.published(usual)


def test_an_earlier_memory_is_not_needed(root: Path) -> None:
    site.put(root, LIST, site.status_list(3))
    site.built(root)
    rebuilt = site.published(root)
    build.build(msgspec.structs.replace(site.options(root), clean=True))
    assert site.published(root) == rebuilt
