"""Files written whole or not at all: whoever looks, at whatever moment, sees the old file or the new one."""

import os
import secrets
from contextlib import suppress
from pathlib import Path

PRIVATE = 0o600
PUBLIC = 0o644
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


def create(path: Path, data: bytes, mode: int, *, lasting: bool = True) -> None:
    """Make a new file; raises FileExistsError if there is one, OSError as the disk has it. Nothing is left half written.

    The name appears only when all bytes are on the disk (link, then unlink): an interrupt leaves the whole file or none.
    A file that is not `lasting` can be lost in a power cut; thousands of them are written quickly.
    """
    with _Written(path, data, mode, lasting=lasting) as written:
        try:
            os.link(written, path)
        except FileExistsError:
            raise
        except OSError:  # a disk without links
            if os.path.lexists(path):
                raise FileExistsError(f"{path} exists already") from None
            os.rename(written, path)
    if lasting:
        _sync_folder(path.parent)


def replace(path: Path, data: bytes, mode: int = PUBLIC) -> None:
    """Put new contents into the place of a file, with the permissions it had; one that is not there is made with `mode`."""
    mode = path.stat().st_mode & 0o777 if path.is_file() else mode
    with _Written(path, data, mode) as written:
        os.replace(written, path)
    _sync_folder(path.parent)


def make_folders(path: Path, mode: int) -> None:
    """Make a folder and those above it; only those made now get `mode`."""
    if path.is_dir():
        return
    make_folders(path.parent, mode)
    with suppress(FileExistsError):
        path.mkdir(mode)


def sweep(folder: Path) -> None:
    """Delete what killed writers left in a folder; nobody may be writing there at the same time."""
    for path in folder.glob(".*.new"):
        path.unlink(missing_ok=True)


class _Written:
    """A hidden file beside `path` that holds the data, safe on the disk; gone after the block at the latest."""

    def __init__(self, path: Path, data: bytes, mode: int, *, lasting: bool = True) -> None:
        self.place = path.parent / f".{path.name}.{secrets.token_hex(6)}.new"
        self.data = data
        self.mode = mode
        self.lasting = lasting

    def __enter__(self) -> Path:
        handle = os.open(self.place, _NEW, self.mode)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(self.data)
                file.flush()
                if self.lasting:
                    os.fsync(file.fileno())
        except BaseException:
            self.__exit__()
            raise
        return self.place

    def __exit__(self, *_: object) -> None:
        with suppress(FileNotFoundError):
            self.place.unlink()


def _sync_folder(folder: Path) -> None:
    """See to it that the name of a new file outlives a power cut, where the system can promise that."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0))
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
