"""A credential in the API: what the catalog says around it, and the bytes made of both."""

import msgspec
from msgspec import Struct

from sitegen.model import urls
from sitegen.model.catalog import Listing
from sitegen.model.credential import Credential
from sitegen.model.document import Document, Entry
from sitegen.model.site import Site
from sitegen.plan import api_credential_records as records
from sitegen.plan import api_parts as parts
from sitegen.plan import heads, submission
from sitegen.plan.api_records import Named
from sitegen.plan.lookup import Lookup
from sitegen.plan.submission import Desk

_encode = msgspec.json.Encoder().encode


class Around(Struct, frozen=True, kw_only=True):
    """What the rest of the catalog contributes to a credential's answer."""

    issuer: Named
    focus_areas: tuple[Named, ...]
    related: tuple[Named, ...]
    pathways: tuple[Named, ...]
    replaced_by: Named | None
    desk: Desk
    image: str


def around(look: Lookup, entry: Entry[Listing]) -> Around:
    """The catalog's part of the answer about `entry`."""
    record = entry.record
    replacement = look.public.get(record.replaced_by or "")
    return Around(
        issuer=issuer(look, entry.issuer),
        focus_areas=tuple(_focus_area(look, slug) for slug in record.focus_areas),
        related=tuple(_named(look, look.public[slug]) for slug in record.related if slug in look.public),
        pathways=tuple(
            Named(slug=p.slug, name=p.record.title, url=urls.absolute(look.site, urls.pathway(p.slug)))
            for p in look.pathways_of.get(entry.slug, ())
        ),
        replaced_by=_named(look, replacement) if replacement else None,
        desk=submission.desk(look.catalog.issuers[entry.issuer].record),
        image=image(look, entry) or "",
    )


def image(look: Lookup, entry: Entry[Listing]) -> str | None:
    """The full address of a credential's badge art; None if it has none."""
    art = look.art(entry)
    return urls.origin(look.site) + art if art else None


def issuer(look: Lookup, slug: str) -> Named:
    """An issuer by name."""
    name = look.catalog.issuers[slug].record.name
    return Named(slug=slug, name=name, url=urls.absolute(look.site, urls.issuer(slug)))


def _focus_area(look: Lookup, slug: str) -> Named:
    name = look.catalog.focus_areas[slug].record.name
    return Named(slug=slug, name=name, url=urls.absolute(look.site, urls.focus_area(slug)))


def _named(look: Lookup, entry: Entry[Listing]) -> Named:
    url = urls.absolute(look.site, urls.credential(entry.slug))
    return Named(slug=entry.slug, name=entry.record.title, url=url)


def credential(site: Site, document: Document[Credential], around: Around) -> bytes:
    """The answer about a credential, as JSON."""
    record = document.record
    return _encode(records.Credential(
        schema=urls.absolute(site, urls.api_schema("credential")),
        slug=document.slug,
        url=urls.absolute(site, urls.credential(document.slug)),
        title=record.title, summary=record.summary,
        status=record.status, version=record.version, published=record.published, updated=record.updated,
        issuer=around.issuer,
        focus_areas=around.focus_areas,
        problems=record.problems,
        audience=parts.words(record.audience, site.audiences), grades=parts.words(record.grades, site.grades),
        effort=parts.effort(record.effort), cost=parts.cost(record.cost), languages=record.languages,
        image=around.image or None, image_alt=record.image_alt or f"Badge: {record.title}",
        competency=record.competency,
        key_method=parts.key_method(record.key_method),
        body=records.Writing(markdown=record.body, html=document.html["body"]),
        research=parts.research(record), resources=parts.resources(record),
        rubric_levels=parts.levels(record),
        evidence=parts.evidence(site, document),
        needs_students=record.needs_students, reflection=record.reflection,
        review=parts.review(record.review, around.desk.usual_days),
        submission=parts.submission(site, document, around.desk),
        recognition=parts.recognition(record), alignments=parts.alignments(record),
        related=around.related, pathways=around.pathways,
        aliases=record.aliases, replaced_by=around.replaced_by,
        source=heads.edit(site, document.path) or None,
        licence=record.licence,
    ))  # fmt: skip
