"""The system calls by which a program changes files: recording them, and doing harm at one of them, with strace."""

import os
import re
import signal
import subprocess
from collections import Counter
from pathlib import Path
from typing import NamedTuple

BY_NAME = (
    "open,openat,creat,rename,renameat,renameat2,link,linkat,symlink,symlinkat,unlink,unlinkat,mkdir,mkdirat,rmdir,"
    "truncate,chmod,fchmodat,utime,utimensat"
)
ON_OPEN_FILES = "write,pwrite64,writev,pwritev,ftruncate,fchmod,fsync,fdatasync,fallocate"
PATIENCE = 60
"""Seconds after which a command is taken to hang."""

_CALL = re.compile(r"(?P<process>\d+) +(?P<call>\w+)\((?P<rest>.*)")
_NAME = re.compile(r'"(?P<path>(?:[^"\\]|\\.)*)"')
_OPEN_FILE = re.compile(r"\d+<(?P<path>[^>]*)>")
_CHANGING = re.compile("O_CREAT|O_WRONLY|O_RDWR|O_TRUNC")


class Point(NamedTuple):
    """One call: what it does to which file, and the how-manieth such call it is in its process."""

    call: str
    path: str
    number: int


class Program:
    """A command that is run again and again in one folder."""

    def __init__(self, command: list[str], folder: Path, environment: dict[str, str]) -> None:
        self.command, self.folder = command, folder
        self.environment = {**os.environ, **environment}
        self.log = folder.with_name("strace.log")

    def start(self, *tracing: str) -> subprocess.Popen[bytes]:
        """Start the command; what it prints is of no interest."""
        return subprocess.Popen(
            [*tracing, *self.command],
            cwd=self.folder,
            env=self.environment,
            start_new_session=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def run(self, *tracing: str) -> int | None:
        """Run the command to its end; its exit status, or None if it hangs."""
        return finish(self.start(*tracing))

    def record(self) -> list[Point]:
        """Run the command; the calls by which it changes files in its folder, in order, of all its processes."""
        calls = f"trace={BY_NAME},{ON_OPEN_FILES}"
        if self.run("strace", "-f", "-q", "-y", "-o", str(self.log), "-e", calls) != 0:
            raise SystemExit(f"{' '.join(self.command)} fails under strace")
        seen: Counter[tuple[str, str, str]] = Counter()
        found: dict[Point, None] = {}
        for line in self.log.read_text(errors="replace").splitlines():
            match = _CALL.match(line)
            path = _changed_file(match["call"], match["rest"]) if match else ""
            if match and path and (path.startswith(f"{self.folder}/") or not path.startswith("/")):
                key = (match["process"], match["call"], path)
                seen[key] += 1
                found[Point(match["call"], path, seen[key])] = None
        return list(found)

    def harm(self, point: Point, harm: str) -> tuple[int | None, bool]:
        """Run the command with a signal (`KILL`) or an error (`ENOSPC`) at one call.

        Gives the exit status (None: it, or a process that it left behind, hangs), and whether the call was reached.
        """
        what = f"error={harm}" if harm.startswith("E") else f"signal={harm}"
        inject = f"inject={point.call}:{what}:when={point.number}"
        options = ("-o", str(self.log), "-P", point.path, "-e", f"trace={point.call}", "-e", inject)
        status = self.run("strace", "-f", "-q", *options)
        log = self.log.read_text(errors="replace")
        return status, re.search(rf"\(INJECTED\)|killed by SIG{harm}|--- SIG{harm} ", log) is not None


def finish(process: subprocess.Popen[bytes]) -> int | None:
    """Wait for a command; None, after ending it and all it left, if it hangs."""
    try:
        return process.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        return None


def _changed_file(call: str, rest: str) -> str:
    """The path of the file that a recorded call changes; empty if it changes none."""
    if call in ON_OPEN_FILES.split(","):
        match = _OPEN_FILE.match(rest)
    elif call in {"open", "openat"} and _CHANGING.search(rest) is None:
        return ""
    else:
        match = _NAME.search(rest)
    return match["path"] if match else ""
