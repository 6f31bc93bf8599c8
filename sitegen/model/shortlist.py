"""A list: the credentials that somebody recommends to people of a role, or with a goal."""

from datetime import date
from typing import Annotated

from msgspec import Meta

from sitegen.model.fields import Line, Markdown, OneLine, Record, Slug, Text


class Pick(Record, frozen=True, kw_only=True):
    """One credential of a list."""

    credential: Annotated[Slug, Meta(description="The credential: the name of its file.")]
    why: Annotated[Text, Meta(description="Why it stands here, in a sentence or two to the reader.")]


class Shortlist(Record, frozen=True, kw_only=True):
    """Credentials that somebody recommends for a role or a goal; one file in `content/lists/`."""

    title: Annotated[
        OneLine,
        Meta(min_length=5, max_length=90, description="For whom it is, as in `For new teachers at Harbor`."),
    ]
    summary: Annotated[
        OneLine, Meta(min_length=20, max_length=240, description="One sentence on what it is good for.")
    ]
    kept_by: Annotated[
        Line, Meta(description="Who recommends these and keeps the list: a team or an office.")
    ]
    updated: Annotated[date | None, Meta(description="The day somebody last went through all of it.")] = None
    picks: Annotated[
        tuple[Pick, ...],
        Meta(min_length=1, max_length=40, description="The credentials, in the order of the advice."),
    ]
    body: Annotated[
        Markdown, Meta(description="How to use the list. In a `.md` file: the text below the fields.")
    ] = ""
    aliases: Annotated[tuple[Slug, ...], Meta(max_length=20, description="Names its page had before.")] = ()
