"""An award in Open Badges 2.0, for software that knows nothing newer: hosted assertion, badge class and issuer.

All three are derived by the build. Nothing in them is signed: 2.0 trusts what it finds at their addresses.
"""

import hashlib
from collections.abc import Mapping
from urllib.parse import urlsplit

import msgspec

from sitegen.badges import achievement, identity, times
from sitegen.model import urls
from sitegen.model.award import Achievement, Award, Evidence
from sitegen.model.issuer import Issuer

CONTEXT = "https://w3id.org/openbadges/v2"
MARK_LENGTH = 12


def assertion(award: Award, badge: str = "") -> dict[str, object]:
    """The assertion of an award that holds, or has run out; `badge` is its `class_address`, for a caller that knows it.

    The recipient of a private award is its random id, as a hashed address on the web: 2.0 wants a recipient, and nobody can
    be found by this one.
    """
    here = award.site + urls.badge_file(award.id, "ob2.json")
    return _without_empty(
        {
            "@context": CONTEXT,
            "id": here,
            "type": "Assertion",
            "recipient": _recipient(award),
            "badge": badge or class_address(award.site, award.issuer, award.achievement),
            "verification": {"type": "HostedBadge"},
            "issuedOn": times.text(award.awarded),
            "expires": times.text(award.expires) if award.expires else "",
            "image": award.site + urls.badge_file(award.id, "png"),
            "evidence": [_evidence(piece) for piece in award.evidence],
        }
    )


def revoked(award: Award, reason: str) -> dict[str, object]:
    """The assertion of an award that is revoked or suspended, without all else.

    Two validators take an assertion for good that says `revoked` and is otherwise whole.
    """
    return {
        "@context": CONTEXT,
        "id": award.site + urls.badge_file(award.id, "ob2.json"),
        "type": "Assertion",
        "revoked": True,
        "revocationReason": reason,
    }


def mark(site: str, slug: str, asked: Achievement) -> str:
    """The beginning of the digest of who asked what: the same for all awards of an issuer that asked the same."""
    said = slug.encode() + b"\n" + msgspec.json.encode(achievement.part(site, asked))
    return hashlib.sha256(said).hexdigest()[:MARK_LENGTH]


def class_address(site: str, slug: str, asked: Achievement) -> str:
    """The full address of the badge class of awards in which the issuer asked this."""
    return site + urls.badge_class(asked.credential, mark(site, slug, asked))


def badge_class(site: str, slug: str, asked: Achievement, picture: str) -> dict[str, object]:
    """What an issuer asked; `picture` is the full address of a PNG or SVG for a credential that named none."""
    return _without_empty(
        {
            "@context": CONTEXT,
            "id": class_address(site, slug, asked),
            "type": "BadgeClass",
            "name": asked.title,
            "description": asked.summary,
            "image": asked.image or picture,
            "criteria": {
                "id": site + urls.credential(asked.credential),
                "narrative": "\n\n".join(text for text in (asked.competency, asked.criteria) if text),
            },
            "issuer": site + urls.issuer_profile(slug),
            "alignment": _alignments(asked),
            "tags": list(asked.focus_areas),
            "version": asked.version,
        }
    )


def issuer(site: str, slug: str, record: Issuer) -> dict[str, object]:
    """An issuer's profile.

    2.0 asks every issuer for an e-mail address, and its validators refuse a profile without one. Nobody's address is
    published here, so the profile gives one that by its very name cannot exist (RFC 2606, `.invalid`); people find the way
    to write to an issuer on its page, which is the profile's `url`.
    """
    return _without_empty(
        {
            "@context": CONTEXT,
            "id": site + urls.issuer_profile(slug),
            "type": "Issuer",
            "name": record.name,
            "url": site + urls.issuer(slug),
            "email": f"see-our-page@{urlsplit(site).hostname}.invalid",
            "description": record.summary,
        }
    )


def _recipient(award: Award) -> dict[str, object]:
    mark = award.identity
    if mark is not None and mark.kind == "hashed":
        return _without_empty({"type": "email", "hashed": True, "identity": mark.digest, "salt": mark.salt})
    return {
        "type": "url",
        "hashed": True,
        "identity": identity.digest(award.subject, award.id),
        "salt": award.id,
    }


def _evidence(piece: Evidence) -> dict[str, object]:
    return _without_empty(
        {
            "id": piece.url,
            "type": "Evidence",
            "name": piece.title,
            "description": piece.description,
            "narrative": piece.text,
            "genre": piece.kind,
        }
    )


def _alignments(asked: Achievement) -> list[dict[str, object]]:
    return [
        _without_empty(
            {
                "type": "AlignmentObject",
                "targetName": one.name,
                "targetUrl": one.url,
                "targetCode": one.code,
                "targetFramework": one.framework,
            }
        )
        for one in asked.alignments
    ]


def _without_empty(members: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in members.items() if value not in ("", [])}
