"""A page of plain writing: how it works, about, documentation."""

from typing import Annotated

from msgspec import Meta

from sitegen.model.fields import Markdown, OneLine, Record, Slug


class Page(Record, frozen=True, kw_only=True):
    """A page; one Markdown file in `content/pages/` or in the documentation folder."""

    title: Annotated[OneLine, Meta(min_length=2, max_length=90, description="Heading of the page.")]
    summary: Annotated[
        OneLine, Meta(min_length=20, max_length=240, description="One sentence for lists and search engines.")
    ]
    order: Annotated[
        int, Meta(ge=0, le=999, description="Place among its neighbors; smaller comes first.")
    ] = 100
    body: Annotated[
        Markdown, Meta(description="The text. In a `.md` file: what stands below the fields.")
    ] = ""
    aliases: Annotated[tuple[Slug, ...], Meta(max_length=20, description="Names it had before.")] = ()
