"""What a change may do to signed awards, to their issuers' keys and to status lists: add, and never take back.

`versions` gives a file as it was committed and as it is now, each None if there is or was none. Whether what was added is in
order by itself is for `batches` and `judging` to say.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import zip_longest

from sitegen.awards import against_credentials, against_keys, batches
from sitegen.badges import editions, status
from sitegen.badges.editions import Pair
from sitegen.badges.refusal import Refused
from sitegen.model.issuer import Issuer
from sitegen.problem import Problem, Span
from sitegen.read import records

AWARDS = "content/awards/"
ISSUERS = "content/issuers/"
STATUS = "content/status/"

ENDINGS = (".md", ".yaml", ".yml")


Versions = tuple[bytes | None, bytes | None]
"""A file before and after the change."""

Look = Callable[[str], Versions]


def problems(
    changed: Iterable[str], versions: Look, day: date, files: Callable[[str], Iterable[str]]
) -> Iterator[Problem]:
    """Everything wrong with a change of the files `changed`; `day` is that of the commit it is compared with.

    `files` gives the paths of all awards of an issuer.
    """
    every = sorted(changed)
    paths = [path for path in every if path.startswith((AWARDS, ISSUERS, STATUS)) and path.count("/") > 1]
    slugs = {path: _slug(path) for path in paths}
    awarded = {slug for path, slug in slugs.items() if path.startswith(AWARDS)}
    for path in paths:
        if path.startswith(AWARDS):
            yield from _awards(path, slugs[path], versions, day)
            added = _added(path, versions)
            yield from against_credentials.problems(path, slugs[path], added, versions, files)
    for slug in sorted({slugs[path] for path in paths if path.startswith(ISSUERS)}):
        former, now = _issuer(slug, versions)
        beside = [path for path in every if slugs.get(path) != slug or path.startswith(AWARDS)]
        yield from against_keys.problems(former, now, beside, awarded=slug in awarded)
    for slug in sorted({slugs[path] for path in paths if path.startswith(STATUS)}):
        yield from _lists(slug, versions)


def _slug(path: str) -> str:
    """The issuer that a file belongs to."""
    name = path.split("/")[2]
    return name if path.startswith(AWARDS) else name.partition(".")[0]


def _issuer(slug: str, versions: Look) -> tuple[against_keys.File, against_keys.File]:
    """An issuer's file before and after, which may have changed its ending; no record if there is none, or a bad one."""
    found: list[against_keys.File] = [against_keys.NONE, against_keys.NONE]
    for ending in ENDINGS:
        path = f"{ISSUERS}{slug}{ending}"
        for side, data in enumerate(versions(path)):
            if data is not None:
                record, _ = records.record_of(data, path, Issuer)
                found[side] = against_keys.File(path, data, record)
    return found[0], found[1]


def _awards(path: str, issuer: str, versions: Look, day: date) -> Iterator[Problem]:
    """A file of awards only grows at its end."""
    before, after = versions(path)
    if before is not None and after is None:
        yield _gone(path)
    elif before is not None and after is not None:
        yield from _rewritten(path, batches.lines(before, path), batches.lines(after, path))
    if after is not None:
        old = len(batches.lines(before, path)) if before is not None else 0
        former, _ = _issuer(issuer, versions)
        if former.record is not None and any(key.until and key.until < day for key in former.record.keys):
            added = batches.read(after, path, issuer).file.lines[old:]
            yield from against_keys.retired(path, added, former.record, day)


def _added(path: str, versions: Look) -> list[tuple[int, bytes]]:
    """The lines behind those that were there before."""
    before, after = (batches.lines(data, path) if data is not None else [] for data in versions(path))
    return after[len(before) :]


def _gone(path: str) -> Problem:
    return Problem(
        code="award-file-removed",
        message="this file of awards was there before, and is gone: its badges would disappear",
        hint="take it back from the commit it is compared with; what must not hold is revoked with `sitegen revoke`",
        span=Span(path),
    )


def _rewritten(path: str, old: list[tuple[int, bytes]], new: list[tuple[int, bytes]]) -> Iterator[Problem]:
    """The first line that is another one than before, and how many there are in all."""
    different = [
        (then, now)
        for then, now in zip_longest(old, new)
        if then is not None and (now is None or now[1] != then[1])
    ]
    if not different:
        return
    now = different[0][1]
    what = "this line was another one before" if now else "an award that stood behind this one is gone"
    more = f" (and so for {len(different) - 1:,} more in this file)" if len(different) > 1 else ""
    last = max((number for number, _ in new), default=1)
    yield Problem(
        code="award-rewritten",
        message=f"{what}: awards are only ever added, at the end of a file{more}",
        hint="take the file back from the commit it is compared with, and put new awards behind the old ones",
        span=Span(path, now[0] if now else last),
    )


def _lists(issuer: str, versions: Look) -> Iterator[Problem]:
    """Lists that may not follow the ones before; one that cannot be read is told of by the check itself."""
    paths = [f"{STATUS}{issuer}.json", f"{STATUS}{issuer}.suspended.json"]
    found = [versions(path) for path in paths]
    before, after = (_pair(*side) for side in zip(*found, strict=True))
    if before is None:
        return
    if found[0][1] is None:
        yield _back(paths[0], "this status list is gone, and nobody could tell what was revoked", 0)
        return
    faults = editions.compare(before, after) if after is not None else ()
    same: dict[str, list[str]] = {}
    for fault in faults:
        same.setdefault(fault.code, []).append(fault.words)
    changed = [path for path, version in zip(paths, found, strict=True) if version[0] != version[1]]
    for code, words in same.items():
        yield _back(changed[-1] if code == "status-withdrawn" else changed[0], words[0], len(words) - 1)


def _pair(revoked: bytes | None, suspended: bytes | None) -> Pair | None:
    """Both lists; None if there is no first one, or one cannot be read."""
    if revoked is None:
        return None
    try:
        return Pair(status.read(revoked), status.read(suspended) if suspended is not None else None)
    except Refused:
        return None


def _back(path: str, words: str, others: int) -> Problem:
    more = f" (and so for {others:,} more)" if others else ""
    return Problem(
        code="status-went-back",
        message=f"the lists of withdrawn badges would go back: {words}{more}",
        hint="take both lists from the newest commit, and give the command again that was to change them",
        span=Span(path),
    )
