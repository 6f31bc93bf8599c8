"""Scores → a decision: what the assessors agree on, whether the decision fits it, and whether the terms were kept."""

from collections.abc import Iterable, Iterator
from datetime import date

from msgspec import Struct

from sitegen.read import text
from sitegen.signing.refusal import Refused
from sitegen.submissions import earned, evidence, policies, rubric
from sitegen.submissions.decisions import Decision, Outcome
from sitegen.submissions.office import Case, Office
from sitegen.submissions.policies import Objection
from sitegen.submissions.rubric import Row, Rubric
from sitegen.submissions.scores import RowScore, Score

MAX_ADVICE = 4_000


class Asked(Struct, frozen=True, kw_only=True):
    """What is to be decided: the outcome, levels for rows on which assessors differ, parts that did not come, and advice.

    `waived` are the options that let a rule pass; `changes` says that an earlier decision is to be replaced.
    """

    outcome: Outcome
    levels: tuple[tuple[str, str], ...] = ()
    missing: tuple[str, ...] = ()
    advice: str = ""
    by: date | None = None
    waived: frozenset[str] = frozenset()
    changes: bool = False


def decide(office: Office, case: Case, asked: Asked) -> Decision:
    """The decision on a submission; raises Refused, with the way out, if it does not fit what was found."""
    listed = office.credential(case)
    asked_for = rubric.of(listed.record)
    _refuse_second(office, case, asked)
    _refuse_words(office, asked)
    judged = asked.outcome in ("earned", "not yet")
    objections = [*policies.number(case, listed.record, asked_for)] if judged else []
    objections += policies.attempts(office, case, listed.record) if judged else []
    waived = refuse(objections, asked.waived)
    whole = policies.judged(case, listed.record, asked_for) if judged else []
    rows = tuple(_agreed(asked_for, whole, asked)) if judged else ()
    _refuse_misfit(asked_for, rows, asked.outcome)
    missing = _missing(case, asked_for, asked)
    attempt = office.attempt(case)
    most = listed.record.review.attempts
    return Decision(
        response=case.response.id,
        revision=case.response.revision,
        issuer=listed.issuer,
        credential=listed.slug,
        version=listed.record.version,
        submitted=case.response.submitted,
        at=office.now,
        outcome=asked.outcome,
        attempt=attempt,
        assessors=tuple(score.assessor for score in whole),
        rows=rows,
        missing=missing,
        advice=asked.advice.strip(),
        by=asked.by,
        needs_talk=asked.outcome == "not yet" and most is not None and attempt >= most,
        waived=tuple(dict.fromkeys((*waived, *(words for score in whole for words in score.waived)))),
    )


def refuse(objections: Iterable[Objection], options: frozenset[str]) -> tuple[str, ...]:
    """The words of the rules that are let pass; raises Refused for the first one that is not."""
    waived: list[str] = []
    for objection in objections:
        if not objection.binds:
            continue
        if not objection.option or objection.option not in options:
            raise Refused(objection.words, objection.hint)
        waived.append(objection.words)
    return tuple(waived)


def differences(asked_for: Rubric, scores: Iterable[Score]) -> Iterator[tuple[Row, tuple[str, ...]]]:
    """The rows to which assessors gave different levels, and these."""
    whole = list(scores)
    for row in asked_for.rows:
        levels = tuple(dict.fromkeys(score.level(row.id) for score in whole))
        if len(levels) > 1:
            yield row, levels


def _refuse_second(office: Office, case: Case, asked: Asked) -> None:
    """Raise Refused for what is decided already, unless that is to be changed and still can be; and for a second badge."""
    before = case.decision
    if before is not None and earned.is_awarded(office.root, before):
        raise Refused("the badge for this was made already", "`sitegen revoke` takes a badge back")
    if before is not None and not asked.changes:
        raise Refused(
            f"this was decided on {before.at.date()}: {before.outcome}",
            "`--change` replaces the decision; if its letter was sent, tell the person",
        )
    version = office.credential(case).record.version
    for other in office.earlier(case) if asked.outcome == "earned" else ():
        if other.decision and (other.decision.outcome, other.decision.version) == ("earned", version):
            raise Refused(
                f"the same person earned this version already, on {other.decision.at.date()} ({other.short})",
                "decide `withdrawn`",
            )


def _refuse_words(office: Office, asked: Asked) -> None:
    if asked.by is not None and asked.by <= office.today:
        raise Refused(f"{asked.by} has passed, and is to be the day by which they answer", "check the year")
    if len(asked.advice) > MAX_ADVICE or text.FORBIDDEN.search(asked.advice):
        raise Refused(
            "the advice is too long, or has a character that cannot be shown", "say it in a few sentences"
        )


def _agreed(asked_for: Rubric, whole: list[Score], asked: Asked) -> Iterator[RowScore]:
    """The level of each row, and all that was written about it."""
    given = {asked_for.row(row).id: asked_for.level(level) for row, level in asked.levels}
    apart = [(row, levels) for row, levels in differences(asked_for, whole) if row.id not in given]
    if apart:
        said = "; ".join(f"{row.id}: {' or '.join(levels)}" for row, levels in apart)
        raise Refused(
            f"the assessors differ ({said})",
            f"talk it over, then add the level you agree on, as in `--row {apart[0][0].id}='{apart[0][1][0]}'`",
        )
    for row in asked_for.rows:
        words = dict.fromkeys(one.feedback for score in whole for one in score.rows if one.row == row.id)
        yield RowScore(row.id, given.get(row.id) or whole[0].level(row.id), "\n\n".join(filter(None, words)))


def _refuse_misfit(asked_for: Rubric, rows: tuple[RowScore, ...], outcome: Outcome) -> None:
    """Raise Refused if the outcome does not follow from the levels, or if nobody could learn from it."""
    below = [row for row in rows if not asked_for.passes(row.level)]
    names = ", ".join(row.row for row in below)
    if outcome == "earned" and below:
        raise Refused(f"not every row has passed: {names}", "decide `not-yet`, or score it again")
    if outcome == "not yet" and not below:
        raise Refused("every row has passed, so it is earned", "decide `earned`, or score it again")
    silent = [row.row for row in below if not row.feedback.strip()]
    if silent:
        raise Refused(
            f"nothing says what is missing in: {', '.join(silent)}",
            f"`sitegen review score … --feedback {silent[0]}='…'`: the letter tells the sender",
        )


def _missing(case: Case, asked_for: Rubric, asked: Asked) -> tuple[str, ...]:
    """The parts that did not come, for a decision that says so."""
    if asked.outcome != "incomplete":
        return ()
    named = tuple(asked_for.part(part).id for part in asked.missing)
    found = named or tuple(part.id for part in evidence.missing(case.response, asked_for))
    if not found:
        raise Refused("something has come for every part", "name what cannot be used, as in `--missing plan`")
    return tuple(dict.fromkeys(found))
