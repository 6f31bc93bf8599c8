"""What a change does, seen against an earlier commit: to versions, addresses, owners, awards, keys and status lists."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from sitegen import changed, commits
from sitegen.changed import Changed
from sitegen.check import addresses, owners, second_owners, versions
from sitegen.check.addresses import Gone
from sitegen.check.owners import Owner
from sitegen.commits import Change
from sitegen.model.credential import Credential
from sitegen.model.issuer import Issuer
from sitegen.problem import Problem
from sitegen.read import links, locate, places, records, tree

SIGNED = ("content/awards/", "content/issuers/", "content/status/")
"""Where awards, the keys of issuers, and status lists stand."""

HistoryError = commits.HistoryError


def problems(root: Path, base: str, by: str = "") -> tuple[Problem, ...]:
    """What is wrong with the change from the commit `base` to the files as they are now. Raises HistoryError."""
    whole = change(root, base)
    return of(whole, parts(whole), by)


def change(root: Path, base: str) -> Change:
    """What lies between the commit `base` and now, in the folders that a site is made from. Raises HistoryError."""
    site = changed.site(root)
    docs = (site.docs,) if site and site.docs else ()
    return commits.change(commits.base(root, base), (places.CONTENT, "themes", *docs))


def of(whole: Change, several: tuple[Changed, ...], by: str) -> tuple[Problem, ...]:
    """What is wrong with a change as such, whatever each of its files says by itself; `by` is who proposes it."""
    found = [*_versions(several), *_addresses(several), *_signed(whole), *_second_owners(whole, several)]
    return (*found, *owners.check(touched(whole, several), by))


def parts(whole: Change) -> tuple[Changed, ...]:
    """The records in a change."""
    site = changed.site(whole.base.root) if whole.paths else None
    return changed.all_of(whole, site.docs if site else None)


def _versions(several: tuple[Changed, ...]) -> Iterator[Problem]:
    for one in several:
        if one.data and isinstance(one.before, Credential) and isinstance(one.after, Credential):
            for problem in versions.check(one.path, one.before, one.after):
                yield locate.place(problem, one.data)


def _addresses(several: tuple[Changed, ...]) -> Iterator[Problem]:
    data = {one.path: one.data for one in several}
    for problem in addresses.check(gone(several)):
        here = data.get(problem.span.file)
        yield locate.place(problem, here) if here else problem


def gone(several: tuple[Changed, ...]) -> tuple[Gone, ...]:
    """The published addresses that nothing answers to any more. A person's own page may always go."""
    now = {address for one in several for address in changed.addresses(one.place, one.after)}
    broken = (one for one in several if one.data and one.after is None and not one.is_unfinished)
    unread = {links.address(one.place) for one in broken}
    lost = [
        (one, address)
        for one in several
        if one.place.kind != "person" and links.address(one.place) not in unread
        for address in changed.addresses(one.place, one.before)
        if address not in now
    ]
    heirs = changed.successors(several) if lost else {}
    return tuple(_gone(one, address, heirs.get(one.path)) for one, address in lost)


def _gone(one: Changed, address: str, heir: Changed | None) -> Gone:
    page = changed.addresses(one.place, one.before)[0]
    is_draft = one.is_unfinished or getattr(one.after, "status", "") == "draft"
    return Gone(
        address=address,
        path=one.path,
        noun=one.place.kind.replace("-", " "),
        successor=heir.path if heir else "",
        is_former=address != page and one.data is not None and not is_draft,
        is_draft=is_draft,
    )


def _signed(whole: Change) -> Iterator[Problem]:
    """What is wrong with the change of awards, keys and status lists; no time is spent if nothing of theirs changed."""
    if not any(path.startswith(SIGNED) for path in whole.paths):
        return
    from sitegen.awards import against

    def versions_of(path: str) -> against.Versions:
        now = whole.now(path)
        return (whole.before.get(path) if path in whole.paths else now), now

    def files_of(issuer: str) -> Iterator[str]:
        folder = f"content/awards/{issuer}"
        found = tree.scan(whole.base.root, (folder,)).sources
        return iter(
            {source.path for source in found}
            | {path for path in whole.paths if path.startswith(f"{folder}/")}
        )

    yield from against.problems(whole.paths, cache(versions_of), whole.base.day, files_of)


def _second_owners(whole: Change, several: tuple[Changed, ...]) -> Iterator[Problem]:
    issuers = [one for one in several if isinstance(one.after, Issuer)]
    site = changed.site(whole.base.root) if issuers else None
    for one in issuers:
        for problem in second_owners.check(one.path, one.before, one.after, site) if site else ():
            yield locate.place(problem, one.data or b"")


def touched(whole: Change, several: tuple[Changed, ...]) -> tuple[Owner, ...]:
    """The issuers whose files a change touches, by slug. Who looks after them is taken from before the change."""
    mine: dict[str, list[str]] = {}
    theirs = {one.path: _issuers(one) for one in several if one.place.kind == "pathway"}
    for path in whole.paths:
        for slug in theirs.get(path, _owner(path)):
            mine.setdefault(slug, []).append(path)
    return tuple(_known(whole, slug, tuple(paths)) for slug, paths in sorted(mine.items()))


def _owner(path: str) -> tuple[str, ...]:
    parts = path.split("/")
    if len(parts) > 2 and parts[0] == places.CONTENT and parts[1] in ("credentials", "awards"):
        return (parts[2],)
    return (parts[2].partition(".")[0],) if parts[:2] in _FILES else ()


_FILES = (["content", "issuers"], ["content", "status"])


def _issuers(one: Changed) -> tuple[str, ...]:
    return tuple(sorted({record.issuer for record in (one.before, one.after) if record is not None}))


def _known(whole: Change, slug: str, paths: tuple[str, ...]) -> Owner:
    for ending in tree.TEXT_ENDINGS:
        path = f"content/issuers/{slug}{ending}"
        data = whole.before.get(path) or whole.now(path)
        record = records.record_of(data, path, Issuer)[0] if data is not None else None
        if record is not None:
            was_there = path in whole.before or path not in whole.paths
            return Owner(slug, record.name, record.maintainers if was_there else (), paths)
    return Owner(slug, slug, (), paths)
