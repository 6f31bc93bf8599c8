"""Runs hostile work in a process of its own, with limits on memory and processor time, and watches what it opens."""

import json
import os
import resource
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

PROJECT = Path(__file__).parents[2]
MEMORY = 1_500_000_000
"""Bytes of address space a process may use: several times what a build needs."""

SECONDS = 20
"""Processor seconds until the system ends the process; a build of a small site takes one."""


def run(code: str, text: str = "", *words: str, seconds: int = SECONDS) -> str:
    """What Python prints when it runs `code` with `text` on its standard input; fails if it crashes or takes too long."""

    def confine() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

    done = subprocess.run(
        [sys.executable, "-c", f"import sys\n{code}", *words], input=text.encode(), capture_output=True, check=False,
        env={**os.environ, "PYTHONPATH": str(PROJECT), "PYTHONUTF8": "1"}, timeout=600, preexec_fn=confine,
    )  # fmt: skip
    said = done.stderr.decode("utf-8", "replace")[-2000:]
    assert done.returncode == 0, f"ended with {done.returncode}: {said}"
    return done.stdout.decode()


class Outcome(NamedTuple):
    """What came of a build: its problems as code, file and line, and what it did that no build may do."""

    published: bool
    problems: list[tuple[str, str, int]]
    misdeeds: list[str]


def build(root: Path, *settings: str) -> Outcome:
    """Build the project at `root`; `settings` may be `slow` for the parser that needs no extra package,
    or `peek` to show that a misdeed is seen.
    """
    said: dict[str, Any] = json.loads(run(BUILD, "", str(root), str(PROJECT), *settings))
    return Outcome(said["published"], [(p[0], p[1], p[2]) for p in said["problems"]], said["misdeeds"])


BUILD = """
import json, os
from pathlib import Path

root, project = Path(sys.argv[1]), sys.argv[2]
if "slow" in sys.argv:
    sys.modules["markdown_it_pyrs"] = None
misdeeds = []
ours = [os.path.realpath(place) + os.sep for place in (root, project, sys.prefix, sys.base_prefix)]
FORBIDDEN = ("subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "socket.connect", "socket.getaddrinfo")

def watch(event, words):
    if event.startswith(FORBIDDEN):
        misdeeds.append(event)
    elif event in ("open", "os.listdir", "os.scandir") and isinstance(words[0], (str, bytes, os.PathLike)):
        path = os.fspath(words[0])
        path = os.fsdecode(path) if isinstance(path, bytes) else path
        refuses_links = event == "open" and isinstance(words[2], int) and words[2] & os.O_NOFOLLOW
        place = os.path.dirname(path) if refuses_links else path
        inside = (os.path.realpath(place) + os.sep).startswith(tuple(ours))
        writes = event == "open" and isinstance(words[2], int) and words[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
        if not inside and path != os.devnull or writes and not os.path.realpath(place).startswith(ours[0][:-1]):
            misdeeds.append(f"{event} {path}")

from sitegen import build
from sitegen.options import Options
from sitegen.pictures import safety

sys.dont_write_bytecode = True
sys.addaudithook(watch)
if "peek" in sys.argv:
    Path("/etc/hostname").read_bytes()
result = build.build(Options(root=root, out=root / "public", workers=1))
problems = [[p.code, p.span.file, p.span.line] for p in result.problems if p.severity == "error"]
print(json.dumps({"published": result.published, "problems": problems, "misdeeds": misdeeds}))
"""
