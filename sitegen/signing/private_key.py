"""The private key that an issuer signs with now: found among the key files by what the issuer's file says."""

from datetime import datetime
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from msgspec import Struct

from sitegen.model.issuer import IssuerKey
from sitegen.signing import key_changes, key_file, key_folder
from sitegen.signing.key_folder import Kept
from sitegen.signing.refusal import Refused
from sitegen.signing.register import Register


class Signer(Struct, frozen=True):
    """A private key that is open, and its public part."""

    private: Ed25519PrivateKey
    public: str


def find(folder: Path, issuer: Register, now: datetime) -> Kept:
    """The key file of the last key in the issuer's list that signs now; raises Refused, saying why there is none."""
    kept = {one.file.key: one for one in key_folder.kept(folder)}
    for key in reversed(issuer.issuer.keys):
        if key.key in kept and key.compromised is None and key.covers(now):
            return kept[key.key]
    raise _reason(folder, kept, issuer, now)


def at(path: Path, issuer: Register, now: datetime) -> Kept:
    """The key file at a path, if it is the issuer's and may sign now; raises Refused otherwise."""
    file = key_folder.read(path)
    refuse_other(file.key, issuer, now)
    return Kept(path, file)


def refuse_other(public: str, issuer: Register, now: datetime) -> None:
    """Raise Refused unless a key is listed for an issuer and may sign now."""
    name = key_changes.short(public)
    key = next((key for key in issuer.issuer.keys if key.key == public), None)
    if key is None:
        raise Refused(
            f"{name} is no key of `{issuer.slug}`: {issuer.path} does not list it",
            "use a key of this issuer; `sitegen keys list` shows them",
        )
    if key.compromised is not None:
        raise Refused(f"{name} is given up since {key.compromised.at}, and signs nothing any more", _ROTATE)
    if not key.covers(now):
        raise Refused(f"{name} signs {_window(key)}, not today", _ROTATE)


def open(kept: Kept, phrase: str) -> Signer:  # noqa: A001 - reads well where it is called: private_key.open
    """The private key in a key file; raises Refused if the pass phrase does not fit."""
    return Signer(key_file.unseal(kept.file, phrase), kept.file.key)


_ROTATE = "`sitegen keys rotate` makes a new key, and what the old one signed stays as it is"


def _window(key: IssuerKey) -> str:
    return f"from {key.start}" + (f" to {key.until}" if key.until else "")


def _reason(folder: Path, kept: dict[str, Kept], issuer: Register, now: datetime) -> Refused:
    """Why no key can be used."""
    if not issuer.issuer.keys:
        return Refused(
            f"`{issuer.slug}` has no key yet", f"`sitegen keys new --issuer {issuer.slug}` makes one"
        )
    for key in reversed(issuer.issuer.keys):
        if key.key in kept:
            try:
                refuse_other(key.key, issuer, now)
            except Refused as refused:
                return refused
    return Refused(
        f"no key of `{issuer.slug}` is on this machine (looked in {folder})",
        "name its folder with `--keys`, or its file with `--key`; if it is lost, `sitegen keys rotate` makes a new one",
    )
