"""A credential: what an educator can earn, how, and by showing what."""

from datetime import date
from typing import Annotated, Literal

from msgspec import Meta

from sitegen.model.evidence import EvidenceRequirement
from sitegen.model.fields import Language, Line, Markdown, OneLine, Record, Slug, Text, Url, Version
from sitegen.model.terms import Cost, Effort, Form, Recognition, Review

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


class Alignment(Record, frozen=True, kw_only=True):
    """A statement of somebody's framework that the credential answers to."""

    framework: Annotated[Line, Meta(description="The framework's name.")]
    name: Annotated[Line, Meta(description="The statement, as the framework words it.")]
    url: Annotated[Url, Meta(description="The statement's own address.")]
    code: Annotated[Line | None, Meta(description="The statement's short code.")] = None
    type: Annotated[Literal["CASE", "CTDL", "ESCO", "other"], Meta(description="The kind of framework.")] = (
        "other"
    )


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
