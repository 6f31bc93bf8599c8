"""A theme: templates and assets, a site's own laid over the default one, file by file."""

import hashlib
import os
from pathlib import Path

from msgspec import Struct

DEFAULT = "default"


class Asset(Struct, frozen=True):
    """A file of the theme; `address` carries the hash of its bytes."""

    name: str
    address: str
    data: bytes


class Theme(Struct, frozen=True):
    """All templates and assets of a site's theme.

    `templates` maps a name to its text: `credential.html` is the one in force, `default/credential.html` always the
    default theme's own, so that an override can extend what it replaces. `own` says whether the site adds templates.
    """

    templates: dict[str, str]
    assets: tuple[Asset, ...]
    own: bool
    folder: str
    """Where its author finds the templates, from the top of the project."""


def default_folder() -> Path:
    """Where the default theme lies: in the package of a wheel, else beside it in a source checkout."""
    package = Path(__file__).parent.parent
    inside = package / "themes" / DEFAULT
    return inside if inside.is_dir() else package.parent / "themes" / DEFAULT


def load(root: Path, name: str) -> Theme:
    """The theme of the site at `root`: `themes/NAME` over the default. Links are not followed out of the folder."""
    base, over = default_folder(), root / "themes" / name
    own = name != DEFAULT and over.is_dir()
    templates = _templates(base)
    everything = {f"{DEFAULT}/{key}": text for key, text in templates.items()} | templates
    assets = _assets(base)
    if own:
        everything |= _templates(over)
        assets |= _assets(over)
    return Theme(everything, tuple(assets[key] for key in sorted(assets)), own, f"themes/{name}")


def _templates(folder: Path) -> dict[str, str]:
    return {
        name: data.decode("utf-8")
        for name, data in _files(folder / "templates").items()
        if name.endswith(".html")
    }


def _assets(folder: Path) -> dict[str, Asset]:
    return {name: _asset(name, data) for name, data in _files(folder / "assets").items()}


def _asset(name: str, data: bytes) -> Asset:
    stem, _, ending = name.rpartition(".")
    return Asset(name, f"assets/{stem}.{hashlib.sha256(data).hexdigest()[:10]}.{ending}", data)


def _files(folder: Path) -> dict[str, bytes]:
    if not folder.is_dir():
        return {}
    found = {}
    for parent, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            path = Path(parent) / name
            if not path.is_symlink():
                found[path.relative_to(folder).as_posix()] = path.read_bytes()
    return found
