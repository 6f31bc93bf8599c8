"""Stores what the golden site is now: `python -m tests.golden.renew`. Read the difference before you commit it."""

import shutil
import sys
import tempfile
from pathlib import Path

from tests.golden import golden


def main() -> None:
    """Write everything anew; files of pages that are gone go, too."""
    with tempfile.TemporaryDirectory() as folder:
        made = golden.made(Path(folder))
    shutil.rmtree(golden.EXPECTED, ignore_errors=True)
    for name, data in made.items():
        place = golden.EXPECTED / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
    sys.stdout.write(f"{len(made)} files in {golden.EXPECTED}\n")


if __name__ == "__main__":
    main()
