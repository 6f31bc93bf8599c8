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
    """Write files that are ours to replace; returns those that changed. Raises Refused if one would be written elsewhere."""
    for path in files:
        if linked := _link_on_the_way(root, path):
            raise Refused(
                f"{linked} is a link, and what is written there would land elsewhere", "remove the link"
            )
    changed = [path for path, text in files.items() if differs(root / path, text)]
    for path in changed:
        place = root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(files[path], encoding="utf-8", newline="\n")
    return changed


def _link_on_the_way(root: Path, path: str) -> Path | None:
    """The first link among the folders and the file of a path; somebody's proposal may have brought it."""
    steps = Path(path).parts
    ways = (root.joinpath(*steps[: number + 1]) for number in range(len(steps)))
    return next((way for way in ways if way.is_symlink()), None)


def differs(path: Path, text: str) -> bool:
    """Whether the file is missing or holds something else."""
    return not path.is_file() or path.read_bytes() != text.encode()
