"""The catalog: all entries by kind and slug, as checks and plans see them."""

import hashlib
from datetime import date

import msgspec
from msgspec import Struct

from sitegen.model import form_links
from sitegen.model.credential import Credential, Status
from sitegen.model.document import Entry
from sitegen.model.focus_area import FocusArea
from sitegen.model.issuer import Issuer
from sitegen.model.ledger import Ledger
from sitegen.model.page import Page
from sitegen.model.pathway import Pathway
from sitegen.model.person import Person
from sitegen.model.shortlist import Shortlist
from sitegen.model.site import Site
from sitegen.model.terms import Cost, Effort


class Listing(Struct, frozen=True, kw_only=True):
    """A credential without its long texts: all that lists, filters and checks across the catalog need."""

    title: str
    summary: str
    status: Status
    version: str
    published: date | None
    updated: date | None
    focus_areas: tuple[str, ...]
    problems: tuple[str, ...]
    audience: tuple[str, ...]
    grades: tuple[str, ...]
    effort: Effort
    cost: Cost
    languages: tuple[str, ...]
    evidence: tuple[tuple[str, ...], ...]
    """The kinds of evidence asked for, part by part."""
    related: tuple[str, ...]
    aliases: tuple[str, ...]
    replaced_by: str | None
    image: str | None
    image_alt: str | None
    gist: str = ""
    """Changes with the texts that say what it is about and are not here: competency and key method."""
    form: str
    """The link to its own form, not yet filled; empty if it uses its issuer's."""


def listing(credential: Credential) -> Listing:
    """The part of a credential that the rest of the catalog may know."""
    c = credential
    return Listing(
        title=c.title,
        summary=c.summary,
        status=c.status,
        version=c.version,
        published=c.published,
        updated=c.updated,
        focus_areas=c.focus_areas,
        problems=c.problems,
        audience=c.audience,
        grades=c.grades,
        effort=c.effort,
        cost=c.cost,
        languages=c.languages,
        evidence=tuple(part.kinds for part in c.evidence),
        related=c.related,
        aliases=c.aliases,
        replaced_by=c.replaced_by,
        image=c.image,
        image_alt=c.image_alt,
        gist=_gist(c),
        form=form_links.link(c.form) if c.form else "",
    )


def _gist(credential: Credential) -> str:
    texts = msgspec.json.encode((credential.competency, credential.key_method))
    return hashlib.blake2b(texts, digest_size=8).hexdigest()


class Catalog(Struct, frozen=True, kw_only=True):
    """Everything that was read, by kind and slug; `pictures` are the picture files beside records, by path.

    `unread` has, by kind (`focus-area`), the slugs of files with problems that keep them from being records: they are
    there, and it would mislead to say of a reference to them that nothing answers to it.
    """

    site: Site
    stand_in: bool = False
    """Whether the settings stand in for ones that cannot be used, so that nothing should be held against them."""
    credentials: dict[str, Entry[Listing]] = {}
    issuers: dict[str, Entry[Issuer]] = {}
    focus_areas: dict[str, Entry[FocusArea]] = {}
    pathways: dict[str, Entry[Pathway]] = {}
    pages: dict[str, Entry[Page]] = {}
    people: dict[str, Entry[Person]] = {}
    lists: dict[str, Entry[Shortlist]] = {}
    pictures: tuple[str, ...] = ()
    ledger: Ledger = Ledger()
    unread: dict[str, tuple[str, ...]] = {}
    unfinished: dict[str, tuple[str, ...]] = {}
    """By kind, the slugs of drafts that are no records yet, because they lack something: they are there without a page."""
