"""What the catalog of today adds to the page of an award: its issuer, the credential as it is now, and what is near."""

from itertools import islice

from msgspec import to_builtins

from sitegen.model import urls
from sitegen.model.issuer import Issuer
from sitegen.plan import heads, words
from sitegen.plan.lookup import Lookup
from sitegen.plan.views import BadgeIssuer, Link, RecognitionLine, View

NEAR = 3
"""How many other badges of the issuer a page names."""


class Around(View, frozen=True, kw_only=True):
    """What the catalog contributes to the pages of the awards of one achievement."""

    art: str
    hue: str
    card: str
    """Full address of the Open Graph picture; empty if the site makes none."""
    credential: Link | None
    version: str
    """The credential's version today; empty if it is not in the catalog."""
    effort: str
    criteria_html: str
    """What was asked, from the award's own text, cleaned; may be empty."""
    recognition: tuple[RecognitionLine, ...]
    related: tuple[Link, ...]
    issuer: BadgeIssuer
    linkedin: str
    embed: str
    """Path of the oEmbed file; empty if there is none."""


class Known(View, frozen=True, kw_only=True):
    """What the catalog's index does not know and whoever asks for the facts brings along."""

    did: str
    picture: str
    """The badge's picture, for a credential that is not in the catalog."""
    criteria_html: str = ""
    recognition: tuple[RecognitionLine, ...] = ()
    embed: str = ""


def around(look: Lookup, credential: str, issuer: str, known: Known) -> Around:
    """The catalog's part of the pages of awards; `credential` and `issuer` are slugs, and the issuer must exist."""
    entry = look.public.get(credential)
    path = urls.credential(credential)
    return Around(
        art=look.art(entry) if entry else known.picture,
        hue=look.hue(entry) if entry else "slate",
        card=urls.absolute(look.site, urls.card(path) if entry else urls.SITE_CARD)
        if look.site.publish.social_cards
        else "",
        credential=Link(text=entry.record.title, href=look.href(path)) if entry else None,
        version=entry.record.version if entry else "",
        effort=words.effort(entry.record.effort) if entry else "",
        criteria_html=known.criteria_html,
        recognition=known.recognition,
        related=_related(look, credential, issuer),
        issuer=_issuer(look, issuer, known.did),
        linkedin=look.catalog.issuers[issuer].record.linkedin or "",
        embed=known.embed,
    )


def _related(look: Lookup, credential: str, issuer: str) -> tuple[Link, ...]:
    others = (
        e for e in look.by_issuer.get(issuer, ()) if e.slug != credential and e.record.status != "retired"
    )
    near = islice(others, NEAR)
    return tuple(Link(text=e.record.title, href=look.href(urls.credential(e.slug))) for e in near)


def _issuer(look: Lookup, slug: str, did: str) -> BadgeIssuer:
    record = look.catalog.issuers[slug].record
    return BadgeIssuer(
        card=look.issuer_card(slug),
        site=record.website or "",
        contact=record.contact or "",
        since=words.maybe_day(record.since),
        did=did,
        keys_json=keys_json(record, did),
        keys_href=look.href(urls.did(slug)),
        status=look.href(urls.status(slug)),
        suspended=look.href(urls.suspended(slug)) if suspends(look, slug) else "",
    )


def suspends(look: Lookup, slug: str) -> bool:
    """Whether an issuer has a list of suspended badges; whoever asks for one that is not there gets an error."""
    return f"content{urls.suspended(slug)}" in look.catalog.ledger.lists


def keys_json(issuer: Issuer, did: str) -> str:
    """An issuer's keys with their times (which its DID document cannot say), for the script that checks a badge."""
    return heads.script_json({"did": did, "name": issuer.name, "keys": to_builtins(issuer.keys)})
