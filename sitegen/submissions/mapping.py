"""What the file of a form says: which column of its exports holds what, how days are written, and in which time zone."""

import re
from pathlib import Path
from typing import Annotated, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from msgspec import Meta, Struct, field

from sitegen.model.fields import SLUG, Line, Record, Slug
from sitegen.problem import Problem
from sitegen.read import locate, records, tree
from sitegen.signing.refusal import Refused
from sitegen.submissions.stamps import Order

FOLDER = "content/forms"

Shape = Literal["google", "microsoft", "netlify", "other"]
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

KNOWN: dict[Shape, dict[str, str]] = {
    "google": {"timestamp": "submitted", "email address": "email", "username": "email"},
    "microsoft": {"id": "id", "completion time": "submitted", "email": "email", "name": "name"},
    "netlify": {
        "id": "id", "number": "id", "created_at": "submitted", "email": "email", "name": "name",
        "credential": "credential", "version": "version", "bot-field": "trap",
    },
    "other": {},
}  # fmt: skip
"""Columns that a kind of export always has, in small letters."""

TRACES = re.compile(
    r"(?i)(data\.)?(ip|ip[ _-]?address(es)?|user[ _-]?agent|referr?er|browser|network[ _-]id)"
)
"""Columns about the sender's machine; they are dropped at once, and no file may ask for them."""


class Mapping(Record, frozen=True, kw_only=True):
    """The columns of a form's exports; one file in `content/forms/`."""

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


class Form(Struct, frozen=True):
    """A form by its name, and how to read its exports."""

    name: str
    mapping: Mapping
    zone: ZoneInfo

    @property
    def path(self) -> str:
        """The file that says so."""
        return path(self.name)


def path(name: str) -> str:
    """The file of a form, from the top of the site."""
    return f"{FOLDER}/{name}.yaml"


def read(root: Path, name: str) -> Form | tuple[Problem, ...]:
    """The form of this name, or what is wrong with its file; raises Refused if there is none."""
    if not re.match(SLUG, name) or not (root / path(name)).is_file():
        known = ", ".join(sorted(file.stem for file in (root / FOLDER).glob("*.yaml")))
        raise Refused(
            f"there is no form `{name}` ({path(name)})",
            f"the forms here are: {known}" if known else "see “Say once how to read the form” in the how-to",
        )
    data = tree.read(root, path(name))
    mapping, problems = records.record_of(data, path(name), Mapping)
    if mapping is None:
        return tuple(locate.place(problem, data) for problem in problems)
    _refuse_columns(name, mapping)
    return Form(name, mapping, _zone(name, mapping.time_zone))


def _refuse_columns(name: str, mapping: Mapping) -> None:
    for heading, holds in mapping.columns.items():
        if TRACES.fullmatch(heading.strip()):
            raise Refused(
                f"{path(name)} asks for `{heading}`, which tells about the sender's machine and is never kept",
                "take that line out",
            )
        if holds not in FIELDS and not re.fullmatch(r"evidence \S.*", holds):
            raise Refused(
                f"{path(name)} says that `{heading}` holds `{holds}`, which is nothing that is known",
                f"write one of: {', '.join(FIELDS)}; or `evidence 2`, or `evidence` and the name of a part",
            )


def _zone(name: str, wanted: str) -> ZoneInfo:
    try:
        return ZoneInfo(wanted)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise Refused(
            f"{path(name)} names a time zone that is not known: {wanted}",
            "as in `America/Los_Angeles`, `Europe/Berlin` or `UTC`",
        ) from error
