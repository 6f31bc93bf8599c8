"""`sitegen keys`: makes, lists and ends the keys that an issuer signs awards with."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sitegen.cli import days, key_list, options, pages, pass_phrase, say, shelf, signing_options, site
from sitegen.cli.options import Setting

if TYPE_CHECKING:
    from sitegen.signing.key_changes import Made, Place
    from sitegen.signing.register import Register


class Keys(pages.HelpPage, click.Group):
    """A group with a help page that starts with examples."""


@click.group(
    cls=Keys,
    examples=(
        ("sitegen keys new --issuer harbor", "make the first key of an issuer"),
        ("sitegen keys list", "which keys there are, and which are here"),
        ("sitegen keys rotate --issuer harbor", "a new key, once a year or so"),
        ("sitegen keys compromised nB5xK2pq --reason '…'", "somebody else may have it"),
    ),
)
@options.common
def command(setting: Setting) -> None:
    """Look after the keys that awards are signed with.

    The private part stays on this machine, outside every repository, sealed
    with a pass phrase. The public part goes into the issuer's file and is
    published. The build needs neither.
    """


@command.command(
    "new",
    cls=pages.HelpPage,
    examples=(("sitegen keys new --issuer harbor", "asks for a pass phrase twice"),),
)
@signing_options.with_key
@options.common
def new(setting: Setting, issuer: str | None, **given: Any) -> int:
    """Make the first key of an issuer.

    The key begins today. Its public part is added to the issuer's file; have
    that change reviewed and merged before you award anything.
    """
    from sitegen.signing import key_changes

    with signing_options.told():
        place, register = _opened(setting, issuer, given["key_folder"])
        key_changes.refuse_second(register, place.today)
        phrase = pass_phrase.new(given["passphrase_file"])
        _tell_made(setting, place, key_changes.begin(place, register, phrase))
    return 0


@command.command(
    "rotate",
    cls=pages.HelpPage,
    examples=(("sitegen keys rotate --issuer harbor", "a new key; the old one ends today"),),
)
@signing_options.with_key
@options.common
def rotate(setting: Setting, issuer: str | None, **given: Any) -> int:
    """Make a key that follows the present one.

    The old key's last day is today. What it signed stays good, so it stays in
    the issuer's file for ever.
    """
    from sitegen.signing import key_changes

    with signing_options.told():
        place, register = _opened(setting, issuer, given["key_folder"])
        phrase = pass_phrase.new(given["passphrase_file"])
        _tell_made(setting, place, key_changes.follow(place, register, phrase))
    return 0


@command.command(
    "retire",
    cls=pages.HelpPage,
    examples=(
        ("sitegen keys retire --issuer harbor", "the only key in use ends today"),
        ("sitegen keys retire nB5xK2pq --until 2027-02-28", "a key, by its last letters"),
    ),
)
@click.argument("key", required=False)
@click.option("--until", type=days.day, metavar="DAY", help="Its last day; today if not said.")
@signing_options.issuer
@options.common
def retire(setting: Setting, key: str | None, until: date | None, issuer: str | None) -> int:
    """Give a key its last day.

    It signs nothing afterwards; what it signed stays good.
    """
    from sitegen.signing import key_changes

    with signing_options.told():
        place, register = _opened(setting, issuer, None)
        chosen = key_changes.chosen(register, key, place.today)
        changed = key_changes.end(place, register, chosen, until or place.today)
    say.done(f"The last day of {key_changes.short(chosen.key)} is {until or place.today}.", setting)
    _tell_commit(setting, changed)
    if not key_changes.current(changed, place.today):
        say.aside(
            f"`{register.slug}` has no other key; `sitegen keys new` makes one when it is needed.", setting
        )
    return 0


@command.command(
    "compromised",
    cls=pages.HelpPage,
    examples=(("sitegen keys compromised nB5xK2pq --at 2026-03-09 --reason '…'", "since that day"),),
)
@click.argument("key", required=False)
@click.option(
    "--at", type=days.day, metavar="DAY", help="Since when somebody else may have it; today if not said."
)
@click.option("--reason", metavar="TEXT", required=True, help="What happened, for everybody to read.")
@signing_options.issuer
@options.common
def compromised(setting: Setting, key: str | None, at: date | None, reason: str, issuer: str | None) -> int:
    """Say that somebody else may have a key.

    Nothing that it signed is trusted from then on, so its badges have to be
    signed again with a new key: see `sitegen reissue`.
    """
    from sitegen.model.issuer import Compromise
    from sitegen.signing import key_changes

    with signing_options.told():
        place, register = _opened(setting, issuer, None)
        chosen = key_changes.chosen(register, key, place.today)
        changed = key_changes.give_up(
            place, register, chosen, Compromise(at=at or place.today, reason=reason)
        )
    say.done(f"{key_changes.short(chosen.key)} is given up. Badges signed with it no longer verify.", setting)
    _tell_commit(setting, changed)
    say.aside(
        "\nNext:\n"
        f"  sitegen keys new --issuer {register.slug}\n"
        f"  sitegen reissue --issuer {register.slug} --signed-with {chosen.key[-8:]} --dry-run",
        setting,
    )
    return 0


command.add_command(key_list.command)


def _opened(setting: Setting, issuer: str | None, folder: Path | None) -> "tuple[Place, Register]":
    from sitegen.signing import register

    place = signing_options.place(setting, folder)
    return place, register.read(place.root, shelf.one(place.root, "issuer", issuer))


def _tell_made(setting: Setting, place: "Place", made: "Made") -> None:
    say.done(f"Made the key {made.key}", setting)
    say.done(f"  private: {made.file}", setting)
    say.done(f"  public:  {site.prefix(place.root)}{made.path}", setting)
    say.aside(
        "\nNext:\n"
        "  1. Copy the private file to a second safe place. The pass phrase cannot be found out again.\n"
        f"  2. Commit {made.path} by itself, and have it reviewed: this key now speaks for the issuer.",
        setting,
    )


def _tell_commit(setting: Setting, changed: "Register") -> None:
    say.aside(f"Commit {changed.path} by itself, and have it reviewed.", setting)
