"""One build at a time for a published folder; the lock ends with the processes that hold it."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

try:
    import fcntl
except ImportError:  # not a Unix system
    fcntl = None  # type: ignore[assignment]

UNGUARDED = "This system cannot lock files. Please take care that no two builds run at once."
"""What a person should be told when the lock is not real."""

_NOT_POSSIBLE = {errno.ENOLCK, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EINVAL}


@contextmanager
def held(path: Path, *, wait: bool) -> Iterator[bool]:
    """Hold the lock file at `path` while the block runs; give whether the lock is real.

    If another build holds it: `wait` until that is done, or raise BlockingIOError. Forked workers share the lock, so
    after a killed build it is free only when its last worker has gone: nobody then writes into the stage any more.
    The file stays; its being there means nothing.
    """
    os.makedirs(path.parent, exist_ok=True)
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o644)
    try:
        yield _lock(descriptor, wait=wait)
    finally:
        os.close(descriptor)


def _lock(descriptor: int, *, wait: bool) -> bool:
    if fcntl is None:
        return False
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in _NOT_POSSIBLE:
            return False
        raise
    return True
