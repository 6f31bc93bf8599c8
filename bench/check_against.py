"""What it costs to check a change alone, as a share of checking everything; both in new processes without a memory.

    python bench/check_against.py                      # 5,000 credentials, three changed files
    python bench/check_against.py --credentials 500 --rounds 3

The three changes are of three kinds: another text, a stricter rubric under a new version, and a new credential with problem
statements of its own. The two commands take turns; the figure is the median of the ratios of neighbours.
"""

import argparse
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import sites
from facts import Maker

BAR = 0.25
HERE = Path(__file__).parent
NOBODY = ("-c", "user.name=Nobody", "-c", "user.email=nobody@example.org", "-c", "commit.gpgsign=false")


def main() -> None:
    """Make a catalog under git, change three files, and time both commands."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--credentials", type=int, default=5_000)
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="sitegen-bench-") as folder:
        project = Path(folder)
        _catalog(project, asked.credentials)
        _change(project)
        pairs = [(_time(project), _time(project, "--against", "HEAD")) for _ in range(asked.rounds)]
    ratio = statistics.median(alone / everything for everything, alone in pairs)
    everything, alone = (statistics.median(side) for side in zip(*pairs, strict=True))
    print(f"{asked.credentials:,} credentials, 3 changed files")
    print(f"everything    {everything:6.2f} s")
    print(f"the change    {alone:6.2f} s")
    print(f"ratio         {ratio:6.2f}   (bar: {BAR})")
    sys.exit(ratio > BAR)


def _catalog(project: Path, number: int) -> None:
    maker = Maker(7)
    site = maker.site(45, 40)
    sites.write(project, sites.sitegen(site, list(maker.credentials(site, number))))
    shutil.copytree(HERE / "theme", project / "themes" / "bench")
    for words in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "base"]):
        subprocess.run(["git", *NOBODY, *words], cwd=project, check=True)


def _change(project: Path) -> None:
    files = sorted(project.glob("content/credentials/*/*.md"))
    text, rubric, like = files[0], files[len(files) // 2], files[-1]
    text.write_text(text.read_text(encoding="utf-8") + "\nOne more sentence.\n", encoding="utf-8")
    stricter = re.sub(r'version: "\d+\.', 'version: "99.', rubric.read_text(encoding="utf-8"), count=1)
    stricter = re.sub(r"(?m)^( +)- criterion: ", r"\1- criterion: More than before, ", stricter, count=1)
    rubric.write_text(stricter, encoding="utf-8")
    new = re.sub(
        r"(?m)^  - (I |My |Nobody |Only |They |Choices )", r"  - Newly \1", like.read_text(encoding="utf-8")
    )
    like.with_name("a-new-credential.md").write_text(new, encoding="utf-8")


def _time(project: Path, *words: str) -> float:
    shutil.rmtree(project / ".sitegen", ignore_errors=True)
    started = time.perf_counter()
    command = [sys.executable, "-m", "sitegen", "check", "-q", "-C", str(project), *words]
    done = subprocess.run(command, cwd=HERE.parent, stdout=subprocess.DEVNULL, check=False)
    seconds = time.perf_counter() - started
    if done.returncode > 1:
        raise SystemExit(f"{' '.join(command)} ended with {done.returncode}")
    return seconds


if __name__ == "__main__":
    main()
