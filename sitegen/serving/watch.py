"""When files of the project change: told by the system if watchfiles is there, else found by looking."""

import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from threading import Event

STEP = 5
"""Milliseconds without a further change after which it is told: editors may write a file in several steps."""

LONGEST = 250
"""Milliseconds after which changes are told though more keep coming."""

LOOK = 0.5
"""Seconds between two looks where the system tells nothing."""

AROUND = 500
"""Milliseconds between two looks at whether a watched folder was made, moved away or put back."""

Places = Callable[[], tuple[str, ...]]
"""Gives the folders to watch, as they are now; some may not exist yet."""

Touched = frozenset[str]
"""Paths that changed (a folder stands for all that is in it), or an empty set if anything may have."""


def changes(places: Places, stop: Event) -> Iterator[Touched]:
    """Yield once when watching has begun, and then after every change, until `stop` is set.

    The first time covers what changed before watching began; what changes meanwhile is told afterwards.
    """
    try:
        import watchfiles  # noqa: F401 - only whether it is there
    except ImportError:
        return polled(places, stop)
    return notified(places, stop)


def notified(places: Places, stop: Event) -> Iterator[Touched]:
    """As `changes`, by the system's own notice; a folder that is made or exchanged is watched anew."""
    import watchfiles

    while not stop.is_set():
        before = _identities(places())
        is_first = True
        for found in watchfiles.watch(
            *before,
            watch_filter=None,
            debounce=LONGEST,
            step=STEP,
            rust_timeout=AROUND,
            yield_on_timeout=True,
            stop_event=stop,
        ):
            touched = frozenset(path for _, path in found)
            if touched or is_first:
                yield frozenset() if is_first else touched
            is_first = False
            if _identities(places()) != before or not touched.isdisjoint(before):
                break  # a folder put back may even have the number of the one before


def polled(places: Places, stop: Event) -> Iterator[Touched]:
    """As `changes`, by comparing names, sizes and times of all files."""
    before = _state(places())
    yield frozenset()
    while not stop.wait(LOOK):
        now = _state(places())
        if now != before:
            yield frozenset(path for path, _ in before.items() ^ now.items())
            before = now


def _identities(folders: tuple[str, ...]) -> dict[str, int]:
    """The folders that exist, and what tells them from others put in their place."""
    found = {}
    for folder in folders:
        with suppress(FileNotFoundError, NotADirectoryError):
            found[folder] = os.stat(f"{folder}/").st_ino
    return found


def _state(folders: tuple[str, ...]) -> dict[str, tuple[int, int, int]]:
    return dict(item for folder in folders for item in _files(folder))


def _files(folder: str) -> Iterator[tuple[str, tuple[int, int, int]]]:
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    yield from _files(entry.path)
                else:
                    info = entry.stat(follow_symlinks=False)
                    yield entry.path, (info.st_mtime_ns, info.st_size, info.st_ino)
    except OSError:
        return  # gone while it was looked at: the next look sees the rest


def outermost(folders: tuple[Path, ...]) -> tuple[str, ...]:
    """The folders that lie in no other one of them, each once, as absolute paths."""
    whole = {folder.resolve() for folder in folders}
    return tuple(sorted(str(folder) for folder in whole if whole.isdisjoint(folder.parents)))
