"""The rubric of a credential as an assessor meets it: its rows in order, the levels, and which of them pass."""

from collections.abc import Iterator

from msgspec import Struct

from sitegen.model.credential import Credential
from sitegen.plan import slugs
from sitegen.signing import achievements
from sitegen.signing.refusal import Refused


class Row(Struct, frozen=True):
    """One criterion: its lasting name, the part of the evidence it is about, its words, and those of each level."""

    id: str
    part: str
    criterion: str
    levels: tuple[str, ...]


class Part(Struct, frozen=True):
    """One part of the evidence: its lasting name and its title."""

    id: str
    title: str


class Rubric(Struct, frozen=True):
    """All rows, the names of the levels (best first), and the number of the lowest one that passes."""

    parts: tuple[Part, ...]
    rows: tuple[Row, ...]
    levels: tuple[str, ...]
    passing: int

    def row(self, wanted: str) -> Row:
        """A row by its name, its criterion, or its number counted from 1; raises Refused if there is none."""
        for number, row in enumerate(self.rows, 1):
            if wanted.casefold() in (row.id, row.criterion.casefold(), str(number)):
                return row
        known = ", ".join(f"{number} {row.id}" for number, row in enumerate(self.rows, 1))
        raise Refused(f"there is no rubric row `{wanted}`", f"the rows are: {known}")

    def level(self, wanted: str) -> str:
        """The name of a level by itself or its number counted from 1 (the best); raises Refused if there is none."""
        for number, name in enumerate(self.levels, 1):
            if wanted.casefold() in (name.casefold(), str(number)):
                return name
        known = ", ".join(f"{number} {name}" for number, name in enumerate(self.levels, 1))
        raise Refused(f"there is no level `{wanted}`", f"the levels are: {known}")

    def passes(self, level: str) -> bool:
        """Whether a level is enough; one that the rubric does not have any more is not."""
        return level in self.levels[: self.passing + 1]

    def part(self, wanted: str) -> Part:
        """A part by its name, its title, or its number counted from 1; raises Refused if there is none."""
        for number, part in enumerate(self.parts, 1):
            if wanted.casefold() in (part.id, part.title.casefold(), str(number)):
                return part
        known = ", ".join(f"{number} {part.id}" for number, part in enumerate(self.parts, 1))
        raise Refused(f"there is no part of the evidence called `{wanted}`", f"the parts are: {known}")


def of(record: Credential) -> Rubric:
    """The rubric of a credential."""
    parts = tuple(Part(part.id or slugs.slug_of(part.title), part.title) for part in record.evidence)
    lowest = achievements.passing_level(record)
    passing = record.rubric_levels.index(lowest) if lowest in record.rubric_levels else 0
    return Rubric(parts, tuple(_rows(record, parts)), record.rubric_levels, passing)


def _rows(record: Credential, parts: tuple[Part, ...]) -> Iterator[Row]:
    ids = achievements.row_ids(record)
    for part, asked in zip(parts, record.evidence, strict=True):
        for row in asked.rubric:
            levels = tuple(row.levels.get(name, "") for name in record.rubric_levels)
            yield Row(next(ids), part.id, row.criterion, levels)
