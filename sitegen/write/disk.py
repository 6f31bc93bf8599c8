"""Single files and folders of a stage: write, skip what is the same, remove; never through a link, never in place."""

import errno
import os
import stat
from collections.abc import Iterable
from contextlib import suppress

from sitegen.write import addresses
from sitegen.write.trees import Stage

FILE_MODE = 0o644
FOLDER_MODE = 0o755
_STILL_NEEDED = (errno.ENOTEMPTY, errno.EEXIST, errno.ENOENT, errno.ENOTDIR)
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
_OLD = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


def put(stage: Stage, address: str, data: bytes) -> bool:
    """Make the stage hold `data` at `address`; return whether that changed anything.

    The file is always a new one, because the published tree may share the old one with the stage. A file that stands
    where a folder is needed, or a folder where a file is needed, makes room. Several processes may put into one stage,
    each its own addresses. Raises ValueError for an address that may not be published, OSError as the disk has it.
    """
    addresses.check(address)
    folder = address.rpartition("/")[0]
    if folder not in stage.folders:
        make_folder(stage, folder)
    path = f"{stage.root}/{address}"
    try:
        create(path, data)
    except FileExistsError:
        if _holds(path, data):
            return False
        remove(path)
        create(path, data)
    except FileNotFoundError:  # a drop took the folder away after it was seen
        forget_folders(stage)
        make_folder(stage, folder)
        create(path, data)
    return True


def drop(stage: Stage, unwanted: Iterable[str]) -> tuple[str, ...]:
    """Remove files and then the folders left empty; return the addresses that were there.

    Not to be run while other processes put into the same stage.
    """
    removed = tuple(address for address in unwanted if _drop_file(stage, address))
    folders = {folder for address in removed for folder in _folders_above(address)}
    for folder in sorted(folders, key=len, reverse=True):
        try:
            os.rmdir(f"{stage.root}/{folder}")
        except OSError as error:
            if error.errno not in _STILL_NEEDED:
                raise
    forget_folders(stage)
    return removed


def make_folder(stage: Stage, folder: str) -> None:
    """Make the folder at the address `folder` and those above it; whatever else stands there is removed."""
    if folder in stage.folders:
        return
    make_folder(stage, folder.rpartition("/")[0])
    path = f"{stage.root}/{folder}"
    try:
        new_folder(path)
    except FileExistsError:
        if not _is_folder(path):
            with suppress(FileNotFoundError, IsADirectoryError, PermissionError):
                os.unlink(path)  # another process may have been faster, and its folder is as good
            with suppress(FileExistsError):
                new_folder(path)
    stage.folders.add(folder)


def forget_folders(stage: Stage) -> None:
    """Look at every folder anew from now on."""
    stage.folders.clear()
    stage.folders.add("")


def new_folder(path: str) -> None:
    """Make one folder; its mode does not depend on the umask."""
    os.mkdir(path, FOLDER_MODE)
    os.chmod(path, FOLDER_MODE)


def create(path: str, data: bytes) -> None:
    """Write a file that was not there; its mode does not depend on the umask."""
    descriptor = os.open(path, _NEW, FILE_MODE)
    try:
        written = os.write(descriptor, data)
        while written < len(data):
            written += os.write(descriptor, data[written:])
        if hasattr(os, "fchmod"):
            os.fchmod(descriptor, FILE_MODE)
    finally:
        os.close(descriptor)


def share(source: str, target: str) -> None:
    """Give the file at `source` a second name, or copy it where the file system knows no hard links."""
    try:
        os.link(source, target)
    except OSError:
        create(target, read(source))


def read(path: str) -> bytes:
    """The bytes of a regular file; a link is not followed."""
    with os.fdopen(os.open(path, _OLD), "rb", buffering=0) as file:
        return file.readall()


def remove(path: str) -> None:
    """Remove a file, a link or a folder with all that is in it; a link is never followed, nothing there is fine."""
    try:
        os.unlink(path)
    except (FileNotFoundError, NotADirectoryError):
        pass
    except OSError:  # systems differ in how they say that it is a folder
        if not _is_folder(path):
            raise
        _remove_folder(path)


def _remove_folder(path: str) -> None:
    with os.scandir(path) as entries:
        for entry in list(entries):
            if entry.is_dir(follow_symlinks=False):
                _remove_folder(entry.path)
            else:
                os.unlink(entry.path)
    os.rmdir(path)


def is_file(path: str) -> bool:
    """Whether a regular file stands at `path`; a link to one is none."""
    try:
        return stat.S_ISREG(os.lstat(path).st_mode)
    except (FileNotFoundError, NotADirectoryError):
        return False


def _is_folder(path: str) -> bool:
    try:
        return stat.S_ISDIR(os.lstat(path).st_mode)
    except (FileNotFoundError, NotADirectoryError):
        return False


def _holds(path: str, data: bytes) -> bool:
    found = os.lstat(path)
    if not stat.S_ISREG(found.st_mode) or found.st_size != len(data):
        return False
    if os.name != "nt" and stat.S_IMODE(found.st_mode) != FILE_MODE:
        return False
    descriptor = os.open(path, _OLD)
    try:
        return os.read(descriptor, len(data) + 1) == data
    finally:
        os.close(descriptor)


def _drop_file(stage: Stage, address: str) -> bool:
    addresses.check(address)
    path = f"{stage.root}/{address}"
    if not _stands(stage, address.rpartition("/")[0]) or _is_folder(path):
        return False
    try:
        os.unlink(path)
    except FileNotFoundError:
        return False
    return True


def _stands(stage: Stage, folder: str) -> bool:
    """Whether the folder and all above it are real folders, so that no link leads a removal astray."""
    if folder in stage.folders:
        return True
    if not _stands(stage, folder.rpartition("/")[0]) or not _is_folder(f"{stage.root}/{folder}"):
        return False
    stage.folders.add(folder)
    return True


def _folders_above(address: str) -> list[str]:
    parts = address.split("/")[:-1]
    return ["/".join(parts[: count + 1]) for count in range(len(parts))]
