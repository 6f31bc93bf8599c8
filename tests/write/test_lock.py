"""One build at a time."""

import os
import signal
import sys
from pathlib import Path

import pytest

from sitegen.write import lock


def _in_child(path: Path) -> int:
    """The exit status of another process that tries to take the lock: 0 taken, 7 busy."""
    child = os.fork()
    if child == 0:
        status = 1
        try:
            with lock.held(path, wait=False):
                status = 0
        except BlockingIOError:
            status = 7
        finally:
            os._exit(status)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def test_a_second_build_is_told_that_one_is_running(tmp_path: Path) -> None:
    with lock.held(tmp_path / ".sitegen" / "lock", wait=False) as real:
        assert real
        assert _in_child(tmp_path / ".sitegen" / "lock") == 7
    assert _in_child(tmp_path / ".sitegen" / "lock") == 0


def test_a_waiting_build_goes_on_when_the_first_is_done(tmp_path: Path) -> None:
    start, started = os.pipe()
    told, tell = os.pipe()
    child = os.fork()
    if child == 0:
        os.read(start, 1)
        with lock.held(tmp_path / "lock", wait=True):
            os.write(tell, b"second")
        os._exit(0)
    with lock.held(tmp_path / "lock", wait=True):
        os.write(started, b".")
        os.write(tell, b"first ")
    os.waitpid(child, 0)
    assert os.read(told, 100) == b"first second"
    for descriptor in (start, started, told, tell):
        os.close(descriptor)


def test_the_lock_of_a_killed_build_is_free(tmp_path: Path) -> None:
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        with lock.held(tmp_path / "lock", wait=True):
            os.write(writer, b"held")
            signal.pause()
    assert os.read(reader, 4) == b"held"
    assert _in_child(tmp_path / "lock") == 7
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    assert _in_child(tmp_path / "lock") == 0
    os.close(reader)
    os.close(writer)


def test_a_link_in_place_of_the_lock_is_refused(tmp_path: Path) -> None:
    (tmp_path / "lock").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(OSError, match="symbolic links"), lock.held(tmp_path / "lock", wait=False):
        pass
    assert not (tmp_path / "elsewhere").exists()


def test_without_locks_in_the_system_the_build_goes_on_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.modules["sitegen.write.lock"], "fcntl", None)
    with lock.held(tmp_path / "lock", wait=True) as real:
        assert not real
