"""The published folder, its two neighbours, and how a folder is known again."""

import os
import stat
from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct


class Identity(Struct, frozen=True):
    """What tells a folder from another that was later put at the same path.

    Renaming a folder keeps both numbers. Number and time together, because a file system may give the number of a
    deleted folder to a new one; the time also shows that something was added or deleted right inside the folder.
    The device is left out: it changes on a restart where file systems have no fixed number.
    """

    inode: int
    modified: int
    """Time of last change of the folder's own list of names, in nanoseconds."""


class Trees(Struct, frozen=True):
    """What is remembered of a published folder, stored together with the keys of what was built."""

    live: Identity
    """The published tree. Until the swap is done it still stands at the stage's place."""
    last: Identity | None = None
    """The folder whose place it takes; None if there was none."""
    lag: tuple[str, ...] | None = None
    """The addresses in which `last` may differ from `live`, sorted; None if the contents of `last` are not known."""


class Stage(Struct, frozen=True):
    """A tree being prepared; only `folders` changes, and only as a memory of what is on disk."""

    root: str
    replaces: Identity | None
    """The folder that stood at the published place when the stage was begun."""
    equal: bool
    """Whether the stage began with the files of that folder; otherwise it began empty."""
    folders: set[str]
    """Addresses of folders in the stage that are known to be real folders; always holds `""`."""


def next_to(out: Path) -> Path:
    """The stage's place beside the published folder `out`."""
    return out.with_name(f".{out.name}.next")


def last_of(out: Path) -> Path:
    """The resting place, beside `out`, of the tree that was published before."""
    return out.with_name(f".{out.name}.last")


def identity(path: Path | str) -> Identity | None:
    """The identity of the folder at `path`; None if there is none, or something that is not a real folder."""
    try:
        found = os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        return None
    return Identity(found.st_ino, found.st_mtime_ns) if stat.S_ISDIR(found.st_mode) else None


def after(stage: Stage, changed: Iterable[str]) -> Trees:
    """What to store before a filled stage is published.

    `changed` are all addresses that were put and differed, or were dropped. No put or drop may follow.
    """
    live = identity(stage.root)
    if live is None:
        raise FileNotFoundError(f"the stage has disappeared: {stage.root}")
    return Trees(live, stage.replaces, tuple(sorted(set(changed))) if stage.equal else None)
