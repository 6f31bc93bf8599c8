"""The lists of the API, and the index that leads to them."""

from collections.abc import Iterator

import msgspec

from sitegen.model import urls
from sitegen.model.catalog import Listing
from sitegen.model.document import Entry
from sitegen.model.pathway import Pathway
from sitegen.plan import api, api_parts, facets, feed_items, sitemap
from sitegen.plan import api_records as records
from sitegen.plan.lookup import Lookup

_encode = msgspec.json.Encoder().encode


def index(look: Lookup) -> bytes:
    """What there is, and where."""
    site = look.site
    counts = {
        "credentials": len(look.public),
        "focus-areas": len(look.focus_areas),
        "issuers": len(look.issuers),
        "pathways": len(look.pathways),
    }
    answer = records.Index(
        schema=_schema(look, "index"),
        version=records.VERSION,
        name=site.name,
        tagline=site.tagline,
        url=urls.absolute(site, urls.HOME),
        language=site.language,
        updated=sitemap.newest(look.public.values()),
        collections=tuple(_collection(look, name, count) for name, count in counts.items()),
        credential=urls.absolute(site, urls.api_credential("{slug}")),
        credential_schema=_schema(look, "credential"),
        feeds=tuple(_feeds(look)),
    )
    return _encode(answer)


def _collection(look: Lookup, name: str, count: int) -> records.Collection:
    url = urls.absolute(look.site, urls.api(name))
    return records.Collection(name=name, url=url, schema=_schema(look, name), count=count)


def _feeds(look: Lookup) -> Iterator[str]:
    for channel in feed_items.channels(look) if look.site.publish.feeds else ():
        yield urls.absolute(look.site, urls.feed(channel.path, "json"))


def _schema(look: Lookup, name: str) -> str:
    return urls.absolute(look.site, urls.api_schema(name))


def credentials(look: Lookup) -> bytes:
    """All credentials with a page, each with its facet values; before them what the facets are called."""
    answer = records.CredentialList(
        schema=_schema(look, "credentials"),
        facets=tuple(
            records.Facet(
                name=facet.name,
                label=facet.label,
                values=tuple(
                    records.FacetValue(slug=v.slug, label=v.label, count=v.count) for v in facet.values
                ),
            )
            for facet in facets.facets(look)
        ),
        credentials=[_card(look, entry) for entry in look.public.values()],
    )
    return _encode(answer)


def _card(look: Lookup, entry: Entry[Listing]) -> records.Card:
    record, site = entry.record, look.site
    return records.Card(
        slug=entry.slug,
        url=urls.absolute(site, urls.credential(entry.slug)),
        data=urls.absolute(site, urls.api_credential(entry.slug)),
        title=record.title,
        summary=record.summary,
        status=record.status,
        version=record.version,
        published=record.published,
        updated=record.updated,
        issuer=api.issuer(look, entry.issuer),
        problems=record.problems,
        effort=api_parts.effort(record.effort),
        cost=api_parts.cost(record.cost),
        languages=record.languages,
        image=api.image(look, entry),
        aliases=record.aliases,
        facets=facets.values(entry),
    )


def issuers(look: Lookup) -> bytes:
    """All issuers."""
    site, origin = look.site, urls.origin(look.site)
    found = tuple(
        records.Issuer(
            slug=entry.slug,
            url=urls.absolute(site, urls.issuer(entry.slug)),
            name=entry.record.name,
            summary=entry.record.summary,
            type=entry.record.type,
            location=entry.record.location,
            website=entry.record.website,
            contact=entry.record.contact,
            since=entry.record.since,
            image=origin + look.issuer_art(entry),
            image_alt=entry.record.image_alt,
            credentials=look.issuer_card(entry.slug).count,
            aliases=entry.record.aliases,
        )
        for entry in look.issuers
    )
    return _encode(records.IssuerList(schema=_schema(look, "issuers"), issuers=found))


def focus_areas(look: Lookup) -> bytes:
    """All focus areas."""
    site = look.site
    found = tuple(
        records.FocusArea(
            slug=entry.slug,
            url=urls.absolute(site, urls.focus_area(entry.slug)),
            name=entry.record.name,
            summary=entry.record.summary,
            image=urls.absolute(site, urls.focus_art(entry.slug)),
            related=entry.record.related,
            credentials=len(look.by_focus_area.get(entry.slug, ())),
            aliases=entry.record.aliases,
        )
        for entry in look.focus_areas
    )
    return _encode(records.FocusAreaList(schema=_schema(look, "focus-areas"), focus_areas=found))


def pathways(look: Lookup) -> bytes:
    """All pathways with their steps."""
    found = tuple(_pathway(look, entry) for entry in look.pathways)
    return _encode(records.PathwayList(schema=_schema(look, "pathways"), pathways=found))


def _pathway(look: Lookup, entry: Entry[Pathway]) -> records.Pathway:
    record = entry.record
    stages = tuple(
        records.Stage(
            title=stage.title,
            required=stage.required or len(stage.credentials),
            note=stage.note,
            credentials=tuple(slug for slug in stage.credentials if slug in look.public),
        )
        for stage in record.stages
    )
    return records.Pathway(
        slug=entry.slug,
        url=urls.absolute(look.site, urls.pathway(entry.slug)),
        title=record.title,
        summary=record.summary,
        status=record.status,
        issuer=api.issuer(look, record.issuer),
        audience=api_parts.words(record.audience, look.site.audiences),
        outcome=record.outcome,
        stages=stages,
        aliases=record.aliases,
    )
