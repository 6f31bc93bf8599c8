"""Files are there whole or not at all, even if the process is killed between any two steps."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from sitegen.signing import whole_files

KILLED = """
import os, signal, sys
from pathlib import Path
from sitegen.signing import whole_files
real = getattr(os, sys.argv[2])
def die(*a, **k):
    os.kill(os.getpid(), signal.SIGKILL)
setattr(os, sys.argv[2], die)
getattr(whole_files, sys.argv[1])(Path(sys.argv[3]), b"new" * 10000, *([0o600] if sys.argv[1] == "create" else []))
"""


def killed(what: str, step: str, path: Path) -> int:
    done = subprocess.run(
        [sys.executable, "-c", KILLED, what, step, str(path)], check=False, cwd=Path(__file__).parents[2]
    )
    return done.returncode


@pytest.mark.parametrize("step", ["fdopen", "fsync", "link"])
def test_a_new_file_is_not_there_if_its_writer_was_killed(tmp_path: Path, step: str) -> None:
    assert killed("create", step, tmp_path / "a.jsonl") == -9
    assert [path.name for path in tmp_path.iterdir() if not path.name.startswith(".")] == []


@pytest.mark.parametrize("step", ["fdopen", "fsync", "replace"])
def test_an_old_file_is_whole_if_its_writer_was_killed(tmp_path: Path, step: str) -> None:
    (tmp_path / "a.json").write_bytes(b"old")
    assert killed("replace", step, tmp_path / "a.json") == -9
    assert (tmp_path / "a.json").read_bytes() == b"old"


def test_an_interrupt_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        whole_files.create(tmp_path / "a", b"new", 0o600)
    assert list(tmp_path.iterdir()) == []


def test_a_new_file_never_takes_the_place_of_one(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    with pytest.raises(FileExistsError):
        whole_files.create(tmp_path / "a", b"new", 0o600)
    assert (tmp_path / "a").read_bytes() == b"old"
    assert len(list(tmp_path.iterdir())) == 1


def test_a_disk_without_links_will_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def impossible(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", impossible)
    whole_files.create(tmp_path / "a", b"new", 0o600)
    assert (tmp_path / "a").read_bytes() == b"new"
    with pytest.raises(FileExistsError):
        whole_files.create(tmp_path / "a", b"newer", 0o600)
