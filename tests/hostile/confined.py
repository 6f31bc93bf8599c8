"""Runs hostile work in a process of its own, with a limit on memory and on processor time."""

import os
import resource
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).parents[2]
MEMORY = 1_500_000_000
"""Bytes of address space a process may use: several times what a build needs."""

SECONDS = 20
"""Processor seconds until the system ends the process; a build of a small site takes one."""


def run(code: str, text: str = "", folder: Path | None = None, seconds: int = SECONDS) -> str:
    """What Python prints when it runs `code` with `text` on its standard input; fails if it crashes or takes too long."""

    def confine() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

    done = subprocess.run(
        [sys.executable, "-c", f"import sys\n{code}"], input=text.encode(), capture_output=True, check=False,
        cwd=folder, env={**os.environ, "PYTHONPATH": str(PROJECT), "PYTHONUTF8": "1"}, timeout=600, preexec_fn=confine,
    )  # fmt: skip
    said = done.stderr.decode("utf-8", "replace")[-2000:]
    assert done.returncode == 0, f"ended with {done.returncode}: {said}"
    return done.stdout.decode()
