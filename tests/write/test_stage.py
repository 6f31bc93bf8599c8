"""A stage begins equal to the published tree."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from sitegen.write import disk, recover, stage, swap, trees

Look = Callable[[Path], object]
MARK = b"<meta name=generator content=sitegen>"
OLD = {"index.html": MARK, "a/index.html": b"a", "b/c/index.html": b"bc", "d": b"a file"}


def _refusing(number: int) -> Callable[..., None]:
    def refuse(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    return refuse


def _publish(out: Path, record: trees.Trees | None, pages: dict[str, bytes], gone: list[str]) -> trees.Trees:
    prepared = stage.prepare(recover.recover(out, record))
    changed = [address for address, data in pages.items() if disk.put(prepared, address, data)]
    after = trees.after(prepared, [*changed, *disk.drop(prepared, gone)])
    swap.publish(out, after)
    return after


def test_the_first_stage_is_empty(out: Path) -> None:
    prepared = stage.prepare(recover.recover(out, None))
    assert prepared.root == str(out.parent / ".public.next")
    assert os.listdir(prepared.root) == []
    assert not prepared.equal


def test_folders_above_the_published_one_are_made(tmp_path: Path) -> None:
    prepared = stage.prepare(recover.recover(tmp_path / "deep" / "er" / "public", None))
    assert Path(prepared.root).is_dir()


def test_the_second_stage_shares_every_file(out: Path, snapshot: Look) -> None:
    record = _publish(out, None, OLD, [])
    prepared = stage.prepare(recover.recover(out, record))
    assert snapshot(Path(prepared.root)) == snapshot(out)
    assert os.path.samefile(f"{prepared.root}/b/c/index.html", out / "b/c/index.html")


@pytest.mark.parametrize(
    ("pages", "gone"),
    [
        ({"index.html": b"new"}, []),
        ({"e/f/g.html": b"added"}, []),
        ({}, ["b/c/index.html"]),
        ({"d/e.html": b"below"}, ["d"]),
        ({"b/c/other.html": b"beside"}, ["b/c/index.html"]),
        ({"b": b"a file now"}, ["b/c/index.html"]),
        ({"a/index.html": b"x", "index.html": b"y", "h": b""}, ["d"]),
        ({}, []),
    ],
)
def test_later_stages_catch_up_by_what_differs(
    out: Path, snapshot: Look, pages: dict[str, bytes], gone: list[str]
) -> None:
    record = _publish(out, _publish(out, None, OLD, []), pages, gone)
    last = trees.identity(trees.last_of(out))
    prepared = stage.prepare(recover.recover(out, record))
    assert snapshot(Path(prepared.root)) == snapshot(out)
    assert last == record.last
    assert os.stat(prepared.root).st_ino == (last.inode if last else 0)
    back = _publish(out, record, OLD, [address for address in pages if address not in OLD])
    prepared = stage.prepare(recover.recover(out, back))
    assert snapshot(Path(prepared.root)) == snapshot(out)


def test_catching_up_copies_where_links_are_refused(
    out: Path, snapshot: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "link", _refusing(errno.EPERM))
    record = _publish(out, _publish(out, None, OLD, []), {"index.html": b"new"}, [])
    prepared = stage.prepare(recover.recover(out, record))
    assert snapshot(Path(prepared.root)) == snapshot(out)
    assert not os.path.samefile(f"{prepared.root}/d", out / "d")


def test_a_former_tree_that_was_touched_is_not_trusted(out: Path, snapshot: Look) -> None:
    record = _publish(out, _publish(out, None, OLD, []), {"index.html": b"new"}, [])
    (trees.last_of(out) / "stray").write_bytes(b"stray")
    prepared = stage.prepare(recover.recover(out, record))
    assert snapshot(Path(prepared.root)) == snapshot(out)
    assert not trees.last_of(out).exists()


def test_a_former_tree_of_unknown_contents_is_not_trusted(out: Path, snapshot: Look) -> None:
    first = _publish(out, None, OLD, [])
    record = _publish(out, None, {"index.html": MARK + b"new"}, [])
    assert (record.last, record.lag) == (first.live, None)
    prepared = stage.prepare(recover.recover(out, record))
    assert snapshot(Path(prepared.root)) == snapshot(out)


def test_a_former_tree_half_removed_is_not_trusted(
    out: Path, snapshot: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = {"a/index.html": b"a", "b/index.html": b"b"}  # so the removal begins below the tree's own folder
    record = _publish(out, _publish(out, None, pages, []), {"a/index.html": b"new"}, [])
    out.rename(out.with_name("away"))
    with monkeypatch.context() as patch:
        patch.setattr(os, "rmdir", _refusing(errno.EIO))
        with pytest.raises(OSError, match=os.strerror(errno.EIO)):
            stage.prepare(recover.recover(out, record))
    out.with_name("away").rename(out)
    prepared = stage.prepare(recover.recover(out, record))
    assert snapshot(Path(prepared.root)) == snapshot(out)


def test_a_former_tree_that_cannot_be_renamed_is_done_without(
    out: Path, snapshot: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = _publish(out, _publish(out, None, OLD, []), {"index.html": b"new"}, [])
    monkeypatch.setattr(os, "rename", _refusing(errno.EXDEV))
    prepared = stage.prepare(recover.recover(out, record))
    assert snapshot(Path(prepared.root)) == snapshot(out)


def test_a_failing_disk_is_not_worked_around(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    record = _publish(out, _publish(out, None, OLD, []), {"index.html": b"new"}, [])
    monkeypatch.setattr(os, "rename", _refusing(errno.EIO))
    with pytest.raises(OSError, match=os.strerror(errno.EIO)):
        stage.prepare(recover.recover(out, record))


def test_links_and_pipes_in_the_published_tree_do_not_reach_the_stage(out: Path) -> None:
    record = _publish(out, None, OLD, [])
    (out / "a" / "link").symlink_to("/")
    os.mkfifo(out / "a" / "pipe")
    prepared = stage.prepare(recover.recover(out, record))
    assert os.listdir(f"{prepared.root}/a") == ["index.html"]


def test_a_link_in_the_former_tree_leads_no_change_astray(out: Path, tmp_path: Path) -> None:
    record = _publish(out, None, OLD, [])
    record = _publish(out, record, {"b/c/index.html": b"new"}, [])
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "index.html").write_bytes(b"mine")
    disk.remove(str(trees.last_of(out) / "b" / "c"))
    (trees.last_of(out) / "b" / "c").symlink_to(elsewhere)
    prepared = stage.prepare(recover.recover(out, record))
    assert Path(prepared.root, "b/c/index.html").read_bytes() == b"new"
    assert (elsewhere / "index.html").read_bytes() == b"mine"


def test_a_twin_spares_the_next_build_the_linking(out: Path, snapshot: Look) -> None:
    record = stage.twin(out, _publish(out, None, OLD, []))
    assert record.lag == ()
    inode = trees.last_of(out).stat().st_ino
    prepared = stage.prepare(recover.recover(out, record))
    assert os.stat(prepared.root).st_ino == inode
    assert snapshot(Path(prepared.root)) == snapshot(out)


def test_a_twin_takes_nobodys_place(out: Path) -> None:
    record = _publish(out, _publish(out, None, OLD, []), {"index.html": b"new"}, [])
    assert stage.twin(out, record) is record
    assert (trees.last_of(out) / "index.html").read_bytes() == MARK


def test_a_stage_that_disappeared_cannot_be_recorded(out: Path) -> None:
    prepared = stage.prepare(recover.recover(out, None))
    disk.remove(prepared.root)
    with pytest.raises(FileNotFoundError):
        trees.after(prepared, [])
