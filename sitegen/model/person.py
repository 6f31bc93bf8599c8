"""A person who chose to show their badges in one place, and perhaps to help others earn them."""

from typing import Annotated

from msgspec import Meta

from sitegen.model.fields import AwardId, Markdown, OneLine, Record, Slug, Url


class Person(Record, frozen=True, kw_only=True):
    """An earner's own page; one file in `content/people/`."""

    name: Annotated[
        OneLine, Meta(min_length=2, max_length=90, description="The name, exactly as on their badges.")
    ]
    summary: Annotated[
        OneLine,
        Meta(min_length=20, max_length=240, description="One sentence on who they are and what they do."),
    ]
    awards: Annotated[
        tuple[AwardId, ...],
        Meta(
            min_length=1,
            max_length=60,
            description="Ids of the badges to show: the last part of each badge's address.",
        ),
    ]
    helps_with: Annotated[
        tuple[Slug, ...],
        Meta(max_length=20, description="Credentials they hold for which colleagues may ask them for help."),
    ] = ()
    contact: Annotated[
        Url | None,
        Meta(description="Where colleagues can write to them: a form or a profile, no e-mail address."),
    ] = None
    listed: Annotated[bool, Meta(description="Whether search engines may list the page.")] = False
    body: Annotated[
        Markdown, Meta(description="What they would like to say. In a `.md` file: the text below the fields.")
    ] = ""
    aliases: Annotated[tuple[Slug, ...], Meta(max_length=20, description="Names the page had before.")] = ()
