"""`sitegen reissue`: signs awards again with the present key, under the same ids."""

from typing import Any

import click

from sitegen.cli import award_changes, options, pages, shelf, signing_options
from sitegen.cli.faults import Refused


@click.command(
    cls=pages.HelpPage,
    examples=(
        ("sitegen reissue --signed-with nB5xK2pq --dry-run", "which awards a lost key signed"),
        ("sitegen reissue --signed-with nB5xK2pq --skip", "sign again all that can be"),
        ("sitegen reissue 3f9a1c7b", "a single one"),
    ),
)
@click.argument("awards", nargs=-1, metavar="[AWARD]...")
@click.option("--signed-with", metavar="KEY", help="All awards signed with this key, by its last letters.")
@click.option("--skip", is_flag=True, help="Go on without those that cannot be signed again.")
@signing_options.issuer
@award_changes.dry_run
@signing_options.signing
@options.common
def command(setting: options.Setting, awards: tuple[str, ...], issuer: str | None, **given: Any) -> int:
    """Sign awards again with the present key.

    They keep their addresses and all they say. Needed after a key was given
    up; awards signed on or after the day it was lost are not signed again.
    The status lists are signed again too, even if no award is.
    """
    from sitegen.signing import following, key_changes, ledger, register

    if bool(awards) == bool(given["signed_with"]):
        raise Refused("which awards?", "name them, or all that a key signed with `--signed-with KEY`")
    if awards:
        return award_changes.follow(setting, awards, following.reissue, given)
    place = signing_options.place(setting, given["key_folder"])
    with signing_options.alone(place.root):
        slug = shelf.one(place.root, "issuer", issuer)
        key = key_changes.chosen(register.read(place.root, slug), given["signed_with"], place.today)
        found = [one for one in ledger.newest(place.root, slug).values() if one.key == key.key]
        return award_changes.follow_found(setting, place, slug, found, (following.reissue, given))
