"""`sitegen renew`: gives awards another last day."""

from datetime import date
from functools import partial
from typing import Any

import click

from sitegen.cli import award_changes, days, options, pages, signing_options
from sitegen.cli.faults import Refused


@click.command(
    cls=pages.HelpPage,
    examples=(
        ("sitegen renew 3f9a1c7b --expires 2029-03-09", "until that day"),
        ("sitegen renew 3f9a1c7b --for-ever", "without an end"),
    ),
)
@award_changes.awards
@click.option("--expires", type=days.day, metavar="DAY", help="The last day on which they are valid.")
@click.option("--for-ever", is_flag=True, help="Let them not run out at all.")
@award_changes.dry_run
@signing_options.signing
@options.common
def command(
    setting: options.Setting, awards: tuple[str, ...], expires: date | None, *, for_ever: bool, **given: Any
) -> int:
    """Give awards another last day.

    The award keeps its address, its first date and all it says; a later
    edition of it is signed, which takes the place of the earlier one.
    """
    if (expires is None) != for_ever:
        raise Refused("until when?", "add `--expires DAY`, or `--for-ever`")
    from sitegen.signing import following

    return award_changes.follow(setting, awards, partial(following.renew, expires=expires), given)
