"""What a change does for earners and visitors: the records in it, compared one by one, and who holds which version."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sitegen import changed, history
from sitegen.awards import batches
from sitegen.changed import Changed
from sitegen.commits import Change
from sitegen.compare import whole
from sitegen.compare.whole import Difference, Moved, Record
from sitegen.model import editions, wording
from sitegen.model.award import Award
from sitegen.read import places, tree

AWARDS = "content/awards"


def of(root: Path, base: str) -> Difference:
    """What changes between the commit `base` and now. Raises HistoryError."""
    change = history.change(root, base)
    several = history.parts(change)
    heirs = changed.successors(several)
    former = {heir.path: one for one in several if (heir := heirs.get(one.path)) is not None}
    shown = [one for one in several if one.path not in heirs and _differs(one, former.get(one.path))]
    credentials = [one for one in shown if one.place.kind == "credential"]
    holders = _holders(root, {slug for one in credentials for slug in _slugs(one, former.get(one.path))})
    return Difference(
        base=base,
        credentials=tuple(_record(one, former.get(one.path), holders) for one in credentials),
        others=tuple(_record(one, former.get(one.path), {}) for one in shown if one not in credentials),
        addresses=tuple(_addresses(several)),
        notes=tuple(_notes(change)),
    )


def _differs(one: Changed, former: Changed | None) -> bool:
    """Whether a file says something else, and not only the same in other lines."""
    return former is not None or one.before != one.after or (one.after is None)


def _slugs(one: Changed, former: Changed | None) -> tuple[str, ...]:
    return (one.place.slug, former.place.slug) if former else (one.place.slug,)


def _record(one: Changed, former: Changed | None, holders: dict[str, Counter[str]]) -> Record:
    before = former.before if former else one.before
    named = one.after or before
    is_credential = one.place.kind == "credential"
    counts = sum((holders.get(slug, Counter()) for slug in _slugs(one, former)), Counter[str]())
    return Record(
        kind=one.place.kind,
        title=_title(named) or one.place.slug,
        path=one.path,
        state="draft" if one.is_unfinished else whole.state(before, one.after, exists=one.data is not None),
        moved_from=former.path if former else "",
        version_before=before.version if is_credential and before else "",
        version=one.after.version if is_credential and one.after else "",
        holders=dict(counts),
        points=whole.points(before, one.after) if before is not None and one.after is not None else (),
    )


def _title(record: Any) -> str:
    return str(getattr(record, "title", None) or getattr(record, "name", "")) if record is not None else ""


def _addresses(several: tuple[Changed, ...]) -> Iterator[Moved]:
    """Addresses that lead elsewhere, or nowhere."""
    now: dict[str, str] = {}
    for one in several:
        page, *others = changed.addresses(one.place, one.after) or ("",)
        now |= dict.fromkeys(others, page)
    before = {address for one in several for address in changed.addresses(one.place, one.before)[:1]}
    yield from (Moved(address, page) for address, page in sorted(now.items()) if address in before)
    yield from (Moved(gone.address, "") for gone in history.gone(several))


def _holders(root: Path, slugs: set[str]) -> dict[str, Counter[str]]:
    """How many awards that hold there are of each version of some credentials; withdrawn ones do not count."""
    awards = editions.newest(_awards(root, slugs)).values() if slugs else ()
    withdrawn = {issuer: _withdrawn(root, issuer) for issuer in {award.issuer for award in awards}}
    found: dict[str, Counter[str]] = {}
    for award in awards:
        if award.index not in withdrawn[award.issuer]:
            found.setdefault(award.achievement.credential, Counter())[award.achievement.version] += 1
    return found


def _awards(root: Path, slugs: set[str]) -> Iterator[Award]:
    names = [slug.encode() for slug in slugs]
    for source in tree.scan(root, (AWARDS,)).sources:
        data = tree.read(root, source.path, tree.MAX_BATCH_BYTES)
        if any(name in data for name in names):
            for _, line in batches.lines(data, source.path):
                yield from _award(line, names)


def _award(line: bytes, names: list[bytes]) -> Iterator[Award]:
    """The award in a line, if it is for one of the credentials; one that cannot be read is told of by the check."""
    if any(name in line for name in names):
        try:
            award = batches.award(line)
        except Exception:  # noqa: BLE001 - the line may hold anything
            return
        if award.achievement.credential.encode() in names:
            yield award


def _withdrawn(root: Path, issuer: str) -> frozenset[int]:
    from sitegen.awards import status_files

    path = f"content/status/{issuer}.json"
    try:
        found = status_files.read(tree.read(root, path, tree.MAX_BATCH_BYTES), path, issuer)
    except OSError:
        return frozenset()
    return frozenset(found.file.set) if found.file else frozenset()


def _notes(change: Change) -> Iterator[str]:
    """Sentences about what is no record: awards, status lists, pictures, settings, themes."""
    added = {path: _lines(change, path) for path in change.paths if path.startswith(f"{AWARDS}/")}
    for issuer in sorted({path.split("/")[2] for path in added}):
        number = sum(lines for path, lines in added.items() if path.split("/")[2] == issuer)
        yield f"{wording.count(number, 'award')} of {issuer} {'is' if number == 1 else 'are'} added."
    for path in change.paths:
        if path.startswith("content/status/"):
            yield f"{path} changed: awards were withdrawn or hold again."
        elif path.endswith(tree.PICTURE_ENDINGS):
            yield f"The picture {path} {_became(change, path)}."
    if places.SITE_FILE in change.paths:
        yield "The settings of the site changed, which can concern every page."
    if any(path.startswith("themes/") for path in change.paths):
        yield "The theme changed, which can concern every page."


def _lines(change: Change, path: str) -> int:
    before, now = change.before.get(path, b""), change.now(path) or b""
    return len(batches.lines(now, path)) - len(batches.lines(before, path))


def _became(change: Change, path: str) -> str:
    if path not in change.before:
        return "is new"
    return "changed" if change.now(path) is not None else "is gone"
