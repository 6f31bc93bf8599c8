"""Which code is running: the release, the state of its own files while it is being worked on, and the libraries."""

import hashlib
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from sitegen import __version__

LIBRARIES = frozenset(
    (
        "fontpkg", "fontpkg_public_sans", "jinja2", "markdown_it_py", "markdown_it_pyrs", "markupsafe", "mdurl",
        "msgspec", "nh3", "pillow", "pyyaml",
    )
)  # fmt: skip
"""Libraries whose other releases may read or write differently, by the names of their folders."""


def of_code() -> str:
    """A word that changes whenever the code does, so that nothing an older one made is reused."""
    package = Path(__file__).parent
    around = of_libraries(sys.path)
    if not (package.parent / "pyproject.toml").is_file():  # installed: a release does not change
        return f"{__version__}-{around}"
    return f"{__version__}-{_state(package)}-{around}"


def of_libraries(places: Iterable[str]) -> str:
    """A word that changes with Python or a library: whatever is installed in `places`, the folders packages come from.

    The names of the folders `NAME-VERSION.dist-info` say it and can be had in 0.1 ms; asking the packages takes 25.
    """
    folders = dict.fromkeys(place for place in places if place.endswith("-packages"))
    installed = [name for folder in folders for name in sorted(_releases(folder))]
    return hashlib.blake2b("\0".join([sys.version, *installed]).encode(), digest_size=8).hexdigest()


def _releases(folder: str) -> Iterator[str]:
    try:
        names = os.listdir(folder)
    except OSError:  # Python, too, passes over folders that are not there
        return
    for name in names:
        if name.endswith((".dist-info", ".egg-info")) and name.partition("-")[0].lower() in LIBRARIES:
            yield name


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
