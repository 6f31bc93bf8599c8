"""A mapping: what the columns of somebody's spreadsheet mean here."""

from typing import Annotated

from msgspec import Meta, field

from sitegen.model.fields import Line, Record, Text

USUAL = {
    "name": "title",
    "credential": "title",
    "badge": "title",
    "badge name": "title",
    "description": "summary",
    "short description": "summary",
    "hours": "effort.hours",
    "weeks": "effort.weeks",
    "organization": "issuer",
}
"""What columns mean that are called so, if nobody says otherwise."""


class Mapping(Record, frozen=True, kw_only=True):
    """What somebody says about a spreadsheet; a YAML file."""

    header: Annotated[int, Meta(ge=1, le=1_000, description="The line that names the columns.")] = 1
    encoding: Annotated[Line | None, Meta(description="How it was saved, as in `windows-1252`.")] = None
    delimiter: Annotated[
        Annotated[str, Meta(min_length=1, max_length=1)] | None, Meta(description="The sign between cells.")
    ] = None
    columns: Annotated[
        dict[Line, Line],
        Meta(description="For each column the field it holds, as in `effort.hours`, or `slug` or `issuer`."),
    ] = field(default_factory=dict)
    values: Annotated[
        dict[Line, Text], Meta(description="Fields that are the same for all rows, named in the same way.")
    ] = field(default_factory=dict)
    words: Annotated[
        dict[Line, dict[Line, Line]],
        Meta(description="For a field (`audience`) what the words of the spreadsheet are called here."),
    ] = field(default_factory=dict)
    split: Annotated[
        dict[Line, Annotated[str, Meta(min_length=1, max_length=3)]],
        Meta(description="For a column with several things in a cell the sign between them."),
    ] = field(default_factory=dict)
    ignore: Annotated[tuple[Line, ...], Meta(description="Columns that are not to be mentioned.")] = ()
