"""A focus area: a field of practice under which credentials are found."""

from typing import Annotated, Literal

from msgspec import Meta

from sitegen.model.fields import Markdown, OneLine, Record, Slug

Hue = Literal[
    "pine", "teal", "ocean", "indigo", "violet", "plum", "rose", "brick", "amber", "olive", "slate", "cocoa"
]
Glyph = Literal[
    "book",
    "pen",
    "speech",
    "numbers",
    "shapes",
    "flask",
    "leaf",
    "chart",
    "chip",
    "palette",
    "music",
    "column",
    "globe",
    "hands",
    "ladder",
    "ear",
    "heart",
    "door",
    "bridge",
    "sun",
    "house",
    "target",
    "folder",
    "compass",
    "shield",
    "screen",
    "blocks",
    "gear",
    "magnifier",
    "flag",
]


class FocusArea(Record, frozen=True, kw_only=True):
    """A field of practice; one file in `content/focus-areas/`."""

    name: Annotated[OneLine, Meta(min_length=2, max_length=60, description="What the field is called.")]
    summary: Annotated[
        OneLine, Meta(min_length=20, max_length=240, description="One sentence on what belongs here.")
    ]
    hue: Annotated[Hue, Meta(description="Colour of its badges and labels.")] = "pine"
    glyph: Annotated[Glyph, Meta(description="Drawing on its badges.")] = "compass"
    body: Annotated[
        Markdown, Meta(description="An introduction. In a `.md` file: the text below the fields.")
    ] = ""
    related: Annotated[tuple[Slug, ...], Meta(max_length=8, description="Focus areas close by.")] = ()
    aliases: Annotated[tuple[Slug, ...], Meta(max_length=20, description="Names its page had before.")] = ()
