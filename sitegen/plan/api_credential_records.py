"""The API's answer about one credential: all that its file says, with names and addresses filled in."""

from datetime import date
from typing import Annotated

from msgspec import Meta, field

from sitegen.plan.api_records import Address, Answer, Cost, Effort, Html, Named, Slug, Word


class Writing(Answer, frozen=True, kw_only=True):
    """A long text, as its author wrote it and as it stands on the page."""

    markdown: str
    html: Html


class Component(Answer, frozen=True, kw_only=True):
    """A part of the key method."""

    name: str
    text: str


class KeyMethod(Answer, frozen=True, kw_only=True):
    """The one method that a credential is about."""

    name: str
    summary: str
    components: tuple[Component, ...]


class Level(Answer, frozen=True, kw_only=True):
    """A level of the rubric."""

    name: str
    passes: Annotated[bool, Meta(description="Whether work at this level meets the standard.")]


class Cell(Answer, frozen=True, kw_only=True):
    """What a level looks like in one row."""

    level: str
    text: str


class RubricRow(Answer, frozen=True, kw_only=True):
    """A criterion with its cells, best level first."""

    id: Slug
    criterion: str
    levels: tuple[Cell, ...]


class EvidencePart(Answer, frozen=True, kw_only=True):
    """A part of what an earner sends in."""

    id: Slug
    title: str
    kinds: tuple[Word, ...]
    task: Writing
    rubric: tuple[RubricRow, ...]


class Research(Answer, frozen=True, kw_only=True):
    """A source behind the method, or a word that it rests on practice."""

    note: str
    citation: str | None
    url: Address | None


class Resource(Answer, frozen=True, kw_only=True):
    """Something that helps an earner on the way."""

    title: str
    note: str | None
    url: Address | None


class Review(Answer, frozen=True, kw_only=True):
    """How a submission is reviewed."""

    days: Annotated[int, Meta(description="Days within which an answer comes.")]
    usual_days: Annotated[
        int | None, Meta(description="Days in which it usually comes; null: the issuer does not say.")
    ]
    assessors: Annotated[int, Meta(description="How many people score each submission.")]
    attempts: Annotated[int | None, Meta(description="Tries before a talk; null: as often as needed.")]
    assessors_hold_it: bool
    note: str | None


class Submission(Answer, frozen=True, kw_only=True):
    """How evidence is sent: a form, filled in for this credential, or a message by mail."""

    url: Address
    run_by: str | None
    asks: str | None
    account: Annotated[str | None, Meta(description="What account the form needs; null: none is named.")]
    without_account: str | None


class Recognition(Answer, frozen=True, kw_only=True):
    """Somebody who accepts the credential for something."""

    by: str
    grants: str
    hours: float | None
    points: float | None
    rule: Address | None
    as_of: Annotated[date, Meta(description="The day on which this was last confirmed.")]


class Alignment(Answer, frozen=True, kw_only=True):
    """A statement of somebody's framework that the credential answers to."""

    framework: str
    code: str | None
    name: str
    url: Address
    type: str


class Credential(Answer, frozen=True, kw_only=True):
    """A credential, whole."""

    schema: Address = field(name="$schema")
    slug: Slug
    url: Address
    title: str
    summary: str
    status: Annotated[str, Meta(description="`published`, `retired`, or `draft` in a preview.")]
    version: Annotated[str, Meta(description="Two numbers; grows with every change to criteria or rubric.")]
    published: date | None
    updated: date | None
    issuer: Named
    focus_areas: tuple[Named, ...]
    problems: Annotated[tuple[str, ...], Meta(description="What a visitor with this problem would say.")]
    audience: tuple[Word, ...]
    grades: tuple[Word, ...]
    effort: Effort
    cost: Cost
    languages: Annotated[tuple[str, ...], Meta(description="Languages in which evidence is accepted.")]
    image: Address | None
    image_alt: str
    competency: str
    key_method: KeyMethod
    body: Writing
    research: tuple[Research, ...]
    resources: tuple[Resource, ...]
    rubric_levels: Annotated[tuple[Level, ...], Meta(description="Best level first.")]
    evidence: tuple[EvidencePart, ...]
    needs_students: Annotated[bool, Meta(description="Whether one must be teaching a group at the time.")]
    reflection: tuple[str, ...]
    review: Review
    submission: Annotated[Submission | None, Meta(description="Null if it cannot be earned any more.")]
    recognition: tuple[Recognition, ...]
    alignments: tuple[Alignment, ...]
    related: tuple[Named, ...]
    pathways: tuple[Named, ...]
    aliases: Annotated[tuple[Slug, ...], Meta(description="Slugs it had before.")]
    replaced_by: Annotated[Named | None, Meta(description="For a retired one: what to earn instead.")]
    source: Annotated[Address | None, Meta(description="Where its file can be edited.")]
    licence: str
