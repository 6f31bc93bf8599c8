"""The site's own form for evidence, which the host of the site keeps the answers to."""

from typing import Annotated, Literal

from msgspec import Meta

from sitegen.model.fields import Line, Record, Text

CREDENTIAL, VERSION = "credential", "version"
"""Names of fields that a link to the form fills in."""


class SubmitForm(Record, frozen=True, kw_only=True):
    """A form on a page of the site, `/submit/`, for the credentials of issuers that have none of their own."""

    service: Annotated[Literal["netlify"], Meta(description="Who takes in what is sent: the site's host.")]
    intro: Annotated[
        Text | None,
        Meta(description="What stands above the form: who reads what is sent, and how they answer."),
    ] = None
    keeps: Annotated[
        Line | None, Meta(description="How long what is sent is kept, and who can see it, in one sentence.")
    ] = None
