"""What the forms do: the same as `sitegen review score` and `decide`, through the same functions, and nothing else."""

from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from sitegen.reviewing import rows, sheet, verdict
from sitegen.reviewing.request import Request
from sitegen.reviewing.visit import Visit, Work
from sitegen.signing.refusal import Refused
from sitegen.submissions import deciding, decisions, scores, scoring, showing
from sitegen.submissions.deciding import Asked
from sitegen.submissions.decisions import Decision, Outcome
from sitegen.submissions.scores import Score

STALE = "this was changed while you had it open, by somebody else or in another window, so nothing was saved"
STALE_HINT = "What you typed is still here. Look at what it says now, then save again."


class Stale(Exception):  # noqa: N818 - nothing failed: somebody was faster
    """A form rests on something that is not so any more."""


class Kept(Struct, frozen=True):
    """What came of a form: whether everything that has to be said has been said."""

    is_whole: bool


def score(visit: Visit, work: Work, request: Request) -> Kept:
    """Keep what an assessor found. Raises Refused if it cannot be, Stale if it rests on something that is not so any more.

    The same form sent twice is kept once.
    """
    judge = visit.judge
    if judge is None:
        raise Refused("nobody is named who scores this", "Say who you are first.")
    answers = _answers(work, request)
    if request.field("seen") != sheet.seen(visit, work):
        if _is_kept(work, visit.name, answers):
            return Kept(_is_whole(work, visit.name))
        raise Stale
    allowed = frozenset(request.fields.get("waive", ())) & {"complete", "after_talk", "without_badge", "same"}
    begun = scoring.begin(visit.place, visit.office, work.case, judge, allowed)
    if "same" in allowed:
        for answer in answers:
            begun = scoring.answered(work.asked, begun, *answer)
    else:
        begun = scoring.filled(work.asked, begun, answers)
    scores.save(visit.room.root, replace(begun, at=visit.place.now))
    return Kept(begun.is_whole(work.asked))


def decide(visit: Visit, work: Work, request: Request) -> Decision:
    """Make a decision. Raises Refused and Stale as `score` does; the same form sent twice decides once."""
    asked = _asked(work, request)
    if request.field("seen") != verdict.seen(visit, work):
        if (made := work.case.decision) is not None and _is_made(made, asked):
            return made
        raise Stale
    is_blind = not showing.has_scored(work.case, work.listed.record, work.asked, visit.name)
    if is_blind and asked.outcome in verdict.JUDGED:
        raise Refused("you have not scored every row yet", "Score it first, or let somebody else decide.")
    decision = deciding.decide(visit.office, work.case, asked)
    decisions.write(visit.room.root, decision)
    return decision


def _answers(work: Work, request: Request) -> list[tuple[str, str, str]]:
    """What was picked and written for each row."""
    return [
        (row.id, request.field(rows.level_field(number)), request.field(rows.feedback_field(number)))
        for number, row in enumerate(work.asked.rows, 1)
    ]


def _is_kept(work: Work, judge: str, answers: list[tuple[str, str, str]]) -> bool:
    mine = rows.own(work, judge).now
    found = {} if mine is None else {one.row: (one.level, one.feedback) for one in mine.rows}
    return all(found.get(row, ("", "")) == (level, said.strip()) for row, level, said in answers)


def _is_whole(work: Work, judge: str) -> bool:
    mine: Score | None = rows.own(work, judge).now
    return mine is not None and mine.is_whole(work.asked)


def _asked(work: Work, request: Request) -> Asked:
    outcome = _outcome(request.field("outcome"))
    waived = frozenset(request.fields.get("waive", ()))
    return Asked(
        outcome=outcome,
        levels=tuple(
            (row.id, level)
            for number, row in enumerate(work.asked.rows, 1)
            if (level := request.field(rows.level_field(number)))
        ),
        missing=request.fields.get("missing", ()),
        advice=request.field("advice"),
        by=_day(request.field("by").strip()),
        waived=waived & {"after_talk"},
        changes="change" in waived,
    )


def _outcome(picked: str) -> Outcome:
    for value, _, _ in verdict.OUTCOMES:
        if picked == value:
            return value
    raise Refused("no outcome is picked", "Pick one of them.")


def _day(typed: str) -> date | None:
    try:
        return date.fromisoformat(typed) if typed else None
    except ValueError:
        raise Refused(f"`{typed[:20]}` is no day", "Write it as in 2026-06-01.") from None


def _is_made(made: Decision, asked: Asked) -> bool:
    """Whether a decision is the one that is asked for."""
    return (made.outcome, made.advice, made.by) == (asked.outcome, asked.advice.strip(), asked.by)
