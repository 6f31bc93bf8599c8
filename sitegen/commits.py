"""An earlier commit: which files differ from it now, and what they were then; the only place that asks git."""

import subprocess
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from msgspec import Struct

from sitegen.read import tree

FILE_MODES = (b"100644", b"100755")
"""What git calls ordinary files; links and other repositories are none."""


class HistoryError(Exception):
    """There is no such commit, or no git; the message says which."""


class Base(Struct, frozen=True):
    """A commit to compare with: the site's folder, the commit's full name, its day, and whether what is here follows it."""

    root: Path
    commit: str
    day: date
    is_behind: bool


class Change(Struct, frozen=True):
    """What lies between a commit and the files as they are now.

    `paths` are the files that differ, from the site's top; `before` holds the bytes of those that were there.
    """

    base: Base
    paths: tuple[str, ...]
    before: dict[str, bytes]

    def now(self, path: str) -> bytes | None:
        """The bytes of a file as it is now; None if there is none, or if it has become a link."""
        try:
            return tree.read(self.base.root, path, tree.MAX_BATCH_BYTES)
        except OSError:
            return None


def base(root: Path, name: str) -> Base:
    """The commit that somebody calls `name`. Raises HistoryError."""
    commit = _commit(root, name)
    day = date.fromisoformat(_git(root, "show", "-s", "--format=%cs", commit).decode().strip())
    follows = _run(root, "merge-base", "--is-ancestor", commit, "HEAD").returncode == 0
    return Base(root, commit, day, is_behind=not follows)


def change(since: Base, folders: Iterable[str]) -> Change:
    """How the files below `folders` differ from a commit, those that git does not know yet or ignores included."""
    below = [folder for folder in folders if not folder.startswith("-")]
    kinds = ("--name-only", "--relative", "--no-renames", "--no-ext-diff", "-z")
    known = _names(_git(since.root, "diff", *kinds, since.commit, "--", *below))
    new = _names(_git(since.root, "ls-files", "--others", "-z", "--", *below))
    paths = tuple(sorted({*known, *new}))
    return Change(since, paths, _before(since, set(paths), below) if paths else {})


def _before(since: Base, wanted: set[str], folders: list[str]) -> dict[str, bytes]:
    """The bytes that files had then: their names in one listing, their contents from one process."""
    objects: dict[str, bytes] = {}
    for line in _git(since.root, "ls-tree", "-r", "-z", since.commit, "--", *folders).split(b"\0"):
        about, _, name = line.partition(b"\t")
        path = name.decode("utf-8", "replace")
        if path in wanted and about.startswith(FILE_MODES):
            objects[path] = about.split()[2]
    if not objects:
        return {}
    asked = b"".join(name + b"\n" for name in objects.values())
    given = _output(_run(since.root, "cat-file", "--batch", given=asked))
    return dict(zip(objects, _contents(given), strict=True))


def _contents(given: bytes) -> list[bytes]:
    """What `git cat-file --batch` gives: a line that ends in the number of bytes, the bytes, and a line end, each time."""
    found: list[bytes] = []
    place = 0
    while place < len(given):
        end = given.index(b"\n", place)
        size = int(given[place:end].split()[2])
        found.append(given[end + 1 : end + 1 + size])
        place = end + size + 2
    return found


def _names(listed: bytes) -> list[str]:
    """Paths that git gave, each with a zero byte behind it."""
    return [name for name in listed.decode("utf-8", "replace").split("\0") if name]


def _commit(root: Path, name: str) -> str:
    unknown = f"there is no commit, branch or tag `{name}` here"
    if name.startswith("-") or ":" in name:
        raise HistoryError(unknown)
    found = _run(root, "rev-parse", "--verify", "--quiet", "--end-of-options", name + "^{commit}")
    if found.returncode != 0 and not found.stderr:
        raise HistoryError(unknown)
    return _output(found).decode().strip()


def _git(root: Path, *words: str) -> bytes:
    return _output(_run(root, *words))


def _run(root: Path, *words: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = ["git", "-C", str(root), *words]
    try:
        return subprocess.run(command, input=given, capture_output=True, check=False, timeout=60)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired) as error:
        raise HistoryError("git is needed to compare with an earlier commit, and could not be run") from error


def _output(run: subprocess.CompletedProcess[bytes]) -> bytes:
    if run.returncode != 0:
        said = run.stderr.decode("utf-8", "replace").strip().splitlines()
        raise HistoryError(f"git cannot compare: {said[-1] if said else 'it gave no reason'}")
    return run.stdout
