"""The terms on which a credential is offered: effort, cost, review, the form to submit by, and who accepts it."""

from datetime import date
from typing import Annotated

from msgspec import Meta, field

from sitegen.model.fields import CURRENCY, ONE_LINE, Line, Money, Record, Text, Url
from sitegen.model.form_links import Fact


class Effort(Record, frozen=True, kw_only=True):
    """How much work the credential is."""

    hours: Annotated[int, Meta(ge=1, le=400, description="Hours of work in all, as most earners need them.")]
    weeks: Annotated[
        Annotated[int, Meta(ge=1, le=104)] | None, Meta(description="Weeks over which the work is spread.")
    ] = None


class Cost(Record, frozen=True, kw_only=True):
    """What earning it costs."""

    amount: Annotated[Money, Meta(description="The fee; 0 means free.")] = 0
    currency: Annotated[str, Meta(pattern=CURRENCY, description="Three letters, as in USD (ISO 4217).")] = (
        "USD"
    )
    note: Annotated[Line | None, Meta(description="Who pays less, or what the fee covers.")] = None


class Review(Record, frozen=True, kw_only=True):
    """How a submission is reviewed, and how often one may try."""

    days: Annotated[int, Meta(ge=1, le=365, description="Days within which an answer comes.")] = 21
    usual_days: Annotated[
        Annotated[int, Meta(ge=1, le=365)] | None,
        Meta(
            description="Days in which an answer usually comes, if you want to say so; left out: the issuer's."
        ),
    ] = None
    assessors: Annotated[int, Meta(ge=1, le=9, description="How many people score each submission.")] = 1
    attempts: Annotated[
        Annotated[int, Meta(ge=1, le=20)] | None,
        Meta(description="Tries before a talk with a coach; left out: as often as needed."),
    ] = None
    assessors_hold_it: Annotated[bool, Meta(description="Whether assessors have earned this credential.")] = (
        False
    )
    note: Annotated[
        Text | None, Meta(description="Anything else an earner should know about the review.")
    ] = None


class Form(Record, frozen=True, kw_only=True):
    """The form through which an earner sends evidence."""

    url: Annotated[
        Url,
        Meta(
            description="The form's own pre-filled link. The words SG_CREDENTIAL, SG_TITLE, SG_ISSUER, SG_VERSION, "
            "SG_URL and SG_LANG in it are replaced for each credential."
        ),
    ]
    fields: Annotated[
        dict[Annotated[str, Meta(min_length=1, max_length=300, pattern=ONE_LINE)], Fact],
        Meta(
            description="Instead of such words, for forms at Google, Microsoft, Typeform, Airtable and Jotform: which "
            "field of the form gets what, as in `entry.1234: credential`."
        ),
    ] = field(default_factory=dict)
    run_by: Annotated[Line | None, Meta(description="Whose form it is, as in `Google Forms`.")] = None
    asks: Annotated[Line | None, Meta(description="What it asks for besides the evidence.")] = None
    account: Annotated[
        Line | None,
        Meta(description="What account it needs, as in `a Google account, to attach files`; left out: none."),
    ] = None
    without_account: Annotated[
        Line | None, Meta(description="What somebody without an account there can do instead.")
    ] = None


class Recognition(Record, frozen=True, kw_only=True):
    """Somebody who accepts the credential for something."""

    by: Annotated[Line, Meta(description="Who accepts it: a district, a state, an employer.")]
    grants: Annotated[Line, Meta(description="What it counts for, as in `10 contact hours toward renewal`.")]
    hours: Annotated[Money | None, Meta(description="Contact hours it counts for.")] = None
    points: Annotated[Money | None, Meta(description="Points it counts for.")] = None
    rule: Annotated[Url | None, Meta(description="Where the rule can be read.")] = None
    as_of: Annotated[date, Meta(description="The day on which this was last confirmed.")]
