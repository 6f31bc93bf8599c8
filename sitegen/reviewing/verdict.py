"""Where one decides: what was found in each row, levels to agree on where assessors differ, and the outcome."""

from sitegen.reviewing import head, rows, words
from sitegen.reviewing.request import Request
from sitegen.reviewing.views import Choice, Fault, Verdict
from sitegen.reviewing.visit import Visit, Work
from sitegen.submissions import agreement, evidence, policies, showing
from sitegen.submissions.decisions import Outcome
from sitegen.submissions.policies import Objection

OUTCOMES: tuple[tuple[Outcome, str, str], ...] = (
    (
        "earned",
        "Earned",
        "Every row has passed. The badge is signed later, on the command line.",
    ),
    (
        "not yet",
        "Not yet",
        "The letter says what is met, what is not, and how to go on. It counts as an attempt.",
    ),
    (
        "incomplete",
        "Incomplete",
        "A part did not come, or cannot be opened. It does not count as an attempt.",
    ),
    ("withdrawn", "Withdrawn", "It was sent twice, or taken back. Nobody gets a letter."),
)
JUDGED = ("earned", "not yet")
HIDDEN = (
    "What other assessors found stays hidden until you have scored every row. "
    "Until then you can decide only that it is incomplete, or withdrawn."
)
CHANGE = ("Replace the decision that was made before", "If its letter was sent, tell the person.")


def view(visit: Visit, work: Work, request: Request, fault: Fault | None = None) -> Verdict:
    """The page on which one decides; with what was typed, if it could not be kept."""
    case, record = work.case, work.listed.record
    typed = request if request.is_form else None
    is_blind = not showing.has_scored(case, record, work.asked, visit.name)
    given = policies.judged(case, record, work.asked)
    shown = (
        []
        if is_blind
        else [one for one in showing.scores(case, record, work.asked, visit.name) if one in given]
    )
    return Verdict(
        title=f"Decide on {record.title}, {case.short}",
        head=head.of(visit, work),
        rows=() if is_blind else tuple(rows.to_see(work, shown, typed)),
        hidden=HIDDEN if is_blind else "",
        lacking=tuple(words.sentence(one.words) for one in policies.number(case, record, work.asked)),
        agreement=_agreement(work) if len(shown) > 1 else "",
        outcomes=tuple(
            Choice(*one, is_on=bool(typed and typed.field("outcome") == one[0]))
            for one in OUTCOMES
            if not (is_blind and one[0] in JUDGED)
        ),
        parts=_missing(work, typed),
        advice=typed.field("advice") if typed else "",
        by=typed.field("by") if typed else "",
        waivers=_waivers(visit, work, typed),
        seen=seen(visit, work),
        fault=fault,
    )


def seen(visit: Visit, work: Work) -> str:
    """A sign of all that a decision rests on: what was sent, what everybody found, what was decided before."""
    case = work.case
    standing = (case.response.id, case.response.revision, case.decision)
    return visit.room.mark(
        "decide", visit.name, standing, case.standing, work.listed.record.version, work.asked
    )


def _agreement(work: Work) -> str:
    """How far the first two assessors agree on this submission."""
    found = agreement.of([work.case]).all
    return f"{found.equal} of {found.pairs} rows have the same level from the first two assessors."


def _missing(work: Work, typed: Request | None) -> tuple[Choice, ...]:
    """The parts of the evidence; ticked are those for which nothing came."""
    absent = [part.id for part in evidence.missing(work.case.response, work.asked)]
    ticked = typed.fields.get("missing", ()) if typed else absent
    return tuple(Choice(part.id, part.title, is_on=part.id in ticked) for part in work.asked.parts)


def _waivers(visit: Visit, work: Work, typed: Request | None) -> tuple[Choice, ...]:
    ticked = typed.fields.get("waive", ()) if typed else ()
    objections: list[Objection] = list(policies.attempts(visit.office, work.case, work.listed.record))
    change = (Choice("change", *CHANGE, is_on="change" in ticked),) if work.case.decision else ()
    return (*head.waivers(objections, ticked), *change)
