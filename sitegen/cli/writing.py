"""Writes files that were not there before, and never one that was."""

import os
from collections.abc import Mapping
from pathlib import Path

from sitegen.cli.faults import Refused


def new(root: Path, files: Mapping[str, str]) -> None:
    """Write new files below `root`; raises Refused before anything is written if one of them exists."""
    for path in files:
        if os.path.lexists(root / path):
            raise Refused(f"{root / path} exists already", "it was left as it is; choose another name")
    for path, text in files.items():
        place = root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        with place.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)


def over(root: Path, files: Mapping[str, str]) -> list[str]:
    """Write files that are ours to replace; returns those that changed."""
    changed = [path for path, text in files.items() if differs(root / path, text)]
    for path in changed:
        place = root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(files[path], encoding="utf-8", newline="\n")
    return changed


def differs(path: Path, text: str) -> bool:
    """Whether the file is missing or holds something else."""
    return not path.is_file() or path.read_bytes() != text.encode()
