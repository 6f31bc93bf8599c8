"""What a change may do to an issuer's keys: add and retire, never remove or loosen, and not beside awards they sign."""

from collections.abc import Iterable, Iterator
from datetime import date

from msgspec import Struct

from sitegen.model.issuer import Issuer, IssuerKey
from sitegen.model.ledger import AwardLine
from sitegen.problem import Path, Problem, Span
from sitegen.read import locate


class File(Struct, frozen=True):
    """An issuer's file; no record if it cannot be read."""

    path: str
    data: bytes
    record: Issuer | None


NONE = File("", b"", None)
"""Stands for a file that does not exist."""


def problems(before: File, after: File, beside: list[str], *, awarded: bool) -> Iterator[Problem]:
    """What is wrong with a change of an issuer's file.

    `beside` are the files of others, or of other kinds, in the same change; `awarded` says whether it adds awards of this
    issuer.
    """
    former = before.record.keys if before.record else ()
    if after is NONE:
        if former:
            yield _removed(before.path, former[0], ())
        return
    if after.record is None:
        return  # the check says what is wrong with the file
    for problem in _keys(after.path, former, after.record.keys):
        yield locate.place(problem, after.data)
    if awarded and former != after.record.keys:
        yield locate.place(_together(after.path), after.data)
    elif beside and before is not NONE and former != after.record.keys:
        yield locate.place(_beside(after.path, beside), after.data)


def retired(path: str, added: Iterable[AwardLine], former: Issuer, day: date) -> Iterator[Problem]:
    """Awards that were added with a key whose time had ended before `day`: whoever kept it can write any date."""
    ended = {key.key: key.until for key in former.keys if key.until and key.until < day}
    for line in added:
        if line.key in ended:
            yield Problem(
                code="retired-key-used",
                message=f"this award is new, and its key was retired on {ended[line.key]}: its date may be made up",
                hint="make it again with `sitegen award`, which signs with the key in use",
                span=Span(path, line.number),
            )


def _keys(path: str, former: tuple[IssuerKey, ...], now: tuple[IssuerKey, ...]) -> Iterator[Problem]:
    places = {key.key: place for place, key in enumerate(now)}
    for key in former:
        if key.key not in places:
            yield _removed(path, key, ("keys",))
        else:
            place = places[key.key]
            for field, words in _loosened(key, now[place]):
                yield _loose(path, ("keys", place, field), words)


def _loosened(before: IssuerKey, after: IssuerKey) -> Iterator[tuple[str, str]]:
    """The fields of a key that let it sign, or be trusted, for longer than before."""
    if after.start < before.start:
        yield "from", f"this key began on {before.start}, and would now begin earlier"
    if before.until and (after.until is None or after.until > before.until):
        yield "until", f"this key was retired on {before.until}, and would be in use for longer"
    if before.compromised and after.compromised is None:
        yield "compromised", "this key was marked as known to others, and would be trusted again"
    elif before.compromised and after.compromised and after.compromised.at > before.compromised.at:
        yield "compromised", f"this key was known to others on {before.compromised.at}, and not only later"


def _removed(path: str, key: IssuerKey, place: Path) -> Problem:
    return Problem(
        code="key-removed",
        message=f"the key {key.key[:12]}… is gone: nobody could check the badges it signed",
        hint="put it back; a key that is no longer used gets an end with `sitegen keys retire`",
        span=Span(path),
        path=place,
        on_key=True,
    )


def _loose(path: str, place: Path, words: str) -> Problem:
    return Problem(
        code="key-loosened",
        message=words,
        hint="put back what stood there; if the key in use is too old, make a new one with `sitegen keys rotate`",
        span=Span(path),
        path=place,
    )


def _together(path: str) -> Problem:
    return Problem(
        code="keys-with-awards",
        message="keys of this issuer change together with its awards, so whoever adds a key could award with it at once",
        hint="bring the keys in a change of their own, which the issuer confirms, and the awards after it",
        severity="warning",
        span=Span(path),
        path=("keys",),
        on_key=True,
    )


def _beside(path: str, others: list[str]) -> Problem:
    more = f" and {len(others) - 1:,} more" if len(others) > 1 else ""
    return Problem(
        code="keys-with-others",
        message=f"keys of this issuer change together with other files ({others[0]}{more}), and are easily missed there",
        hint="bring the keys in a change of their own, which a second person of the issuer confirms",
        severity="warning",
        span=Span(path),
        path=("keys",),
        on_key=True,
    )
