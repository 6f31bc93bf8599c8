"""What a command says when it could not do its work."""

import errno
from pathlib import Path

import click
import pytest
from commandline import Run

from sitegen.cli import check, faults


def fail_with(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    def fail(*_words: object, **_more: object) -> None:
        raise error

    monkeypatch.setattr(check.site, "root", fail)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "the disk is full: public/index.html"),
        (errno.EROFS, "the disk can only be read, not written: public/index.html"),
        (errno.EACCES, "this needs a permission that you do not have: public/index.html"),
        (errno.EIO, "the disk reports a fault: public/index.html"),
    ],
)
def test_the_disk_refuses(run: Run, monkeypatch: pytest.MonkeyPatch, number: int, words: str) -> None:
    fail_with(monkeypatch, OSError(number, "odd words", "public/index.html"))
    ran = run("check")
    assert ran.code == 3
    assert ran.err.splitlines()[0] == f"error: {words}"
    assert "Traceback" not in ran.err


def test_another_build_is_running(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    fail_with(monkeypatch, BlockingIOError(errno.EAGAIN, "busy"))
    ran = run("check")
    assert (ran.code, ran.err.splitlines()[0]) == (3, "error: another build of this site is running")


@pytest.mark.parametrize("error", [KeyboardInterrupt(), click.Abort()])
def test_an_interrupt(run: Run, monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    fail_with(monkeypatch, error)
    ran = run("check")
    assert ran.code == 130
    assert ran.err.strip() == "error: stopped"


def test_a_fault_of_ours_leaves_a_report(run: Run, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (site / ".sitegen").mkdir()
    fail_with(monkeypatch, ZeroDivisionError("an \x1b odd\nfault"))
    ran = run("check", "--strict")
    assert ran.code == 3
    assert "Traceback" not in ran.err
    assert "\x1b" not in ran.err
    assert len(ran.err.splitlines()) == 2
    (report,) = (site / ".sitegen").glob("crash-*.txt")
    assert report.name in ran.err
    text = report.read_text(encoding="utf-8")
    assert "arguments: check --strict" in text
    assert "ZeroDivisionError" in text
    assert "Traceback" in text


def test_a_report_goes_to_the_folder_that_was_named(
    run: Run, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (site / ".sitegen").mkdir()
    monkeypatch.chdir(site.parent)
    fail_with(monkeypatch, ZeroDivisionError())
    run("check", "-C", "site")
    assert len(list((site / ".sitegen").glob("crash-*.txt"))) == 1


def test_without_a_site_the_report_goes_elsewhere(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    fail_with(monkeypatch, ZeroDivisionError())
    assert str(tmp_path / "sitegen-crash-") in run("check").err


def test_a_report_that_cannot_be_written(run: Run, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_words: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr("sitegen.cli.crash._write", full)
    fail_with(monkeypatch, ZeroDivisionError("odd"))
    ran = run("check")
    assert ran.code == 3
    assert "(ZeroDivisionError: odd)" in ran.err


def test_names_of_files_cannot_move_the_cursor(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    fail_with(monkeypatch, faults.Refused("no \x1b[2J file", "none\u202e"))
    assert not any(character in run("check").err for character in "\x1b\u202e")
