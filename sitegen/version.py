"""Which code is running: the release, and the state of its own files while it is being worked on."""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

from sitegen import __version__


def of_code() -> str:
    """A word that changes whenever the code or the default theme does, so that nothing an older one made is reused."""
    package = Path(__file__).parent
    digest = hashlib.blake2b(__version__.encode(), digest_size=12)
    for folder in (package, package.parent / "themes" / "default"):
        for line in sorted(_files(str(folder))):
            digest.update(line.encode())
    return f"{__version__}-{digest.hexdigest()}"


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
