"""Everything that a change does, record by record, as one value that can be printed in several forms."""

from collections.abc import Mapping
from typing import Any, Literal

from msgspec import Struct

from sitegen.compare import asked, shown, terms
from sitegen.compare.points import Bearing, Point
from sitegen.model.credential import Credential

State = Literal["new", "draft", "published", "changed", "retired", "removed", "unreadable"]
"""What becomes of a record: it is new; new or again a draft; published after having been one; changed; retired; gone; or its
file cannot be read."""


class Record(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What becomes of one record; of a credential also its versions, and how many people hold each."""

    kind: str
    title: str
    path: str
    state: State
    moved_from: str = ""
    version_before: str = ""
    version: str = ""
    holders: dict[str, int] = {}
    points: tuple[Point, ...] = ()

    @property
    def asks_otherwise(self) -> bool:
        """Whether something else is asked of earners than before."""
        return any(point.bearing in ("harder", "easier", "asked") for point in self.points)

    @property
    def lacks_version(self) -> bool:
        """Whether it asks for something else under a version that it had before."""
        return self.asks_otherwise and self.version == self.version_before and self.state != "draft"


class Moved(Struct, frozen=True):
    """An address that answers otherwise: it leads to another one now, or (empty) nowhere."""

    address: str
    to: str


class Difference(Struct, frozen=True, kw_only=True):
    """A change as a whole: credentials, other records, addresses, and sentences about awards and settings."""

    base: str
    credentials: tuple[Record, ...]
    others: tuple[Record, ...]
    addresses: tuple[Moved, ...]
    notes: tuple[str, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing changes for anybody."""
        return not (self.credentials or self.others or self.addresses or self.notes)


def points(before: Any, after: Any) -> tuple[Point, ...]:
    """Everything in which two records of one kind differ, what earners notice first coming first."""
    if isinstance(before, Credential) and isinstance(after, Credential):
        return (*asked.points(before, after), *terms.points(before, after), *shown.points(before, after))
    return tuple(shown.points(before, after))


def state(before: Any, after: Any, *, exists: bool) -> State:
    """What becomes of a record; `exists` says whether there is a file of it now."""
    if after is None:
        return "unreadable" if exists else "removed"
    now = getattr(after, "status", "published")
    if now == "draft":
        return "draft"
    if before is None:
        return "new"
    then = getattr(before, "status", "published")
    if then == now:
        return "changed"
    return "retired" if now == "retired" else "published"


def headline(record: Record) -> str:
    """What earners should know first, and how many people hold which version; empty if there is nothing to say."""
    stricter = _parts(record, "harder")
    easier = _parts(record, "easier")
    words = [f"{which} became {how}" for which, how in ((stricter, "stricter"), (easier, "easier")) if which]
    people = held(record.holders)
    said = "; ".join([*words, *([people[:1].lower() + people[1:]] if people else [])])
    return said[:1].upper() + said[1:].rstrip(".") + "." if said else ""


def _parts(record: Record, bearing: Bearing) -> str:
    """The parts of the evidence that changed in a direction, as in `parts 2 and 3`."""
    numbers = sorted({point.part for point in record.points if point.bearing == bearing and point.part})
    if not numbers:
        return ""
    listed = ", ".join(map(str, numbers[:-1])) + " and " if len(numbers) > 1 else ""
    return f"part{'s' if len(numbers) > 1 else ''} {listed}{numbers[-1]}"


def held(holders: Mapping[str, int]) -> str:
    """How many people hold which version, in a sentence; empty if nobody does."""
    if not holders:
        return ""
    shares = [
        f"{number:,} hold{'s' if number == 1 else ''} version {version}"
        for version, number in _in_order(holders)
    ]
    first, *rest = shares
    people = first.replace(" hold", " person hold" if first.startswith("1 ") else " people hold", 1)
    listed = [people, *rest]
    return (", ".join(listed[:-1]) + " and " + listed[-1] if rest else people) + "."


def _in_order(holders: Mapping[str, int]) -> list[tuple[str, int]]:
    return sorted(
        holders.items(), key=lambda item: [-int(part) for part in item[0].split(".") if part.isdigit()]
    )
