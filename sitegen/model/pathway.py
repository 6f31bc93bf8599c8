"""A pathway: credentials that add up to something larger."""

from typing import Annotated

from msgspec import Meta

from sitegen.model.credential import Status
from sitegen.model.fields import Line, Markdown, OneLine, Record, Slug, Text


class Stage(Record, frozen=True, kw_only=True):
    """One step of a pathway: so many of these credentials."""

    title: Annotated[Line, Meta(description="The step, in a few words.")]
    credentials: Annotated[
        tuple[Slug, ...], Meta(min_length=1, max_length=20, description="Credentials that count.")
    ]
    required: Annotated[
        Annotated[int, Meta(ge=1, le=20)] | None,
        Meta(description="How many of them are needed; left out: all."),
    ] = None
    note: Annotated[Text | None, Meta(description="How to choose, or why this step comes here.")] = None


class Pathway(Record, frozen=True, kw_only=True):
    """A stack of credentials; one file in `content/pathways/`."""

    title: Annotated[OneLine, Meta(min_length=5, max_length=90, description="What the pathway is called.")]
    summary: Annotated[
        OneLine, Meta(min_length=20, max_length=240, description="One sentence on where it leads.")
    ]
    status: Annotated[
        Status, Meta(description="`draft` stays off the public site; `retired` keeps its page.")
    ] = "draft"
    issuer: Annotated[Slug, Meta(description="The organization that keeps it.")]
    audience: Annotated[tuple[Slug, ...], Meta(max_length=8, description="Who it is for.")] = ()
    outcome: Annotated[Text, Meta(description="What somebody who completed it can do, or is recognized as.")]
    stages: Annotated[
        tuple[Stage, ...], Meta(min_length=1, max_length=12, description="Its steps, in order.")
    ]
    body: Annotated[
        Markdown, Meta(description="How to use it. In a `.md` file: the text below the fields.")
    ] = ""
    aliases: Annotated[tuple[Slug, ...], Meta(max_length=20, description="Names its page had before.")] = ()
