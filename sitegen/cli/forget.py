"""`sitegen forget`: withdraws a person's name from an award; the proof stays."""

from functools import partial
from typing import Any

import click

from sitegen.cli import award_changes, options, pages, signing_options


@click.command(
    cls=pages.HelpPage, examples=(("sitegen forget 3f9a1c7b", "the badge stays, without the name"),)
)
@award_changes.awards
@click.option("--keep-evidence", is_flag=True, help="Leave the evidence in.")
@award_changes.dry_run
@signing_options.signing
@options.common
def command(setting: options.Setting, awards: tuple[str, ...], **given: Any) -> int:
    """Withdraw a person's name from awards.

    A later edition is signed without the name, without a public hash of the
    address and without the evidence; it keeps its address and its status. The
    person's row in private/ is emptied. The repository's history still has
    the earlier edition: the how-to says what can be done about that.
    """
    from sitegen.signing import following, ledger, private_records

    code = award_changes.follow(
        setting, awards, partial(following.forget, keep_evidence=given["keep_evidence"]), given
    )
    if code == 0 and not given["dry_run"]:
        place = signing_options.place(setting, None)
        for award in awards:
            issuer, found = ledger.find(place.root, award)
            private_records.forget(place.root, issuer, found)
    return code
