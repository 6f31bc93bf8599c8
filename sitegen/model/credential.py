"""A credential: what an educator can earn, how, and by showing what."""

from datetime import date
from typing import Annotated, Literal

from msgspec import Meta

from sitegen.model.fields import (
    CURRENCY,
    Language,
    Line,
    Markdown,
    Money,
    OneLine,
    Record,
    Slug,
    Text,
    Url,
    Version,
)

LEVELS = ("Meets the standard", "Almost there", "Not yet")
"""Rubric levels, best first, for credentials that name none of their own."""


class MethodComponent(Record, frozen=True, kw_only=True):
    """One part of the key method."""

    name: Annotated[Line, Meta(description="The part, in a few words.")]
    text: Annotated[Text, Meta(description="What the educator does in this part.")]


class KeyMethod(Record, frozen=True, kw_only=True):
    """The one method that the credential is about."""

    name: Annotated[Line, Meta(description="What the method is called.")]
    summary: Annotated[Text, Meta(description="The method in two or three sentences.")]
    components: Annotated[
        tuple[MethodComponent, ...], Meta(max_length=12, description="The parts of the method.")
    ] = ()


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


class Research(Record, frozen=True, kw_only=True):
    """A source behind the method, or an honest word that it rests on practice."""

    note: Annotated[Text, Meta(description="What the source shows, or what practice the method comes from.")]
    citation: Annotated[Line | None, Meta(description="Author, year and title of a published work.")] = None
    url: Annotated[Url | None, Meta(description="Where the work can be read.")] = None


class Resource(Record, frozen=True, kw_only=True):
    """Something that helps an earner on the way."""

    title: Annotated[Line, Meta(description="What it is called.")]
    note: Annotated[Line | None, Meta(description="What it is good for, or how long it takes.")] = None
    url: Annotated[Url | None, Meta(description="Where to find it, if it is on the web.")] = None


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


class Recognition(Record, frozen=True, kw_only=True):
    """Somebody who accepts the credential for something."""

    by: Annotated[Line, Meta(description="Who accepts it: a district, a state, an employer.")]
    grants: Annotated[Line, Meta(description="What it counts for, as in `10 contact hours toward renewal`.")]
    hours: Annotated[Money | None, Meta(description="Contact hours it counts for.")] = None
    points: Annotated[Money | None, Meta(description="Points it counts for.")] = None
    rule: Annotated[Url | None, Meta(description="Where the rule can be read.")] = None
    as_of: Annotated[date, Meta(description="The day on which this was last confirmed.")]


class Alignment(Record, frozen=True, kw_only=True):
    """A statement of somebody's framework that the credential answers to."""

    framework: Annotated[Line, Meta(description="The framework's name.")]
    name: Annotated[Line, Meta(description="The statement, as the framework words it.")]
    url: Annotated[Url, Meta(description="The statement's own address.")]
    code: Annotated[Line | None, Meta(description="The statement's short code.")] = None
    type: Annotated[Literal["CASE", "CTDL", "ESCO", "other"], Meta(description="The kind of framework.")] = (
        "other"
    )


class Form(Record, frozen=True, kw_only=True):
    """The form through which an earner sends evidence."""

    url: Annotated[
        Url,
        Meta(
            description="The form's own pre-filled link. The words SG_CREDENTIAL, SG_TITLE, SG_ISSUER, SG_VERSION, "
            "SG_URL and SG_LANG in it are replaced for each credential."
        ),
    ]
    run_by: Annotated[Line | None, Meta(description="Whose form it is, as in `Google Forms`.")] = None
    asks: Annotated[Line | None, Meta(description="What it asks for besides the evidence.")] = None
    without_account: Annotated[
        Line | None, Meta(description="What somebody without an account there can do instead.")
    ] = None


Status = Literal["draft", "published", "retired"]


class Credential(Record, frozen=True, kw_only=True):
    """What can be earned; one file in `content/credentials/ISSUER/`."""

    title: Annotated[OneLine, Meta(min_length=5, max_length=90, description="The name on the badge.")]
    summary: Annotated[
        OneLine,
        Meta(min_length=20, max_length=240, description="One sentence: what somebody who earned it can do."),
    ]
    status: Annotated[
        Status, Meta(description="`draft` stays off the public site; `retired` keeps its page.")
    ] = "draft"
    version: Annotated[Version, Meta(description="Grows with every change to criteria or rubric.")] = "1.0"
    published: Annotated[date | None, Meta(description="The day it was first offered.")] = None
    updated: Annotated[
        date | None, Meta(description="The day of the last change that an earner would notice.")
    ] = None
    focus_areas: Annotated[
        tuple[Slug, ...], Meta(min_length=1, max_length=4, description="Focus areas, the closest one first.")
    ]
    problems: Annotated[
        tuple[Annotated[OneLine, Meta(min_length=10, max_length=160)], ...],
        Meta(
            min_length=1,
            max_length=12,
            description="What a visitor with this problem would type, in their voice.",
        ),
    ]
    audience: Annotated[
        tuple[Slug, ...],
        Meta(min_length=1, max_length=8, description="Who it is for, from the site's `audiences`."),
    ]
    grades: Annotated[
        tuple[Slug, ...], Meta(max_length=8, description="Grades it fits, from the site's `grades`.")
    ] = ()
    effort: Annotated[Effort, Meta(description="How much work it is.")]
    cost: Annotated[Cost, Meta(description="What it costs; left out: free.")] = Cost()
    languages: Annotated[
        tuple[Language, ...], Meta(max_length=12, description="Languages in which evidence is accepted.")
    ] = ("en",)
    competency: Annotated[Text, Meta(description="What the earner has shown to be able to do.")]
    key_method: Annotated[KeyMethod, Meta(description="The one method it is about.")]
    body: Annotated[
        Markdown, Meta(description="What you do, step by step. In a `.md` file: the text below the fields.")
    ] = ""
    research: Annotated[
        tuple[Research, ...], Meta(max_length=12, description="What the method rests on.")
    ] = ()
    resources: Annotated[tuple[Resource, ...], Meta(max_length=30, description="What helps on the way.")] = ()
    rubric_levels: Annotated[
        tuple[Line, ...],
        Meta(min_length=2, max_length=6, description="Names of the rubric levels, best first."),
    ] = LEVELS
    passing_level: Annotated[
        Line | None, Meta(description="The lowest level that passes; left out: the best one.")
    ] = None
    evidence: Annotated[
        tuple[EvidenceRequirement, ...],
        Meta(min_length=1, max_length=8, description="What to send in, part by part."),
    ]
    needs_students: Annotated[bool, Meta(description="Whether one must be teaching a group at the time.")] = (
        True
    )
    reflection: Annotated[
        tuple[Line, ...], Meta(max_length=8, description="Questions to think and write about.")
    ] = ()
    review: Annotated[Review, Meta(description="How submissions are reviewed.")] = Review()
    form: Annotated[Form | None, Meta(description="Where to submit; left out: the issuer's form.")] = None
    recognition: Annotated[
        tuple[Recognition, ...], Meta(max_length=40, description="Who accepts it, for what.")
    ] = ()
    alignments: Annotated[
        tuple[Alignment, ...], Meta(max_length=40, description="Framework statements it answers to.")
    ] = ()
    related: Annotated[
        tuple[Slug, ...], Meta(max_length=8, description="Credentials that go well with it.")
    ] = ()
    aliases: Annotated[
        tuple[Slug, ...], Meta(max_length=20, description="Names it had before; they redirect.")
    ] = ()
    replaced_by: Annotated[
        Slug | None, Meta(description="For a retired credential: the one to take instead.")
    ] = None
    image: Annotated[
        Line | None, Meta(description="Badge art beside this file (SVG or PNG); left out: drawn for you.")
    ] = None
    image_alt: Annotated[
        Line | None, Meta(description="What the badge art shows, for people who cannot see it.")
    ] = None
    licence: Annotated[Line, Meta(description="Licence of the text.")] = "CC BY 4.0"
