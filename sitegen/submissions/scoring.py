"""An assessor's answers → a score: looked at for completeness and by the credential's terms first, then row by row."""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from sitegen.read import text
from sitegen.signing.key_changes import Place
from sitegen.signing.refusal import Refused
from sitegen.submissions import deciding, evidence, policies, rubric, scores
from sitegen.submissions.assessors import Assessor
from sitegen.submissions.office import Case, Office
from sitegen.submissions.policies import Objection
from sitegen.submissions.rubric import Rubric
from sitegen.submissions.scores import RowScore, Score

MAX_FEEDBACK = 4_000


def begin(place: Place, office: Office, case: Case, judge: Assessor, options: frozenset[str]) -> Score:
    """The score as far as it is, of the revision that counts; raises Refused if this assessor may not score this.

    What was found in an earlier revision, or by another bar, is left behind, unless the options have `same`.
    """
    if case.decision is not None:
        raise Refused(
            f"this was decided on {case.decision.at.date()}: {case.decision.outcome}",
            "a later attempt is scored under its own name",
        )
    listed = office.credential(case)
    waived = deciding.refuse(objections(place, office, case, judge), options)
    fresh = Score(
        response=case.response.id,
        assessor=judge.name,
        revision=case.response.revision,
        credential=listed.slug,
        version=listed.record.version,
        at=office.now,
        waived=waived,
    )
    mine = own(case, judge.name)
    if mine is not None and ("same" in options or is_about(mine, case, listed.record.version)):
        return replace(fresh, rows=mine.rows)
    return fresh


def own(case: Case, judge: str) -> Score | None:
    """What an assessor found in a submission, whenever that was; None if it is nothing."""
    return next((score for score in case.scores if score.assessor == judge), None)


def is_about(score: Score, case: Case, version: str) -> bool:
    """Whether neither the submission nor the bar has changed since somebody scored it."""
    same_bar = score.version.partition(".")[0] == version.partition(".")[0]
    return same_bar and score.revision == case.response.revision


def answered(asked_for: Rubric, score: Score, row: str, level: str, feedback: str) -> Score:
    """The score with one more answer; raises Refused for a row or level that is none, or words that cannot be kept."""
    return scores.with_row(score, _row(asked_for, row, level, feedback))


def filled(asked_for: Rubric, score: Score, answers: Iterable[tuple[str, str, str]]) -> Score:
    """The score with these answers (row, level, feedback) in place of all others; an empty one takes back what was said.

    Raises Refused as `answered` does.
    """
    rows = (_row(asked_for, *answer) for answer in answers)
    return replace(score, rows=tuple(row for row in rows if row.level or row.feedback))


def _row(asked_for: Rubric, row: str, level: str, feedback: str) -> RowScore:
    if len(feedback) > MAX_FEEDBACK or text.FORBIDDEN.search(feedback):
        raise Refused(
            "the feedback is too long, or has a character that cannot be shown",
            f"at most {MAX_FEEDBACK:,} characters fit for one row",
        )
    name = asked_for.level(level) if level else ""
    return RowScore(asked_for.row(row).id, name, feedback.strip())


def objections(place: Place, office: Office, case: Case, judge: Assessor) -> Iterator[Objection]:
    """The rules that are not kept if this assessor scores this submission now."""
    record = office.credential(case).record
    yield from policies.assessor(place, office, case, judge)
    yield from policies.attempts(office, case, record)
    absent = evidence.missing(case.response, rubric.of(record))
    if absent:
        names = ", ".join(part.id for part in absent)
        yield Objection(
            f"nothing that can be opened came for: {names}",
            f"`sitegen review decide {case.short} incomplete` says so to the sender; `--complete` scores it as it is",
            "complete",
        )
