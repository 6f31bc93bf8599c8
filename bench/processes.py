"""How a command is run and what it cost: time, processor, memory, and how much the machine was busy with other things."""

import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

TICKS = os.sysconf("SC_CLK_TCK")
LOOK_EVERY = 0.04
"""Seconds between two looks at the memory of a running command."""
URGENT = -15


@dataclass(frozen=True)
class Command:
    """What to run and where; `urgent` asks the system to run it ahead of other work, if this user may."""

    words: Sequence[str]
    folder: Path
    environment: Mapping[str, str]
    urgent: bool = False


@dataclass(frozen=True)
class Cost:
    """What one run took.

    Seconds of the clock and of all its processors, the memory of its largest process in MiB, and how many processors'
    worth of other work went on meanwhile.
    """

    label: str
    wall: float
    cpu: float
    peak_mib: float
    others: float

    def row(self) -> dict[str, Any]:
        """The cost for a JSON document."""
        return {
            name: round(value, 4) if isinstance(value, float) else value
            for name, value in asdict(self).items()
        }


def start(command: Command, output: int) -> subprocess.Popen[bytes]:
    """The command as a running process, apart from this one's session."""
    before = _go_first if command.urgent else None
    return subprocess.Popen(
        command.words, cwd=command.folder, env={**os.environ, **command.environment}, stdin=subprocess.DEVNULL,
        stdout=output, stderr=subprocess.STDOUT, start_new_session=True, preexec_fn=before,  # noqa: PLW1509 - there is one thread
    )  # fmt: skip


def run(label: str, command: Command) -> Cost:
    """Run to the end. Ends this program with the command's words if it fails.

    The largest process is that of `getrusage`: of the command and all processes it waited for.
    """
    busy, began = _busy(), time.perf_counter()
    process = start(command, subprocess.PIPE)
    said = process.stdout.read() if process.stdout else b""
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(
            f"{label}: {' '.join(command.words)} ended with {process.returncode}\n{said.decode()[-2000:]}"
        )
    cpu = usage.ru_utime + usage.ru_stime
    others = max(0.0, _busy() - busy - cpu) / wall
    return Cost(label, wall, cpu, usage.ru_maxrss / 1024, others)


def memory_together(command: Command) -> float:
    """Run to the end and return the most memory, in MiB, that all processes of the command held at one time.

    Memory that processes share is counted once (PSS). Looking slows the command down, so this run is not for the clock.
    """
    process = start(command, subprocess.DEVNULL)
    most = 0
    while process.poll() is None:
        most = max(most, sum(map(_held, _session(process.pid))))
        time.sleep(LOOK_EVERY)
    return most / 1024


def _session(leader: int) -> list[int]:
    found = []
    for name in os.listdir("/proc"):
        if name.isdigit():
            try:
                if os.getsid(int(name)) == leader:
                    found.append(int(name))
            except OSError:
                continue
    return found


def _held(process: int) -> int:
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


def _busy() -> float:
    """Seconds that all processors of the machine have worked so far."""
    fields = [
        int(field) for field in Path("/proc/stat").read_text(encoding="ascii").split("\n", 1)[0].split()[1:9]
    ]
    return (sum(fields) - fields[3] - fields[4]) / TICKS


def _go_first() -> None:
    try:
        os.setpriority(os.PRIO_PROCESS, 0, URGENT)
        Path("/proc/self/autogroup").write_text(str(URGENT), encoding="ascii")
    except OSError:
        return
