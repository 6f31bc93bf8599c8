"""Stops a build at every call that changes a file, and shows that the published folder is whole each time.

    python bench/kill_everywhere.py                  every 61st call, a quarter of an hour
    python bench/kill_everywhere.py --every 1        every call, most of a day
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
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import calls
import folders
import sites
from facts import Maker

HERE = Path(__file__).resolve().parent
HARMS = ("KILL", "TERM", "INT", "ENOSPC", "EIO", "EROFS")


class Sources(NamedTuple):
    """What a site is made from, and what must come of it."""

    folder: Path
    site: folders.Tree | None


class Scenario(NamedTuple):
    """A build to be stopped: what was published before it, oldest first, and what it is to publish."""

    name: str
    before: tuple[Sources, ...]
    after: Sources


class Project:
    """The folder in which the command is run."""

    def __init__(self, root: Path, command: list[str]) -> None:
        paths = filter(None, (str(HERE.parent), os.environ.get("PYTHONPATH", "")))
        environment = {"PYTHONDONTWRITEBYTECODE": "1", "PYTHONPATH": os.pathsep.join(paths)}
        self.root, self.public = root, root / "public"
        self.program = calls.Program(command, root, environment)

    def publish(self, sources: Sources) -> bool:
        """Build from the sources; whether the right site came of it."""
        folders.lay(sources.folder, self.root)
        return self.program.run() == 0 and folders.look(self.public) == sources.site

    def reset(self, before: tuple[Sources, ...]) -> None:
        """Publish from scratch what was published before."""
        shutil.rmtree(self.root, ignore_errors=True)
        self.root.mkdir()
        for sources in before:
            if not self.publish(sources):
                sys.exit(f"{' '.join(self.program.command)} does not publish {sources.folder} as it should")


def wrong(
    project: Project, scenario: Scenario, status: int | None, left: folders.Tree | None
) -> Iterator[str]:
    """What was wrong after a harmed build, and after the next one, which is run here."""
    old = scenario.before[-1].site if scenario.before else None
    if status is None:
        yield "the build, or a process that it left behind, hung"
    if left not in (old, scenario.after.site):
        yield "the published folder was neither the old site nor the new one"
    elif status == 0 and left != scenario.after.site:
        yield "the build said that all was well, but did not publish"
    again = project.program.run()
    if again != 0 or folders.look(project.public) != scenario.after.site:
        yield f"the next build did not publish the new site (exit status {again})"
    elif project.public.with_name(".public.next").exists():
        yield "the next build left the unfinished stage"


def measure(
    project: Project, scenario: Scenario, harm: str, points: list[calls.Point]
) -> tuple[Counter[str], list[str]]:
    """Harm a build at each of the points; counts for the table, and what was wrong."""
    counts: Counter[str] = Counter()
    faults: list[str] = []
    project.reset(scenario.before)
    for point in points:
        folders.lay(scenario.after.folder, project.root)
        status, reached = project.program.harm(point, harm)
        left = folders.look(project.public)
        counts["reached"] += reached
        counts["new" if left == scenario.after.site else "old"] += reached
        found = list(wrong(project, scenario, status, left))
        faults += [f"{scenario.name}, {harm} at {' '.join(map(str, point))}: {fault}" for fault in found]
        if found or not scenario.before or not project.publish(scenario.before[-1]):
            project.reset(scenario.before)
    return counts, faults


def two_at_once(project: Project, scenario: Scenario) -> Iterator[str]:
    """Start two builds of the same changes; each must do its work or say no, and the new site must come of it."""
    project.reset(scenario.before)
    folders.lay(scenario.after.folder, project.root)
    started = (project.program.start(), project.program.start())
    statuses = [calls.finish(process) for process in started]
    if None in statuses or 0 not in statuses:
        yield f"{scenario.name}, two at once: exit statuses {statuses}"
    if folders.look(project.public) != scenario.after.site:
        yield f"{scenario.name}, two at once: not the new site"
    if not project.publish(scenario.after):
        yield f"{scenario.name}, two at once: the next build failed"


def made_up(folder: Path) -> list[Path]:
    """Three states of a small catalog's sources: as it is; one page more and another text; all changed and one page less."""
    maker = Maker(7)
    site = maker.site(2, 3)
    credentials = list(maker.credentials(site, 55))
    for name, chosen in (("old", credentials[:-1]), ("few", credentials), ("all", credentials[:-2])):
        sites.write(folder / name, sites.sitegen(site, chosen))
        shutil.copytree(HERE / "theme", folder / name / "themes" / "bench")
    settings = folder / "all" / "content" / "site.yaml"
    settings.write_text(settings.read_text().replace("Bench Catalog", "Another Catalog"))
    text = min((folder / "few").glob("content/credentials/*/*.md"))
    text.write_text(f"{text.read_text()}\nOne more sentence.\n")
    return [folder / name for name in ("old", "few", "all")]


def scenarios(project: Project, states: list[Path]) -> list[Scenario]:
    """The builds to stop: the first one, and changes to a site whose former tree is at hand."""
    known = []
    for folder in states:
        project.reset(())
        folders.lay(folder, project.root)
        if project.program.run() != 0:
            sys.exit(f"{' '.join(project.program.command)} fails")
        known.append(Sources(folder, folders.look(project.public)))
    old, *others = known
    return [
        Scenario("first", (), old),
        *(Scenario(other.folder.name, (other, old), other) for other in others),
    ]


def arguments() -> argparse.Namespace:
    """What was asked for on the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--every", type=int, default=61, metavar="K", help="stop at every K-th call only")
    parser.add_argument("--harms", nargs="+", choices=HARMS, default=list(HARMS))
    parser.add_argument("--before", type=Path, help="sources of the old site")
    parser.add_argument("--after", type=Path, help="sources of the new site")
    parser.add_argument("command", nargs="*", default=[sys.executable, "-m", "sitegen", "build"])
    return parser.parse_args()


def main() -> int:
    """Measure and print the table; 1 if something was wrong."""
    asked = arguments()
    if shutil.which("strace") is None:
        sys.exit("This needs strace. On Debian: apt-get install strace")
    faults: list[str] = []
    print(f"{'build':<8}{'harm':<8}{'calls':>7}{'reached':>9}{'old site':>10}{'new site':>10}{'wrong':>7}")
    with tempfile.TemporaryDirectory(prefix="kill-everywhere-") as temporary:
        folder = Path(temporary).resolve()
        project = Project(folder / "project", asked.command)
        given = [asked.before.resolve(), asked.after.resolve()] if asked.before and asked.after else None
        for scenario in scenarios(project, given or made_up(folder)):
            project.reset(scenario.before)
            folders.lay(scenario.after.folder, project.root)
            points = project.program.record()
            for shift, harm in enumerate(asked.harms):
                counts, found = measure(project, scenario, harm, points[shift % asked.every :: asked.every])
                faults += found
                row = f"{counts['reached']:>9}{counts['old']:>10}{counts['new']:>10}{len(found):>7}"
                print(f"{scenario.name:<8}{harm:<8}{len(points):>7}{row}", flush=True)
            faults += two_at_once(project, scenario)
    print(
        *faults, "Whole every time." if not faults else f"{len(faults)} times something was wrong.", sep="\n"
    )
    return 1 if faults else 0


if __name__ == "__main__":
    raise SystemExit(main())
