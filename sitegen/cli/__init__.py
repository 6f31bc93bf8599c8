"""The command line: arguments, printing and exit codes. Nothing but click is imported before a command runs."""

import os
import sys
from collections.abc import Sequence
from typing import NoReturn

INTERRUPTED = 130


def main() -> NoReturn:
    """Run the command that the process was started with, and end the process with its exit code."""
    code = run(sys.argv[1:])
    if code == INTERRUPTED:  # at once: threads of what was stopped have nothing more to say
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
    sys.exit(code)


def run(arguments: Sequence[str]) -> int:
    """The exit code of a command: 0 fine, 1 problems in the content, 2 wrong use, 3 our fault, 130 interrupted."""
    try:  # from here on an interrupt is caught, even while the commands are loaded
        from sitegen.cli import commands, faults
    except KeyboardInterrupt:
        return INTERRUPTED
    _printable_anywhere()
    try:
        return int(commands.sitegen.main(list(arguments), prog_name="sitegen", standalone_mode=False) or 0)
    except BaseException as error:  # noqa: BLE001 - the last place that can put it into words
        return faults.say(error, arguments)


def _printable_anywhere() -> None:
    """Print a stand-in for letters that the terminal's encoding lacks, instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")
