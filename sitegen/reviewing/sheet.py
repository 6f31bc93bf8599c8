"""A submission beside the rubric: what came for each part, and the form in which somebody scores it."""

from collections.abc import Iterator

from sitegen.reviewing import head, rows, words
from sitegen.reviewing.request import Request
from sitegen.reviewing.rows import Own
from sitegen.reviewing.views import Choice, Fault, Part, Row, Sheet
from sitegen.reviewing.visit import Visit, Work
from sitegen.signing.refusal import Refused
from sitegen.submissions import evidence, scoring, showing
from sitegen.submissions.decisions import Decision
from sitegen.submissions.policies import Objection

DONE = {
    "saved": "Saved.",
    "whole": "Saved. Every row has a level now.",
    "decided": "Decided. The letter is written next, on the command line (sitegen review send).",
    "withdrawn": "Decided: withdrawn. Nobody gets a letter.",
}
"""What was done last, by the word in the address."""

SAME = (
    "What I found before still holds",
    "It was changed after you scored it. Rows that you leave open keep what you found.",
)


def view(visit: Visit, work: Work, request: Request, fault: Fault | None = None) -> Sheet:
    """The page of a submission; with what was typed, if a form that was sent could not be kept."""
    typed = request if request.is_form else None
    mine = rows.own(work, visit.name)
    shown = showing.scores(work.case, work.listed.record, work.asked, visit.name)
    objections = _objections(visit, work)
    barred = head.barred(objections)
    is_open = work.case.decision is None and not barred
    has_form = visit.judge is not None and (is_open or typed is not None)
    others = [score for score in shown if not (has_form and score.assessor == visit.name)]
    found = rows.to_score(work, mine, others, typed, is_stale=fault is not None and fault.is_stale)
    response = work.case.response
    return Sheet(
        title=f"{work.listed.record.title}, {work.case.short}",
        head=head.of(visit, work),
        parts=tuple(_parts(work, found)),
        for_all=tuple(words.text(one) for one in showing.for_all_parts(response)),
        notes=tuple((words.line(one.heading), words.text(one.text)) for one in response.notes),
        missing=tuple(part.title for part in evidence.missing(response, work.asked)),
        waivers=_waivers(objections, mine, typed),
        barred=barred,
        decision=_decided(work.case.decision),
        seen=seen(visit, work),
        done=DONE.get(request.asked("done"), ""),
        has_form=has_form,
        fault=fault,
    )


def seen(visit: Visit, work: Work) -> str:
    """A sign of all that an assessor's scores rest on; what other assessors find changes nothing in it."""
    case = work.case
    mine = scoring.own(case, visit.name)
    standing = (case.response.id, case.response.revision, case.decision)
    return visit.room.mark("score", visit.name, standing, mine, work.listed.record.version, work.asked)


def _objections(visit: Visit, work: Work) -> list[Objection]:
    if visit.judge is None or work.case.decision is not None:
        return []
    try:
        return list(scoring.objections(visit.place, visit.office, work.case, visit.judge))
    except Refused as refused:  # a list of revoked badges that cannot be read, for instance
        return [Objection(str(refused), refused.hint)]


def _waivers(objections: list[Objection], mine: Own, typed: Request | None) -> tuple[Choice, ...]:
    ticked = typed.fields.get("waive", ()) if typed else ()
    same = (Choice("same", *SAME, is_on="same" in ticked),) if mine.before else ()
    return (*head.waivers(objections, ticked), *same)


def _parts(work: Work, found: list[Row]) -> Iterator[Part]:
    response, asked = work.case.response, work.asked
    absent = evidence.missing(response, asked)
    for number, part in enumerate(asked.parts, 1):
        yield Part(
            number=number,
            title=part.title,
            task=work.listed.record.evidence[number - 1].task,
            came=part not in absent,
            texts=tuple(words.text(one) for one in showing.said(response, part, number)),
            rows=tuple(row for row, one in zip(found, asked.rows, strict=True) if one.part == part.id),
        )


def _decided(decision: Decision | None) -> tuple[str, ...]:
    """What was decided, a sentence each."""
    if decision is None:
        return ()
    lines = [f"Decided on {decision.at.date()}: {decision.outcome}."]
    if decision.missing:
        lines.append(f"Missing: {', '.join(decision.missing)}.")
    if decision.advice:
        lines.append(f"Advice: {words.line(decision.advice)}")
    if decision.by:
        lines.append(f"To be sent again by {decision.by}.")
    if decision.needs_talk:
        lines.append("A conversation comes next.")
    return (*lines, *(f"Not kept: {words.line(one)}." for one in decision.waived))
