"""Where key files may lie, and who may read them."""

import os
import stat
from pathlib import Path

import pytest

from sitegen.signing import key_changes, key_folder
from sitegen.signing.key_changes import Place
from sitegen.signing.refusal import Refused
from sitegen.signing.register import Register

PHRASE = "four small blue words"


def test_only_the_owner_may_read_a_key_file(made: key_changes.Made) -> None:
    assert stat.S_IMODE(made.file.stat().st_mode) == 0o600
    assert stat.S_IMODE(made.file.parent.stat().st_mode) == 0o700


def test_a_key_file_is_private_whatever_new_files_usually_are(place: Place, harbor: Register) -> None:
    before = os.umask(0)
    try:
        made = key_changes.begin(place, harbor, PHRASE)
    finally:
        os.umask(before)
    assert stat.S_IMODE(made.file.stat().st_mode) == 0o600


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o644, 0o660, 0o610])
def test_a_key_file_that_others_can_read_is_refused(made: key_changes.Made, mode: int) -> None:
    made.file.chmod(mode)
    with pytest.raises(Refused, match=f"can be read by others .*{mode:04o}") as refused:
        key_folder.read(made.file)
    assert "chmod 600" in refused.value.hint


def test_a_link_to_a_key_file_is_refused(made: key_changes.Made, tmp_path: Path) -> None:
    link = tmp_path / "link.key"
    link.symlink_to(made.file)
    with pytest.raises(Refused, match="cannot be opened"):
        key_folder.read(link)


def test_a_pipe_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.key", 0o600)
    with pytest.raises(Refused, match="not an ordinary file"):
        key_folder.read(tmp_path / "pipe.key")


def test_a_key_file_that_is_there_is_never_replaced(made: key_changes.Made, place: Place) -> None:
    file = key_folder.read(made.file)
    before = made.file.read_bytes()
    with pytest.raises(FileExistsError):
        key_folder.keep(place.folder, file)
    assert made.file.read_bytes() == before
    assert sorted(path.name for path in place.folder.iterdir()) == [made.file.name]


@pytest.mark.parametrize("sign", [".git", ".hg", ".svn", ".jj"])
def test_a_folder_inside_a_repository_is_refused(tmp_path: Path, sign: str) -> None:
    (tmp_path / "work" / sign).mkdir(parents=True)
    (tmp_path / "site").mkdir()
    with pytest.raises(Refused, match="inside a repository"):
        key_folder.refuse_shared(tmp_path / "work" / "a" / "b", tmp_path / "site")


def test_a_folder_inside_a_worktree_or_submodule_is_refused(tmp_path: Path) -> None:
    (tmp_path / "work").mkdir()
    (tmp_path / "work" / ".git").write_text("gitdir: elsewhere")
    with pytest.raises(Refused, match="inside a repository"):
        key_folder.refuse_shared(tmp_path / "work" / "keys", tmp_path / "site")


def test_a_folder_inside_a_bare_repository_is_refused(tmp_path: Path) -> None:
    for name in ("objects", "refs"):
        (tmp_path / "bare.git" / name).mkdir(parents=True)
    (tmp_path / "bare.git" / "HEAD").write_text("ref: refs/heads/main\n")
    with pytest.raises(Refused, match="inside a repository"):
        key_folder.refuse_shared(tmp_path / "bare.git" / "keys", tmp_path / "site")


def test_a_folder_inside_the_site_is_refused_even_behind_a_link(root: Path, tmp_path: Path) -> None:
    (tmp_path / "innocent").symlink_to(root / "private")
    with pytest.raises(Refused, match="inside the site"):
        key_folder.refuse_shared(tmp_path / "innocent", root)


def test_the_usual_folder_follows_the_persons_settings(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert key_folder.usual() == tmp_path / "sitegen" / "keys"
    monkeypatch.setenv("XDG_CONFIG_HOME", "relative/paths/do/not/count")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    assert key_folder.usual() == tmp_path / "home" / ".config" / "sitegen" / "keys"


def test_nothing_that_was_left_half_written_counts_as_a_key(made: key_changes.Made) -> None:
    (made.file.parent / f".{made.file.name}.123456.new").write_bytes(b"half")
    (made.file.parent / f".{made.file.name}.key").write_bytes(b"half")
    assert [kept.path for kept in key_folder.kept(made.file.parent)] == [made.file]
