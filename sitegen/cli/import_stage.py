"""Writes the files of an import as one: all of them, or none; what an interrupted import left is taken away again."""

import os
import shutil
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from sitegen.cli.faults import Refused

STAGE = ".sitegen/import"
"""Where the files lie until all of them are written."""

READY = ".sitegen/import.ready"
"""The same folder from then on until all of them have their places."""


def write(root: Path, files: Sequence[tuple[str, bytes]]) -> None:
    """Write new files below `root`, or none of them; raises Refused if one is there already, OSError as the disk has it."""
    for path, _ in files:
        if os.path.lexists(root / path):
            raise Refused(f"{root / path} exists already", "nothing was imported; choose another name")
    stage = root / STAGE
    shutil.rmtree(stage, ignore_errors=True)
    try:
        for path, data in files:
            place = stage / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(data)
        stage.rename(root / READY)
        for path, _ in files:
            _put(root / READY / path, root / path)
    except BaseException:
        shutil.rmtree(stage, ignore_errors=True)
        undo(root)
        raise
    _finish(root)


def undo(root: Path) -> int:
    """Take away what an import that was cut short has put into place; returns how many files.

    Only files that are, byte for byte, what it put there.
    """
    ready = root / READY
    removed = 0
    if ready.is_dir():
        for staged in sorted(ready.rglob("*")):
            place = root / staged.relative_to(ready)
            if staged.is_file() and place.is_file() and not place.is_symlink():
                if place.read_bytes() == staged.read_bytes():
                    place.unlink()
                    removed += 1
                with suppress(OSError):
                    place.parent.rmdir()  # only if nothing else is in it
        shutil.rmtree(ready)
    return removed


def _put(staged: Path, place: Path) -> None:
    """Give a staged file its place; it keeps the one in the stage, so that this can be undone."""
    place.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(staged, place)
    except FileExistsError:
        raise Refused(f"{place} has come into being meanwhile", "nothing was imported; try again") from None
    except OSError:  # a disk without links
        with place.open("xb") as file:
            file.write(staged.read_bytes())


def _finish(root: Path) -> None:
    """From here on nothing is undone: the stage gets another name in one step, and goes."""
    done = root / (READY + ".done")
    shutil.rmtree(done, ignore_errors=True)
    (root / READY).rename(done)
    shutil.rmtree(done, ignore_errors=True)
