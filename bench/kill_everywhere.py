"""Stops a build at every call that changes a file, and shows that the published folder is whole each time.

    python bench/kill_everywhere.py                  every ninth call, some minutes
    python bench/kill_everywhere.py --every 1        every call, some hours
    python bench/kill_everywhere.py --before OLD --after NEW -- COMMAND ...

Needs Linux and `strace` (Debian: apt-get install strace). A build of a made-up catalog is recorded once, in all its
processes. Then, for each recorded call that changes a file, the same build is run again and at that call killed,
interrupted, or told that the disk is full, broken or read-only. After each, `public` must hold the complete old or new
site, byte for byte, and the same command run once more must publish the complete new one. At last two builds are started
at once. Prints a table and exits with 1 if anything was wrong.

COMMAND runs in a folder with the files of OLD or NEW and publishes to `public` in it; without one, it is
`python -m sitegen build`.
"""

import argparse
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import sites
from facts import Maker

HERE = Path(__file__).resolve().parent
CALLS = (
    "open openat creat write pwrite64 writev pwritev rename renameat renameat2 link linkat symlink symlinkat unlink "
    "unlinkat mkdir mkdirat rmdir truncate ftruncate chmod fchmod fchmodat fsync fdatasync utime utimensat fallocate"
).split()
FOLLOWING = {
    "write",
    "pwrite64",
    "writev",
    "pwritev",
    "ftruncate",
    "fchmod",
    "fsync",
    "fdatasync",
    "fallocate",
}
"""Calls on a file opened before: they count if it lies in the project."""
HARMS = ("KILL", "TERM", "INT", "ENOSPC", "EIO", "EROFS")
PATIENCE = 60
"""Seconds after which a build is taken to hang."""

Tree = dict[str, tuple[int, bytes]]
Point = tuple[str, int]
"""A call's name, and the how-manieth call of that name it is in its process."""


class Sources(NamedTuple):
    """What a site is made from, and what must come of it."""

    folder: Path
    site: Tree | None


class Scenario(NamedTuple):
    """A build to be stopped: what was published before it, oldest first, and what it is to publish."""

    name: str
    before: tuple[Sources, ...]
    after: Sources


class Bench:
    """A project folder in which one command is run again and again."""

    def __init__(self, root: Path, command: list[str]) -> None:
        self.root, self.command = root, command
        self.public = root / "public"
        self.log = root.with_name("strace.log")
        paths = filter(None, (str(HERE.parent), os.environ.get("PYTHONPATH", "")))
        self.environment = {
            **os.environ,
            "PYTHONDONTWRITEBYTECODE": "1",
            "PYTHONPATH": os.pathsep.join(paths),
        }

    def start(self, *tracing: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [*tracing, *self.command], cwd=self.root, env=self.environment, start_new_session=True,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip

    def wait(self, process: subprocess.Popen[bytes]) -> int | None:
        """The exit status, also of what it left running; None if that hangs."""
        try:
            return process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            return None

    def build(self, sources: Sources | None = None, *tracing: str) -> int | None:
        if sources:
            lay(sources.folder, self.root)
        return self.wait(self.start(*tracing))

    def reset(self, before: tuple[Sources, ...]) -> None:
        """Publish from scratch what was published before; the last two are enough if all is well."""
        shutil.rmtree(self.root, ignore_errors=True)
        self.root.mkdir()
        for sources in before:
            if self.build(sources) != 0 or look(self.public) != sources.site:
                sys.exit(f"{' '.join(self.command)} does not publish {sources.folder} as it should")

    def record(self, sources: Sources) -> list[Point]:
        """The calls of a build that change files, in order, each once."""
        options = (
            "strace",
            "-f",
            "-q",
            "-y",
            "-s",
            "200",
            "-o",
            str(self.log),
            "-e",
            f"trace={','.join(CALLS)}",
        )
        if self.build(sources, *options) != 0:
            sys.exit("the build fails under strace")
        seen: Counter[tuple[str, str]] = Counter()
        found: dict[Point, None] = {}
        for line in self.log.read_text(errors="replace").splitlines():
            match = re.match(r"(\d+) +(\w+)\((.*)", line)
            if match is None:
                continue
            process, call, rest = match.groups()
            seen[process, call] += 1
            if changes_files(call, rest, str(self.root)):
                found[call, seen[process, call]] = None
        return list(found)

    def harm(self, sources: Sources, point: Point, harm: str) -> tuple[int | None, bool]:
        """Build, with one harm at one call; the exit status, and whether the call was reached."""
        call, number = point
        what = f"error={harm}" if harm.startswith("E") else f"signal={harm}"
        inject = f"inject={call}:{what}:when={number}"
        options = ("strace", "-f", "-q", "-o", str(self.log), "-e", f"trace={call}", "-e", inject)
        status = self.build(sources, *options)
        reached = re.search(
            rf"\(INJECTED\)|killed by SIG{harm}|--- SIG{harm} ", self.log.read_text(errors="replace")
        )
        return status, reached is not None


def changes_files(call: str, rest: str, root: str) -> bool:
    """Whether a recorded call changes a file on the disk."""
    if call in {"open", "openat"}:
        return re.search(r"O_CREAT|O_WRONLY|O_RDWR|O_TRUNC", rest) is not None and '"/dev/' not in rest
    return (
        call not in FOLLOWING
        or f"<{root}/" in rest.partition(",")[0]
        or f"<{root}>" in rest.partition(",")[0]
    )


def look(folder: Path) -> Tree | None:
    """Every file and folder below a folder with mode and bytes; None if there is none."""
    if not os.path.lexists(folder):
        return None
    found = {}
    for path in folder.rglob("*"):
        kept = path.is_file() and not path.is_symlink()
        found[path.relative_to(folder).as_posix()] = (
            path.lstat().st_mode,
            path.read_bytes() if kept else b"",
        )
    return found


def lay(sources: Path, root: Path) -> None:
    """Make the project's own files those of `sources`, touching only what differs."""
    wanted = {path.relative_to(sources): path for path in sources.rglob("*") if path.is_file()}
    for name in {path.parts[0] for path in wanted}:
        for path in (root / name).rglob("*"):
            if path.is_file() and path.relative_to(root) not in wanted:
                path.unlink()
    for name, path in wanted.items():
        target = root / name
        if not target.is_file() or target.read_bytes() != path.read_bytes():
            target.parent.mkdir(parents=True, exist_ok=True)
            target.unlink(missing_ok=True)
            target.write_bytes(path.read_bytes())


def wrong(bench: Bench, scenario: Scenario, status: int | None, left: Tree | None) -> Iterator[str]:
    """What was wrong after a harmed build, and after the next one, which is run here."""
    old = scenario.before[-1].site if scenario.before else None
    if status is None:
        yield "the build hung, or left a process that does"
    if left not in (old, scenario.after.site):
        yield "the published folder was neither the old site nor the new one"
    elif status == 0 and left != scenario.after.site:
        yield "the build said that all was well, but did not publish"
    again = bench.build()
    if again != 0 or look(bench.public) != scenario.after.site:
        yield f"the next build did not publish the new site (exit status {again})"
    elif bench.public.with_name(".public.next").exists():
        yield "the next build left the unfinished stage"


def measure(
    bench: Bench, scenario: Scenario, harm: str, points: list[Point]
) -> tuple[Counter[str], list[str]]:
    """Harm a build at each of the points; counts for the table, and what was wrong."""
    counts: Counter[str] = Counter()
    faults: list[str] = []
    for point in points:
        status, reached = bench.harm(scenario.after, point, harm)
        left = look(bench.public)
        counts["reached"] += reached
        counts["new" if left == scenario.after.site else "old"] += reached
        found = list(wrong(bench, scenario, status, left))
        faults += [f"{scenario.name}, {harm} at {point[0]} {point[1]}: {fault}" for fault in found]
        if found or not scenario.before or bench.build(scenario.before[-1]) != 0:
            bench.reset(scenario.before)
    return counts, faults


def two_at_once(bench: Bench, scenario: Scenario, times: int) -> list[str]:
    """Start two builds of the same changes; each must do its work or say no, and the new site must come of it."""
    faults: list[str] = []
    for _ in range(times):
        bench.reset(scenario.before)
        lay(scenario.after.folder, bench.root)
        statuses = [bench.wait(process) for process in (bench.start(), bench.start())]
        if None in statuses or 0 not in statuses or look(bench.public) != scenario.after.site:
            faults.append(
                f"{scenario.name}, two builds at once: exit statuses {statuses}, or not the new site"
            )
        faults += [
            f"{scenario.name}, after two at once: {fault}"
            for fault in wrong(bench, scenario, 1, look(bench.public))
        ]
    return faults


def made_up(folder: Path) -> Iterator[Path]:
    """Three states of a small catalog's sources: as it is; a few changes; a change that shows on every page."""
    maker = Maker(7)
    site = maker.site(2, 3)
    credentials = list(maker.credentials(site, 54))
    for name, chosen in (("old", credentials[:-2]), ("few", [*credentials[3:-1]]), ("all", credentials[:-2])):
        sites.write(folder / name, sites.sitegen(site, chosen))
        shutil.copytree(HERE / "theme", folder / name / "themes" / "bench")
    settings = folder / "all" / "content" / "site.yaml"
    settings.write_text(settings.read_text().replace("Bench Catalog", "Another Catalog"))
    text = next((folder / "few").glob("content/credentials/*/*.md"))
    text.write_text(f"{text.read_text()}\nOne more sentence.\n")
    yield from (folder / name for name in ("old", "few", "all"))


def scenarios(bench: Bench, folders: list[Path]) -> list[Scenario]:
    """The builds to stop: the first one, and changes to a site whose former tree is at hand."""
    known = []
    for folder in folders:
        bench.reset(())
        if bench.build(Sources(folder, None)) != 0:
            sys.exit(f"{' '.join(bench.command)} fails")
        known.append(Sources(folder, look(bench.public)))
    old, *others = known
    changes = [Scenario(f"to {other.folder.name}", (other, old), other) for other in others]
    return [Scenario("first", (), old), *changes]


def main() -> int:
    """Measure and print the table; 1 if something was wrong."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--every", type=int, default=9, metavar="K", help="stop at every K-th call only")
    parser.add_argument("--harms", nargs="+", choices=HARMS, default=list(HARMS))
    parser.add_argument("--before", type=Path, help="sources of the old site")
    parser.add_argument("--after", type=Path, help="sources of the new site")
    parser.add_argument("command", nargs="*", default=[sys.executable, "-m", "sitegen", "build"])
    asked = parser.parse_args()
    if shutil.which("strace") is None:
        sys.exit("This needs strace. On Debian: apt-get install strace")
    faults: list[str] = []
    with tempfile.TemporaryDirectory(prefix="kill-everywhere-") as temporary:
        folder = Path(temporary).resolve()
        given = [asked.before.resolve(), asked.after.resolve()] if asked.before and asked.after else None
        bench = Bench(folder / "project", asked.command)
        print(
            f"{'build':<12}{'harm':<8}{'calls':>7}{'reached':>9}{'old site':>10}{'new site':>10}{'wrong':>7}"
        )
        for scenario in scenarios(bench, given or list(made_up(folder))):
            bench.reset(scenario.before)
            points = bench.record(scenario.after)
            for number, harm in enumerate(asked.harms):
                bench.reset(scenario.before)
                counts, found = measure(bench, scenario, harm, points[number % asked.every :: asked.every])
                faults += found
                figures = f"{counts['reached']:>9}{counts['old']:>10}{counts['new']:>10}{len(found):>7}"
                print(f"{scenario.name:<12}{harm:<8}{len(points):>7}{figures}", flush=True)
            faults += two_at_once(bench, scenario, 3)
    print(*faults, sep="\n")
    print("Whole every time." if not faults else f"{len(faults)} times something was wrong.")
    return 1 if faults else 0


if __name__ == "__main__":
    raise SystemExit(main())
