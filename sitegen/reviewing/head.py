"""The head of a submission's pages: what it is for, when it was sent, how it stands, and what is odd about it."""

from sitegen.reviewing import words
from sitegen.reviewing.views import Choice, Head
from sitegen.reviewing.visit import Visit, Work
from sitegen.submissions import showing
from sitegen.submissions.policies import Objection

WAIVERS = {
    "complete": ("Score it although a part seems to be missing", ""),
    "after_talk": ("The conversation after the last attempt took place", ""),
    "without_badge": ("Go on although you are not known to hold it", "It is noted with the decision."),
}
"""The rules that somebody may let pass, in the words of a box to tick."""


def of(visit: Visit, work: Work) -> Head:
    """The head of a submission."""
    office, case, listed = visit.office, work.case, work.listed
    return Head(
        title=listed.record.title,
        slug=listed.slug,
        version=listed.record.version,
        short=case.short,
        sent=case.response.submitted.date(),
        due=office.due(case),
        is_late=showing.is_late(office, case),
        attempt=office.attempt(case),
        state=showing.state(office, case),
        remarks=tuple(words.sentence(one) for one in showing.remarks(office, case, listed, work.asked)),
        earlier=tuple(
            (f"{one.short}, sent {one.response.submitted.date()}: {showing.state(office, one)}",
             visit.to.sheet(one.response.id))
            for one in office.earlier(case)
        ),
    )  # fmt: skip


def waivers(objections: list[Objection], ticked: tuple[str, ...]) -> tuple[Choice, ...]:
    """A box for each rule that is not kept and may be let pass."""
    options = dict.fromkeys(one.option for one in objections if one.binds and one.option)
    return tuple(Choice(one, *WAIVERS[one], is_on=one in ticked) for one in options)


def barred(objections: list[Objection]) -> str:
    """Why something cannot be done at all; empty if it can."""
    return next((words.sentence(one.words) for one in objections if one.binds and not one.option), "")
