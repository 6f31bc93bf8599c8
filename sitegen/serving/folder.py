"""What stands in the published folder, looked up without ever leaving it or following a link."""

import os
import stat
from collections.abc import Callable
from typing import Literal

from msgspec import Struct

from sitegen.write import disk

Kind = Literal["file", "folder"]

SETTINGS = ("_headers", "_redirects")
"""Files that are for the host; they are not served."""


class Moved(Struct, frozen=True):
    """The decoded path under which a page is known."""

    path: str


def kind(root: str, address: str) -> Kind | None:
    """What stands at the checked address below `root`; None for nothing, links and devices."""
    path = root
    *above, last = address.split("/")
    for part in above:
        path = f"{path}/{part}"
        if not stat.S_ISDIR(_mode(path)):
            return None
    mode = _mode(f"{path}/{last}")
    if stat.S_ISREG(mode):
        return "file"
    return "folder" if stat.S_ISDIR(mode) else None


def read(root: str, address: str) -> bytes | None:
    """The bytes of the file at `address`; None if there is none (any more)."""
    if kind(root, address) != "file":
        return None
    try:
        return disk.read(f"{root}/{address}")
    except FileNotFoundError:
        return None


def find(path: str, kind_of: Callable[[str], Kind | None]) -> str | Moved | None:
    """The address of the file that answers for `path` (decoded, from the top of the site), or where it moved.

    `/a/` is `a/index.html`. `/a` is the file `a`, else `a.html`, else it moves to `/a/`, if that is a page;
    likewise `/a/` moves to `/a` if only `a.html` exists.
    """
    if path.endswith("/"):
        return _page(path, kind_of)
    address = path[1:]
    if kind_of(address) == "file":
        return None if address in SETTINGS else address
    if kind_of(f"{address}.html") == "file":
        return f"{address}.html"
    return Moved(f"{path}/") if kind_of(f"{address}/index.html") == "file" else None


def _page(path: str, kind_of: Callable[[str], Kind | None]) -> str | Moved | None:
    address = path[1:]
    if kind_of(f"{address}index.html") == "file":
        return f"{address}index.html"
    return Moved(path[:-1]) if address and kind_of(f"{address[:-1]}.html") == "file" else None


def _mode(path: str) -> int:
    try:
        return os.lstat(path).st_mode
    except OSError:
        return 0
