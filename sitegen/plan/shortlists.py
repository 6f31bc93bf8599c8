"""The pages of lists that somebody keeps for a role or a goal."""

from collections.abc import Iterator

from sitegen.model import urls, wording
from sitegen.model.catalog import Listing
from sitegen.model.document import Entry
from sitegen.model.shortlist import Shortlist
from sitegen.plan import heads, words
from sitegen.plan.lookup import Lookup
from sitegen.plan.views import Link, PickLine, ShortlistCard, ShortlistPage, ShortlistsPage

Offered = list[tuple[Entry[Listing], str]]
"""The credentials of a list that can be earned now, and why each stands there."""


def index(look: Lookup) -> ShortlistsPage:
    """The page of all lists."""
    title, about = "Lists", "Credentials that teams and offices recommend, by role and by goal."
    return ShortlistsPage(
        head=heads.head(look.site, urls.LISTS, title, about, {"@type": "CollectionPage", "name": title}),
        section="credentials",
        crumbs=(Link(text="Credentials", href=look.href(urls.CREDENTIALS)),),
        edit="",
        title=title,
        lists=cards(look),
    )


def cards(look: Lookup) -> tuple[ShortlistCard, ...]:
    """The cards of all lists, by title."""
    return tuple(_card(look, entry) for entry in ordered(look))


def ordered(look: Lookup) -> list[Entry[Shortlist]]:
    """All lists, by title."""
    return sorted(look.catalog.lists.values(), key=lambda entry: (entry.record.title, entry.slug))


def pages(look: Lookup) -> Iterator[tuple[str, ShortlistPage, str]]:
    """The path, the page and the file of every list; the text is filled in when the page is made."""
    for entry in ordered(look):
        yield urls.shortlist(entry.slug), _page(look, entry), entry.path


def _page(look: Lookup, entry: Entry[Shortlist]) -> ShortlistPage:
    record, path, offered = entry.record, urls.shortlist(entry.slug), _offered(look, entry.record)
    crumbs = (
        Link(text="Credentials", href=look.href(urls.CREDENTIALS)),
        Link(text="Lists", href=look.href(urls.LISTS)),
    )
    data = {
        "@type": "CollectionPage",
        "name": record.title,
        "description": record.summary,
        "mainEntity": heads.items(look.site, [credential for credential, _ in offered]),
        "breadcrumb": heads.crumbs(look.site, crumbs, record.title, path),
    }
    hours = sum(credential.record.effort.hours for credential, _ in offered)
    return ShortlistPage(
        head=heads.head(look.site, path, record.title, record.summary, data, kind="article"),
        section="credentials",
        crumbs=crumbs,
        edit=heads.edit(look.site, entry.path),
        title=record.title,
        summary=record.summary,
        kept_by=record.kept_by,
        updated=words.maybe_day(record.updated),
        picks=tuple(_pick(look, credential, why) for credential, why in offered),
        hours=f"About {wording.count(hours, 'hour')}",
        body_html="",
    )


def _offered(look: Lookup, record: Shortlist) -> Offered:
    known = {pick.credential: pick.why for pick in reversed(record.picks)}
    picks = dict.fromkeys(pick.credential for pick in record.picks)
    found = [(look.public[slug], known[slug]) for slug in picks if slug in look.public]
    return [(entry, why) for entry, why in found if entry.record.status != "retired"]


def _pick(look: Lookup, entry: Entry[Listing], why: str) -> PickLine:
    card = look.card(entry)
    return PickLine(
        title=card.title,
        href=card.href,
        art=card.art,
        issuer=card.issuer.text,
        effort=card.effort,
        hue=card.hue,
        why=why,
    )


def _card(look: Lookup, entry: Entry[Shortlist]) -> ShortlistCard:
    record = entry.record
    return ShortlistCard(
        title=record.title,
        href=look.href(urls.shortlist(entry.slug)),
        summary=record.summary,
        kept_by=record.kept_by,
        count=wording.count(len(_offered(look, record)), "credential"),
    )
