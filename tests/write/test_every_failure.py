"""A build that is killed at, or refused, any one of its calls leaves the whole old site or the whole new one."""

import errno
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from types import ModuleType

import pytest

from sitegen.write import swap

Look = Callable[[Path], object]
Fault = Callable[[], None]

CALLS = ("open", "write", "mkdir", "chmod", "fchmod", "link", "unlink", "rmdir", "rename", "utime", "scandir")
MARK = b"<meta name=generator content=sitegen>"
OLDER = {"index.html": MARK, "a/index.html": b"a", "b": b"a file", "c/d/index.html": b"d", "e/f": b"f"}
OLD = {**OLDER, "index.html": MARK + b"old", "c/d/index.html": b"dd"}
NEW = {
    "index.html": MARK + b"new",
    "a/index.html": b"a",
    "b/index.html": b"below",
    "g/h/i": b"i",
    "e": b"a file",
}
HISTORIES = {"first": [], "second": [OLD], "third": [OLDER, OLD]}


class Count:
    """Counts the calls that change files, and lets a fault happen at the one numbered `at`."""

    def __init__(self, at: int, fault: Fault) -> None:
        self.at, self.fault, self.seen = at, fault, 0

    def guarding(self, call: Callable[..., object]) -> Callable[..., object]:
        def guarded(*arguments: object, **options: object) -> object:
            self.seen += 1
            if self.seen == self.at:
                self.fault()
            return call(*arguments, **options)

        return guarded


def _arm(patch: pytest.MonkeyPatch, at: int, fault: Fault, way: str) -> Count:
    """Count calls from now on. `way` is how this file system can swap: exchanged, moved or replaced."""
    if way == "replaced":
        patch.setattr(os, "rename", _rename_but_not_public(os.rename))
    exchange = swap.exchange if way == "exchanged" else _no_exchange
    count = Count(at, fault)
    for name in CALLS:
        patch.setattr(os, name, count.guarding(getattr(os, name)))
    patch.setattr(swap, "exchange", count.guarding(exchange))
    return count


def _no_exchange(*_: object) -> None:
    raise OSError(errno.EINVAL, "no such call here")


def _rename_but_not_public(rename: Callable[[Path, Path], None]) -> Callable[[Path, Path], None]:
    def refused(source: Path, target: Path) -> None:
        if Path(source).name == "public":
            raise OSError(errno.EXDEV, "from a lower layer")
        rename(source, target)

    return refused


def _places(tmp_path: Path, driver: ModuleType, history: list[dict[str, bytes]]) -> Iterator[Path]:
    number = 0
    while True:
        root = tmp_path / str(number)
        root.mkdir()
        for pages in history:
            driver.build(root, pages)
        yield root
        number += 1


def _killed(driver: ModuleType, root: Path, at: int, way: str) -> bool:
    """Build the new site in another process that dies at once before call number `at`; whether it did."""
    child = os.fork()
    if child == 0:
        status = 1
        try:
            _arm(pytest.MonkeyPatch(), at, lambda: os._exit(9), way)
            driver.build(root, NEW)
            status = 0
        finally:
            os._exit(status)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert status in (0, 9)
    return status == 9


def _failed(driver: ModuleType, root: Path, at: int, number: int) -> bool:
    """Build the new site while call number `at` fails; whether there was such a call."""

    def fault() -> None:
        raise OSError(number, os.strerror(number))

    with pytest.MonkeyPatch.context() as patch, suppress(OSError):
        count = _arm(patch, at, fault, "exchanged")
        driver.build(root, NEW)
    return count.seen >= at


def _sites(
    tmp_path: Path, driver: ModuleType, snapshot: Look, history: list[dict[str, bytes]]
) -> list[object]:
    """The old and the new site as they should be."""
    found: list[object] = [None]
    for name, pages in (("wanted-old", history[-1] if history else {}), ("wanted-new", NEW)):
        if pages:
            (tmp_path / name).mkdir()
            driver.build(tmp_path / name, pages)
            found.append(snapshot(tmp_path / name / "public"))
    return found[-2:]


@pytest.mark.parametrize(
    ("history", "way"),
    [("first", "exchanged"), ("second", "exchanged"), ("third", "exchanged"), ("third", "moved")],
)
def test_killed_at_any_call(
    driver: ModuleType, tmp_path: Path, snapshot: Look, history: str, way: str
) -> None:
    old, new = _sites(tmp_path, driver, snapshot, HISTORIES[history])
    for at, root in enumerate(_places(tmp_path, driver, HISTORIES[history]), 1):
        if not _killed(driver, root, at, way):
            break
        left = snapshot(root / "public")
        assert left in (old, new) or (way == "moved" and left is None)
        assert driver.build(root, NEW) != "output-not-ours"
        assert snapshot(root / "public") == new
        assert not (root / ".public.next").exists()
    assert at > 20


def test_killed_at_any_call_where_the_folder_must_be_removed_first(
    driver: ModuleType, tmp_path: Path, snapshot: Look
) -> None:
    _, new = _sites(tmp_path, driver, snapshot, [OLD])
    for at, root in enumerate(_places(tmp_path, driver, [OLD]), 1):
        if not _killed(driver, root, at, "replaced"):
            break
        driver.build(root, NEW)
        assert snapshot(root / "public") == new
    assert at > 20


def test_killed_twice_in_a_row(driver: ModuleType, tmp_path: Path, snapshot: Look) -> None:
    old, new = _sites(tmp_path, driver, snapshot, [OLDER, OLD])
    for at, root in enumerate(_places(tmp_path, driver, [OLDER, OLD]), 1):
        if not _killed(driver, root, 3 * at, "exchanged"):
            break
        _killed(driver, root, 2 * at, "exchanged")
        assert snapshot(root / "public") in (old, new)
        driver.build(root, NEW)
        assert snapshot(root / "public") == new
    assert at > 5


@pytest.mark.parametrize(
    ("history", "number"),
    [("first", errno.ENOSPC), ("second", errno.EROFS), ("third", errno.ENOSPC), ("third", errno.EIO)],
)
def test_refused_at_any_call(
    driver: ModuleType, tmp_path: Path, snapshot: Look, history: str, number: int
) -> None:
    old, new = _sites(tmp_path, driver, snapshot, HISTORIES[history])
    for at, root in enumerate(_places(tmp_path, driver, HISTORIES[history]), 1):
        if not _failed(driver, root, at, number):
            break
        assert snapshot(root / "public") in (old, new)
        driver.build(root, NEW)
        assert snapshot(root / "public") == new
    assert at > 20


def test_refused_by_the_memory(
    driver: ModuleType, tmp_path: Path, snapshot: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise sqlite3.OperationalError("disk is full")

    driver.build(tmp_path, OLD)
    old = snapshot(tmp_path / "public")
    with monkeypatch.context() as patch:
        patch.setattr(driver, "_remember", refuse)
        with pytest.raises(sqlite3.OperationalError):
            driver.build(tmp_path, NEW)
    assert snapshot(tmp_path / "public") == old
    assert driver.build(tmp_path, NEW) == "exchanged"


def test_a_failed_worker_fails_the_build(
    driver: ModuleType, tmp_path: Path, snapshot: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    driver.build(tmp_path, OLD)
    old = snapshot(tmp_path / "public")
    with monkeypatch.context() as patch:
        patch.setattr(driver.disk, "put", lambda *_: os._exit(1))
        with pytest.raises(OSError, match="worker"):
            driver.build(tmp_path, NEW, workers=2)
    assert snapshot(tmp_path / "public") == old
