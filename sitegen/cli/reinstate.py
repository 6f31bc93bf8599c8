"""`sitegen reinstate`: says that suspended awards hold again."""

from typing import Any

import click

from sitegen.cli import award_changes, options, pages, signing_options


@click.command(
    cls=pages.HelpPage, examples=(('sitegen reinstate 3f9a1c7b --reason "Review done"', "it holds again"),)
)
@award_changes.awards
@award_changes.with_reason
@signing_options.signing
@options.common
def command(setting: options.Setting, awards: tuple[str, ...], **given: Any) -> int:
    """Say that suspended awards hold again.

    What was revoked stays revoked.
    """
    return award_changes.decide(setting, "reinstate", awards, given)
