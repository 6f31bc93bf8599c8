"""What somebody asks to be awarded, and why it cannot be: every reason at once, in words for the person who asked."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Literal

from msgspec import Struct

from sitegen.badges import identity
from sitegen.model.award import Evidence, RowResult
from sitegen.model.fields import HTTPS
from sitegen.model.issuer import Privacy
from sitegen.read import text
from sitegen.signing.programme import Offer

MAX_NAME = 200
MAX_LINE = 300

Field = Literal[
    "credential", "name", "email", "privacy", "awarded", "expires", "evidence", "rubric", "assessor"
]


class Order(Struct, frozen=True, kw_only=True):
    """One award as it is asked for.

    `shows_name` says that the person agreed to the name being public; without it the name is used for the letter only.
    `results` are pairs of a row and a level, by their names. `line` is the line of the file it stands on; 0: no file.
    `award` is the id that the award is to have, if it was fixed beforehand; otherwise chance makes it.
    """

    credential: str
    name: str = ""
    email: str = ""
    shows_name: bool = False
    privacy: Privacy | None = None
    awarded: date | None = None
    expires: date | None = None
    results: tuple[tuple[str, str], ...] = ()
    evidence: tuple[Evidence, ...] = ()
    assessor: str = ""
    role: str = ""
    line: int = 0
    award: str = ""


class Fault(Struct, frozen=True):
    """Why something cannot be awarded: the line of the file (0: no file), and the words."""

    line: int
    words: str
    hint: str = ""


def faults(order: Order, today: date) -> Iterator[Fault]:
    """What is wrong with an order, whatever the catalog says."""
    yield from _person(order)
    yield from _dates(order, today)
    for piece in order.evidence:
        if piece.url and (not re.fullmatch(HTTPS, piece.url) or len(piece.url) > 2_000):
            yield Fault(
                order.line,
                f"`{piece.url[:60]}` is no address that can be published",
                "it must begin with https://",
            )
    urls = [piece.url for piece in order.evidence if piece.url]
    if len(set(urls)) != len(urls):
        yield Fault(order.line, "the same evidence is named twice", "name each piece once")
    shown = (order.assessor, order.role, *(part for e in order.evidence for part in (e.title, e.description)))
    for words in shown:
        yield from _plain(order.line, words)
    if order.role and not order.assessor:
        yield Fault(
            order.line, "a role is given, but not whose", "name the body that judged with `--assessor`"
        )


def results(order: Order, offer: Offer) -> tuple[tuple[RowResult, ...], tuple[Fault, ...]]:
    """The rows and levels that an order names, in the order of the rubric, and what is wrong with them."""
    found: dict[int, int] = {}
    wrong: list[Fault] = []
    for row, level in order.results:
        place = _row(offer, row)
        if place is None:
            known = ", ".join(offer.rows)
            wrong.append(
                Fault(order.line, f"`{offer.slug}` has no rubric row `{row}`", f"its rows are: {known}")
            )
        elif place in found:
            wrong.append(Fault(order.line, f"the rubric row `{row}` is given twice", "keep one of them"))
        else:
            found[place] = _level(offer, place, level, order.line, wrong)
    reached = tuple(RowResult(row, level) for row, level in sorted(found.items()) if level >= 0)
    return reached, tuple(wrong)


def _row(offer: Offer, wanted: str) -> int | None:
    """The number of a row, by its id, its criterion, or its number counted from 1."""
    names = [row.name.casefold() for row in offer.achievement.rubric]
    if wanted in offer.rows:
        return offer.rows.index(wanted)
    if names.count(wanted.casefold()) == 1:
        return names.index(wanted.casefold())
    if wanted.isdecimal() and 1 <= int(wanted) <= len(names):
        return int(wanted) - 1
    return None


def _level(offer: Offer, place: int, wanted: str, line: int, wrong: list[Fault]) -> int:
    """The number of a level in a row; -1 after noting why there is none."""
    row = offer.achievement.rubric[place]
    names = [level.name for level in row.levels]
    same = [number for number, name in enumerate(names) if name.casefold() == wanted.casefold()]
    if not same:
        hint = f"its levels are: {', '.join(names)}"
        wrong.append(Fault(line, f"the row “{row.name}” has no level “{wanted}”", hint))
        return -1
    if same[0] > names.index(row.required):
        words = f"“{row.name}” reached only “{wanted}”, and it takes “{row.required}” to earn this"
        wrong.append(Fault(line, words, "award it when every row has passed"))
        return -1
    return same[0]


def _person(order: Order) -> Iterator[Fault]:
    if not order.name and not order.email:
        yield Fault(order.line, "there is neither a name nor an e-mail address", "say who earned it")
    if order.email:
        try:
            identity.normal(order.email)
        except ValueError:
            yield Fault(order.line, f"`{order.email[:80]}` is no e-mail address", "as in ana@example.org")
    if order.shows_name and not order.name:
        yield Fault(
            order.line, "a name is to be shown, but none is given", "give the name, or do not show it"
        )
    if order.privacy == "hashed" and not order.email:
        yield Fault(
            order.line, "a hash of the address is wanted, but no address is given", "give the e-mail address"
        )
    if order.privacy == "open" and not order.name:
        yield Fault(order.line, "an award with an open name has none", "give the name the person agreed to")
    if "@" in order.name:
        yield Fault(
            order.line, "the name looks like an e-mail address, and names can become public", "give the name"
        )
    if len(order.name) > MAX_NAME:
        yield Fault(order.line, f"the name has {len(order.name)} characters; at most {MAX_NAME} fit")
    yield from _plain(order.line, order.name)


def _dates(order: Order, today: date) -> Iterator[Fault]:
    if order.awarded and order.awarded > today:
        yield Fault(
            order.line, f"{order.awarded} lies in the future", "an award is made when it has been earned"
        )
    if order.expires and order.expires <= today:
        yield Fault(order.line, f"it would have expired already, on {order.expires}", "check the year")


def _plain(line: int, words: str) -> Iterator[Fault]:
    """What keeps a text from standing in an award."""
    if found := text.FORBIDDEN.search(words):
        sign = f"U+{ord(found[0]):04X}"
        yield Fault(line, f"an invisible or control character ({sign}) stands in it", "type the text again")
    elif "\n" in words or "\t" in words:
        yield Fault(line, "a name or title must stand on one line", "join the lines")
    elif len(words) > MAX_LINE:
        yield Fault(line, f"`{words[:30]}…` is too long; at most {MAX_LINE} characters fit")
