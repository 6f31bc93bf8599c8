"""What somebody sent in through a form, as it is kept in `private/`; and when two of these are by the same person."""

from collections.abc import Iterable
from datetime import datetime
from hashlib import blake2b

import msgspec
from msgspec import Struct


class Piece(Struct, frozen=True):
    """An answer that is evidence: the part of the credential it is for (empty if the form does not say), and its text."""

    part: str
    text: str


class Note(Struct, frozen=True):
    """Another answer that assessors should see: the heading of its column, and its text."""

    heading: str
    text: str


class Response(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One submission as it came in, in one of its revisions: a response that was changed later has several.

    `id` stays the same through all revisions, `key` tells the response from others of its form; neither tells anything of
    the person. Of one that `is_forgotten` nothing is left but that it was there.

    `submitted` and `imported` are in UTC. `remarks` are what an assessor should know of how it came in.
    """

    id: str
    form: str
    key: str
    revision: int = 1
    credential: str
    version: str = ""
    submitted: datetime
    imported: datetime
    name: str = ""
    email: str = ""
    shows_name: bool = False
    evidence: tuple[Piece, ...] = ()
    notes: tuple[Note, ...] = ()
    remarks: tuple[str, ...] = ()
    is_forgotten: bool = False

    @property
    def person(self) -> str:
        """Who sent it, as far as that tells people apart: the address and the name, in one form."""
        return f"{self.email.strip().lower()} {folded(self.name)}"


_SAID = ("credential", "version", "name", "email", "shows_name", "evidence", "notes")
_encode = msgspec.json.Encoder().encode


def said(response: Response) -> bytes:
    """A digest of all that the sender said: two revisions that say the same have the same."""
    return blake2b(_encode([getattr(response, name) for name in _SAID]), digest_size=12).digest()


def is_same_person(one: Response, other: Response) -> bool:
    """Whether two responses are by one person, for counting attempts.

    The same address and the same name, or one of the two the same where the other is not given in both.
    """
    address, name = one.email.strip().lower(), folded(one.name)
    other_address, other_name = other.email.strip().lower(), folded(other.name)
    if address and other_address:
        return address == other_address and (name == other_name or not name or not other_name)
    return bool(name) and name == other_name


def folded(name: str) -> str:
    """A name in the form in which names are compared."""
    return " ".join(name.casefold().split())


def current(found: Iterable[Response]) -> dict[str, Response]:
    """The newest revision of each response, by id, in the order in which they first came in."""
    newest: dict[str, Response] = {}
    for one in found:
        before = newest.get(one.id)
        if before is None or one.revision > before.revision:
            newest[one.id] = one
    return newest
