"""`sitegen suspend`: says that awards do not hold for the time being."""

from typing import Any

import click

from sitegen.cli import award_changes, options, pages, signing_options


@click.command(
    cls=pages.HelpPage,
    examples=(('sitegen suspend 3f9a1c7b --reason "Under review"', "until it is reinstated"),),
)
@award_changes.awards
@award_changes.with_reason
@signing_options.signing
@options.common
def command(setting: options.Setting, awards: tuple[str, ...], **given: Any) -> int:
    """Say that awards do not hold for the time being.

    Everybody who checks such a badge is told that it is suspended; checkers
    elsewhere call it revoked. `sitegen reinstate` takes it back.
    """
    return award_changes.decide(setting, "suspend", awards, given)
