"""What can be earned as Open Badges define it: badge classes (2.0) and achievements (3.0), just as awards refer to them."""

from typing import Any

import msgspec

from sitegen.badges import achievement, did, open_badges_2, profile
from sitegen.model import urls
from sitegen.model.award import Achievement
from sitegen.model.issuer import Issuer
from sitegen.model.site import Site

_NEITHER = ("effort", "cost", "audience", "grades", "problems", "key_method", "body", "research", "resources",
            "evidence kinds", "reflection", "review", "form", "recognition", "related", "aliases", "replaced_by",
            "languages", "needs_students", "licence", "published", "updated")  # fmt: skip
NOT_SAID = {
    "2.0": ("rubrics", "the kind of a framework", *_NEITHER),
    "3.0": ("which part of the evidence a row of the rubric belongs to", *_NEITHER),
}
"""What a credential says here and its definition does not."""

Node = dict[str, Any]


def definition_2(site: Site, issuer: str, asked: Achievement) -> Node:
    """The badge class (2.0)."""
    picture = urls.absolute(site, urls.badge_art(asked.credential))
    return open_badges_2.badge_class(site.base_url, issuer, asked, picture)


def issuer_2(site: Site, slug: str, record: Issuer) -> Node:
    """The issuer's profile (2.0)."""
    return open_badges_2.issuer(site.base_url, slug, record)


def definition_3(site: Site, issuer: tuple[str, Issuer], asked: Achievement) -> Node:
    """The achievement (3.0), with the issuer as its creator."""
    slug, record = issuer
    part: Node = msgspec.json.decode(msgspec.json.encode(achievement.part(site.base_url, asked)))
    creator = {
        "id": did.name(site.base_url, slug),
        "type": ["Profile"],
        "name": record.name,
        "url": urls.absolute(site, urls.issuer(slug)),
        "description": record.summary,
    }
    return {"@context": list(profile.CONTEXT), **part, "creator": creator}
