"""Runs hostile work in a process of its own, with limits on memory and processor time, and watches what it opens."""

import atexit
import json
import os
import resource
import subprocess
import sys
from functools import cache
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
    `peek` to show that a misdeed is seen, or `burst` to show that the limits hold.
    """
    words = [str(root), str(PROJECT), *settings]
    said: dict[str, Any] = json.loads(run(BUILD, "", *words) if "slow" in settings else _forked(words))
    return Outcome(said["published"], [(p[0], p[1], p[2]) for p in said["problems"]], said["misdeeds"])


def _forked(words: list[str]) -> str:
    """What a build prints in a process that has everything loaded when it begins, but is limited like any other."""
    nursery = _nursery()
    assert nursery.stdin is not None
    assert nursery.stdout is not None
    nursery.stdin.write(json.dumps(words) + "\n")
    nursery.stdin.flush()
    status, printed = json.loads(nursery.stdout.readline())
    assert status == 0, f"ended with {status}: {printed[-2000:]}"
    return printed


@cache
def _nursery() -> subprocess.Popen[str]:
    """A process that has built a harmless catalog, and gives birth to one process for every further build."""
    process = subprocess.Popen(
        [sys.executable, "-c", NURSERY], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        env={**os.environ, "PYTHONPATH": str(PROJECT), "PYTHONUTF8": "1"},
    )  # fmt: skip

    def end() -> None:
        process.communicate()

    atexit.register(end)
    return process


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
if "burst" in sys.argv:
    bytearray(10_000_000_000)
result = build.build(Options(root=root, out=root / "public", workers=1))
problems = [[p.code, p.span.file, p.span.line] for p in result.problems if p.severity == "error"]
print(json.dumps({"published": result.published, "problems": problems, "misdeeds": misdeeds}))
"""

NURSERY = f"""
import json, os, resource, signal, sys, tempfile
from pathlib import Path
from sitegen import build
from sitegen.options import Options
from sitegen.pictures import safety
from tests.hostile import small

with tempfile.TemporaryDirectory() as folder:
    small.write(small.start(), Path(folder))
    assert build.build(Options(root=Path(folder), out=Path(folder, "public"), workers=1)).published

def born(words, end):
    os.dup2(end, 1)
    os.dup2(end, 2)
    signal.alarm(600)
    resource.setrlimit(resource.RLIMIT_AS, ({MEMORY}, {MEMORY}))
    resource.setrlimit(resource.RLIMIT_CPU, ({SECONDS}, {SECONDS}))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    sys.argv = ["-c", *words]
    exec(compile({BUILD!r}, "build", "exec"), {{"sys": sys}})
    sys.stdout.flush()

for line in sys.stdin:
    front, back = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            born(json.loads(line), back)
        except BaseException:
            import traceback
            traceback.print_exc()
            os._exit(1)
        os._exit(0)
    os.close(back)
    with open(front, encoding="utf-8", errors="replace") as printed:
        said = printed.read()
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    print(json.dumps([status, said]), flush=True)
"""
"""Each build is a child of a process that is alone and has loaded everything: loading takes longer than building."""
