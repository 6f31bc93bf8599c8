"""The words that stand on the page of one award and on no other, and how the award stands."""

from datetime import UTC, date, datetime
from typing import Literal

from sitegen.model import urls
from sitegen.model.award import Award, Evidence
from sitegen.model.site import Site
from sitegen.plan import sharing, words
from sitegen.plan.views import BadgeShape, BadgeWords, EvidenceShape, EvidenceWords, View

State = Literal["in-force", "expired", "not-yet", "revoked", "suspended"]


class Standing(View, frozen=True, kw_only=True):
    """How an award stands as far as the build knows; for one that was withdrawn or suspended, since when and why."""

    state: State = "in-force"
    since: date | None = None
    reason: str = ""


IN_FORCE = Standing()


def shape(award: Award, standing: Standing) -> BadgeShape:
    """Which words an award has. Awards of the same shape, and of the same achievement, differ in words only."""
    return BadgeShape(
        state=standing.state,
        has_since=standing.since is not None,
        has_reason=bool(standing.reason),
        is_named=bool(award.name),
        has_end=award.expires is not None,
        is_renewed=award.awarded.date() != award.issued.date(),
        has_times=award.began is not None and award.finished is not None,
        evidence=tuple(
            EvidenceShape(has_about=bool(_about(e)), has_kind=bool(e.kind), has_href=bool(https(e.url)))
            for e in award.evidence
        ),
        identity=award.identity.kind if award.identity else "",
    )


def of(site: Site, award: Award, standing: Standing, digest: str = "") -> BadgeWords:
    """The words of an award, whose key must be known; times are given in UTC. `digest` is that of its record (SHA-256)."""
    root, title, awarded = urls.root(site), award.achievement.title, _text(award.awarded)
    address = urls.absolute(site, urls.badge(award.id))
    record, picture = urls.badge_file(award.id, "json"), urls.badge_file(award.id, "png")
    record_address = urls.absolute(site, record)
    who = f"{award.name} earned" if award.name else "Somebody earned"
    return BadgeWords(
        title=f"{award.name or _nameless(award)}: {title} · {site.name}",
        description=f"{who} “{title}” from {award.issuer_name} on {awarded}. Open the page to check the badge.",
        name=award.name,
        id=award.id,
        address=address,
        record=root + record,
        record_address=record_address,
        record_2=root + urls.badge_file(award.id, "ob2.json"),
        digest=digest,
        picture=root + picture,
        picture_address=urls.absolute(site, picture),
        awarded=awarded,
        awarded_iso=_iso(award.awarded),
        issued=_text(award.issued),
        issued_iso=_iso(award.issued),
        expires=_text(award.expires),
        expires_iso=_iso(award.expires),
        began=_text(award.began),
        finished=_text(award.finished),
        since=words.day(standing.since).text if standing.since else "",
        reason=standing.reason,
        linkedin=sharing.linkedin_award(award.awarded, award.expires, address, award.id),
        verifier_plus=sharing.verifier_plus(record_address),
        subject=award.subject,
        key=award.key,
        signed=_text(award.signed),
        entry=f"{urls.absolute(site, urls.status(award.issuer))}#{award.index}",
        evidence=tuple(_evidence(piece) for piece in award.evidence),
    )


def _nameless(award: Award) -> str:
    """What stands for the name of an earner who shows none, so that such badges differ in a row of tabs."""
    return f"Badge {award.id[:8]}"


def https(address: str) -> str:
    """An address if a page may link to it; otherwise nothing."""
    return address if address.startswith("https://") else ""


def _evidence(piece: Evidence) -> EvidenceWords:
    return EvidenceWords(title=piece.title, about=_about(piece), kind=piece.kind, href=https(piece.url))


def _about(piece: Evidence) -> str:
    return piece.description or piece.text


def _text(moment: datetime | None) -> str:
    return words.day(moment.astimezone(UTC).date()).text if moment else ""


def _iso(moment: datetime | None) -> str:
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}" if moment else ""
