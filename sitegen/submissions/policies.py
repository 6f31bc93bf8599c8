"""The terms on which a credential is reviewed, held against a submission: what is not kept, and what can be waived."""

from collections.abc import Iterator

from msgspec import Struct

from sitegen.model.credential import Credential
from sitegen.signing.key_changes import Place
from sitegen.submissions import assessors
from sitegen.submissions.assessors import Assessor
from sitegen.submissions.office import Case, Office
from sitegen.submissions.rubric import Rubric
from sitegen.submissions.scores import Score
from sitegen.submissions.shelf import Listed


class Objection(Struct, frozen=True):
    """A rule that is not kept: the words, what to do, and the option that lets it pass (empty: nothing does).

    `binds` is false for what is only worth knowing.
    """

    words: str
    hint: str
    option: str = ""
    binds: bool = True


def attempts(office: Office, case: Case, record: Credential) -> Iterator[Objection]:
    """How often somebody may try before a conversation."""
    most = record.review.attempts
    number = office.attempt(case)
    if most is not None and number > most:
        yield Objection(
            f"this is attempt {number}, and after {most} a conversation comes first",
            "talk with them, then add `--after-talk`",
            "after_talk",
        )


def time(office: Office, case: Case) -> Iterator[Objection]:
    """The days within which an answer is promised."""
    due = office.due(case)
    if case.decision is None and due is not None and office.today > due:
        late = (office.today - due).days
        yield Objection(f"an answer was promised by {due}, {late} days ago", "", binds=False)


def assessor(place: Place, office: Office, case: Case, judge: Assessor) -> Iterator[Objection]:
    """Who may judge this: not the sender; and, if the credential says so, only somebody who holds it."""
    yield from sender(case, judge)
    yield from holding(place, office.credential(case), judge)


def sender(case: Case, judge: Assessor) -> Iterator[Objection]:
    """Nobody judges what came from their own address."""
    address = case.response.email.strip().lower()
    if address and address == judge.email.strip().lower():
        yield Objection(f"{judge.name} sent this in", "let somebody else judge it")


def holding(place: Place, listed: Listed, judge: Assessor) -> Iterator[Objection]:
    """Where a credential says so, only somebody who holds it judges it."""
    if not listed.record.review.assessors_hold_it:
        return
    if not assessors.held(place, listed.issuer, listed.slug, judge):
        known = f"{judge.name} is not known to hold `{listed.slug}`, and its page says that assessors do"
        yield Objection(
            known,
            f"`sitegen review assessor {judge.name} --email … --badge LINK` makes it known; `--without-badge` goes on",
            "without_badge",
        )


def judged(case: Case, record: Credential, rubric: Rubric) -> list[Score]:
    """The scores that count: whole, of the submission as it is now, and by the bar as it is now."""
    bar = record.version.partition(".")[0]
    return [
        score for score in case.standing if score.is_whole(rubric) and score.version.partition(".")[0] == bar
    ]


def number(case: Case, record: Credential, rubric: Rubric) -> Iterator[Objection]:
    """How many people have to score it."""
    whole = judged(case, record, rubric)
    wanted = record.review.assessors
    if len(whole) < wanted:
        people = "assessor has" if len(whole) == 1 else "assessors have"
        yield Objection(
            f"{len(whole)} {people} scored it as it is now, and its page promises {wanted}",
            f"`sitegen review score {case.short} --as NAME` scores it",
        )
