"""The speed of builds beside Hugo, on the same content and the same pages; see README.md in this folder.

python bench/speed.py                         everything, at 5,000 credentials
python bench/speed.py --only changed,serve    some parts
python bench/speed.py --size 500 --rounds 1   a quick look
"""

import argparse
import hashlib
import json
import os
import platform
import subprocess
import sys
from pathlib import Path

import figures
import small_changes
import whole_builds
import workshop
from figures import Results
from workshop import Workshop

HERE = Path(__file__).resolve().parent
MEMORY_DISK = Path("/dev/shm")
EDITING = ("changed", "serve")
"""Parts that leave edits in the content, so that it must be made again after them."""
PARTS = ("help", "cold", "growth", "changed", "serve")


def main() -> None:
    """Measure what was asked for, print it, and end with 1 if a bar was not met."""
    asked = arguments()
    if asked.folder is None:
        sys.exit("There is no disk in memory at /dev/shm: name a folder to work in with --folder.")
    shop = Workshop(asked.folder, asked.urgent)
    shop.folder.mkdir(parents=True, exist_ok=True)
    results = []
    for part in asked.only:
        say(f"Measuring: {part} …")
        results.append(measure(part, shop, asked))
    found = [figure for result in results for figure in result.figures]
    if asked.json:
        print(json.dumps(figures.document(results, machine()), indent=1))
    else:
        print(figures.table(found))
    sys.exit(any(figure.met is False for figure in found))


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--only", type=_parts, default=PARTS, help=f"parts to run: {','.join(PARTS)}")
    parser.add_argument("--size", type=int, default=5_000, help="credentials in the catalog")
    parser.add_argument(
        "--large", type=int, default=0, help="credentials in the larger catalog (four times as many)"
    )
    parser.add_argument("--rounds", type=int, default=5, help="how often each build is timed")
    parser.add_argument("--small-rounds", type=int, default=12, help="how often each small change is timed")
    parser.add_argument("--seed", type=int, default=7, help="which made-up content")
    parser.add_argument(
        "--hugo-fields", choices=("yaml", "json"), default="yaml", help="how Hugo's front matter is written"
    )
    parser.add_argument(
        "--folder", type=Path, default=default_folder(), help="where to work; a disk in memory if possible"
    )
    parser.add_argument(
        "--urgent", action="store_true", help="run measured commands ahead of other work, if allowed"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON document with every run")
    return parser.parse_args()


def _parts(text: str) -> tuple[str, ...]:
    chosen = tuple(text.split(","))
    if unknown := set(chosen) - set(PARTS):
        raise argparse.ArgumentTypeError(
            f"no part {', '.join(sorted(unknown))}; there are {', '.join(PARTS)}"
        )
    return chosen


def default_folder() -> Path | None:
    return MEMORY_DISK / "sitegen-bench" if os.access(MEMORY_DISK, os.W_OK) else None


def measure(part: str, shop: Workshop, asked: argparse.Namespace) -> Results:
    """The results of one part."""
    size = asked.size
    stamp = provide(shop, size, asked)
    if part in EDITING:
        stamp.unlink()
    match part:
        case "cold":
            return whole_builds.cold(shop, size, asked.rounds)
        case "growth":
            large = asked.large or 4 * size
            provide(shop, large, asked)
            return whole_builds.growth(shop, size, large, max(1, asked.rounds // 2))
        case "changed":
            return small_changes.one_shot(shop, size, asked.small_rounds)
        case "serve":
            return small_changes.served(shop, size, asked.small_rounds)
        case _:
            return small_changes.help_page(shop, size, asked.small_rounds)


def provide(shop: Workshop, size: int, asked: argparse.Namespace) -> Path:
    """Make the content, unless the very same is there; the file returned says so until it is removed."""
    out = shop.folder / str(size)
    stamp = out / "stamp.txt"
    wanted = _stamp(size, asked)
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted:
        return stamp
    words = ("--credentials", str(size), "--seed", str(asked.seed), "--hugo-fields", asked.hugo_fields)
    say(f"Making {size:,} credentials …")
    subprocess.run(
        [sys.executable, str(HERE / "content.py"), str(out), *words], check=True, stdout=sys.stderr
    )
    stamp.write_text(wanted, encoding="utf-8")
    return stamp


def _stamp(size: int, asked: argparse.Namespace) -> str:
    digest = hashlib.blake2b(digest_size=12)
    for path in sorted(HERE.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            digest.update(path.read_bytes())
    return f"{size} {asked.seed} {asked.hugo_fields} {digest.hexdigest()}\n"


def machine() -> dict[str, str | int | None]:
    """What the figures were measured on."""
    hugo = subprocess.run(
        [workshop.hugo_program(), "version"], check=True, capture_output=True, text=True
    ).stdout.strip()
    return {
        "python": platform.python_version(),
        "hugo": hugo,
        "system": platform.platform(),
        "processors": os.cpu_count(),
    }


def say(line: str) -> None:
    """Tell the person who waits what is going on."""
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
