"""The public keys in an issuer's file: added and dated by inserting lines, so that all the rest stays byte for byte.

Every edit is read back. If the file then says anything but what was meant, nothing is written, and the person is told
which lines to put in by hand.
"""

from datetime import date
from pathlib import Path

import msgspec
from msgspec import Struct

from sitegen.model.issuer import Compromise, Issuer, IssuerKey
from sitegen.read import records, tree
from sitegen.signing import lines, whole_files
from sitegen.signing.refusal import Refused
from sitegen.starter import filling

FOLDER = "content/issuers"
ENDINGS = (".md", ".yaml", ".yml")


class Register(Struct, frozen=True):
    """An issuer's file: its slug, its path from the top of the site, its bytes, and the record in it."""

    slug: str
    path: str
    data: bytes
    issuer: Issuer


def read(root: Path, slug: str) -> Register:
    """The file of an issuer; raises Refused if there is none, or if it has problems of its own."""
    paths = [
        f"{FOLDER}/{slug}{ending}" for ending in ENDINGS if (root / FOLDER / f"{slug}{ending}").is_file()
    ]
    if not paths:
        raise Refused(f"there is no issuer `{slug}`", f"`sitegen new issuer` makes one, in {FOLDER}/")
    data = tree.read(root, paths[0])
    issuer, problems = records.record_of(data, paths[0], Issuer)
    if issuer is None:
        raise Refused(
            f"{paths[0]} cannot be used: {problems[0].message}", f"`sitegen check {paths[0]}` shows where"
        )
    return Register(slug, paths[0], data, issuer)


def added(register: Register, key: IssuerKey) -> Register:
    """The register with a new key at the end."""
    text = lines.Lines(register.data, register.path)
    body = [f"- key: {key.key}", f"  from: {key.start}"]
    wanted = (*register.issuer.keys, key)
    if not register.issuer.keys:
        text.drop_empty_list("keys")
        text.append(["keys:", *(f"  {line}" for line in body)])
    else:
        text.add_item("keys", len(register.issuer.keys) - 1, body)
    return _checked(register, text, wanted, ["keys:", *(f"  {line}" for line in body)])


def ended(register: Register, public: str, until: date) -> Register:
    """The register with the last day of a key; a day that stands there already is changed."""
    index = _place(register, public)
    text = lines.Lines(register.data, register.path)
    line = f"until: {until}"
    if register.issuer.keys[index].until is None:
        text.add_field(("keys", index, "from"), [line])
    else:
        text.replace_value(("keys", index, "until"), str(until))
    key = msgspec.structs.replace(register.issuer.keys[index], until=until)
    return _checked(register, text, _with(register, index, key), [line])


def lost(register: Register, public: str, compromise: Compromise) -> Register:
    """The register with the word that somebody else may have had a key."""
    index = _place(register, public)
    text = lines.Lines(register.data, register.path)
    body = ["compromised:", f"  at: {compromise.at}", f"  reason: {filling.scalar(compromise.reason)}"]
    last = "from" if register.issuer.keys[index].until is None else "until"
    text.add_field(("keys", index, last), body)
    key = msgspec.structs.replace(register.issuer.keys[index], compromised=compromise)
    return _checked(register, text, _with(register, index, key), body)


def write(root: Path, register: Register) -> None:
    """Put the register into the place of the issuer's file."""
    whole_files.replace(root / register.path, register.data)


def _place(register: Register, public: str) -> int:
    return next(index for index, key in enumerate(register.issuer.keys) if key.key == public)


def _with(register: Register, index: int, key: IssuerKey) -> tuple[IssuerKey, ...]:
    keys = register.issuer.keys
    return (*keys[:index], key, *keys[index + 1 :])


def _checked(
    register: Register, text: lines.Lines, keys: tuple[IssuerKey, ...], by_hand: list[str]
) -> Register:
    """The edited register, if its file says just what was meant."""
    data = text.data()
    issuer, _ = records.record_of(data, register.path, Issuer)
    if issuer != msgspec.structs.replace(register.issuer, keys=keys):
        raise Refused(
            f"the keys in {register.path} are written in a way that cannot be changed safely",
            "put each field of each key on a line of its own, then try again; what has to be added is: "
            + " / ".join(line.strip() for line in by_hand),
        )
    return Register(register.slug, register.path, data, issuer)
