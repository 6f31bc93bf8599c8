"""What commands that use keys share: their options, who signs, and how refusals become the command line's own."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sitegen.cli import pass_phrase, shelf, site
from sitegen.cli.faults import Refused
from sitegen.cli.options import Setting
from sitegen.cli.presence import somebody_is_there

if TYPE_CHECKING:
    from sitegen.signing.desk import Desk
    from sitegen.signing.key_changes import Place
    from sitegen.signing.private_key import Signer


def _issuers(context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[str]:
    folder = context.params.get("folder") or Path()
    return [slug for slug in shelf.slugs(folder, "issuer") if slug.startswith(incomplete)]


issuer = click.option(
    "--issuer",
    metavar="SLUG",
    shell_complete=_issuers,
    help="Whose key; not needed if there is only one issuer.",
)
keys = click.option(
    "--keys",
    "key_folder",
    metavar="DIR",
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder of private keys; ~/.config/sitegen/keys by default.",
)
phrase = click.option(
    "--passphrase-file",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Take the pass phrase from the first line of this file.",
)
_key = click.option(
    "--key",
    "key_file",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Sign with this key file; the newest that fits by default.",
)
_yes = click.option("--yes", is_flag=True, help="Do it without asking.")


def with_key(function: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options about whose key it makes and where that goes."""
    return issuer(keys(phrase(function)))


def signing(function: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options about the key it signs with, and about asking before."""
    return _yes(_key(keys(phrase(function))))


@contextmanager
def told() -> Iterator[None]:
    """Let what signing refuses be said as any other command that cannot be carried out."""
    from sitegen.signing.refusal import Refused as Declined

    try:
        yield
    except Declined as declined:
        raise Refused(str(declined), declined.hint) from declined


@contextmanager
def alone(root: Path) -> Iterator[None]:
    """Keep two people, or two windows, from signing for one site at the same time; refusals are said as in `told`."""
    from sitegen.write import lock

    with told(), lock.held(root / ".sitegen" / "signing.lock", wait=True):
        yield


def place(setting: Setting, given: Path | None) -> "Place":
    """The site, the folder of private keys, and this moment, to the second."""
    from sitegen.signing import key_folder
    from sitegen.signing.key_changes import Place

    folder = given.expanduser() if given else key_folder.usual()
    return Place(site.root(setting), folder, datetime.now(UTC).replace(microsecond=0))


def signer(desk: "Desk", given: dict[str, Any]) -> "Signer":
    """The private key that the options name, or the newest of the issuer, opened with its pass phrase."""
    from sitegen.signing import key_changes, key_folder, private_key
    from sitegen.signing.refusal import Refused as Declined

    file, now = given["key_file"], desk.place.now
    if file is not None:
        kept = private_key.at(file, desk.register, now)
    else:
        kept = private_key.find(desk.place.folder, desk.register, now)
    key_folder.refuse_shared(kept.path.parent, desk.root)
    name = f"the key {key_changes.short(kept.file.key)} of {desk.issuer}"
    last = Declined("no pass phrase was given")
    for tried in pass_phrase.known(given["passphrase_file"], name):
        try:
            return private_key.open(kept, tried)
        except Declined as declined:
            last = declined
    raise last


def confirmed(question: str, *, yes: bool) -> None:
    """Go on only if somebody wants it: ends the command otherwise."""
    if yes:
        return
    if not somebody_is_there():
        raise Refused("nothing was done, because nobody is there to confirm it", "add `--yes`")
    click.confirm(question, abort=True, err=True)
