"""The answers of the API: their fields, in the words of the content files, and what each means.

Every field is always there; one that a record leaves out is null or empty. The published JSON Schemas are
made from these records, so an answer and its schema cannot disagree. A field may be added under the same
version, but is renamed or taken away only with a new one.
"""

from datetime import date
from typing import Annotated

from msgspec import Meta, Struct, field

VERSION = 1

Address = Annotated[str, Meta(description="A full web address.", extra_json_schema={"format": "uri"})]
Slug = Annotated[str, Meta(description="The lasting short name in addresses.")]
Html = Annotated[
    str, Meta(description="Sanitised HTML; a link in it that begins with `/` is on this site's host.")
]


class Answer(Struct, frozen=True, kw_only=True):
    """What every record here is: immutable, all its fields given by name."""


class Named(Answer, frozen=True, kw_only=True):
    """Another record, by slug, name and the address of its page."""

    slug: Slug
    name: str
    url: Address


class Word(Answer, frozen=True, kw_only=True):
    """A word of the site's vocabulary and what it is called on pages."""

    slug: Slug
    label: str


class Effort(Answer, frozen=True, kw_only=True):
    """How much work a credential is."""

    hours: int
    weeks: int | None


class Cost(Answer, frozen=True, kw_only=True):
    """What earning it costs; an amount of 0 means free."""

    amount: float
    currency: Annotated[str, Meta(description="Three letters (ISO 4217).")]
    note: str | None


class Card(Answer, frozen=True, kw_only=True):
    """A credential in the list."""

    slug: Slug
    url: Address
    data: Annotated[Address, Meta(description="Where the whole credential stands as JSON.")]
    title: str
    summary: str
    status: Annotated[str, Meta(description="`published`, `retired`, or `draft` in a preview.")]
    version: Annotated[str, Meta(description="Two numbers; grows with every change to criteria or rubric.")]
    published: date | None
    updated: date | None
    issuer: Named
    problems: Annotated[tuple[str, ...], Meta(description="What a visitor with this problem would say.")]
    effort: Effort
    cost: Cost
    languages: Annotated[tuple[str, ...], Meta(description="Languages in which evidence is accepted.")]
    image: Address | None
    aliases: Annotated[tuple[Slug, ...], Meta(description="Slugs it had before.")]
    facets: Annotated[dict[str, list[str]], Meta(description="Slugs of its facet values, by facet.")]


class FacetValue(Answer, frozen=True, kw_only=True):
    """A value of a facet, and how many credentials that can be earned now have it."""

    slug: Slug
    label: str
    count: int


class Facet(Answer, frozen=True, kw_only=True):
    """A way to narrow the list of credentials."""

    name: str
    label: str
    values: tuple[FacetValue, ...]


class CredentialList(Answer, frozen=True, kw_only=True):
    """All credentials that have a page, by slug."""

    schema: Address = field(name="$schema")
    facets: tuple[Facet, ...]
    credentials: list[Card]


class Issuer(Answer, frozen=True, kw_only=True):
    """An organisation that offers credentials."""

    slug: Slug
    url: Address
    name: str
    summary: str
    type: str
    location: str | None
    website: Address | None
    contact: Annotated[Address | None, Meta(description="A page where people can write to it.")]
    since: Annotated[date | None, Meta(description="The day it joined this catalog.")]
    image: Address | None
    image_alt: str | None
    credentials: Annotated[int, Meta(description="How many of its credentials can be earned now.")]
    aliases: tuple[Slug, ...]


class IssuerList(Answer, frozen=True, kw_only=True):
    """All issuers, by name."""

    schema: Address = field(name="$schema")
    issuers: tuple[Issuer, ...]


class FocusArea(Answer, frozen=True, kw_only=True):
    """A field of practice under which credentials are found."""

    slug: Slug
    url: Address
    name: str
    summary: str
    image: Address
    related: tuple[Slug, ...]
    credentials: Annotated[int, Meta(description="How many credentials in it can be earned now.")]
    aliases: tuple[Slug, ...]


class FocusAreaList(Answer, frozen=True, kw_only=True):
    """All focus areas, by name."""

    schema: Address = field(name="$schema")
    focus_areas: tuple[FocusArea, ...]


class Stage(Answer, frozen=True, kw_only=True):
    """One step of a pathway."""

    title: str
    required: Annotated[int, Meta(description="How many of its credentials are needed.")]
    note: str | None
    credentials: tuple[Slug, ...]


class Pathway(Answer, frozen=True, kw_only=True):
    """Credentials that add up to something larger."""

    slug: Slug
    url: Address
    title: str
    summary: str
    status: str
    issuer: Named
    audience: tuple[Word, ...]
    outcome: str
    stages: tuple[Stage, ...]
    aliases: tuple[Slug, ...]


class PathwayList(Answer, frozen=True, kw_only=True):
    """All pathways, by title."""

    schema: Address = field(name="$schema")
    pathways: tuple[Pathway, ...]


class Collection(Answer, frozen=True, kw_only=True):
    """One of the lists that can be had."""

    name: str
    url: Address
    schema: Annotated[Address, Meta(description="The JSON Schema of the list.")]
    count: int


class Index(Answer, frozen=True, kw_only=True):
    """What the API offers: begin here."""

    schema: Address = field(name="$schema")
    version: Annotated[int, Meta(description="Grows when a field is renamed or taken away.")]
    name: str
    tagline: str
    url: Address
    language: str
    updated: Annotated[date | None, Meta(description="The day of the last change of a credential.")]
    collections: tuple[Collection, ...]
    credential: Annotated[str, Meta(description="Address of one credential, with `{slug}` for its slug.")]
    credential_schema: Address
    feeds: tuple[Address, ...]
