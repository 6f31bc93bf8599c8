"""Dates as other issuers write them: with a time and a zone, or refused."""

import re
from datetime import UTC, datetime

from sitegen.badges.refusal import Refused

_FORM = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2})", re.ASCII)


def read(given: object, name: str) -> datetime:
    """The moment in a text (XSD dateTimeStamp), in UTC. Refused: any other form, and days that are not."""
    try:
        if isinstance(given, str) and _FORM.fullmatch(given):
            return datetime.fromisoformat(given).astimezone(UTC)
    except (ValueError, OverflowError):
        pass
    raise Refused("date-form", f"its “{name}” is not a full date with time and zone")


def maybe(given: object, name: str) -> datetime | None:
    """The moment in a text, or None if there is none."""
    return None if given is None else read(given, name)
