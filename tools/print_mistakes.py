"""Prints what issuers are told of each kind of mistake in tests/cases/MISTAKES.md, for people who judge whether it helps.

python tools/print_mistakes.py            # all of them
python tools/print_mistakes.py date form  # those whose case has one of these words in its name
"""

# ruff: noqa: INP001
import sys
import tempfile
from pathlib import Path

REPOSITORY = Path(__file__).parent.parent
sys.path[:0] = [str(REPOSITORY), str(REPOSITORY / "tests")]


def main(words: list[str]) -> None:
    """Run every case in the list and print its messages as a person sees them."""
    import mistakes

    from sitegen import report
    from sitegen.reports import ink

    look = report.Look(columns=100, prefix="", ink=ink.plain)

    for number, (kind, path) in enumerate(mistakes.listed(), start=1):
        if words and not any(word in path.stem for word in words):
            continue
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            problems = mistakes.found(path, root)

            def read(file: str, root: Path = root) -> bytes | None:
                place = root / file
                return place.read_bytes() if place.is_file() else None

            sys.stdout.write(f"{number}. {kind}\n\n")
            for line in report.text(problems, "full", read, look):
                sys.stdout.write(f"    {line}\n")
            sys.stdout.write("\n")


if __name__ == "__main__":
    main(sys.argv[1:])
