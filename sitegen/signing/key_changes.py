"""What can be done with an issuer's keys: begin, follow, end, and give up as lost.

The private part is safe on the disk before the public part is written, so that an interrupt never leaves a public key
whose private part nobody has.
"""

from datetime import UTC, date, datetime
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from msgspec import Struct

from sitegen.model.issuer import Compromise, IssuerKey
from sitegen.signing import key_file, key_folder, register
from sitegen.signing.refusal import Refused
from sitegen.signing.register import Register


class Made(Struct, frozen=True):
    """A key that was made: the public part, the file of the private part, and the issuer's file."""

    key: str
    file: Path
    path: str


class Place(Struct, frozen=True):
    """The site, the folder for private keys, and the moment at which something is done."""

    root: Path
    folder: Path
    now: datetime

    @property
    def today(self) -> date:
        """The day, in UTC, as keys count their days."""
        return self.now.astimezone(UTC).date()


def refuse_second(issuer: Register, today: date) -> None:
    """Raise Refused if an issuer has a key already, which a new one should follow in order."""
    for key in current(issuer, today):
        raise Refused(
            f"`{issuer.slug}` has a key that is in use since {key.start} ({short(key.key)})",
            "`sitegen keys rotate` makes a new one and gives the old one a last day",
        )


def begin(place: Place, issuer: Register, phrase: str) -> Made:
    """Make a key for an issuer, valid from today. Raises Refused and OSError; the issuer's file is then as it was."""
    key_folder.refuse_shared(place.folder, place.root)
    key_file.refuse_weak(phrase)
    private = Ed25519PrivateKey.generate()
    file = key_file.seal(private, issuer.slug, place.now.replace(microsecond=0), phrase)
    changed = register.added(issuer, IssuerKey(key=file.key, start=place.today))
    path = key_folder.keep(place.folder, file)
    register.write(place.root, changed)
    return Made(file.key, path, changed.path)


def follow(place: Place, issuer: Register, phrase: str) -> Made:
    """Make a key that follows the present ones, whose last day is today."""
    for key in current(issuer, place.today):
        issuer = register.ended(issuer, key.key, place.today)
    return begin(place, issuer, phrase)


def end(place: Place, issuer: Register, key: IssuerKey, until: date) -> Register:
    """Give a key its last day."""
    if until < key.start:
        raise Refused(f"{short(key.key)} begins on {key.start}, so it cannot end on {until}")
    if key.until is not None and until > key.until:
        raise Refused(
            f"the last day of {short(key.key)} was {key.until}, and a key that has ended stays ended",
            "`sitegen keys new` makes another one",
        )
    changed = register.ended(issuer, key.key, until)
    register.write(place.root, changed)
    return changed


def give_up(place: Place, issuer: Register, key: IssuerKey, compromise: Compromise) -> Register:
    """Say that somebody else may have had a key, from when, and why."""
    if key.compromised is not None:
        raise Refused(f"{short(key.key)} is given up already, since {key.compromised.at}")
    if not key.start <= compromise.at <= place.today:
        raise Refused(
            f"{short(key.key)} begins on {key.start}, so the day must lie between that and today",
            "name the first day on which somebody else may have had it",
        )
    changed = register.lost(issuer, key.key, compromise)
    register.write(place.root, changed)
    return changed


def current(issuer: Register, today: date) -> list[IssuerKey]:
    """The keys that sign today or later."""
    return [
        key
        for key in issuer.issuer.keys
        if key.compromised is None and (key.until is None or key.until >= today)
    ]


def chosen(issuer: Register, wanted: str | None, today: date) -> IssuerKey:
    """The key meant by its beginning or its end, or the only one in use; raises Refused if it cannot be told."""
    keys = issuer.issuer.keys if wanted else current(issuer, today)
    found = [key for key in keys if not wanted or key.key.startswith(wanted) or key.key.endswith(wanted)]
    if len(found) == 1:
        return found[0]
    known = ", ".join(short(key.key) for key in issuer.issuer.keys) or "none"
    if wanted:
        message = f"`{issuer.slug}` has {'no key' if not found else 'several keys'} like `{wanted}`"
    else:
        message = f"`{issuer.slug}` has {len(found) or 'no'} keys in use"
    raise Refused(message, f"name one by its last letters; its keys are: {known}")


def short(key: str) -> str:
    """A key as people tell it from others: its last eight letters."""
    return f"…{key[-8:]}"
