"""What is wrong with a document that has not the shape of our badges, in words."""

import re
from collections.abc import Mapping

from sitegen.badges.refusal import Refused

_UNKNOWN = re.compile(r"Object contains unknown field `(?P<member>.*)`", re.DOTALL)
_MISSING = re.compile(r"Object missing required field `(?P<member>[^`]+)`")
_PLACE = re.compile(r"(?P<what>.*?)(?: - at `\$\.?(?P<place>[^`]*)`)?", re.DOTALL)
_DATE = re.compile(r"validFrom|validUntil|awardedDate|.*\.(?:activityStartDate|activityEndDate|created)")
SHOWN = 60
"""Of a foreign word, so many signs are shown."""


def refused(message: str) -> Refused:
    """The refusal of a document of which msgspec says `message`."""
    found = _PLACE.fullmatch(message)
    what, place = (found["what"], found["place"] or "") if found else (message, "")
    where = f" in `{place}`" if place else ""
    if unknown := _UNKNOWN.fullmatch(what):
        return Refused(
            "unknown-member", f"it says more than our badges do: {shown(unknown['member'])}{where}"
        )
    if missing := _MISSING.fullmatch(what):
        return Refused("missing-member", f"it lacks `{missing['member']}`{where}")
    if place.startswith("@context"):
        return Refused("foreign-context", "it takes its words from elsewhere than our badges do (“@context”)")
    if _DATE.fullmatch(place):
        return Refused(
            "date-form", f"`{place}` is not a full date with time and zone, written as 2026-03-09T14:05:00Z"
        )
    return Refused("wrong-form", f"what it says{where or ' as a whole'} is not written as in our badges")


def difference(expected: object, given: object, path: str = "") -> str:
    """The first place where two documents differ, as in `issuer.url`; empty if they do not."""
    if isinstance(expected, Mapping) and isinstance(given, Mapping):
        names = dict.fromkeys([*expected, *given])
        pairs = [(f"{path}.{name}".lstrip("."), expected.get(name), given.get(name)) for name in names]
    elif isinstance(expected, list) and isinstance(given, list) and len(expected) == len(given):
        pairs = [(f"{path}[{at}]", *both) for at, both in enumerate(zip(expected, given, strict=True))]
    else:
        return "" if expected == given else path
    return next((where for pair in pairs if (where := difference(pair[1], pair[2], pair[0]))), "")


def shown(text: str) -> str:
    """A foreign word fit for a message: in quotation marks, short, without signs that no one can see."""
    plain = "".join(sign if sign.isprintable() else "\ufffd" for sign in text[: SHOWN + 1])
    return f"“{plain if len(plain) <= SHOWN else plain[:SHOWN] + '…'}”"
