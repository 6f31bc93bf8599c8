"""What an earner sends in, part by part, and the rubric it is judged by."""

from typing import Annotated

from msgspec import Meta

from sitegen.model.fields import Line, Markdown, Record, Slug, Text


class RubricRow(Record, frozen=True, kw_only=True):
    """One criterion and what each level of it looks like."""

    criterion: Annotated[Line, Meta(description="What is judged in this row.")]
    levels: Annotated[
        dict[Line, Text],
        Meta(description="One description for every rubric level, under the level's name."),
    ]
    id: Annotated[
        Slug | None, Meta(description="A lasting name for the row; made from `criterion` if left out.")
    ] = None


class EvidenceRequirement(Record, frozen=True, kw_only=True):
    """One part of what an earner sends in, with the rubric it is judged by."""

    title: Annotated[Line, Meta(description="The part, in a few words.")]
    kinds: Annotated[
        tuple[Slug, ...],
        Meta(
            min_length=1,
            max_length=6,
            description="What sort of evidence it is, from the site's `evidence_kinds`.",
        ),
    ]
    task: Annotated[Markdown, Meta(description="What to send, how much, and what to leave out.")]
    rubric: Annotated[
        tuple[RubricRow, ...], Meta(min_length=1, max_length=12, description="How this part is judged.")
    ]
    id: Annotated[
        Slug | None, Meta(description="A lasting name for the part; made from `title` if left out.")
    ] = None
