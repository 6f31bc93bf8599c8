"""`sitegen award`: signs that people earned a credential, one or many at once."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sitegen.cli import award_orders, days, options, pages, say, shelf, signing_options, site
from sitegen.cli.faults import Refused
from sitegen.reports import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sitegen.signing.awarding import Plan, Written
    from sitegen.signing.desk import Desk
    from sitegen.signing.drafts import Draft
    from sitegen.signing.orders import Fault, Order


def _credentials(context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[str]:
    folder = context.params.get("folder") or Path()
    return [slug for slug in shelf.slugs(folder, "credential") if slug.startswith(incomplete)]


@click.command(
    cls=pages.HelpPage,
    examples=(
        ("sitegen award calm-routines --name 'Ana Lima'", "one award; the name stays private"),
        ("sitegen award", "one award, by questions"),
        ("sitegen award --from march.csv --dry-run", "what a table would award"),
        ("sitegen award --from march.csv", "the same, and award it if you say so"),
        ("sitegen award --from-decisions", "what `sitegen review` decided is earned"),
    ),
)
@click.argument("credential", required=False, shell_complete=_credentials)
@click.option(
    "--from", "table", metavar="FILE", type=click.Path(path_type=Path), help="A table of awards, as CSV."
)
@click.option("--from-decisions", "decided", is_flag=True, help="What `sitegen review` decided is earned.")
@click.option("--name", metavar="TEXT", help="Who earned it, for the letter.")
@click.option("--email", metavar="ADDRESS", help="Their address; never published.")
@click.option("--show-name", is_flag=True, help="They agreed that the name is shown to everybody.")
@click.option(
    "--privacy",
    type=click.Choice(("private", "hashed", "open")),
    help="What the award tells everybody; the issuer's own choice by default.",
)
@click.option("--awarded", type=days.day, metavar="DAY", help="When it was earned; today if not said.")
@click.option(
    "--expires", type=days.day, metavar="DAY", help="The last day on which it is valid; never by default."
)
@click.option(
    "--row", multiple=True, metavar="ROW=LEVEL", help="A level reached in the rubric; may be repeated."
)
@click.option("--evidence", multiple=True, metavar="'TITLE | URL'", help="Evidence the earner released.")
@click.option("--assessor", metavar="TEXT", help="The body that judged.")
@click.option("--role", metavar="TEXT", help="Its role, as in 'panel of two teachers'.")
@click.option("--again", is_flag=True, help="Award it though the person holds it already.")
@click.option("--dry-run", is_flag=True, help="Show what would be awarded, and write nothing.")
@signing_options.issuer
@signing_options.signing
@options.common
def command(setting: options.Setting, credential: str | None, table: Path | None, **given: Any) -> int:
    """Sign that somebody earned a credential.

    Everything is shown before anything is written. The signed awards go into
    a new file in content/awards/, to be committed; letters with each earner's
    own link go into private/, to be sent. A table needs the columns
    `credential`, and `name` or `email`; all of it is awarded, or nothing.
    What was decided is awarded once, however often you give the command.
    """
    place = signing_options.place(setting, given["key_folder"])
    name = f"{table}:" if table else ""
    with signing_options.alone(place.root):
        from sitegen.signing import awarding, desk

        asked, faults = _orders(setting, credential, table, given)
        if given["decided"] and not asked and not faults:
            say.aside("Nothing that was decided waits for its award.", setting)
            return 0
        at = desk.of(place, given["issuer"] or _issuer(place.root, asked))
        plan = awarding.plan(at, asked, again=given["again"])
        faults = sorted([*faults, *plan.faults], key=lambda fault: fault.line)
        _show(plan.drafts)
        if faults:
            return _refuse(faults, name)
        if given["dry_run"]:
            say.aside(f"{_counted(plan)} would be made. Nothing was written.", setting)
            return 0
        _award(setting, at, plan, given)
    return 0


def _orders(
    setting: options.Setting, credential: str | None, table: Path | None, given: dict[str, Any]
) -> "tuple[list[Order], Sequence[Fault]]":
    if given["decided"]:
        found = award_orders.decided(setting, credential, table, given)
        return list(found.orders), found.faults
    if table is None:
        return [award_orders.one(credential, given)], ()
    if given["name"] or given["email"]:
        raise Refused("a table says itself who earned what", "leave `--name` and `--email` away")
    read = award_orders.table(setting, table, credential)
    return list(read.orders), read.faults


def _issuer(root: Path, asked: "list[Order]") -> str:
    """Whose credential the first order names; the only issuer, for a table without a good row."""
    from sitegen.signing import programme

    for order in asked:
        if owner := programme.owner(root, order.credential):
            return owner
    known = shelf.slugs(root, "issuer")
    if not known:
        raise Refused("there is no issuer yet", "`sitegen new issuer` makes one")
    return known[0]


def _award(setting: options.Setting, desk: "Desk", plan: "Plan", given: dict[str, Any]) -> None:
    from sitegen.signing import awarding, private_records

    private_records.refuse_shared(desk.root)
    signing_options.confirmed(f"Make {_counted(plan)} for {desk.issuer}?", yes=given["yes"])
    written = awarding.write(desk, signing_options.signer(desk, given), plan)
    _tell(setting, desk, plan, written)


def _show(drafts: "tuple[Draft, ...]") -> None:
    for draft in drafts:
        award, order = draft.award, draft.order
        kind = award.identity.kind if award.identity else "no address"
        shown = "name shown" if award.name else "name not shown"
        until = f"until {award.expires.date()}" if award.expires else "for ever"
        who = order.name or order.email
        what = f"{award.achievement.credential} {award.achievement.version}"
        say.result(visible.line(f"{who}  {what}  {award.awarded.date()}, {until}  {kind}, {shown}"))


def _refuse(faults: "Sequence[Fault]", name: str) -> int:
    for fault in faults:
        where = f"{name}{fault.line}: " if fault.line else ""
        say.result(visible.line(f"{where}error: {fault.words}"))
        if fault.hint:
            say.result(visible.line(f"  = help: {fault.hint}"))
    say.result(f"{len(faults)} problem{'s' if len(faults) > 1 else ''}, so nothing is awarded.")
    return 1


def _counted(plan: "Plan") -> str:
    number = len(plan.drafts)
    return f"{number:,} award{'s' if number != 1 else ''}"


def _tell(setting: options.Setting, desk: "Desk", plan: "Plan", written: "Written") -> None:
    prefix = site.prefix(desk.root)
    say.done(f"Made {_counted(plan)} in {prefix}{written.path}", setting)
    say.done(f"Letters to the earners: {written.letters}", setting)
    say.aside(
        "\nNext:\n"
        f"  1. Commit {written.path} and what changed in content/status/. private/ stays here.\n"
        "  2. When the site is published, send the letters.",
        setting,
    )
