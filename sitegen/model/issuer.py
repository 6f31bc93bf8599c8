"""An issuer: an organization that offers credentials and stands behind its awards."""

from datetime import UTC, date, datetime
from typing import Annotated, Literal

from msgspec import Meta, field

from sitegen.model.fields import DIGITS, MAILBOX, MULTIKEY, Handle, Line, Markdown, OneLine, Record, Slug, Url
from sitegen.model.terms import Form

Privacy = Literal["private", "hashed", "open"]
"""What an award tells everybody about its earner: nothing that an address could be tried on (`private`), a hash of the
address (`hashed`), or a name that the person agreed to (`open`)."""


class Compromise(Record, frozen=True, kw_only=True):
    """That somebody else may have had the private part of a key."""

    at: Annotated[date, Meta(description="The day from which somebody else may have had it.")]
    reason: Annotated[Line, Meta(description="What happened, in one line that everybody may read.")]


class IssuerKey(Record, frozen=True, kw_only=True):
    """The public part of a key that the issuer signs awards with; `sitegen keys` writes it."""

    key: Annotated[
        str,
        Meta(
            max_length=200,
            description="The public key, as in `z6Mk…`.",
            extra_json_schema={"pattern": MULTIKEY},
        ),
    ]
    start: Annotated[date, Meta(description="The first day on which it signs (UTC).")] = field(name="from")
    until: Annotated[
        date | None,
        Meta(description="The last day on which it signs (UTC). What it has signed until then stays good."),
    ] = None
    compromised: Annotated[
        Compromise | None, Meta(description="If somebody else may have it: nothing it signed is trusted.")
    ] = None

    def covers(self, moment: datetime) -> bool:
        """Whether a moment lies in the key's time: from the beginning of its first day to the end of its last, in UTC."""
        day = moment.astimezone(UTC).date()
        return self.start <= day and (self.until is None or day <= self.until)


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
    mailbox: Annotated[
        Annotated[str, Meta(max_length=120, pattern=MAILBOX)] | None,
        Meta(
            description="A shared e-mail address for evidence, if a form does not work for somebody or there is none. "
            "It is published: never the address of a person."
        ),
    ] = None
    usual_days: Annotated[
        Annotated[int, Meta(ge=1, le=365)] | None,
        Meta(
            description="Days in which answers usually come, if you want your credentials to say so; "
            "`sitegen review stats` counts them."
        ),
    ] = None
    maintainers: Annotated[
        tuple[Handle, ...],
        Meta(
            max_length=20,
            description="GitHub names of the people who may change its records; `.github/CODEOWNERS` is made from them.",
        ),
    ] = ()
    image: Annotated[Line | None, Meta(description="Logo beside this file (SVG or PNG).")] = None
    image_alt: Annotated[Line | None, Meta(description="What the logo shows.")] = None
    aliases: Annotated[tuple[Slug, ...], Meta(max_length=20, description="Names its page had before.")] = ()
    keys: Annotated[
        tuple[IssuerKey, ...],
        Meta(
            max_length=60,
            description="Its public keys, those of the past included: what they signed is checked with them.",
        ),
    ] = ()
    privacy: Annotated[
        Privacy,
        Meta(
            description="What its awards say about earners: `private`, `hashed` or `open`; "
            "`sitegen award --privacy` can say otherwise for one."
        ),
    ] = "private"
    linkedin: Annotated[
        Annotated[str, Meta(pattern=DIGITS, max_length=20)] | None,
        Meta(description="Its number on LinkedIn, for the button that adds a badge to a profile."),
    ] = None
