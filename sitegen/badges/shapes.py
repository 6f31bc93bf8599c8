"""How facts about terms are written down: which members a part of a badge may have, and what each one means."""

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

Kind = Literal["text", "truth", "moment", "address text", "address", "word", "node"]
"""What stands at a member: a text, true or false, a moment such as `2026-03-09T14:05:00Z`, an absolute address that counts
as a text, one that counts as a link, one of a few words that stand for addresses, or a part with members of its own."""
Named = Literal["always", "maybe", "never"]
"""Whether a part has an `id`. A part without one is a blank node."""


class Member(Struct, frozen=True, omit_defaults=True):
    """One member of a part: the property it stands for and the only way its value may be written.

    `many` means: always a list, never empty. `shape` names the shape of a node. `words` are the words and the addresses
    they stand for. `shared` marks a part that is the same in many badges, worth preparing once.
    """

    iri: str
    kind: Kind = "text"
    datatype: str = ""
    shape: str = ""
    many: bool = False
    shared: bool = False
    words: Mapping[str, str] = {}


class Shape(Struct, frozen=True):
    """One kind of part: its `type` exactly as written (None: it has none), whether it has an `id`, its members."""

    type: str | tuple[str, ...] | None
    named: Named
    members: Mapping[str, Member]


class Root(Struct, frozen=True):
    """A whole document: the contexts it must name, in this order, and the shape it has."""

    contexts: tuple[str, ...]
    shape: str


class Terms(Struct, frozen=True):
    """All facts: documents, shapes, the IRI of each type, and how an absolute address may begin."""

    roots: tuple[Root, ...]
    shapes: Mapping[str, Shape]
    types: Mapping[str, str]
    address_starts: tuple[str, ...]
