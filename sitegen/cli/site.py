"""Where the site is that a command works on."""

from pathlib import Path

from sitegen.cli.faults import Refused
from sitegen.cli.options import Setting

SETTINGS = Path("content", "site.yaml")
"""The file that makes a folder a site."""

MOST_PARENTS = 4
"""How far above the current folder a site is looked for, to name it in a hint."""


def root(setting: Setting) -> Path:
    """The site's folder; raises Refused, with the way out, if there is none."""
    if not setting.folder.is_dir():
        raise Refused(f"there is no folder {setting.folder}", "check the spelling after -C")
    if (setting.folder / SETTINGS).is_file():
        return setting.folder
    raise Refused(
        f"there is no site in {_named(setting.folder)} (no {SETTINGS.as_posix()})", _way_out(setting.folder)
    )


def prefix(root: Path) -> str:
    """The way from the current folder to the site, to stand before a file's name: empty, or ending in a slash."""
    return "" if root == Path() else root.as_posix().rstrip("/") + "/"


def _named(folder: Path) -> str:
    return "this folder" if folder == Path() else str(folder)


def _way_out(folder: Path) -> str:
    above = Path("..")
    for _ in range(MOST_PARENTS):
        if (folder / above / SETTINGS).is_file():
            return f"there is one above: add `-C {(folder / above).as_posix()}`"
        above /= ".."
    return "`sitegen new my-catalog` starts one; `-C DIR` works on one that stands elsewhere"
