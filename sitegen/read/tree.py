"""The files of a project: which there are, which are refused, and their bytes. The only reader of files."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from sitegen.problem import Problem, Span

MAX_PICTURE_BYTES = 2_000_000
MAX_FILES = 200_000
TEXT_ENDINGS = (".md", ".yaml", ".yml")
PICTURE_ENDINGS = (".png", ".svg")
ASSET_ENDINGS = (".css", ".js", ".svg", ".png", ".woff2", ".ico", ".webmanifest")
SECRET_ENDINGS = (".pem", ".key", ".p12", ".pfx", ".env")
IGNORED = frozenset({".git", ".gitkeep", ".gitignore", ".DS_Store", "Thumbs.db", "README.md"})


class Source(Struct, frozen=True):
    """A file of the project: its path from the top with `/` between folders, and what `stat` says of it."""

    path: str
    size: int
    modified: int
    inode: int


class Found(Struct, frozen=True):
    """All usable files below some folders, in the order of their paths, and what is wrong with the others."""

    sources: tuple[Source, ...]
    problems: tuple[Problem, ...]


def scan(root: Path, folders: tuple[str, ...]) -> Found:
    """Every file below `folders` of `root`; links, devices and keys are problems, and nothing behind them is opened."""
    sources: list[Source] = []
    problems: list[Problem] = []
    for folder in folders:
        if os.path.isdir(root / folder):
            for item in _files(str(root / folder), folder):
                (sources if isinstance(item, Source) else problems).append(item)  # type: ignore[arg-type]
    return Found(tuple(sorted(sources, key=lambda s: s.path)), tuple(problems))


def _files(folder: str, path: str) -> Iterator[Source | Problem]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name in IGNORED:
                continue
            here = f"{path}/{entry.name}"
            if entry.is_symlink():
                yield _refused(
                    here, "link", "this is a link to another place", "replace it with the file itself"
                )
            elif entry.is_dir():
                yield from _files(entry.path, here)
            else:
                yield _file(entry, here)


def _file(entry: os.DirEntry[str], path: str) -> Source | Problem:
    info = entry.stat(follow_symlinks=False)
    if not stat.S_ISREG(info.st_mode):
        return _refused(path, "not-a-file", "this is not an ordinary file", "remove it")
    if entry.name.endswith(SECRET_ENDINGS) or entry.name == ".env":
        return _refused(
            path,
            "secret-file",
            "this looks like a key or a password file",
            "remove it from the folder, and treat the key as known to others",
        )
    return Source(path, info.st_size, info.st_mtime_ns, info.st_ino)


def _refused(path: str, code: str, message: str, hint: str) -> Problem:
    return Problem(code=code, message=message, hint=hint, span=Span(path))


def read(root: Path, path: str) -> bytes:
    """The bytes of a file that `scan` found; raises OSError if it has gone or has become a link."""
    handle = os.open(root / path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
    with os.fdopen(handle, "rb") as file:
        return file.read(MAX_PICTURE_BYTES + 1)
