"""What is shown of a submission, and to whom: how it stands, what is odd about it, and whose scores stay hidden for now."""

from collections.abc import Iterator

from sitegen.model.credential import Credential
from sitegen.signing.refusal import Refused
from sitegen.submissions import evidence, policies, responses, rubric
from sitegen.submissions.office import Case, Office
from sitegen.submissions.responses import Response
from sitegen.submissions.rubric import Part, Rubric
from sitegen.submissions.scores import Score
from sitegen.submissions.shelf import Listed

MOST_NAMED = 3
"""So many other submissions are named in one remark."""


def state(office: Office, case: Case) -> str:
    """How a submission stands, in words."""
    if case.decision is not None:
        return f"{case.decision.outcome}, {case.decision.at.date()}"
    try:
        record = office.credential(case).record
    except Refused:
        return "its credential cannot be read"
    whole = len(policies.judged(case, record, rubric.of(record)))
    if case.scores and not case.standing:
        return "changed after it was scored"
    if whole >= record.review.assessors:
        return "scored; to be decided"
    begun = " (one is begun)" if len(case.standing) > whole else ""
    return f"scored by {whole} of {record.review.assessors}{begun}"


def is_late(office: Office, case: Case) -> bool:
    """Whether an answer was promised for a day that has passed."""
    due = office.due(case)
    return case.decision is None and due is not None and due < office.today


def remarks(office: Office, case: Case, listed: Listed, asked: Rubric) -> Iterator[str]:
    """What is to be known before a submission is judged, besides what its sender said."""
    yield from case.response.remarks
    yield from _people(office, case)
    for objection in (*policies.time(office, case), *policies.attempts(office, case, listed.record)):
        yield objection.words
    absent = evidence.missing(case.response, asked)
    if absent:
        yield f"nothing that can be opened came for: {', '.join(part.title for part in absent)}"
    if case.scores and not case.standing:
        yield "it was changed after it was scored; the scores were about what it said before"


def _people(office: Office, case: Case) -> Iterator[str]:
    """What is odd about who sent what; without names, which assessors need not know."""
    mine = case.response
    address, name = mine.email.strip().lower(), responses.folded(mine.name)
    others = [one for one in office.cases if not responses.is_same_person(one.response, mine)]
    sharing = [one.short for one in others if address and one.response.email.strip().lower() == address]
    if sharing:
        yield f"somebody of another name sends from the same address ({', '.join(sharing[:MOST_NAMED])})"
    alike = [
        one.short
        for one in others
        if name and responses.folded(one.response.name) == name and one.response.credential == mine.credential
    ]
    if alike:
        yield f"somebody of the same name sent this from another address ({', '.join(alike[:MOST_NAMED])})"


def has_scored(case: Case, record: Credential, asked: Rubric, judge: str) -> bool:
    """Whether an assessor has scored every row; somebody without a name only looks, and has nothing left to do."""
    return not judge or any(score.assessor == judge for score in policies.judged(case, record, asked))


def scores(case: Case, record: Credential, asked: Rubric, judge: str) -> list[Score]:
    """The scores that may be seen: one's own; others when one has done one's part and enough people have."""
    enough = len(policies.judged(case, record, asked)) >= record.review.assessors
    is_open = case.decision is not None or (enough and has_scored(case, record, asked, judge))
    return [score for score in case.standing if is_open or score.assessor == judge]


def said(response: Response, part: Part, number: int) -> tuple[str, ...]:
    """What came for one part of the evidence, which a form names by its id, its title or its number."""
    names = (part.id, part.title.casefold(), str(number))
    return tuple(piece.text for piece in response.evidence if piece.part.casefold() in names)


def for_all_parts(response: Response) -> tuple[str, ...]:
    """What came in a field for all parts."""
    return tuple(piece.text for piece in response.evidence if not piece.part)
