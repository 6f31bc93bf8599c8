"""What a machine and a folder must offer, and how to find out whether they do."""

import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from typing import Literal, NamedTuple

from sitegen import __version__

State = Literal["good", "note", "bad"]
OLDEST_PYTHON = (3, 11)
NEEDED = ("click", "msgspec", "PyYAML", "Jinja2", "markdown-it-py", "nh3", "Pillow", "fontpkg-public-sans")
OPTIONAL = {
    "markdown_it_pyrs": "makes large catalogs build faster",
    "watchfiles": "lets `serve` see changes at once",
}
LEAST_SPACE = 200_000_000
"""Bytes of free disk space below which a build of a large catalog may not fit."""

MOST_SKEW = 2.0
"""Seconds by which the disk's clock may differ from the machine's."""


class Finding(NamedTuple):
    """What was looked at, how it stands, and in what words."""

    what: str
    state: State
    text: str


def machine() -> Iterator[Finding]:
    """What does not depend on a site."""
    yield Finding("sitegen", "good", f"{__version__} in {Path(__file__).parents[1]}")
    old = sys.version_info < OLDEST_PYTHON
    yield Finding("python", "bad" if old else "good", f"{platform.python_version()} in {sys.executable}")
    yield from _packages()
    yield _libyaml()
    yield _git()
    late = time.gmtime().tm_year >= 2025
    yield Finding("clock", "good" if late else "bad", time.strftime("%Y-%m-%d %H:%M:%S UTC", time.gmtime()))


def folder(root: Path) -> Iterator[Finding]:
    """What a site's folder must allow."""
    number = sum(len(files) for _, _, files in os.walk(root / "content"))
    has_site = (root / "content" / "site.yaml").is_file()
    words = (
        f"{number:,} files in {root / 'content'}" if has_site else "no site here; `sitegen new` starts one"
    )
    yield Finding("content", "good" if has_site else "note", words)
    free = shutil.disk_usage(root).free
    yield Finding("space", "good" if free > LEAST_SPACE else "note", f"{free / 1e9:,.1f} GB free")
    try:
        with tempfile.TemporaryDirectory(prefix=".sitegen-doctor-", dir=root) as place:
            yield Finding("folder", "good", "can be written")
            yield from _disk(Path(place))
            yield _lock(Path(place))
    except OSError as error:
        yield Finding("folder", "bad", f"cannot be written: {error.strerror or error}")


def _packages() -> Iterator[Finding]:
    for name in (*NEEDED, *OPTIONAL):
        try:
            yield Finding(name, "good", metadata.version(name))
        except metadata.PackageNotFoundError:
            if name in OPTIONAL:
                yield Finding(name, "note", f"not installed; it {OPTIONAL[name]}")
            else:
                yield Finding(name, "bad", "not installed; install sitegen again")


def _libyaml() -> Finding:
    import importlib.util

    found = importlib.util.find_spec("yaml._yaml") is not None
    return Finding(
        "libyaml", "good" if found else "note", "present" if found else "missing; reading will be slow"
    )


def _git() -> Finding:
    program = shutil.which("git")
    if program is None:
        return Finding("git", "note", "not found; only needed to share your changes")
    said = subprocess.run([program, "--version"], capture_output=True, text=True, timeout=10, check=False)  # noqa: S603
    return Finding("git", "good", said.stdout.strip().removeprefix("git version "))


def _disk(place: Path) -> Iterator[Finding]:
    written = place / "clock"
    written.touch()
    skew = abs(written.stat().st_mtime - time.time())
    words = (
        f"{skew:.0f} s apart; files may seem unchanged" if skew > MOST_SKEW else "the same as the machine's"
    )
    yield Finding("disk's clock", "note" if skew > MOST_SKEW else "good", words)
    yield _swap(place)


def _swap(place: Path) -> Finding:
    from sitegen.write import swap

    one, other = place / "one", place / "other"
    one.mkdir()
    other.mkdir()
    try:
        swap.exchange(one, other)
    except OSError:
        return Finding(
            "swap",
            "note",
            "two folders cannot change places here; the site is away for an instant when published",
        )
    return Finding("swap", "good", "a new site takes the place of the old one in a single step")


def _lock(place: Path) -> Finding:
    from sitegen.write import lock

    with lock.held(place / "lock", wait=False) as real:
        return Finding("lock", "good" if real else "note", "works" if real else lock.UNGUARDED)
