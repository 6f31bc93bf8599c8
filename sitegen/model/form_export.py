"""How the exports of a form are read: which column holds what, how days are written, and in which time zone."""

import re
from typing import Annotated, Literal

from msgspec import Meta, field

from sitegen.model.fields import Line, Record, Slug

Shape = Literal["google", "microsoft", "netlify", "other"]
Order = Literal["month/day/year", "day/month/year", "year/month/day"]

FIELDS = (
    "id",
    "submitted",
    "credential",
    "version",
    "name",
    "email",
    "show name",
    "evidence",
    "note",
    "trap",
)
"""What a column can hold. `evidence 2` or `evidence NAME` is evidence for one part of the credential."""

MOST_PARTS = 8

KNOWN: dict[Shape, dict[str, str]] = {
    "google": {"timestamp": "submitted", "email address": "email", "username": "email"},
    "microsoft": {"id": "id", "completion time": "submitted", "email": "email", "name": "name"},
    "netlify": {
        "id": "id", "number": "id", "created_at": "submitted", "email": "email", "name": "name",
        "credential": "credential", "version": "version", "bot-field": "trap", "note": "note", "show-name": "show name",
        **{f"evidence-{number}": f"evidence {number}" for number in range(1, MOST_PARTS + 1)},
    },
    "other": {},
}  # fmt: skip
"""Columns that a kind of export always has, in small letters; for Netlify those of the site's own form too."""

TRACES = re.compile(
    r"(?i)(data\.)?(ip|ip[ _-]?address(es)?|user[ _-]?agent|referr?er|browser|network[ _-]id)"
)
"""Columns about the sender's machine; they are dropped at once, and no file may ask for them."""


class FormExport(Record, frozen=True, kw_only=True):
    """How a form's exports are read; one file in `content/forms/`. `sitegen inbox` heeds it, no page shows it."""

    shape: Annotated[Shape, Meta(description="Whose exports these are.")] = "other"
    time_zone: Annotated[Line, Meta(description="The zone of the time stamps, as in `America/Los_Angeles`.")]
    dates: Annotated[Order | None, Meta(description="The order in which the export writes a day.")] = None
    credential: Annotated[
        Slug | None, Meta(description="For a form that serves one credential only: which.")
    ] = None
    agreed: Annotated[
        Line, Meta(description="The answer in a `show name` column by which somebody agrees to be named.")
    ] = "Yes"
    columns: Annotated[
        dict[Annotated[str, Meta(min_length=1, max_length=900)], Line],
        Meta(description="What each column holds, under its heading, as the export words it."),
    ] = field(default_factory=dict)


def is_field(word: str) -> bool:
    """Whether a column can hold what this word stands for."""
    return word in FIELDS or bool(re.fullmatch(r"evidence \S.*", word))
