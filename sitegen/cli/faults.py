"""What to say, and which exit code to give, when a command could not do its work."""

import errno
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from sitegen.reports import visible

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

    exit_code = 2

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


def say(error: BaseException, arguments: Sequence[str]) -> int:
    """Print what a person needs to know about `error`; returns the exit code."""
    match error:
        case SystemExit():
            return error.code if isinstance(error.code, int) else 0
        case click.exceptions.NoArgsIsHelpError():
            sys.stderr.write(error.format_message() + "\n")
            return 2
        case click.ClickException():
            return _refused(error)
        case click.Abort() | KeyboardInterrupt():
            return _print("stopped", "", 130)
        case BlockingIOError():
            hint = "wait until it is done, or add `--wait`"
            return _print("another build of this site is running", hint, 3)
        case OSError() if error.errno in PLAIN:
            return _print(_plain(error), "nothing that was published before has been touched", 3)
        case MemoryError():
            return _print("there is not enough memory", "", 3)
    from sitegen.cli import crash

    return _print(*crash.report(error, arguments), 3)


def _refused(error: click.ClickException) -> int:
    message = error.format_message().rstrip(".")
    hint = error.hint if isinstance(error, Refused) else ""
    if isinstance(error, click.UsageError) and error.ctx:
        hint = f"`{error.ctx.command_path} --help` shows how it is used"
    return _print(message[:1].lower() + message[1:], hint, error.exit_code)


def _plain(error: OSError) -> str:
    names = [os.fspath(name) for name in (error.filename, error.filename2) if isinstance(name, str | Path)]
    where = f": {' and '.join(dict.fromkeys(names))}" if names else ""
    return f"{PLAIN[error.errno or 0]}{where}"


def _print(message: str, hint: str, code: int) -> int:
    sys.stdout.flush()
    sys.stderr.write(f"error: {visible.line(message)}\n")
    if hint:
        sys.stderr.write(f"  = help: {visible.line(hint)}\n")
    return code
