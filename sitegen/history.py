"""What a change does, seen against an earlier commit: the only place that asks git."""

import subprocess
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from pathlib import Path

from sitegen.check import versions
from sitegen.model.credential import Credential
from sitegen.problem import Problem, Span
from sitegen.read import locate, records, tree

CREDENTIALS = "content/credentials/"
SIGNED = ("content/awards/", "content/issuers/", "content/status/")
"""Where awards, the keys of issuers, and status lists stand."""


class HistoryError(Exception):
    """There is no such commit, or no git; the message says which."""


def problems(root: Path, base: str) -> tuple[Problem, ...]:
    """What is wrong with the change from the commit `base` to the files as they are now. Raises HistoryError."""
    found: list[Problem] = []
    names = cache(lambda: _former_names(root))
    commit = _commit(root, base)
    for path in _changed(root, commit):
        found += _of_file(root, commit, path, names)
    return (*found, *_of_awards(root, commit))


def _of_file(root: Path, base: str, path: str, names: Callable[[], frozenset[str]]) -> Iterator[Problem]:
    before, _ = records.record_of(_git(root, "show", f"{base}:./{path}"), path, Credential)
    try:
        data = tree.read(root, path)
    except OSError:
        slug = path.rpartition("/")[2].rpartition(".")[0]
        if before is not None and before.status != "draft" and slug not in names():
            yield _removed(path)
        return
    after, _ = records.record_of(data, path, Credential)
    if before is not None and after is not None:
        for problem in versions.check(path, before, after):
            yield locate.place(problem, data)


def _of_awards(root: Path, base: str) -> Iterator[Problem]:
    """What is wrong with the change of awards, keys and status lists; no time is spent if nothing of theirs changed."""
    kinds = ("--name-only", "--relative", "--no-renames", "-z")
    known = _git(root, "diff", *kinds, base, "--", *SIGNED)
    new = _git(root, "ls-files", "--others", "--exclude-standard", "-z", "--", *SIGNED)
    changed = _names(known) + _names(new)
    if not changed:
        return
    from sitegen.awards import against

    day = date.fromisoformat(_git(root, "show", "-s", "--format=%cs", base).decode().strip())
    yield from against.problems(changed, cache(lambda path: _versions(root, base, path)), day)


def _versions(root: Path, base: str, path: str) -> tuple[bytes | None, bytes | None]:
    """A file as it was committed and as it is; None where there is none."""
    listed = _git(root, "ls-tree", "-z", "--name-only", base, "--", path)
    before = _git(root, "show", f"{base}:./{path}") if listed else None
    try:
        return before, tree.read(root, path, tree.MAX_BATCH_BYTES)
    except OSError:
        return before, None


def _former_names(root: Path) -> frozenset[str]:
    """The names that credentials say they had before, and those they have now (a file may have changed its ending)."""
    found: set[str] = set()
    for source in tree.scan(root, (CREDENTIALS.rstrip("/"),)).sources:
        if source.path.endswith(tree.TEXT_ENDINGS):
            record, _ = records.record_of(tree.read(root, source.path), source.path, Credential)
            found |= {source.path.rpartition("/")[2].rpartition(".")[0], *(record.aliases if record else ())}
    return frozenset(found)


def _removed(path: str) -> Problem:
    return Problem(
        code="published-then-removed",
        message="this credential was published, and its page would disappear",
        hint="keep the file and write `status: retired`; if it was renamed, list the old name under `aliases:`",
        span=Span(path),
        severity="warning",
    )


def _changed(root: Path, base: str) -> list[str]:
    """Credential files of `base` that are different or missing now."""
    kinds = ("--name-only", "--relative", "--no-renames", "--diff-filter=MD", "-z")
    return _names(_git(root, "diff", *kinds, base, "--", CREDENTIALS))


def _names(listed: bytes) -> list[str]:
    """Paths that git gave, each with a zero byte behind it."""
    return [name for name in listed.decode("utf-8", "replace").split("\0") if name]


def _commit(root: Path, base: str) -> str:
    """The full name of the commit that somebody calls `base`."""
    unknown = f"there is no commit, branch or tag `{base}` here"
    if base.startswith("-") or ":" in base:
        raise HistoryError(unknown)
    name = base + "^{commit}"
    found = _run(root, "rev-parse", "--verify", "--quiet", "--end-of-options", name)
    if found.returncode != 0 and not found.stderr:
        raise HistoryError(unknown)
    return _output(found).decode().strip()


def _git(root: Path, *words: str) -> bytes:
    return _output(_run(root, *words))


def _run(root: Path, *words: str) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(["git", "-C", str(root), *words], capture_output=True, check=False, timeout=60)  # noqa: S603, S607
    except (OSError, subprocess.TimeoutExpired) as error:
        raise HistoryError("git is needed to compare with an earlier commit, and could not be run") from error


def _output(run: subprocess.CompletedProcess[bytes]) -> bytes:
    if run.returncode != 0:
        said = run.stderr.decode("utf-8", "replace").strip().splitlines()
        raise HistoryError(f"git cannot compare: {said[-1] if said else 'it gave no reason'}")
    return run.stdout
