"""How long an import of form responses takes, and how much memory: 10,000 rows in 3 s and 200 MB.

    python bench/inbox.py
    python bench/inbox.py --rows 50000 --rounds 1

The export is as Google Forms writes it, for the credentials of the sample catalog: about 1,200 characters a row, cells with
commas, quotes and line breaks, and one row in fifty that cannot be used. It is brought in whole, then once more, then with a
hundred rows more. Each import is a whole process, started as a person starts it; the figure is the median of the rounds.
Prints what was measured and the bars, and ends with 1 if one was not met. If the processor time is much less than the
seconds, the machine was doing other things.
"""

import argparse
import csv
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
SECONDS, MEGABYTES = 3.0, 200
FORM = """shape: google
time_zone: America/Los_Angeles
dates: month/day/year
columns:
  Which credential is this for?: credential
  Version: version
  Your name: name
  "Part 1: your evidence": evidence 1
  "Part 2: your evidence": evidence 2
  "Part 3: your evidence": evidence 3
  What changed, in your own words?: note
"""
HEAD = (
    "Timestamp", "Email Address", "Which credential is this for?", "Version", "Your name", "Part 1: your evidence",
    "Part 2: your evidence", "Part 3: your evidence", "What changed, in your own words?", "School",
)  # fmt: skip
WORDS = (
    "students,", "began", '"alone"', "after", "two", "weeks", "and", "I", "stopped", "explaining;", "the", "timer",
    "helped,", "mostly\n",
)  # fmt: skip


class Ran(NamedTuple):
    """An import: seconds, those of processor time, megabytes at most, and its last line."""

    seconds: float
    processor: float
    megabytes: float
    said: str


def main() -> int:
    """Measure, print, and say whether the bars were met."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rows", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args()
    runs: dict[str, list[Ran]] = {"all new": [], "once more": [], "100 more": []}
    with tempfile.TemporaryDirectory(prefix="inbox-") as temporary:
        site = Path(temporary) / "site"
        shutil.copytree(ROOT / "content", site / "content")
        (site / "content" / "forms").mkdir(exist_ok=True)
        (site / "content" / "forms" / "speed.yaml").write_text(FORM)
        shorter, longer = _exports(site, asked.rows)
        for _ in range(asked.rounds):
            shutil.rmtree(site / "private", ignore_errors=True)
            for name, export in (("all new", shorter), ("once more", shorter), ("100 more", longer)):
                runs[name].append(_import(site, export))
    return _report(runs, shorter_rows=asked.rows)


def _exports(site: Path, rows: int) -> tuple[Path, Path]:
    """An export, and a longer one that begins with it."""
    chance = random.Random(7)
    files = sorted((site / "content" / "credentials").glob("*/*.md"))
    slugs = [path.stem for path in files if "\nstatus: published\n" in path.read_text(encoding="utf-8")]
    made = [_row(chance, slugs, number) for number in range(rows + 100)]
    paths = site.parent / "shorter.csv", site.parent / "longer.csv"
    for path, chosen in zip(paths, (made[:-100], made), strict=True):
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([HEAD, *chosen])
    return paths


def _row(chance: random.Random, slugs: list[str], number: int) -> list[str]:
    text = [" ".join(chance.choices(WORDS, k=chance.randint(10, 40))) for _ in range(4)]
    links = [f"https://docs.example.org/{number}/{part} {text[part]}" for part in range(3)]
    at = f"{chance.randint(1, 12)}/{chance.randint(1, 28)}/2024 {chance.randint(0, 23)}:15:00"
    slug = chance.choice(slugs) if number % 50 else ""
    return [
        at,
        f"person{number}@example.org",
        slug,
        "1.0",
        f"Person {number}",
        *links,
        text[3],
        "Hill School",
    ]


def _import(site: Path, export: Path) -> Ran:
    command = [
        sys.executable,
        "-m",
        "sitegen",
        "-C",
        str(site),
        "inbox",
        "import",
        str(export),
        "--form",
        "speed",
    ]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    start = time.perf_counter()
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=environment
    ) as run:
        assert run.stdout is not None
        said = run.stdout.read()
        _, _, usage = os.wait4(run.pid, 0)
        seconds = time.perf_counter() - start
        run.returncode = 0
    return Ran(
        seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, said.strip().rpartition("\n")[2]
    )


def _report(runs: dict[str, list[Ran]], *, shorter_rows: int) -> int:
    met = True
    print(f"{shorter_rows:,} rows{'seconds':>14}{'processor':>11}{'MB':>6}")
    for name, found in runs.items():
        seconds = statistics.median(run.seconds for run in found)
        megabytes = max(run.megabytes for run in found)
        met = met and seconds <= SECONDS and megabytes <= MEGABYTES
        processor = statistics.median(run.processor for run in found)
        print(f"{name:<12}{seconds:>14.2f}{processor:>11.2f}{megabytes:>6.0f}   {found[-1].said}")
    print(f"{'bar':<12}{SECONDS:>14.2f}{'':>11}{MEGABYTES:>6}   {'met' if met else 'NOT MET'}")
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
