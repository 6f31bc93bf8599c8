"""A catalog's own glossary: what local short forms and words stand for, so that a search understands them."""

from typing import Annotated

from msgspec import Meta

from sitegen.model.fields import OneLine, Record

Spoken = Annotated[OneLine, Meta(min_length=1, max_length=60)]


class GlossaryTerm(Record, frozen=True, kw_only=True):
    """What visitors may type that means more than it says."""

    term: Annotated[
        Spoken, Meta(description="The short form or word, as people type it; at most four words.")
    ]
    means: Annotated[
        OneLine,
        Meta(
            min_length=2,
            max_length=200,
            description="What it stands for, in words that credentials use. A search looks for these words too.",
        ),
    ]
    also: Annotated[
        tuple[Spoken, ...], Meta(max_length=10, description="Other ways to say or write it.")
    ] = ()


class Glossary(Record, frozen=True, kw_only=True):
    """Words that the search should understand, beside those it knows; the file `content/glossary.yaml`."""

    terms: Annotated[
        tuple[GlossaryTerm, ...],
        Meta(
            max_length=500,
            description="The words. One that the search knows already gets a new meaning here.",
        ),
    ] = ()
