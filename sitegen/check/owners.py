"""Owners: whose records a change touches, and whether that is for whoever proposes it to change."""

from collections.abc import Iterator

from msgspec import Struct

from sitegen.problem import Problem, Span


class Owner(Struct, frozen=True):
    """An issuer whose files a change touches: its name, who looked after its records before the change, and the files."""

    slug: str
    name: str
    maintainers: tuple[str, ...]
    paths: tuple[str, ...]


def check(owners: tuple[Owner, ...], by: str) -> Iterator[Problem]:
    """Files that belong to somebody else than `by`, a name on GitHub; without one, a change that touches several issuers.

    Whoever looks after no issuer at all may propose anything: then the owners are asked, and nothing is wrong with that.
    """
    who = _plain(by)
    mine = [owner for owner in owners if who in map(_plain, owner.maintainers)]
    if who and mine:
        for owner in owners:
            if owner not in mine:
                yield from (_others(path, owner, mine[0], who) for path in owner.paths)
    elif not who and len(owners) > 1:
        yield _several(owners)


def words(owners: tuple[Owner, ...]) -> str:
    """Whose records a change touches, in a sentence; empty if they are nobody's own."""
    return f"This change touches {_listed([_share(owner) for owner in owners])}." if owners else ""


def _share(owner: Owner) -> str:
    after = f", looked after by {_people(owner)}" if owner.maintainers else ""
    return f"{_files(len(owner.paths))} of {owner.name}{after}"


def _others(path: str, owner: Owner, mine: Owner, who: str) -> Problem:
    ask = f"ask {_people(owner)} to agree to it" if owner.maintainers else "ask them to agree to it"
    return Problem(
        code="anothers-record",
        message=f"this file belongs to {owner.name}, and @{who} looks after the records of {mine.name}",
        hint=f"leave it out of this change, or {ask}",
        severity="warning",
        span=Span(path),
    )


def _several(owners: tuple[Owner, ...]) -> Problem:
    shares = [f"{owner.name} ({_files(len(owner.paths))})" for owner in owners]
    smallest = min(owners, key=lambda owner: len(owner.paths))
    return Problem(
        code="several-issuers",
        message=f"this change touches the records of {len(owners)} issuers: {_listed(shares)}",
        hint="bring what concerns each issuer in a change of its own, so that each can agree to its own",
        severity="warning",
        span=Span(smallest.paths[0]),
    )


def _people(owner: Owner) -> str:
    return _listed([f"@{name.lstrip('@')}" for name in owner.maintainers])


def _files(number: int) -> str:
    return "1 file" if number == 1 else f"{number:,} files"


def _listed(several: list[str]) -> str:
    return f"{', '.join(several[:-1])} and {several[-1]}" if len(several) > 1 else several[0]


def _plain(name: str) -> str:
    return name.strip().lstrip("@").lower()
