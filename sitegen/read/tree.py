"""The files of a project: which there are, which are refused, and their bytes. The only reader of files."""

import os
import re
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from sitegen.problem import Problem, Span

MAX_PICTURE_BYTES = 2_000_000
MAX_BATCH_BYTES = 100_000_000
"""Largest file of signed awards: about ten thousand of them."""

MAX_DEPTH = 12
"""Folders within folders below the top that are walked."""

TEXT_ENDINGS = (".md", ".yaml", ".yml")
PICTURE_ENDINGS = (".png", ".svg")
ASSET_ENDINGS = (".css", ".js", ".svg", ".png", ".woff2", ".ico", ".webmanifest")
SECRET_ENDINGS = (".pem", ".key", ".p12", ".pfx", ".env")
IGNORED = frozenset({".git", ".gitkeep", ".gitignore", ".DS_Store", "Thumbs.db", "README.md"})


_USUAL = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*\.(?:md|yaml|png|svg)")
"""A name about which there is nothing to ask: no sign that cannot be shown, no key's or editor's name."""


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
        for item in _below(root, folder):
            if isinstance(item, Source):
                sources.append(item)
            else:
                problems.append(item)
    return Found(tuple(sorted(sources, key=lambda source: source.path)), tuple(problems))


def these(root: Path, folders: tuple[str, ...], paths: Iterable[str]) -> Found:
    """Those of some files that lie in `folders`, seen as `scan` would see them."""
    wanted = {path for path in paths if path.startswith(tuple(f"{folder}/" for folder in folders))}
    parents = {path.rpartition("/")[0] for path in wanted}
    sources: list[Source] = []
    problems: list[Problem] = []
    for parent in sorted(parents):
        if (linked := _link_on_the_way(root, parent)) is not None:
            problems.append(linked)
        elif os.path.isdir(root / parent):
            with os.scandir(root / parent) as entries:
                for entry in entries:
                    item = _entry(entry, parent) if f"{parent}/{entry.name}" in wanted else None
                    if isinstance(item, Source):
                        sources.append(item)
                    elif isinstance(item, Problem):
                        problems.append(item)
    return Found(tuple(sorted(sources, key=lambda source: source.path)), tuple(problems))


def _below(root: Path, folder: str) -> Iterator[Source | Problem]:
    """The files of a folder, walked with a list of folders yet to see: a deep tree must not exhaust the stack."""
    linked = _link_on_the_way(root, folder)
    if linked is not None:
        yield linked
        return
    waiting = [folder] if os.path.isdir(root / folder) else []
    while waiting:
        path = waiting.pop()
        if path.count("/") > MAX_DEPTH:
            yield _refused(
                path, "too-deep", "this folder lies too deep inside others", "move its files further up"
            )
            continue
        with os.scandir(root / path) as entries:
            for entry in entries:
                item = _entry(entry, path)
                if isinstance(item, str):
                    waiting.append(item)
                elif item is not None:
                    yield item


def _link_on_the_way(root: Path, folder: str) -> Problem | None:
    """A link among the folders that lead to `folder`, itself included."""
    parts = folder.split("/")
    for number in range(1, len(parts) + 1):
        path = "/".join(parts[:number])
        if os.path.islink(root / path):
            return _link(path)
    return None


def _entry(entry: os.DirEntry[str], folder: str) -> Source | Problem | str | None:
    """What an entry of a folder is: a usable file, a problem, a folder (its path), or nothing of interest."""
    path = f"{folder}/{entry.name}"
    if _USUAL.fullmatch(entry.name) and entry.name not in IGNORED:
        info = entry.stat(follow_symlinks=False)
        if stat.S_ISREG(info.st_mode):
            return Source(path, info.st_size, info.st_mtime_ns, info.st_ino)
    if entry.name in IGNORED or _is_leftover(entry.name):
        return None
    if not entry.name.isprintable() or not _encodable(entry.name):
        return _unprintable(folder, entry.name)
    if entry.is_symlink():
        return _link(path)
    return path if entry.is_dir() else _file(entry, path)


def _is_leftover(name: str) -> bool:
    """Whether an editor or the system left it there for a while: a hidden, swap, lock or backup file."""
    hidden = name.startswith((".", "#")) and not name.startswith(".env")
    return hidden or name.endswith("~") or name == "4913"


def _encodable(name: str) -> bool:
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def _unprintable(folder: str, name: str) -> Problem:
    shown = name.encode("unicode_escape").decode()
    message = f"the name of `{shown}` has characters that cannot stand in an address"
    return _refused(folder, "wrong-file-name", message, "rename it, with plain letters, digits and hyphens")


def _link(path: str) -> Problem:
    return _refused(path, "link", "this is a link to another place", "replace it with the file itself")


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


def part(root: Path, path: str, start: int, end: int) -> bytes:
    """The bytes of a file from `start` to before `end`; fewer if it is shorter. Raises OSError as `read` does."""
    handle = os.open(f"{root}/{path}", os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
    with os.fdopen(handle, "rb", buffering=0) as file:
        file.seek(start)
        return file.read(end - start)


def read(root: Path, path: str, most: int = MAX_PICTURE_BYTES) -> bytes:
    """The bytes of a file that `scan` found, one more than `most` of them at most.

    Raises OSError if it has gone or has become a link.
    """
    handle = os.open(f"{root}/{path}", os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
    with os.fdopen(handle, "rb", buffering=0) as file:
        return file.read(min(os.fstat(handle).st_size, most) + 1)
