"""The first page: who is looking?"""

from sitegen.reviewing import words
from sitegen.reviewing.addresses import Addresses
from sitegen.reviewing.room import Room
from sitegen.reviewing.views import Fault, Front
from sitegen.signing.refusal import Refused
from sitegen.submissions import assessors, scores


def view(room: Room, typed: str = "", fault: Fault | None = None) -> Front:
    """Everybody who was introduced or has scored something, and a field for others."""
    names = {one.name for one in assessors.known(room.root)}
    names |= {score.assessor for found in scores.of(room.root).values() for score in found}
    people = tuple((name, Addresses(room.top, name).list) for name in sorted(names))
    return Front("Who is looking?", people, typed, fault)


def answer(room: Room, typed: str) -> str | Front:
    """Where somebody goes who gave a name; or the page again, if it is none."""
    name = typed.strip().lower()
    try:
        assessors.read(room.root, name)
    except Refused as refused:
        return view(room, typed, words.fault(refused))
    return Addresses(room.top, name).list
