"""An address, or a form that was sent → what is answered. Only forms change anything, and only while nobody else does."""

from collections.abc import Callable

from msgspec import Struct

from sitegen.reviewing import (
    alone,
    front,
    listing,
    numbers,
    pages,
    reply,
    saving,
    sheet,
    verdict,
    visit,
    words,
)
from sitegen.reviewing.addresses import Addresses
from sitegen.reviewing.reply import Reply
from sitegen.reviewing.request import Request
from sitegen.reviewing.room import Room
from sitegen.reviewing.saving import Stale
from sitegen.reviewing.views import Fault, Frame, Sheet, Trouble, Verdict
from sitegen.reviewing.visit import Visit
from sitegen.signing.refusal import Refused

NOWHERE = Fault(
    "There is no such page here.", "Perhaps what you look for was decided, or its address was cut off."
)
STALE = Fault(words.sentence(saving.STALE), saving.STALE_HINT, is_stale=True)
SIGNS = ("word", "seen", "go")
"""Fields of forms that nobody typed."""


def answer(room: Room, request: Request) -> Reply:
    """The answer to a question from somebody who may ask."""
    try:
        match request.path:
            case ():
                return _front(room, request)
            case ("as", judge, *rest):
                return _told(room, judge, request, tuple(rest))
            case ("look", *rest):
                return _told(room, "", request, tuple(rest))
    except Refused as refused:
        return trouble(room, words.fault(refused), 422 if request.is_form else 404, request)
    return trouble(room, NOWHERE, 404, request)


def trouble(room: Room, fault: Fault, status: int, request: Request | None = None) -> Reply:
    """The page that says why there is no other one; it holds everything that was typed."""
    view = Trouble("This did not work", fault, _typed(request) if request else ())
    return reply.page(
        pages.page("trouble", view, Frame(room.name, Addresses(room.top), room.form_word)), status
    )


def _front(room: Room, request: Request) -> Reply:
    if request.is_form:
        return trouble(room, NOWHERE, 405, request)
    found = front.answer(room, request.asked("name")) if "name" in request.query else front.view(room)
    if isinstance(found, str):
        return reply.moved(found)
    frame = Frame(room.name, Addresses(room.top), room.form_word)
    return reply.page(pages.page("front", found, frame), 422 if found.fault else 200)


def _told(room: Room, judge: str, request: Request, rest: tuple[str, ...]) -> Reply:
    """What is answered to somebody who said who they are."""
    if request.is_form:
        return _form(room, judge, request, rest)
    return _page(visit.begin(room, judge), request, rest)


def _page(here: Visit, request: Request, rest: tuple[str, ...]) -> Reply:
    match rest:
        case ():
            return _shown(here, "list", listing.Lists(here).view(request))
        case ("numbers",):
            return _shown(here, "numbers", numbers.view(here))
        case ("chart.svg",):
            return reply.file("chart.svg", numbers.drawing(here))
        case (submission,):
            return _shown(here, "sheet", sheet.view(here, visit.take(here, submission), request))
        case (submission, "decide"):
            return _shown(here, "decide", verdict.view(here, visit.take(here, submission), request))
    return trouble(here.room, NOWHERE, 404)


def _form(room: Room, judge: str, request: Request, rest: tuple[str, ...]) -> Reply:
    """Do what a form asks for, alone; if it cannot be done, its page once more with all that was typed."""
    match rest:
        case (submission,):
            return _done(room, judge, request, (submission, "sheet", sheet.view, _scored))
        case (submission, "decide"):
            return _done(room, judge, request, (submission, "decide", verdict.view, _decided))
    return trouble(room, NOWHERE, 405, request)


Way = tuple[str, str, Callable[..., Sheet | Verdict], Callable[[Visit, visit.Work, Request], str]]


def _done(room: Room, judge: str, request: Request, way: Way) -> Reply:
    submission, page, view, save = way
    with alone.held(room.root):
        here = visit.begin(room, judge)
        work = visit.take(here, submission)
        try:
            return reply.moved(save(here, work, request))
        except Stale:
            return _shown(here, page, view(here, work, request, STALE), 409)
        except Refused as refused:
            return _shown(here, page, view(here, work, request, words.fault(refused)), 422)


def _scored(here: Visit, work: visit.Work, request: Request) -> str:
    kept = saving.score(here, work, request)
    if request.field("go") == "decide" and kept.is_whole:
        return here.to.verdict(work.case.response.id)
    return here.to.sheet(work.case.response.id, "whole" if kept.is_whole else "saved")


def _decided(here: Visit, work: visit.Work, request: Request) -> str:
    made = saving.decide(here, work, request)
    return here.to.sheet(work.case.response.id, "withdrawn" if made.outcome == "withdrawn" else "decided")


def _shown(here: Visit, name: str, view: Struct, status: int = 200) -> Reply:
    section = name if name in ("list", "numbers") else ""
    return reply.page(
        pages.page(name, view, Frame(here.room.name, here.to, here.room.form_word, section)), status
    )


def _typed(request: Request) -> tuple[tuple[str, str], ...]:
    """Everything that stood in a form, in its order."""
    return tuple(
        (name, value)
        for name, values in request.fields.items()
        if name not in SIGNS
        for value in values
        if value.strip()
    )
