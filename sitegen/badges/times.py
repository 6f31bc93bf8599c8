"""How a moment is written in signed documents: UTC, whole seconds, `2026-03-09T14:05:00Z`, and no other way."""

from datetime import UTC, datetime

from sitegen.model.fields import END

PATTERN = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z" + END
"""The shape of such a text; that the date exists is known only after `read`."""


def text(moment: datetime) -> str:
    """A moment as signed documents have it; what it has below a second is dropped."""
    return moment.astimezone(UTC).replace(microsecond=0, tzinfo=None).isoformat() + "Z"


def read(written: str) -> datetime:
    """The moment in a text that fits PATTERN; raises ValueError if there is no such day or hour."""
    return datetime.fromisoformat(written)
