"""How a stage takes the place of the published folder: in one step, or in steps that a later run can finish."""

import errno
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Literal

from sitegen.write import disk
from sitegen.write.trees import Stage, Trees, identity, last_of, next_to

Way = Literal["created", "exchanged", "moved", "replaced"]

NOTES: dict[Way, str] = {
    "moved": "This file system cannot exchange two folders, so the published folder was away for an instant.",
    "replaced": "This file system cannot rename the published folder, so it was incomplete for a moment.",
}
"""What a person should be told about the two ways that are not instantaneous."""

_REFUSALS = {errno.EINVAL, errno.ENOSYS, errno.EXDEV, errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP}
_HERE = -100  # AT_FDCWD
_EXCHANGE = 2  # RENAME_EXCHANGE
_NUMBERS = {"x86_64": 316, "aarch64": 276, "riscv64": 276}  # of renameat2, for C libraries without it


def publish(out: Path, trees: Trees) -> Way:
    """Put the stage that `trees.live` names in the place of `out`; the former tree rests beside it.

    To be called when `trees` has been stored. Returns the way that worked. On OSError the former site stands as it
    was, and `recover` will try again; if the process dies in the middle, `recover` finishes what was begun.
    """
    root, rest = next_to(out), last_of(out)
    if identity(root) != trees.live:
        raise FileNotFoundError(f"the stage has been changed by something else: {root}")
    if not os.path.lexists(out) or _is_empty(out):
        disk.remove(str(out))
        os.rename(root, out)
        return "created"
    try:
        exchange(root, out)
    except OSError as error:
        if error.errno not in _REFUSALS:
            raise
        return _move(root, out, rest)
    with suppress(OSError):  # the site is out; without this the next stage only takes longer
        os.rename(root, rest)
    return "exchanged"


def settle(stage: Stage) -> None:
    """Wait until the disk holds what was written, so that not even a power cut leaves an empty page.

    To be called before the record is stored. Does nothing where the system has no such call.
    """
    if not sys.platform.startswith("linux"):
        return
    import ctypes

    library = ctypes.CDLL(None, use_errno=True)
    descriptor = os.open(stage.root, os.O_RDONLY)
    try:
        if library.syncfs(descriptor):
            number = ctypes.get_errno()
            raise OSError(number, os.strerror(number), stage.root)
    finally:
        os.close(descriptor)


def exchange(one: Path, other: Path) -> None:
    """Let two folders change places in one step; OSError with ENOSYS where the system has no such call."""
    if not sys.platform.startswith("linux"):
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS))
    import ctypes  # only here: a build that publishes nothing does not pay for it

    library = ctypes.CDLL(None, use_errno=True)
    names = (_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE)
    if hasattr(library, "renameat2"):
        failed = library.renameat2(*names)
    elif os.uname().machine in _NUMBERS:
        failed = library.syscall(_NUMBERS[os.uname().machine], *names)
    else:
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS))
    if failed:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number), str(one), None, str(other))


def _move(root: Path, out: Path, rest: Path) -> Way:
    """Two renames. Between them nothing stands at `out`, the former tree at `rest`, the new one at `root`."""
    try:
        os.rename(out, rest)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        return _replace(root, out)
    try:
        os.rename(root, out)
    except BaseException:
        if not os.path.lexists(out):
            os.rename(rest, out)
        raise
    return "moved"


def _replace(root: Path, out: Path) -> Way:
    """For a folder from a lower layer of an overlay (a container's image), which can be removed but not renamed."""
    disk.remove(str(out))
    os.rename(root, out)
    return "replaced"


def _is_empty(folder: Path) -> bool:
    with os.scandir(folder) as entries:
        return next(entries, None) is None
