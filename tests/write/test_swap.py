"""The ways in which a stage takes the published folder's place."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from sitegen.write import disk, recover, stage, swap, trees


def _filled(out: Path, data: bytes, record: trees.Trees | None = None) -> trees.Trees:
    prepared = stage.prepare(recover.recover(out, record))
    disk.put(prepared, "index.html", data)
    return trees.after(prepared, ["index.html"])


def _refusing(number: int) -> Callable[..., None]:
    def refuse(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    return refuse


def _rename_refusing(monkeypatch: pytest.MonkeyPatch, number: int, refused: Path) -> None:
    rename = os.rename

    def maybe(source: Path, target: Path) -> None:
        if Path(source) == refused:
            raise OSError(number, os.strerror(number))
        rename(source, target)

    monkeypatch.setattr(os, "rename", maybe)


@pytest.fixture
def first(out: Path) -> trees.Trees:
    record = _filled(out, b"old")
    swap.publish(out, record)
    return record


def test_the_first_publication_creates_the_folder(out: Path) -> None:
    assert swap.publish(out, _filled(out, b"new")) == "created"
    assert (out / "index.html").read_bytes() == b"new"
    assert os.listdir(out.parent) == ["public"]


def test_an_empty_folder_is_replaced(out: Path) -> None:
    out.mkdir()
    assert swap.publish(out, _filled(out, b"new")) == "created"
    assert (out / "index.html").read_bytes() == b"new"


def test_later_publications_exchange_the_two_trees(out: Path, first: trees.Trees) -> None:
    assert swap.publish(out, _filled(out, b"new", first)) == "exchanged"
    assert (out / "index.html").read_bytes() == b"new"
    assert (out.parent / ".public.last" / "index.html").read_bytes() == b"old"
    assert not (out.parent / ".public.next").exists()


def test_a_c_library_without_the_call_is_no_obstacle(
    out: Path, first: trees.Trees, monkeypatch: pytest.MonkeyPatch
) -> None:
    import ctypes

    whole = ctypes.CDLL

    class Small:
        def __init__(self, *_: object, **__: object) -> None:
            self.syscall = whole(None, use_errno=True).syscall

    monkeypatch.setattr(ctypes, "CDLL", Small)
    assert swap.publish(out, _filled(out, b"new", first)) == "exchanged"
    assert (out / "index.html").read_bytes() == b"new"


@pytest.mark.parametrize(
    "number", [errno.EINVAL, errno.ENOSYS, errno.EXDEV, errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP]
)
def test_where_folders_cannot_be_exchanged_they_are_moved(
    out: Path, first: trees.Trees, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    monkeypatch.setattr(swap, "exchange", _refusing(number))
    assert swap.publish(out, _filled(out, b"new", first)) == "moved"
    assert (out / "index.html").read_bytes() == b"new"
    assert (out.parent / ".public.last" / "index.html").read_bytes() == b"old"
    assert "moved" in swap.NOTES


def test_where_the_folder_cannot_be_renamed_it_is_removed(
    out: Path, first: trees.Trees, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = _filled(out, b"new", first)
    monkeypatch.setattr(swap, "exchange", _refusing(errno.EXDEV))
    _rename_refusing(monkeypatch, errno.EXDEV, out)
    assert swap.publish(out, record) == "replaced"
    assert (out / "index.html").read_bytes() == b"new"
    assert "replaced" in swap.NOTES


def test_a_former_tree_that_cannot_be_laid_aside_is_no_failure(
    out: Path, first: trees.Trees, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = _filled(out, b"new", first)
    with monkeypatch.context() as patch:
        patch.setattr(os, "rename", _refusing(errno.EIO))
        assert swap.publish(out, record) == "exchanged"
    assert swap.publish(out, _filled(out, b"newer", record)) == "exchanged"
    assert (out / "index.html").read_bytes() == b"newer"


@pytest.mark.parametrize("number", [errno.EIO, errno.ENOSPC, errno.EROFS, errno.EBUSY])
def test_other_errors_of_the_exchange_leave_the_former_site(
    out: Path, first: trees.Trees, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    record = _filled(out, b"new", first)
    with monkeypatch.context() as patch:
        patch.setattr(swap, "exchange", _refusing(number))
        with pytest.raises(OSError, match=os.strerror(number)):
            swap.publish(out, record)
    assert (out / "index.html").read_bytes() == b"old"
    assert recover.recover(out, record).finished == "exchanged"
    assert (out / "index.html").read_bytes() == b"new"


def test_a_failing_move_is_undone(out: Path, first: trees.Trees, monkeypatch: pytest.MonkeyPatch) -> None:
    record = _filled(out, b"new", first)
    monkeypatch.setattr(swap, "exchange", _refusing(errno.ENOSYS))
    _rename_refusing(monkeypatch, errno.EIO, out.parent / ".public.next")
    with pytest.raises(OSError, match=os.strerror(errno.EIO)):
        swap.publish(out, record)
    assert (out / "index.html").read_bytes() == b"old"


def test_an_interrupt_within_a_move_is_undone(
    out: Path, first: trees.Trees, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = _filled(out, b"new", first)
    rename = os.rename

    def interrupted(source: Path, target: Path) -> None:
        if Path(source) == out.parent / ".public.next":
            raise KeyboardInterrupt
        rename(source, target)

    monkeypatch.setattr(swap, "exchange", _refusing(errno.ENOSYS))
    monkeypatch.setattr(os, "rename", interrupted)
    with pytest.raises(KeyboardInterrupt):
        swap.publish(out, record)
    assert (out / "index.html").read_bytes() == b"old"


def test_a_stage_that_something_else_changed_is_not_published(out: Path, first: trees.Trees) -> None:
    record = _filled(out, b"new", first)
    disk.remove(str(trees.next_to(out)))
    trees.next_to(out).mkdir()
    with pytest.raises(FileNotFoundError, match="changed by something else"):
        swap.publish(out, record)
    assert (out / "index.html").read_bytes() == b"old"


def test_settling_reaches_the_disk_or_raises(out: Path) -> None:
    prepared = stage.prepare(recover.recover(out, None))
    swap.settle(prepared)
    disk.remove(prepared.root)
    with pytest.raises(FileNotFoundError):
        swap.settle(prepared)


def test_other_systems_have_no_exchange(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "darwin")
    with pytest.raises(OSError, match=os.strerror(errno.ENOSYS)):
        swap.exchange(tmp_path, tmp_path)
