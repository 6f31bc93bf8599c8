"""An issuer: an organization that offers credentials and stands behind its awards."""

from datetime import date
from typing import Annotated

from msgspec import Meta

from sitegen.model.credential import Form
from sitegen.model.fields import Line, Markdown, OneLine, Record, Slug, Url


class Issuer(Record, frozen=True, kw_only=True):
    """An organization; one file in `content/issuers/`."""

    name: Annotated[
        OneLine, Meta(min_length=2, max_length=90, description="The organization's name, as on its badges.")
    ]
    summary: Annotated[
        OneLine, Meta(min_length=20, max_length=240, description="One sentence on what it does.")
    ]
    type: Annotated[
        OneLine,
        Meta(max_length=60, description="What sort of organization: college, museum, county office …"),
    ]
    location: Annotated[Line | None, Meta(description="Where it works.")] = None
    website: Annotated[Url | None, Meta(description="Its own site.")] = None
    contact: Annotated[
        Url | None, Meta(description="A page where people can write to it; no e-mail address.")
    ] = None
    since: Annotated[date | None, Meta(description="The day it joined this catalog.")] = None
    body: Annotated[
        Markdown, Meta(description="Who they are and how they review. In a `.md` file: the text below.")
    ] = ""
    form: Annotated[Form | None, Meta(description="The submission form for all its credentials.")] = None
    maintainers: Annotated[
        tuple[Line, ...],
        Meta(max_length=20, description="GitHub names of the people who may change its records."),
    ] = ()
    image: Annotated[Line | None, Meta(description="Logo beside this file (SVG or PNG).")] = None
    image_alt: Annotated[Line | None, Meta(description="What the logo shows.")] = None
    aliases: Annotated[tuple[Slug, ...], Meta(max_length=20, description="Names its page had before.")] = ()
