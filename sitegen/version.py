"""Which code is running: the release, and the state of its own files while it is being worked on."""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

from sitegen import __version__


def of_code() -> str:
    """A word that changes whenever the code does, so that nothing an older one made is reused."""
    package = Path(__file__).parent
    if not (package.parent / "pyproject.toml").is_file():  # installed: a release does not change
        return __version__
    return f"{__version__}-{_state(package)}"


def of_theme(folder: Path) -> str:
    """A word that changes whenever a file of the default theme does."""
    return _state(folder)


def _state(folder: Path) -> str:
    digest = hashlib.blake2b(digest_size=12)
    for line in sorted(_files(str(folder))):
        digest.update(line.encode())
    return digest.hexdigest()


def _files(folder: str) -> Iterator[str]:
    if not os.path.isdir(folder):
        return
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                if entry.name != "__pycache__":
                    yield from _files(entry.path)
            else:
                info = entry.stat()
                yield f"{entry.path}\0{info.st_size}\0{info.st_mtime_ns}\n"
