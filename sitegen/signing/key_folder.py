"""Where key files lie: outside every repository, readable by nobody but their owner."""

import os
import stat
from pathlib import Path

from msgspec import Struct

from sitegen.signing import key_file, whole_files
from sitegen.signing.key_file import KeyFile
from sitegen.signing.refusal import Refused

ENDING = ".key"
FOLDER_MODE = 0o700


class Kept(Struct, frozen=True):
    """A key file and the place where it lies."""

    path: Path
    file: KeyFile


def usual() -> Path:
    """The folder for key files: `sitegen/keys` in the person's folder of settings (XDG Base Directory Specification)."""
    given = os.environ.get("XDG_CONFIG_HOME", "")
    settings = Path(given) if os.path.isabs(given) else Path.home() / ".config"
    return settings / "sitegen" / "keys"


def refuse_shared(folder: Path, site: Path) -> None:
    """Raise Refused for a folder inside the site or a repository, from which a key would sooner or later be shared."""
    real = folder.expanduser().resolve()
    if real.is_relative_to(site.resolve()):
        raise Refused(f"{folder} lies inside the site, and keys must never be published", _ELSEWHERE)
    for place in (real, *real.parents):
        if any(os.path.lexists(place / name) for name in (".git", ".hg", ".svn", ".jj")) or _is_bare(place):
            raise Refused(
                f"{folder} lies inside a repository ({place}), from which a key could be shared", _ELSEWHERE
            )


_ELSEWHERE = "name a folder elsewhere with `--keys`; left out, they lie in your own settings, in ~/.config/sitegen/keys"


def _is_bare(place: Path) -> bool:
    """Whether a folder is a repository without files of its own."""
    return (place / "HEAD").is_file() and (place / "objects").is_dir() and (place / "refs").is_dir()


def keep(folder: Path, file: KeyFile) -> Path:
    """Write a new key file; returns its path. Raises FileExistsError rather than replace one."""
    whole_files.make_folders(folder, FOLDER_MODE)
    path = folder / f"{file.issuer}-{file.key[-8:]}{ENDING}"
    whole_files.create(path, key_file.encode(file), whole_files.PRIVATE)
    return path


def kept(folder: Path) -> list[Kept]:
    """All key files in a folder, oldest first; raises Refused for one that others can read."""
    if not folder.is_dir():
        return []
    paths = sorted(path for path in folder.iterdir() if path.name.endswith(ENDING) and path.name[0] != ".")
    return sorted((Kept(path, read(path)) for path in paths), key=lambda one: one.file.created)


def read(path: Path) -> KeyFile:
    """The key file at `path`; raises Refused if it is none, or if others can read it."""
    return key_file.decode(secret_bytes(path, key_file.MAX_BYTES), str(path))


def secret_bytes(path: Path, most: int) -> bytes:
    """The first `most` bytes of a file that only its owner may read; raises Refused if others may, or if it is a link."""
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    except FileNotFoundError as error:
        raise Refused(f"there is no file {path}") from error
    except OSError as error:
        raise Refused(
            f"{path} cannot be opened: {error.strerror}", "name the file itself, not a link"
        ) from error
    with os.fdopen(handle, "rb") as file:
        about = os.fstat(handle)
        if not stat.S_ISREG(about.st_mode):
            raise Refused(f"{path} is not an ordinary file")
        if os.name == "posix" and about.st_mode & 0o077:
            raise Refused(
                f"{path} can be read by others on this machine (mode {about.st_mode & 0o777:04o})",
                f"`chmod 600 {path}` closes it; if others were on this machine meanwhile, make a new key",
            )
        return file.read(most)
