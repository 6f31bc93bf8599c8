"""Open Badges 2.0, and the backpacks of 1.x: badge classes and issuers → drafts; assertions only lead to them."""

from typing import Any

from sitegen.transfer import drafts, linked
from sitegen.transfer.drafts import AwardSeen, Found, Gathering
from sitegen.transfer.incoming import badge_parts
from sitegen.transfer.known import Known
from sitegen.transfer.linked import Members

AWARD = "an award made elsewhere is not taken over: nobody here can say that it was checked"
_MEANT = {
    "@language": "there is no field for the language of the text",
    "endorsement": "what others say about it is not shown",
    "related": "which credentials go together is said here with `related`, by their names on this site",
    "extensions": "extensions are not taken over",
}


def is_class(node: dict[str, Any]) -> bool:
    """Whether it is a badge class, by its type or by its members."""
    return "BadgeClass" in linked.types_of(node) or {"name", "criteria", "issuer"} <= node.keys()


def is_assertion(node: dict[str, Any]) -> bool:
    """Whether it is an assertion."""
    return "Assertion" in linked.types_of(node) or {"recipient", "badge"} <= node.keys()


def is_issuer(node: dict[str, Any]) -> bool:
    """Whether it is an issuer."""
    return bool(linked.types_of(node) & {"Issuer", "Profile"})


def badge_class(node: dict[str, Any], source: str, known: Known) -> Found:
    """The credential that a badge class describes, and its issuer if it is described with it."""
    members, gathered = Members(node), Gathering()
    badge_parts.achievement(members, gathered, known)
    issuer = members.get("issuer")
    whose = badge_parts.organization(issuer, source)
    owner = whose.id if whose else linked.id_of(issuer)
    gathered.left += members.rest(_MEANT)
    identity = linked.id_of(node)
    slug = linked.slug_of(identity)
    draft = gathered.draft("credential", source, id=identity, issuer=owner, slug=slug)
    return Found(drafts=(draft, *([whose] if whose else [])))


def assertion(node: dict[str, Any], source: str, known: Known) -> Found:
    """What an assertion was given for. The assertion is left out, and nothing about a person is read."""
    badge = node.get("badge")
    found = Found()
    if isinstance(badge, dict):
        found = badge_class(badge, source, known)
    named = linked.id_of(badge)
    seen = AwardSeen(source, named, f"{AWARD}{_where(linked.id_of(node))}")
    return drafts.together([found, Found(awards=(seen,))])


def _where(identity: str) -> str:
    """What its id says about where it can be looked up."""
    if identity.startswith("https://"):
        return f" (it says that it can be looked up at {identity[:120]})"
    return " (and its id is no secure address at which it could be looked up)"


def issuer(node: dict[str, Any], source: str) -> Found:
    """The issuer that a profile describes."""
    found = badge_parts.organization(node, source)
    return Found(drafts=(found,)) if found else drafts.refused(source, "this issuer has no name")
