"""The speed of builds with many signed awards beside Hugo, which makes the same pages and checks nothing; see README.md.

python bench/awards.py                                        5,000 credentials with 50,000 awards
python bench/awards.py --credentials 500 --awards 5000        a quick look
"""

import argparse
import hashlib
import json
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import figures
import processes
import speed
import whole_builds
import workshop
from figures import Figure, Results, ratio, spread
from processes import Cost
from workshop import Workshop

HERE = Path(__file__).resolve().parent
MADE_BY = (
    *(
        "award_content.py",
        "earned.py",
        "content.py",
        "facts.py",
        "markdown_bodies.py",
        "names.py",
        "practice.py",
    ),
    *("prose.py", "sites.py", "word_lists.py", "yaml_text.py", "hugo-awards.gotmpl", "hugo", "theme"),
    *("../sitegen/badges", "../sitegen/model/award.py", "../sitegen/signing/achievements.py"),
)
"""What decides how the content looks, from this folder."""
BARS = {"wall": 0.6, "memory": 0.2, "one-more": 1.5}
COMPARED = ("hugo", "plain", "fast")
"""The ways to build that are timed, by their labels."""
SETTLE = 0.15
"""Seconds between a new file and the command that a person then types."""


def main() -> None:
    """Measure, print, and end with 1 if a bar was not met."""
    asked = arguments()
    if asked.folder is None:
        sys.exit("There is no disk in memory at /dev/shm: name a folder to work in with --folder.")
    shop = Workshop(asked.folder / f"awards-{asked.awards}", asked.urgent)
    provide(shop, asked)
    speed.say("Measuring: cold …")
    results = [cold(shop, asked.credentials, asked.rounds)]
    if asked.small_rounds:
        speed.say("Measuring: one more award …")
        results.append(one_more(shop, asked.credentials, asked.small_rounds))
    found = [figure for result in results for figure in result.figures]
    if asked.json:
        print(json.dumps(figures.document(results, speed.machine()), indent=1))
    else:
        print(figures.table(found))
    sys.exit(any(figure.met is False for figure in found))


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--credentials", type=int, default=5_000)
    parser.add_argument("--awards", type=int, default=50_000)
    parser.add_argument("--rounds", type=int, default=3, help="how often each build is timed")
    parser.add_argument("--small-rounds", type=int, default=7, help="how often one more award is timed")
    parser.add_argument("--seed", type=int, default=7, help="which made-up content")
    parser.add_argument(
        "--folder",
        type=Path,
        default=speed.default_folder(),
        help="where to work; a disk in memory if possible",
    )
    parser.add_argument(
        "--urgent", action="store_true", help="run measured commands ahead of other work, if allowed"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON document with every run")
    return parser.parse_args()


def provide(shop: Workshop, asked: argparse.Namespace) -> None:
    """Make the content, unless the very same is there."""
    out = shop.folder / str(asked.credentials)
    stamp, wanted = out / "stamp.txt", _stamp(asked)
    if not stamp.is_file() or stamp.read_text(encoding="utf-8") != wanted:
        out.mkdir(parents=True, exist_ok=True)
        speed.say(f"Making {asked.credentials:,} credentials and {asked.awards:,} awards …")
        counts = ("--credentials", str(asked.credentials), "--awards", str(asked.awards))
        words = (sys.executable, str(HERE / "award_content.py"), str(out), *counts, "--seed", str(asked.seed))
        subprocess.run(words, check=True, stdout=sys.stderr)
        stamp.write_text(wanted, encoding="utf-8")
    _take_away(shop, asked.credentials)


def _stamp(asked: argparse.Namespace) -> str:
    digest = hashlib.blake2b(digest_size=12)
    for name in MADE_BY:
        place = HERE / name
        for path in sorted(place.rglob("*")) if place.is_dir() else [place]:
            if path.is_file() and "__pycache__" not in path.parts:
                digest.update(path.read_bytes())
    return f"{asked.credentials} {asked.awards} {asked.seed} {digest.hexdigest()}\n"


def cold(shop: Workshop, size: int, rounds: int) -> Results:
    """Both tools from nothing, in turn."""
    ways = [way for way in whole_builds.kinds(shop, size) if way.label in COMPARED]
    runs = whole_builds.in_turn(ways, rounds)
    walls = {way.label: [run.wall for run in runs if run.label == way.label] for way in ways}
    peaks = {way.label: max(run.peak_mib for run in runs if run.label == way.label) for way in ways}
    hugo = walls["hugo"]
    found = [
        Figure("cold", "Hugo, seconds of the clock", statistics.median(hugo), "s", None, spread(hugo, "s"))
    ]
    for label, times in walls.items():
        if label != "hugo":
            name = whole_builds.LABELS[label]
            held = f"{peaks[label]:.0f} of {peaks['hugo']:.0f} MiB"
            share = peaks[label] / peaks["hugo"]
            found += [
                Figure(
                    "cold",
                    f"{name}: time ÷ Hugo's",
                    ratio(times, hugo),
                    "×",
                    BARS["wall"],
                    spread(times, "s"),
                ),
                Figure("cold", f"{name}: largest process ÷ Hugo's", share, "×", BARS["memory"], held),
            ]
    whole_builds.same_pages(shop, size)
    found.append(whole_builds.together(shop, size))
    return Results(tuple(found), tuple(runs))


def one_more(shop: Workshop, size: int, rounds: int) -> Results:
    """A new process after one more award; the first change after a cold build also lays out the second tree."""
    project = shop.project("sitegen", size)
    workshop.clear(project, memory=True)
    processes.run("first", shop.sitegen(size, "build"))
    runs = [processes.run("nothing", shop.sitegen(size, "build"))]
    for number, source in enumerate(
        sorted((shop.folder / str(size) / "more").rglob("*.jsonl"))[: rounds + 1]
    ):
        target = project / "content" / "awards" / source.relative_to(shop.folder / str(size) / "more")
        shutil.copyfile(source, target)
        time.sleep(SETTLE)
        before = (project / "public").stat().st_ino
        runs.append(processes.run("one more" if number else "first one more", shop.sitegen(size, "build")))
        _arrived(project / "public", source.read_bytes(), before)
    workshop.complete(project, shop.addresses(size))
    _take_away(shop, size)
    return Results(tuple(_small_figures(runs)), tuple(runs))


def _small_figures(runs: list[Cost]) -> Iterator[Figure]:
    for label, what, bar in (
        ("one more", "new process, one more award", BARS["one-more"]),
        ("first one more", "the same, first time after a cold build", None),
        ("nothing", "new process, nothing changed", None),
    ):
        walls = [run.wall for run in runs if run.label == label]
        peak = max(run.peak_mib for run in runs if run.label == label)
        note = f"{spread(walls, 's')}, {peak:.0f} MiB"
        yield Figure("one more", what, statistics.median(walls), "s", bar, note)


def _arrived(public: Path, line: bytes, before: int) -> None:
    """End this program unless the award of a batch is published, and the published folder is another one than before."""
    award = json.loads(line)["id"].rpartition("/")[2].removesuffix(".json")
    record = public / "badges" / award[:2] / f"{award}.json"
    if not record.is_file() or record.read_bytes() != line.removesuffix(b"\n"):
        raise SystemExit(f"{record} is not there, or is not the award that was added")
    workshop.complete(public.parent, [f"badges/{award[:2]}/{award}.html"])
    if public.stat().st_ino == before:
        raise SystemExit(f"{public} was changed in place and not swapped as a whole")


def _take_away(shop: Workshop, size: int) -> None:
    """Remove the awards that were added to the project."""
    for path in (shop.project("sitegen", size) / "content" / "awards").glob("*/batch-000.jsonl"):
        path.unlink()


if __name__ == "__main__":
    main()
