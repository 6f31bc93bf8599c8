"""What the commands share that change awards: finding them, asking, signing, and saying what was done."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

import click

from sitegen.cli import options, say, signing_options, site
from sitegen.cli.faults import Refused
from sitegen.reports import visible

if TYPE_CHECKING:
    from sitegen.signing.following import Follow
    from sitegen.signing.key_changes import Place
    from sitegen.signing.ledger import Edition
    from sitegen.signing.status_changes import What

awards = click.argument("awards", nargs=-1, required=True, metavar="AWARD...")
"""Awards by id, by the beginning of it, or by address."""

dry_run = click.option("--dry-run", is_flag=True, help="Show what would be done, and write nothing.")


def with_reason(function: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options about a reason."""
    why = click.option("--reason", metavar="TEXT", required=True, help="Why; kept in private/.")
    public = click.option(
        "--publish-reason", is_flag=True, help="Let everybody who checks the badge read the reason."
    )
    return why(public(function))


def decide(setting: options.Setting, what: "What", awards: tuple[str, ...], given: dict[str, Any]) -> int:
    """Revoke, suspend or reinstate awards of one issuer."""
    from sitegen.signing import desk, status_changes
    from sitegen.signing.status_changes import Decision

    place = signing_options.place(setting, given["key_folder"])
    with signing_options.alone(place.root):
        issuer, found = _found(place, awards)
        at = desk.of(place, issuer)
        status_changes.refuse_reason(given["reason"])
        _list(found)
        signing_options.confirmed(f"{what.capitalize()} {_counted(found)}?", yes=given["yes"])
        key = signing_options.signer(at, given)
        why = {"reason": given["reason"], "is_public": given["publish_reason"]}
        decisions = [(one, Decision(what=what, award=one.id, **why)) for one in found]
        status_changes.decide(at, key, decisions)
    done = {"revoke": "Revoked", "suspend": "Suspended", "reinstate": "Reinstated"}[what]
    say.done(f"{done} {_counted(found)}.", setting)
    say.aside("Commit what changed in content/status/; it holds as soon as the site is published.", setting)
    return 0


def follow(setting: options.Setting, awards: Iterable[str], how: "Follow", given: dict[str, Any]) -> int:
    """Make later editions of awards of one issuer."""
    place = signing_options.place(setting, given["key_folder"])
    with signing_options.alone(place.root):
        issuer, found = _found(place, awards)
        return follow_found(setting, place, issuer, found, (how, given))


def follow_found(
    setting: options.Setting,
    place: "Place",
    issuer: str,
    found: "list[Edition]",
    how: "tuple[Follow, dict[str, Any]]",
) -> int:
    """Make later editions of these awards; those that can have none are named, and keep all from being written."""
    from sitegen.signing import desk, following

    make, given = how
    at = desk.of(place, issuer)
    changes, refused = following.all_of(at, found, make)
    _list([one for one in found if any(change.before.id == one.id for change in changes)])
    for error in refused:
        say.result(visible.line(f"error: {error}"))
        if error.hint:
            say.result(visible.line(f"  = help: {error.hint}"))
    if refused and not given.get("skip"):
        return 1
    if given["dry_run"] or not (changes or refused):
        say.aside(f"{_counted(changes)} would be signed again. Nothing was written.", setting)
        return 0
    signing_options.confirmed(f"Sign {_counted(changes)} again?", yes=given["yes"])
    path = following.write(at, signing_options.signer(at, given), changes)
    where = (
        f", in {site.prefix(place.root)}{path}"
        if path
        else "; the status lists are signed with the present key"
    )
    say.done(f"Signed {_counted(changes)} again{where}", setting)
    say.aside(f"Commit {path + ' and ' if path else ''}what changed in content/status/.", setting)
    return 0


def _found(place: "Place", awards: Iterable[str]) -> "tuple[str, list[Edition]]":
    """The issuer of the awards, and the edition of each that counts."""
    from sitegen.signing import ledger

    named = list(dict.fromkeys(ledger.find(place.root, award) for award in awards))
    issuers = sorted({issuer for issuer, _ in named})
    if len(issuers) != 1:
        raise Refused(
            "these awards are of several issuers", f"give those of one at a time: {', '.join(issuers)}"
        )
    held = ledger.newest(place.root, issuers[0])
    return issuers[0], [held[award] for _, award in named]


def _list(found: "Iterable[Edition]") -> None:
    for one in found:
        say.result(visible.line(f"{one.id}  {one.credential} {one.version}  {one.name or 'no name shown'}"))


def _counted(found: Any) -> str:
    return f"{len(found):,} award{'s' if len(found) != 1 else ''}"
