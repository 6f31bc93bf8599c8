"""Time stamps of exports → moments: the order of day, month and year is stated by the form's file and never guessed."""

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo

from sitegen.model.form_export import Order

_STAMP = re.compile(
    r"(\d{1,4})[/.-](\d{1,2})[/.-](\d{1,4})"
    r"(?:[T,\s]+(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?\s*([AaPp]\.?[Mm]\.?)?)?"
    r"\s*(Z|UTC|GMT)?\s*([+-]\d{1,2}(?::?\d{2})?)?"
)


def moment(text: str, order: Order | None, zone: tzinfo) -> datetime | None:
    """The moment that a stamp stands for, in UTC; None if it is none, or cannot be told without knowing the order.

    A stamp that begins with a year of four digits has only one reading. `zone` is that of stamps that name none.
    """
    found = _STAMP.fullmatch(" ".join(text.split()))
    if found is None:
        return None
    day = _day(found[1], found[2], found[3], order)
    if day is None:
        return None
    hour = _hour(int(found[4] or 0), found[7])
    offset = _offset(found[8], found[9])
    try:
        local = datetime(*day, hour, int(found[5] or 0), int(found[6] or 0), tzinfo=offset or zone)
        return local.astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def needs_order(text: str) -> bool:
    """Whether a stamp can be read only if the order of day and month is known."""
    found = _STAMP.fullmatch(" ".join(text.split()))
    return found is not None and len(found[1]) < 4


def _day(first: str, second: str, third: str, order: Order | None) -> tuple[int, int, int] | None:
    if len(first) == 4:
        return int(first), int(second), int(third)
    if len(first) > 2 or order is None:
        return None
    if order == "year/month/day":
        return _year(first), int(second), int(third)
    month, day = (first, second) if order == "month/day/year" else (second, first)
    return _year(third), int(month), int(day)


def _year(text: str) -> int:
    return int(text) if len(text) > 2 else 2000 + int(text)


def _hour(hour: int, half: str | None) -> int:
    """The hour of 24; some exports write `15:00 PM`."""
    if not half or hour > 12:
        return hour
    return hour % 12 + (12 if half[0] in "Pp" else 0)


def _offset(name: str | None, shift: str | None) -> tzinfo | None:
    if not shift:
        return UTC if name else None
    digits = shift[1:].replace(":", "")
    minutes = int(digits) * 60 if len(digits) <= 2 else int(digits[:-2]) * 60 + int(digits[-2:])
    if minutes >= 24 * 60:
        return None
    return timezone(timedelta(minutes=-minutes if shift[0] == "-" else minutes))
