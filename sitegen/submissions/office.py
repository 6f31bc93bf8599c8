"""All that is known of the submissions of a site, put together: each with its scores, its decision, and how it stands."""

from collections import defaultdict
from datetime import date, datetime, timedelta
from pathlib import Path

from msgspec import Struct

from sitegen.signing import whole_files
from sitegen.signing.refusal import Refused
from sitegen.submissions import decisions, inbox, responses, scores
from sitegen.submissions.decisions import Decision
from sitegen.submissions.importing import Past
from sitegen.submissions.responses import Response
from sitegen.submissions.scores import Score
from sitegen.submissions.shelf import Listed, Shelf

SHORT = 8
"""So many signs of an id are shown; fewer will do to name a submission, if they are enough to tell it."""


class Case(Struct, frozen=True):
    """A submission: its newest revision, what assessors found so far, and what was decided."""

    response: Response
    scores: tuple[Score, ...] = ()
    decision: Decision | None = None

    @property
    def short(self) -> str:
        """The id as it is shown."""
        return self.response.id[:SHORT]

    @property
    def standing(self) -> tuple[Score, ...]:
        """The scores of the revision that counts."""
        return tuple(score for score in self.scores if score.revision == self.response.revision)


class Office(Struct, frozen=True):
    """The site, the moment, the credentials, and all submissions in the order in which they were sent."""

    root: Path
    now: datetime
    shelf: Shelf
    cases: tuple[Case, ...]
    revisions: list[Response]
    together: dict[str, list[Case]]
    """Cases of one credential that share an address, or a name."""

    @property
    def today(self) -> date:
        """The day, in UTC."""
        return self.now.date()

    def credential(self, case: Case) -> Listed:
        """The credential of a submission; raises Refused if it is there no more."""
        return self.shelf.one(case.response.credential)

    def find(self, given: str) -> Case:
        """The submission meant by the beginning of its id; raises Refused if there is none, or more than one."""
        found = [case for case in self.cases if case.response.id.startswith(given.lower())]
        if len(given) < 4 or not found:
            raise Refused(f"there is no submission `{given}`", "`sitegen review list` shows all that wait")
        if len(found) > 1:
            raise Refused(f"several submissions begin with `{given}`", "give more of the id")
        return found[0]

    def earlier(self, case: Case) -> list[Case]:
        """What the same person sent for the same credential before."""
        mine = case.response
        before: dict[str, Case] = {}
        for place in _places(mine):
            for other in self.together[place]:
                if other.response.id == mine.id:
                    break
                if responses.is_same_person(other.response, mine):
                    before[other.response.id] = other
        return list(before.values())

    def attempt(self, case: Case) -> int:
        """The number of this attempt: those before it that were judged, and this one."""
        if case.decision is not None:
            return case.decision.attempt
        return 1 + sum(bool(c.decision and c.decision.outcome == "not yet") for c in self.earlier(case))

    def due(self, case: Case) -> date | None:
        """The day by which an answer is promised; None if the credential is there no more."""
        try:
            days = self.credential(case).record.review.days
        except Refused:
            return None
        return case.response.submitted.date() + timedelta(days=days)


def open_at(root: Path, now: datetime) -> Office:
    """The office of a site as it is now."""
    revisions = inbox.responses(root)
    found, decided = scores.of(root), decisions.of(root)
    cases = [
        Case(one, found.get(key, ()), decided.get(key))
        for key, one in responses.current(revisions).items()
        if not one.is_forgotten or key in decided
    ]
    cases.sort(key=lambda case: case.response.submitted)
    together: defaultdict[str, list[Case]] = defaultdict(list)
    for case in cases:
        for place in _places(case.response):
            together[place].append(case)
    return Office(root, now, Shelf(root), tuple(cases), revisions, together)


def _places(response: Response) -> list[str]:
    """Where cases stand together that may be of one person."""
    signs = (response.email.strip().lower(), responses.folded(response.name))
    return [f"{response.credential} {sign}" for sign in signs if sign]


def mend(root: Path) -> list[str]:
    """Put in order what a killed command left: half-written files go, missing public ones are written; their paths."""
    for folder in (*(root / "private").glob("*/"), *(root / inbox.FOLDER).glob("*/")):
        whole_files.sweep(folder)
    for folder in (root / decisions.PUBLIC_FOLDER).glob("*/"):
        whole_files.sweep(folder)
    return list(decisions.publish(root, decisions.of(root).values()))


def past(office: Office, secret: bytes) -> Past:
    """What an import has to know of what was there before."""
    outcomes = {c.response.id: c.decision.outcome for c in office.cases if c.decision}
    scored = {c.response.id: tuple(s.assessor for s in c.standing) for c in office.cases if c.standing}
    return Past(office.revisions, outcomes, scored, secret)
