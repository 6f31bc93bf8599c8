"""Rows of the rubric on a page: the levels to pick from, what was written, and what others found, if it may be seen."""

from msgspec import Struct

from sitegen.reviewing import words
from sitegen.reviewing.request import Request
from sitegen.reviewing.views import Choice, Opinion, Row
from sitegen.reviewing.visit import Work
from sitegen.submissions import scoring
from sitegen.submissions.rubric import Row as Asked
from sitegen.submissions.rubric import Rubric
from sitegen.submissions.scores import RowScore, Score


def level_field(number: int) -> str:
    """The name of the field for the level of a row, counted from 1."""
    return f"level-{number}"


def feedback_field(number: int) -> str:
    """The name of the field for the words about a row, counted from 1."""
    return f"feedback-{number}"


class Own(Struct, frozen=True):
    """What the one who looks found: in what is there now, and in what was there before."""

    now: Score | None
    before: Score | None


def own(work: Work, judge: str) -> Own:
    """What an assessor found in a submission, so far."""
    score = scoring.own(work.case, judge)
    if score is not None and scoring.is_about(score, work.case, work.listed.record.version):
        return Own(score, None)
    return Own(None, score)


def to_score(
    work: Work, mine: Own, others: list[Score], typed: Request | None, *, is_stale: bool
) -> list[Row]:
    """The rows as somebody scores them: with what was typed, or else with what they found so far."""
    rows = []
    for number, row in enumerate(work.asked.rows, 1):
        found = _found(mine.now, row.id)
        level, feedback = _typed(typed, number) if typed else (found.level, found.feedback)
        rows.append(
            Row(
                number=number,
                criterion=row.criterion,
                levels=levels(work.asked, row, level),
                feedback=feedback,
                opinions=_opinions(row.id, others),
                kept=_opinion("", found) if is_stale and found != RowScore(row.id, level, feedback) else None,
                before=next(iter(_opinions(row.id, [mine.before] if mine.before else [])), None),
            )
        )
    return rows


def to_see(work: Work, scores: list[Score], typed: Request | None) -> list[Row]:
    """The rows as somebody decides on them: with what was found, and the levels to agree on."""
    rows = []
    for number, row in enumerate(work.asked.rows, 1):
        given = typed.field(level_field(number)) if typed else ""
        rows.append(
            Row(
                number=number,
                criterion=row.criterion,
                levels=levels(work.asked, row, given),
                feedback="",
                opinions=_opinions(row.id, scores),
            )
        )
    return rows


def levels(asked: Rubric, row: Asked, picked: str) -> tuple[Choice, ...]:
    """The levels of a row, the best first."""
    return tuple(
        Choice(name, name, said, is_on=name == picked, passes=asked.passes(name))
        for name, said in zip(asked.levels, row.levels, strict=True)
    )


def _typed(typed: Request, number: int) -> tuple[str, str]:
    return typed.field(level_field(number)), typed.field(feedback_field(number))


def _found(score: Score | None, row: str) -> RowScore:
    """What a score says of a row; nothing if there is no score."""
    found = score.rows if score else ()
    return next((one for one in found if one.row == row), RowScore(row))


def _opinions(row: str, scores: list[Score]) -> tuple[Opinion, ...]:
    found = ((score, _found(score, row)) for score in scores)
    return tuple(_opinion(score.assessor, one) for score, one in found if one.level or one.feedback)


def _opinion(judge: str, found: RowScore) -> Opinion:
    return Opinion(judge, found.level or "no level yet", words.text(found.feedback))
