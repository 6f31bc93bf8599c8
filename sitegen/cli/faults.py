"""What to say, and which exit code to give, when a command could not do its work."""

import errno
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import click

from sitegen.reports import visible

WRONG_USE, FAULT, INTERRUPTED = 2, 3, 130

PLAIN = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "your share of the disk is used up",
    errno.EROFS: "the disk can only be read, not written",
    errno.EACCES: "this needs a permission that you do not have",
    errno.EPERM: "this needs a permission that you do not have",
    errno.EIO: "the disk reports a fault",
    errno.EMFILE: "too many files are open",
    errno.ENFILE: "too many files are open",
    errno.ENOMEM: "there is not enough memory",
    errno.ENAMETOOLONG: "the name is too long for this disk",
    errno.EADDRINUSE: "another program uses this port",
}
"""What the world refuses, in plain words."""


class Refused(click.ClickException):
    """A command that cannot be carried out as it was given; exit code 2."""

    exit_code = WRONG_USE

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


class Said(NamedTuple):
    """What a person is told, and the exit code."""

    message: str
    hint: str
    code: int


def say(error: BaseException, arguments: Sequence[str]) -> int:
    """Print what a person needs to know about `error`; returns the exit code."""
    if isinstance(error, SystemExit):
        return error.code if isinstance(error.code, int) else 0
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        sys.stderr.write(error.format_message() + "\n")
        return WRONG_USE
    said = _refused(error) if isinstance(error, click.ClickException) else _world(error)
    if said is None:
        from sitegen.cli import crash

        said = Said(*crash.report(error, arguments), FAULT)
    sys.stdout.flush()
    sys.stderr.write(f"error: {visible.line(said.message)}\n")
    if said.hint:
        sys.stderr.write(f"  = help: {visible.line(said.hint)}\n")
    return said.code


def _refused(error: click.ClickException) -> Said:
    """A command that was given wrongly."""
    message = error.format_message().rstrip(".")
    hint = error.hint if isinstance(error, Refused) else ""
    if isinstance(error, click.UsageError) and error.ctx:
        hint = f"`{error.ctx.command_path} --help` shows how it is used"
    return Said(message[:1].lower() + message[1:], hint, error.exit_code)


def _world(error: BaseException) -> Said | None:
    """What is no fault of ours: the person, another process, the disk. None if it is ours after all."""
    match error:
        case click.Abort() | KeyboardInterrupt():
            return Said("stopped", "", INTERRUPTED)
        case BlockingIOError():
            return Said(
                "another build of this site is running", "wait until it is done, or add `--wait`", FAULT
            )
        case OSError() if error.errno in PLAIN:
            return Said(_plain(error), "the site published before has not been touched", FAULT)
        case MemoryError():
            return Said("there is not enough memory", "", FAULT)
    return None


def _plain(error: OSError) -> str:
    names = [os.fspath(name) for name in (error.filename, error.filename2) if isinstance(name, str | Path)]
    where = f": {' and '.join(dict.fromkeys(names))}" if names else ""
    return f"{PLAIN[error.errno or 0]}{where}"
