"""One visit to the pages: everything that was sent in as it is at this moment, and who is looking at it."""

from msgspec import Struct

from sitegen.reviewing.addresses import Addresses
from sitegen.reviewing.room import Room
from sitegen.signing.key_changes import Place
from sitegen.submissions import assessors, office, rubric
from sitegen.submissions.assessors import Assessor
from sitegen.submissions.office import Case, Office
from sitegen.submissions.rubric import Rubric
from sitegen.submissions.shelf import Listed


class Visit(Struct, frozen=True):
    """The room, the moment, all submissions, and the assessor; None is somebody who only looks and decides."""

    room: Room
    place: Place
    office: Office
    judge: Assessor | None
    to: Addresses

    @property
    def name(self) -> str:
        """The assessor's name; empty for somebody who only looks and decides."""
        return self.judge.name if self.judge else ""


class Work(Struct, frozen=True):
    """One submission on the desk: with its credential, and the rubric beside it."""

    case: Case
    listed: Listed
    asked: Rubric


def begin(room: Room, judge: str) -> Visit:
    """A visit under a name, or under none; raises Refused for what is no name, and for files that are damaged."""
    place = room.place()
    who = assessors.read(room.root, judge) if judge else None
    return Visit(room, place, office.open_at(room.root, place.now), who, Addresses(room.top, judge))


def take(visit: Visit, submission: str) -> Work:
    """A submission by the beginning of its id; raises Refused if it, or its credential, is not there."""
    case = visit.office.find(submission)
    listed = visit.office.credential(case)
    return Work(case, listed, rubric.of(listed.record))
