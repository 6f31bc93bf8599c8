"""What is found at the published folder, what is done about it, and what is refused."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from sitegen.write import disk, recover, stage, swap, trees

Look = Callable[[Path], object]
MARK = b'<meta name="generator" content="sitegen 0.1">'


def _filled(out: Path, data: bytes, record: trees.Trees | None = None) -> trees.Trees:
    prepared = stage.prepare(recover.recover(out, record))
    disk.put(prepared, "index.html", data)
    return trees.after(prepared, ["index.html"])


def _published(out: Path, data: bytes, record: trees.Trees | None = None) -> trees.Trees:
    after = _filled(out, data, record)
    swap.publish(out, after)
    return after


def _code(standing: recover.Standing) -> str:
    return standing.refusal.code if standing.refusal else ""


def test_nothing_there_and_nothing_remembered(out: Path) -> None:
    assert recover.recover(out, None) == recover.Standing(out)


def test_the_published_tree_is_known_again(out: Path) -> None:
    record = _published(out, b"old")
    assert recover.recover(out, record) == recover.Standing(out, record)


def test_a_swap_that_did_not_happen_is_done_now(out: Path) -> None:
    record = _filled(out, b"new", _published(out, b"old"))
    assert recover.recover(out, record) == recover.Standing(out, record, "exchanged")
    assert (out / "index.html").read_bytes() == b"new"


def test_a_first_publication_that_did_not_happen_is_done_now(out: Path) -> None:
    record = _filled(out, b"new")
    assert recover.recover(out, record).finished == "created"
    assert (out / "index.html").read_bytes() == b"new"


def test_a_move_that_stopped_half_way_is_finished(out: Path) -> None:
    record = _filled(out, b"new", _published(out, b"old"))
    os.rename(out, trees.last_of(out))
    assert recover.recover(out, record).trees == record
    assert (out / "index.html").read_bytes() == b"new"


def test_a_move_that_stopped_half_way_is_undone_if_the_record_is_lost(out: Path) -> None:
    _filled(out, b"new", _published(out, MARK))
    os.rename(out, trees.last_of(out))
    assert recover.recover(out, None).trees is None
    assert (out / "index.html").read_bytes() == MARK


def test_a_removal_that_stopped_half_way_is_finished(out: Path) -> None:
    record = _published(out, b"old")
    record = _filled(out, b"new", record)
    (out / "index.html").unlink()
    (out / "rest").write_bytes(b"not yet removed")
    assert recover.recover(out, record).trees == record
    assert (out / "index.html").read_bytes() == b"new"


def test_the_stage_of_a_killed_build_is_removed(out: Path) -> None:
    record = _published(out, b"old")
    _filled(out, b"never committed", record)
    assert recover.recover(out, record).trees == record
    assert os.listdir(out.parent) == ["public"]


def test_a_planted_link_at_the_stages_place_is_removed_and_not_followed(out: Path, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "file").write_bytes(b"mine")
    trees.next_to(out).symlink_to(tmp_path / "mine")
    trees.last_of(out).symlink_to(tmp_path / "mine")
    _published(out, b"new")
    assert sorted(os.listdir(tmp_path)) == ["mine", "public"]
    assert (tmp_path / "mine" / "file").is_file()


def _remove_page(out: Path) -> None:
    (out / "index.html").unlink()


def _add_page(out: Path) -> None:
    (out / "stray.txt").write_bytes(b"stray")


def _restore_from_copy(out: Path) -> None:
    shutil.copytree(out, out.with_name("copy"))
    shutil.rmtree(out)
    out.with_name("copy").rename(out)


def _empty(out: Path) -> None:
    shutil.rmtree(out)
    out.mkdir()


@pytest.mark.parametrize("harm", [shutil.rmtree, _remove_page, _add_page, _restore_from_copy, _empty])
def test_a_tree_that_was_removed_replaced_or_added_to_is_built_afresh(
    out: Path, harm: Callable[[Path], object]
) -> None:
    prepared = stage.prepare(recover.recover(out, None))
    disk.put(prepared, "index.html", MARK)
    disk.put(prepared, "404.html", MARK)
    record = trees.after(prepared, [])
    swap.publish(out, record)
    harm(out)
    assert recover.recover(out, record) == recover.Standing(out)


@pytest.mark.parametrize(
    ("name", "mark"),
    [
        ("index.html", MARK),
        ("404.html", b"<meta name=generator content=sitegen>"),
        ("feed.xml", b'<generator version="0.1">sitegen</generator>'),
        ("robots.txt", b"# Generator: sitegen"),
    ],
)
def test_an_earlier_site_of_ours_may_be_replaced(out: Path, name: str, mark: bytes) -> None:
    out.mkdir()
    (out / name).write_bytes(mark)
    assert recover.recover(out, None) == recover.Standing(out)


def test_what_is_replaced_rests_beside_until_the_next_publication(out: Path) -> None:
    out.mkdir()
    (out / "index.html").write_bytes(MARK)
    record = _published(out, b"new")
    assert (trees.last_of(out) / "index.html").read_bytes() == MARK
    _published(out, b"newer", record)
    assert (trees.last_of(out) / "index.html").read_bytes() == b"new"


@pytest.mark.parametrize("name", ["notes.txt", "index.html", ".hidden"])
def test_somebody_elses_folder_is_left_alone(out: Path, snapshot: Look, name: str) -> None:
    out.mkdir()
    (out / name).write_bytes(b"my own work; the generator in the cellar; sitegen")
    before = snapshot(out)
    assert _code(recover.recover(out, None)) == "output-not-ours"
    assert snapshot(out) == before


def test_somebody_elses_folder_may_be_replaced_by_force(out: Path) -> None:
    out.mkdir()
    (out / "notes.txt").write_bytes(b"my own work")
    assert recover.recover(out, None, force=True) == recover.Standing(out)


def test_work_put_in_place_of_an_unfinished_publication_is_left_alone(out: Path) -> None:
    record = _filled(out, b"new")
    out.mkdir()
    (out / "notes.txt").write_bytes(b"my own work")
    assert _code(recover.recover(out, record)) == "output-not-ours"


def test_a_git_repository_is_left_alone(out: Path) -> None:
    out.mkdir()
    (out / "index.html").write_bytes(MARK)
    (out / ".git").write_bytes(b"gitdir: elsewhere")
    assert _code(recover.recover(out, None)) == "output-not-ours"


def test_a_link_is_refused(out: Path) -> None:
    out.with_name("real").mkdir()
    out.symlink_to("real")
    assert _code(recover.recover(out, None, force=True)) == "output-is-link"


def test_a_file_is_refused(out: Path) -> None:
    out.write_bytes(b"file")
    assert _code(recover.recover(out, None, force=True)) == "output-is-file"


def test_a_mount_point_is_refused(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out.mkdir()
    monkeypatch.setattr(os.path, "ismount", lambda path: path == out)
    assert _code(recover.recover(out, None, force=True)) == "output-is-mount"


@pytest.mark.parametrize("place", ["content", "content/public", ".", "site/../content"])
def test_a_place_that_holds_the_sources_is_refused(tmp_path: Path, place: str) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "site").mkdir()
    standing = recover.recover(
        Path(os.path.abspath(tmp_path / place)), None, [tmp_path / "content"], force=True
    )
    assert _code(standing) == "output-holds-sources"


def test_every_refusal_says_what_to_do(out: Path) -> None:
    out.write_bytes(b"file")
    refusal = recover.recover(out, None).refusal
    assert refusal is not None
    assert str(out) in refusal.message
    assert refusal.hint.endswith(".")


def test_a_build_that_changes_nothing_touches_nothing(
    driver: ModuleType, tmp_path: Path, snapshot: Look
) -> None:
    pages = {"index.html": b"text", "a/index.html": b"a"}
    driver.build(tmp_path, pages)
    before = (snapshot(tmp_path / "public"), os.stat(tmp_path / "public"))
    assert driver.build(tmp_path, pages) == "same"
    assert (snapshot(tmp_path / "public"), os.stat(tmp_path / "public")) == before
