"""The pages of people who show their badges, and who of them offers help with a credential."""

from collections.abc import Iterator
from datetime import UTC, datetime

from sitegen.model import urls
from sitegen.model.document import Entry
from sitegen.model.ledger import Standing
from sitegen.model.person import Person
from sitegen.model.site import Site
from sitegen.plan import heads, words
from sitegen.plan.lookup import Lookup
from sitegen.plan.views import BadgeLine, Day, HelperLine, PersonPage


def pages(look: Lookup) -> Iterator[tuple[str, PersonPage, str]]:
    """The path, the page and the file of every person; the text is filled in when the page is made."""
    if not look.catalog.people:
        return
    standings = look.catalog.ledger.standings()
    for slug, entry in sorted(look.catalog.people.items()):
        yield urls.person(slug), _page(look, entry, standings), entry.path


def _page(look: Lookup, entry: Entry[Person], standings: dict[str, Standing]) -> PersonPage:
    record, path = entry.record, urls.person(entry.slug)
    data = {"@type": "ProfilePage", "name": record.name, "mainEntity": _person(look.site, record, standings)}
    return PersonPage(
        head=heads.head(
            look.site, path, record.name, record.summary, data, kind="profile", index=record.listed
        ),
        section="people",
        crumbs=(),
        edit=heads.edit(look.site, entry.path),
        name=record.name,
        summary=record.summary,
        badges=tuple(_badge(look, record, standings[award]) for award in record.awards),
        contact=record.contact or "",
        helps=bool(record.helps_with),
        body_html="",
    )


def _person(site: Site, record: Person, standings: dict[str, Standing]) -> heads.JsonLd:
    """What schema.org calls them; badges that were withdrawn are left out."""
    held = [award for award in record.awards if not standings[award].withdrawn]
    return {
        "@type": "Person",
        "name": record.name,
        "description": record.summary,
        "hasCredential": [
            {"@type": "EducationalOccupationalCredential", "url": urls.absolute(site, urls.badge(award))}
            for award in held
        ],
    }


def _badge(look: Lookup, record: Person, standing: Standing) -> BadgeLine:
    line = standing.line
    entry = look.public.get(line.credential)
    return BadgeLine(
        title=entry.record.title if entry else line.credential,
        href=look.href(urls.badge(line.id)),
        art=look.art(entry) if entry else "",
        hue=look.hue(entry) if entry else "",
        issuer=look.issuer_link(standing.issuer),
        awarded=_day(line.awarded),
        until=_day(line.expires) if line.expires else None,
        withdrawn=standing.withdrawn,
        helps=line.credential in record.helps_with,
    )


def _day(moment: datetime) -> Day:
    return words.day(moment.astimezone(UTC).date())


def helpers(look: Lookup, credentials: tuple[str, ...]) -> tuple[HelperLine, ...]:
    """Who offers help with one of these credentials, by name."""
    if not look.catalog.people:
        return ()
    return tuple(
        HelperLine(
            name=entry.record.name,
            about=entry.record.summary,
            href=look.href(urls.person(slug)),
            contact=entry.record.contact or "",
        )
        for slug, entry in sorted(look.catalog.people.items(), key=lambda item: item[1].record.name)
        if not set(credentials).isdisjoint(entry.record.helps_with)
    )
