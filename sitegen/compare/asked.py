"""What is asked of an earner, before and after: the competency, the parts of the evidence, and their rubrics."""

from collections.abc import Iterator

from msgspec import structs

from sitegen.compare import pairs, texts
from sitegen.compare.pairs import Pair
from sitegen.compare.points import Bearing, Point
from sitegen.model.credential import Credential
from sitegen.model.evidence import EvidenceRequirement, RubricRow


def points(before: Credential, after: Credential) -> Iterator[Point]:
    """Everything in which a credential asks for something else than before."""
    if texts.differ(before.competency, after.competency):
        yield _reads("The competency reads differently.", before.competency, after.competency)
    yield from _passing(before, after)
    yield from _parts(before, after)
    if before.needs_students != after.needs_students:
        yield Point(
            bearing="harder" if after.needs_students else "easier",
            text="One now needs a group of students."
            if after.needs_students
            else "One no longer needs students.",
        )


def _passing(before: Credential, after: Credential) -> Iterator[Point]:
    if before.rubric_levels != after.rubric_levels:
        yield Point(
            bearing="asked", text="The rubric levels have other names.",
            before=", ".join(before.rubric_levels), after=", ".join(after.rubric_levels),
        )  # fmt: skip
    old, new = (one.passing_level or one.rubric_levels[0] for one in (before, after))
    if before.rubric_levels == after.rubric_levels and old != new and {old, new} <= set(after.rubric_levels):
        higher = after.rubric_levels.index(new) < after.rubric_levels.index(old)
        yield Point(
            bearing="harder" if higher else "easier",
            text=f"“{new}” is now the lowest level that passes; it was “{old}”.",
        )


def _parts(before: Credential, after: Credential) -> Iterator[Point]:
    for pair in pairs.pairs(before.evidence, after.evidence, _part_name, lambda part: part.task):
        if pair.before is None and pair.after is not None:
            yield Point(bearing="harder", text=f"Part {pair.number} is new: “{pair.after.title}”.")
        elif pair.after is None and pair.before is not None:
            yield Point(bearing="easier", text=f"Part {pair.number_before} is gone: “{pair.before.title}”.")
        elif pair.before is not None and pair.after is not None:
            same_levels = before.rubric_levels == after.rubric_levels
            for point in _part(pair.before, pair.after, pair.number, same_levels):
                yield structs.replace(point, part=pair.number)
            if pair.number != pair.number_before and len(before.evidence) == len(after.evidence):
                yield Point(
                    bearing="asked", text=f"“{pair.after.title}” was part {pair.number_before} and is part {pair.number}."
                )  # fmt: skip


def _part(
    before: EvidenceRequirement,
    after: EvidenceRequirement,
    number: int,
    same_levels: bool,  # noqa: FBT001
) -> Iterator[Point]:
    if before.title != after.title:
        yield Point(
            bearing="asked", text=f"Part {number} has another name.", before=before.title, after=after.title
        )
    yield from _kinds(before, after, number)
    if texts.differ(before.task, after.task):
        yield _demand(f"Part {number}: the task", before.task, after.task)
    for row in pairs.pairs(before.rubric, after.rubric, _row_name, lambda row: " ".join(row.levels.values())):
        yield from _row(row, number, same_levels)


def _kinds(before: EvidenceRequirement, after: EvidenceRequirement, number: int) -> Iterator[Point]:
    more = [kind for kind in after.kinds if kind not in before.kinds]
    less = [kind for kind in before.kinds if kind not in after.kinds]
    if more and less:
        old, new = ", ".join(before.kinds), ", ".join(after.kinds)
        yield Point(
            bearing="asked", text=f"Part {number} asks for evidence of another kind.", before=old, after=new
        )
    elif more:
        yield Point(bearing="easier", text=f"Part {number} also accepts {', '.join(more)}.")
    elif less:
        yield Point(bearing="harder", text=f"Part {number} no longer accepts {', '.join(less)}.")


def _row(pair: Pair[RubricRow], part: int, same_levels: bool) -> Iterator[Point]:  # noqa: FBT001
    if pair.before is None and pair.after is not None:
        yield Point(bearing="harder", text=f"Part {part} has one more row: “{pair.after.criterion}”.")
    elif pair.after is None and pair.before is not None:
        yield Point(bearing="easier", text=f"Part {part} has lost the row “{pair.before.criterion}”.")
    elif pair.before is not None and pair.after is not None:
        old, new = pair.before, pair.after
        if old.criterion != new.criterion:
            yield _reads(f"Part {part}: a row has another name.", old.criterion, new.criterion)
        if same_levels:
            yield from _levels(old, new, part)
        elif sorted(old.levels.values()) != sorted(new.levels.values()):
            yield Point(
                bearing="asked", text=f"Part {part}, “{new.criterion}”: the levels are described anew."
            )


def _levels(before: RubricRow, after: RubricRow, part: int) -> Iterator[Point]:
    for name, now in after.levels.items():
        then = before.levels.get(name)
        if then is not None and texts.differ(then, now):
            yield _demand(f"Part {part}, “{after.criterion}”: the level “{name}”", then, now)


def _demand(what: str, before: str, after: str) -> Point:
    bearing = texts.direction(before, after)
    said: dict[Bearing, str] = {"harder": "asks for more", "easier": "asks for less"}
    old, new = texts.excerpt(before, after)
    return Point(
        bearing=bearing, text=f"{what} {said.get(bearing, 'reads differently')}.", before=old, after=new
    )


def _reads(text: str, before: str, after: str) -> Point:
    old, new = texts.excerpt(before, after)
    return Point(bearing="asked", text=text, before=old, after=new)


def _part_name(part: EvidenceRequirement) -> str:
    return part.id or part.title


def _row_name(row: RubricRow) -> str:
    return row.id or row.criterion
