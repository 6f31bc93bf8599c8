"""What an import found: records in the making, statements of frameworks, and everything that was not taken over."""

from typing import Any, Literal

from msgspec import Struct

Kind = Literal["credential", "issuer"]


class Left(Struct, frozen=True):
    """Something a source says that was not taken over, and why."""

    what: str
    why: str


class Draft(Struct, frozen=True, kw_only=True):
    """A record in the making: what its source says of it, in our fields.

    `fields` are texts, lists and dicts of them, as in a file; required ones may be missing. `source` is where it comes from
    (`list.csv, line 7`), `id` what it is called there, `issuer` the id or the name of whose it is, `slug` the name in
    addresses that it asks for. `mapped` has pairs of their name and ours.
    """

    kind: Kind
    fields: dict[str, Any]
    source: str
    id: str = ""
    issuer: str = ""
    slug: str = ""
    mapped: tuple[tuple[str, str], ...] = ()
    left: tuple[Left, ...] = ()


class Statement(Struct, frozen=True, kw_only=True):
    """A statement of a framework as an alignment in the making."""

    fields: dict[str, str]
    source: str


class Refusal(Struct, frozen=True):
    """A file, or a part of one, from which nothing was taken: why, and what can be done."""

    source: str
    why: str
    hint: str = ""


class AwardSeen(Struct, frozen=True):
    """An award in a source. It is not taken over; `badge` is the id of what it was given for."""

    source: str
    badge: str
    why: str


class Found(Struct, frozen=True, kw_only=True):
    """All that was found in one or several sources."""

    drafts: tuple[Draft, ...] = ()
    statements: tuple[Statement, ...] = ()
    awards: tuple[AwardSeen, ...] = ()
    refused: tuple[Refusal, ...] = ()
    notes: tuple[str, ...] = ()


def together(parts: "list[Found]") -> Found:
    """What was found in several sources, as one."""
    return Found(
        drafts=tuple(draft for part in parts for draft in part.drafts),
        statements=tuple(one for part in parts for one in part.statements),
        awards=tuple(award for part in parts for award in part.awards),
        refused=tuple(one for part in parts for one in part.refused),
        notes=tuple(dict.fromkeys(note for part in parts for note in part.notes)),
    )


def refused(source: str, why: str, hint: str = "") -> Found:
    """Nothing but a refusal."""
    return Found(refused=(Refusal(source, why, hint),))


class Gathering:
    """One draft while its source is read: what goes where, and what goes nowhere."""

    def __init__(self) -> None:
        self.fields: dict[str, Any] = {}
        self.mapped: list[tuple[str, str]] = []
        self.left: list[Left] = []

    def put(self, theirs: str, ours: str, value: Any) -> None:
        """Take a value over, unless it is empty."""
        if value not in ("", None, [], {}):
            self.fields[ours] = value
            self.mapped.append((theirs, ours))

    def leave(self, theirs: str, why: str) -> None:
        """Note that something was not taken over."""
        self.left.append(Left(theirs, why))

    def draft(self, kind: Kind, source: str, **more: str) -> Draft:
        """The draft as gathered so far."""
        return Draft(
            kind=kind,
            fields=self.fields,
            source=source,
            mapped=tuple(self.mapped),
            left=tuple(self.left),
            **more,
        )
