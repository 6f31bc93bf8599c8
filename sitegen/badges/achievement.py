"""The part of a credential that pins what was asked: title, criteria, rubric, alignments (Open Badges 3.0, Achievement)."""

import re
from functools import lru_cache

from msgspec import UNSET

from sitegen.badges import profile
from sitegen.badges.refusal import Refused
from sitegen.model import urls
from sitegen.model.award import Achievement, Alignment, AlignmentKind, RubricLevel, RubricRow

_ID = re.compile(r"https://.*/credentials/(?P<slug>[a-z0-9]+(?:-[a-z0-9]+)*)/#version-[0-9.]+")
_LEVEL = re.compile(r".*-row-(?P<row>[1-9][0-9]{0,3})-level-(?P<level>[1-9][0-9]{0,3})")
REMEMBERED = 64
"""So many achievements are remembered at once: the awards of a batch have few of them, and each is large."""

_PARAGRAPH = "\n\n"
"""What stands between summary and competency in the description."""

_KINDS: dict[AlignmentKind, profile.TargetType] = {
    "CASE": "CFItem",
    "CTDL": "ceterms:Credential",
    "ESCO": "ext:ESCO",
}
_KIND_OF: dict[profile.TargetType, AlignmentKind] = {theirs: ours for ours, theirs in _KINDS.items()}


def address(site: str, achievement: Achievement) -> str:
    """The id of a credential as it was in one version."""
    return f"{site}{urls.credential(achievement.credential)}#version-{achievement.version}"


def row_id(whole: str, row: int) -> str:
    """The id of a rubric row, counted from 0, of the achievement whose id is `whole`."""
    return f"{whole}-row-{row + 1}"


def level_id(whole: str, row: int, level: int) -> str:
    """The id of a level, counted from 0, of a rubric row."""
    return f"{row_id(whole, row)}-level-{level + 1}"


def place(level_id: str) -> tuple[int, int]:
    """The row and the level, counted from 0, in the id of a level; raises Refused if it is none."""
    found = _LEVEL.fullmatch(level_id)
    if found is None:
        raise Refused("wrong-form", "it names a level of its rubric in a way that our badges do not")
    return int(found["row"]) - 1, int(found["level"]) - 1


@lru_cache(maxsize=REMEMBERED)
def part(site: str, achievement: Achievement) -> profile.Achievement:
    """The part of the credential; raises ValueError if a row requires a level that it has not."""
    a, whole = achievement, address(site, achievement)
    return profile.Achievement(
        id=whole,
        type=("Achievement",),
        achievement_type="MicroCredential",
        name=a.title,
        description=a.summary + (_PARAGRAPH + a.competency if a.competency else ""),
        version=a.version,
        in_language=a.language,
        criteria=profile.Criteria(id=f"{site}{urls.credential(a.credential)}#criteria", narrative=a.criteria),
        image=profile.Image(id=a.image, type="Image", caption=a.caption) if a.image else UNSET,
        tag=a.focus_areas,
        alignment=tuple(_alignment(whole, number, one) for number, one in enumerate(a.alignments, 1)),
        result_description=tuple(_row(whole, number, row) for number, row in enumerate(a.rubric)),
    )


@lru_cache(maxsize=REMEMBERED)
def read(part: profile.Achievement) -> Achievement:
    """The achievement in a part of a credential; raises Refused if it cannot be one of ours."""
    slug = _ID.fullmatch(part.id)
    if slug is None:
        raise Refused("wrong-id", "what it was given for has no address on this site")
    if len(set(part.tag)) != len(part.tag):
        raise Refused("repeated", "it names a focus area twice")
    summary, _, competency = part.description.partition(_PARAGRAPH)
    return Achievement(
        credential=slug["slug"],
        title=part.name,
        version=part.version,
        summary=summary,
        competency=competency,
        criteria=part.criteria.narrative,
        language=part.in_language,
        image=part.image.id if part.image else "",
        caption=part.image.caption if part.image else "",
        focus_areas=part.tag,
        alignments=tuple(_read_alignment(one) for one in part.alignment),
        rubric=tuple(_read_row(row) for row in part.result_description),
    )


def _alignment(whole: str, number: int, one: Alignment) -> profile.Alignment:
    return profile.Alignment(
        id=f"{whole}-alignment-{number}",
        type=("Alignment",),
        target_name=one.name,
        target_url=one.url,
        target_code=one.code,
        target_framework=one.framework,
        target_type=_KINDS.get(one.kind, UNSET),
    )


def _read_alignment(one: profile.Alignment) -> Alignment:
    return Alignment(
        name=one.target_name,
        url=one.target_url,
        framework=one.target_framework,
        code=one.target_code,
        kind=_KIND_OF[one.target_type] if one.target_type else "other",
    )


def _row(whole: str, number: int, row: RubricRow) -> profile.ResultDescription:
    names = [level.name for level in row.levels]
    return profile.ResultDescription(
        id=row_id(whole, number),
        type=("ResultDescription",),
        name=row.name,
        result_type="RubricCriterionLevel",
        required_level=level_id(whole, number, names.index(row.required)),
        rubric_criterion_level=tuple(
            profile.RubricCriterionLevel(
                id=level_id(whole, number, at),
                type=("RubricCriterionLevel",),
                name=level.name,
                description=level.text,
            )
            for at, level in enumerate(row.levels)
        ),
    )


def _read_row(row: profile.ResultDescription) -> RubricRow:
    levels = row.rubric_criterion_level
    _, required = place(row.required_level)
    if required >= len(levels):
        raise Refused("wrong-form", "its rubric requires a level that it does not describe")
    return RubricRow(
        name=row.name,
        levels=tuple(RubricLevel(name=level.name, text=level.description) for level in levels),
        required=levels[required].name,
    )
