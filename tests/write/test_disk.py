"""Single files of a stage."""

import os
import stat
from pathlib import Path

import pytest

from sitegen.write import disk
from sitegen.write.trees import Stage


def _path(stage_: Stage, address: str) -> Path:
    return Path(stage_.root) / address


def test_put_writes_a_new_file_and_its_folders(empty_stage: Stage) -> None:
    assert disk.put(empty_stage, "a/b/c.html", b"text")
    assert _path(empty_stage, "a/b/c.html").read_bytes() == b"text"


def test_put_writes_an_empty_file(empty_stage: Stage) -> None:
    assert disk.put(empty_stage, "empty.txt", b"")
    assert not disk.put(empty_stage, "empty.txt", b"")


def test_put_of_the_same_bytes_changes_nothing(empty_stage: Stage) -> None:
    disk.put(empty_stage, "a.html", b"text")
    before = _path(empty_stage, "a.html").stat()
    assert not disk.put(empty_stage, "a.html", b"text")
    assert _path(empty_stage, "a.html").stat() == before


@pytest.mark.parametrize("data", [b"TEXT", b"longer text", b""])
def test_put_of_other_bytes_makes_a_new_file(empty_stage: Stage, tmp_path: Path, data: bytes) -> None:
    disk.put(empty_stage, "a.html", b"text")
    os.link(_path(empty_stage, "a.html"), tmp_path / "shared")
    assert disk.put(empty_stage, "a.html", data)
    assert _path(empty_stage, "a.html").read_bytes() == data
    assert (tmp_path / "shared").read_bytes() == b"text"


def test_put_mends_the_mode_of_a_file(empty_stage: Stage) -> None:
    disk.put(empty_stage, "a.html", b"text")
    _path(empty_stage, "a.html").chmod(0o600)
    assert disk.put(empty_stage, "a.html", b"text")
    assert stat.S_IMODE(_path(empty_stage, "a.html").stat().st_mode) == 0o644


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077, 0o777])
def test_modes_do_not_depend_on_the_umask(empty_stage: Stage, umask: int) -> None:
    before = os.umask(umask)
    try:
        disk.put(empty_stage, "a/b.html", b"text")
    finally:
        os.umask(before)
    assert stat.S_IMODE(_path(empty_stage, "a").stat().st_mode) == 0o755
    assert stat.S_IMODE(_path(empty_stage, "a/b.html").stat().st_mode) == 0o644


def test_put_goes_on_after_a_short_write(empty_stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, data: write(descriptor, data[:3]))
    disk.put(empty_stage, "a.html", b"0123456789")
    assert _path(empty_stage, "a.html").read_bytes() == b"0123456789"


def test_a_file_makes_room_for_a_folder(empty_stage: Stage) -> None:
    disk.put(empty_stage, "a", b"file")
    assert disk.put(empty_stage, "a/b", b"below")
    assert _path(empty_stage, "a/b").read_bytes() == b"below"


def test_a_folder_makes_room_for_a_file(empty_stage: Stage) -> None:
    disk.put(empty_stage, "a/b/c", b"below")
    assert disk.put(empty_stage, "a", b"file")
    assert _path(empty_stage, "a").read_bytes() == b"file"


def test_put_replaces_a_link_and_leaves_its_target(empty_stage: Stage, tmp_path: Path) -> None:
    (tmp_path / "secret").write_bytes(b"secret")
    _path(empty_stage, "a.html").symlink_to(tmp_path / "secret")
    assert disk.put(empty_stage, "a.html", b"secret")
    assert not _path(empty_stage, "a.html").is_symlink()
    assert (tmp_path / "secret").read_bytes() == b"secret"


def test_put_replaces_a_link_in_place_of_a_folder(empty_stage: Stage, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    _path(empty_stage, "a").symlink_to(tmp_path / "elsewhere")
    disk.put(empty_stage, "a/b.html", b"text")
    assert not _path(empty_stage, "a").is_symlink()
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_put_refuses_an_address_outside(empty_stage: Stage) -> None:
    with pytest.raises(ValueError, match="not an address"):
        disk.put(empty_stage, "../a.html", b"text")


def test_put_makes_a_folder_again_that_was_dropped_behind_its_back(empty_stage: Stage) -> None:
    disk.put(empty_stage, "a/b/c.html", b"text")
    disk.remove(str(_path(empty_stage, "a")))
    assert disk.put(empty_stage, "a/b/d.html", b"text")
    assert _path(empty_stage, "a/b/d.html").is_file()


def test_drop_removes_files_and_then_the_empty_folders(empty_stage: Stage) -> None:
    for address in ("a/b/c.html", "a/d.html", "e.html"):
        disk.put(empty_stage, address, b"text")
    assert disk.drop(empty_stage, ["a/b/c.html"]) == ("a/b/c.html",)
    assert sorted(path.name for path in Path(empty_stage.root).rglob("*")) == ["a", "d.html", "e.html"]
    disk.drop(empty_stage, ["a/d.html", "e.html"])
    assert list(Path(empty_stage.root).iterdir()) == []


def test_drop_of_what_is_not_there_does_nothing(empty_stage: Stage) -> None:
    disk.put(empty_stage, "a", b"text")
    disk.put(empty_stage, "b/c", b"text")
    assert disk.drop(empty_stage, ["x", "x/y", "a/b", "b"]) == ()
    assert _path(empty_stage, "a").is_file()
    assert _path(empty_stage, "b/c").is_file()


def test_drop_does_not_follow_a_link(empty_stage: Stage, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "b.html").write_bytes(b"mine")
    _path(empty_stage, "a").symlink_to(tmp_path / "elsewhere")
    assert disk.drop(empty_stage, ["a/b.html"]) == ()
    assert (tmp_path / "elsewhere" / "b.html").is_file()


def test_drop_refuses_an_address_outside(empty_stage: Stage) -> None:
    with pytest.raises(ValueError, match="not an address"):
        disk.drop(empty_stage, ["../a.html"])


def test_put_after_drop_in_the_same_folder(empty_stage: Stage) -> None:
    disk.put(empty_stage, "a/b.html", b"text")
    disk.drop(empty_stage, ["a/b.html"])
    assert disk.put(empty_stage, "a/c.html", b"text")


def test_processes_put_into_the_same_folders(empty_stage: Stage) -> None:
    disk.put(empty_stage, "d0", b"a file in the way")
    children = []
    for worker in range(4):
        child = os.fork()
        if child == 0:
            status = 1
            try:
                for number in range(100):
                    disk.put(empty_stage, f"d{number % 25}/e/{worker}-{number}.html", b"text")
                status = 0
            finally:
                os._exit(status)
        children.append(child)
    assert [os.waitpid(child, 0)[1] for child in children] == [0, 0, 0, 0]
    assert sum(path.is_file() for path in Path(empty_stage.root).rglob("*")) == 400


def test_remove_takes_links_and_not_their_targets(tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept" / "a").write_bytes(b"mine")
    (tmp_path / "gone" / "deep").mkdir(parents=True)
    (tmp_path / "gone" / "deep" / "link").symlink_to(tmp_path / "kept")
    (tmp_path / "link").symlink_to(tmp_path / "kept")
    for name in ("gone", "link", "missing", "kept/a/missing"):
        disk.remove(str(tmp_path / name))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["kept"]
    assert (tmp_path / "kept" / "a").is_file()


def test_share_copies_where_links_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(1, "no links here")

    monkeypatch.setattr(os, "link", refuse)
    (tmp_path / "a").write_bytes(b"text" * 100_000)
    disk.share(str(tmp_path / "a"), str(tmp_path / "b"))
    assert (tmp_path / "b").read_bytes() == b"text" * 100_000
