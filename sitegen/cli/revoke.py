"""`sitegen revoke`: says that awards do not hold any more."""

from typing import Any

import click

from sitegen.cli import award_changes, options, pages, signing_options


@click.command(
    cls=pages.HelpPage, examples=(('sitegen revoke 3f9a1c7b --reason "Copied evidence"', "for ever"),)
)
@award_changes.awards
@award_changes.with_reason
@signing_options.signing
@options.common
def command(setting: options.Setting, awards: tuple[str, ...], **given: Any) -> int:
    """Say that awards do not hold any more, for ever.

    From the next publication on, everybody who checks such a badge is told
    that it was revoked. That cannot be taken back; `sitegen suspend` can. The
    reason is kept in private/, unless you publish it.
    """
    return award_changes.decide(setting, "revoke", awards, given)
