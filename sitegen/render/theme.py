"""A theme: templates and assets, a site's own laid over the default one, file by file."""

import hashlib
import os
import stat
from pathlib import Path

from msgspec import Struct

from sitegen.model import secrets
from sitegen.problem import Problem, Span
from sitegen.render import lean, made

DEFAULT = "default"
MAX_BYTES = 1_000_000
ASSET_ENDINGS = (".css", ".js", ".svg", ".png", ".woff2", ".ico", ".webmanifest")


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
    problems: tuple[Problem, ...] = ()


def default_folder() -> Path:
    """Where the default theme lies: in the package of a wheel, else beside it in a source checkout."""
    package = Path(__file__).parent.parent
    inside = package / "themes" / DEFAULT
    return inside if inside.is_dir() else package.parent / "themes" / DEFAULT


def load(root: Path, name: str) -> Theme:
    """The theme of the site at `root`: `themes/NAME` over the default. Links are not followed out of the folder."""
    base, over = default_folder(), root / "themes" / name
    own = name != DEFAULT and over.is_dir() and not over.is_symlink() and not over.parent.is_symlink()
    folder = f"themes/{name}"
    templates, problems = _templates(base, folder)
    everything = {f"{DEFAULT}/{key}": text for key, text in templates.items()} | templates
    files = {name: lean.lean(name, data) for name, data in _asset_files(base).items()}
    if name != DEFAULT and not own:
        problems = [_no_theme(name)]
    if own:
        changed, problems = _templates(over, folder)
        everything |= changed
        files |= _asset_files(over)
        problems += _secrets(over, folder)
    assets = tuple(_asset(name, data) for name, data in sorted(made.made(files).items()))
    return Theme(everything, assets, own, folder, tuple(problems))


def _templates(folder: Path, shown: str) -> tuple[dict[str, str], list[Problem]]:
    texts: dict[str, str] = {}
    problems: list[Problem] = []
    for name, data in _files(folder / "templates").items():
        if name.endswith(".html"):
            try:
                texts[name] = data.decode("utf-8-sig")
            except UnicodeDecodeError:
                problems.append(_not_utf8(f"{shown}/templates/{name}"))
    return texts, problems


def _secrets(folder: Path, shown: str) -> list[Problem]:
    """Files of a theme in which a private key stands."""
    return [
        Problem(
            code="secret-file",
            message="a private key stands in this file",
            hint="remove it, and treat the key as known to others: make a new one",
            span=Span(f"{shown}/{name}"),
        )
        for name, data in _files(folder).items()
        if secrets.position(data) is not None
    ]


def _no_theme(name: str) -> Problem:
    return Problem(
        code="unknown-reference",
        message=f"there is no theme `{name}`",
        hint=f"add the folder themes/{name}/, or delete the line to use the default theme",
        span=Span("content/site.yaml"),
        path=("theme",),
    )


def _not_utf8(path: str) -> Problem:
    message = "this template is not saved as UTF-8"
    return Problem(
        code="not-utf8",
        message=message,
        hint="in your editor choose “Save with encoding” and then UTF-8",
        span=Span(path),
    )


def _asset_files(folder: Path) -> dict[str, bytes]:
    return {name: data for name, data in _files(folder / "assets").items() if name.endswith(ASSET_ENDINGS)}


def _asset(name: str, data: bytes) -> Asset:
    stem, _, ending = name.rpartition(".")
    return Asset(name, f"assets/{stem}.{hashlib.sha256(data).hexdigest()[:10]}.{ending}", data)


def _files(folder: Path) -> dict[str, bytes]:
    """The ordinary files below a folder that are of a size a theme may have."""
    found = {}
    for parent, folders, names in os.walk(folder) if folder.is_dir() and not folder.is_symlink() else ():
        folders.sort()
        for name in sorted(names):
            path = Path(parent) / name
            info = path.lstat()
            if stat.S_ISREG(info.st_mode) and info.st_size <= MAX_BYTES and not name.startswith("."):
                found[path.relative_to(folder).as_posix()] = path.read_bytes()
    return found
