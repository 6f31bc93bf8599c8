"""The awards of an issuer as they stand in its batches: which there are, and the line of each that counts."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import msgspec
from msgspec import Struct, field

from sitegen.model import editions as counting
from sitegen.model.award import Award
from sitegen.read import tree
from sitegen.signing.refusal import Refused

FOLDER = "content/awards"
ENDINGS = (".jsonl", ".json")


class Mark(Struct, frozen=True, rename="camel"):
    """As much of an identity as tells people apart."""

    identity_hash: str
    salt: str = ""


class _Achievement(Struct, frozen=True):
    id: str
    version: str


class _Subject(Struct, frozen=True):
    achievement: _Achievement
    name: str = ""
    identifier: tuple[Mark, ...] = ()


class _Status(Struct, frozen=True, rename="camel"):
    status_list_index: str


class _Proof(Struct, frozen=True, rename="camel"):
    created: datetime
    verification_method: str


class _Line(Struct, frozen=True, rename="camel"):
    id: str
    credential_subject: _Subject
    credential_status: _Status
    proof: tuple[_Proof, ...] = field(default=())


class Edition(Struct, frozen=True, kw_only=True):
    """What a line says, as far as is needed to find it: nothing of it is checked. `line` holds all of it."""

    file: str
    id: str
    credential: str
    version: str
    name: str
    marks: tuple[Mark, ...]
    index: int
    key: str
    signed: datetime
    line: bytes


def editions(root: Path, issuer: str) -> Iterator[Edition]:
    """Every line in the batches of an issuer; raises Refused, naming the file, for one that is no award."""
    for source in tree.scan(root, (f"{FOLDER}/{issuer}",)).sources:
        if source.path.endswith(ENDINGS):
            yield from _in_file(source.path, (root / source.path).read_bytes())


def newest(root: Path, issuer: str) -> dict[str, Edition]:
    """The edition of each award that counts, by id."""
    return counting.newest(editions(root, issuer))


def issuers(root: Path) -> list[str]:
    """The issuers that have a folder for awards."""
    folder = root / FOLDER
    return sorted(path.name for path in folder.iterdir() if path.is_dir()) if folder.is_dir() else []


def find(root: Path, given: str) -> tuple[str, str]:
    """The issuer and the id of the award meant by its id, the beginning of it, or its address.

    Raises Refused if there is none, or more than one.
    """
    wanted = given.rstrip("/").rpartition("/")[2].partition("#")[0].partition(".")[0].lower()
    if len(wanted) < 6:
        raise Refused(
            f"`{given}` is too short to tell an award by", "give its id, or the address of its page"
        )
    found = {(slug, name) for slug in issuers(root) for name in newest(root, slug) if name.startswith(wanted)}
    if not found:
        raise Refused(
            f"there is no award `{given}`", "give its id or the address of its page, as in the earner's link"
        )
    if len(found) > 1:
        raise Refused(
            f"several awards begin with `{given}`", "give more of the id, or the address of its page"
        )
    return found.pop()


def signed_award(edition: Edition) -> Award:
    """The award in a line, whole; raises Refused if it is not as it was signed.

    Whatever is signed anew goes through here first: a line that somebody slipped into a batch must not get a good
    signature by being renewed.
    """
    from sitegen.badges import open_badges_3, proof, strict_json
    from sitegen.badges.refusal import Refused as NoBadge

    try:
        document = strict_json.parse(edition.line)
        proof.check(document)
        return open_badges_3.award(document)
    except NoBadge as error:
        raise Refused(
            f"the award {edition.id} cannot be signed again: {error.words}",
            f"`sitegen check` says more about {edition.file}",
        ) from error


def _in_file(path: str, data: bytes) -> Iterator[Edition]:
    lines = data.split(b"\n") if path.endswith(".jsonl") else [data]
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                yield _edition(path, line)
            except (msgspec.MsgspecError, ValueError) as error:
                raise Refused(
                    f"line {number} of {path} is no award", "`sitegen check` says what is wrong with it"
                ) from error


def _edition(path: str, line: bytes) -> Edition:
    read = _DECODER.decode(line)
    (proof,) = read.proof
    subject = read.credential_subject
    return Edition(
        file=path,
        id=read.id.rpartition("/")[2].removesuffix(".json"),
        credential=subject.achievement.id.partition("#")[0].rstrip("/").rpartition("/")[2],
        version=subject.achievement.version,
        name=subject.name,
        marks=subject.identifier,
        index=int(read.credential_status.status_list_index),
        key=proof.verification_method.rpartition("#")[2],
        signed=proof.created,
        line=line,
    )


_DECODER = msgspec.json.Decoder(_Line)
