"""Folders as a whole: every byte of one, and making one hold the files of another."""

import os
from pathlib import Path

Tree = dict[str, tuple[int, bytes]]
"""Mode and bytes of every file and folder, by path."""


def look(folder: Path) -> Tree | None:
    """Every file and folder below a folder with mode and bytes; None if there is none."""
    if not os.path.lexists(folder):
        return None
    found = {}
    for path in folder.rglob("*"):
        plain = path.is_file() and not path.is_symlink()
        found[path.relative_to(folder).as_posix()] = (
            path.lstat().st_mode,
            path.read_bytes() if plain else b"",
        )
    return found


def lay(sources: Path, root: Path) -> None:
    """Make the project's own files those of `sources`, touching only what differs."""
    wanted = {path.relative_to(sources): path.read_bytes() for path in sources.rglob("*") if path.is_file()}
    for name in {path.parts[0] for path in wanted}:
        for path in (root / name).rglob("*"):
            if path.is_file() and path.relative_to(root) not in wanted:
                path.unlink()
    for address, data in wanted.items():
        target = root / address
        if not target.is_file() or target.read_bytes() != data:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.unlink(missing_ok=True)
            target.write_bytes(data)
