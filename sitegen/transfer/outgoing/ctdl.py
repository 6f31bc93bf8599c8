"""A credential or an issuer in CTDL, as the Credential Registry reads it from a site: one graph a file."""

from collections.abc import Iterator
from typing import Any

from sitegen.model import urls
from sitegen.model.credential import Alignment, Credential
from sitegen.model.issuer import Issuer
from sitegen.model.site import Site
from sitegen.transfer import ctdl_words

CONTEXT = "https://credreg.net/ctdl/schema/context/json"
STATUS = {"draft": "Probationary", "published": "Active", "retired": "Deprecated"}
NOT_SAID = ("problems", "key_method", "body", "research", "resources", "rubric_levels", "passing_level", "rubrics",
            "evidence kinds", "reflection", "review", "form", "recognition", "related", "aliases", "replaced_by",
            "languages", "needs_students", "licence", "updated")  # fmt: skip
"""What a credential says here and CTDL, as it is written here, does not."""

Node = dict[str, Any]


def credential(
    site: Site, slug: str, record: Credential, areas: dict[str, str], issuer: tuple[str, Issuer]
) -> Node:
    """The graph of a credential and its issuer; `areas` has the names of focus areas by slug."""
    owner = issuer[0]
    return {
        "@context": CONTEXT,
        "@graph": [_credential(site, slug, record, areas, owner), _organization(site, owner, issuer[1])],
    }


def organization(site: Site, slug: str, record: Issuer) -> Node:
    """The graph of an issuer."""
    return {"@context": CONTEXT, "@graph": [_organization(site, slug, record)]}


def identifier(site: Site, slug: str, record: Credential) -> str:
    """A credential's identifier: the one it has in the Registry, if an alignment names it, else one made of its address."""
    for one in record.alignments:
        is_own = one.framework == ctdl_words.FRAMEWORK and one.name == record.title
        if is_own and (known := ctdl_words.ctid(one.code or "")):
            return known
    return ctdl_words.ctid_of(urls.absolute(site, urls.credential(slug)))


def _credential(site: Site, slug: str, record: Credential, areas: dict[str, str], owner: str) -> Node:
    page = urls.absolute(site, urls.credential(slug))
    status = STATUS[record.status]

    def said(text: str) -> dict[str, str]:
        return {site.language: text}

    return _without_empty(
        {
            "@id": page,
            "@type": "ceterms:MicroCredential",
            "ceterms:ctid": identifier(site, slug, record),
            "ceterms:name": said(record.title),
            "ceterms:description": said(record.summary),
            "ceterms:subjectWebpage": page,
            "ceterms:inLanguage": [site.language],
            "ceterms:credentialStatusType": _aligned(said(status), f"credentialStat:{status}"),
            "ceterms:versionIdentifier": [
                {"@type": "ceterms:IdentifierValue", "ceterms:identifierValueCode": record.version}
            ],
            "ceterms:dateEffective": record.published.isoformat() if record.published else "",
            "ceterms:ownedBy": [urls.absolute(site, urls.issuer(owner))],
            "ceterms:offeredBy": [urls.absolute(site, urls.issuer(owner))],
            "ceterms:image": urls.absolute(site, urls.badge_art(slug)) if site.publish.badge_art else "",
            "ceterms:subject": [_aligned(said(areas.get(area, area))) for area in record.focus_areas],
            "ceterms:audienceType": [_aligned(said(site.audiences.get(one, one))) for one in record.audience],
            "ceterms:audienceLevelType": [_aligned(said(site.grades.get(one, one))) for one in record.grades],
            "ceterms:estimatedDuration": list(_durations(record)),
            "ceterms:estimatedCost": [_cost(record, page, site.language)],
            "ceterms:requires": list(_conditions(record, site.language)),
        }
    )


def _organization(site: Site, slug: str, record: Issuer) -> Node:
    page = urls.absolute(site, urls.issuer(slug))
    return _without_empty(
        {
            "@id": page,
            "@type": "ceterms:CredentialOrganization",
            "ceterms:ctid": ctdl_words.ctid_of(page),
            "ceterms:name": {site.language: record.name},
            "ceterms:description": {site.language: record.summary},
            "ceterms:subjectWebpage": record.website or page,
            "ceterms:agentType": [_aligned({site.language: record.type})],
        }
    )


def _durations(record: Credential) -> Iterator[Node]:
    yield {"@type": "ceterms:DurationProfile", "ceterms:exactDuration": f"PT{record.effort.hours}H"}
    if record.effort.weeks:
        yield {"@type": "ceterms:DurationProfile", "ceterms:exactDuration": f"P{record.effort.weeks}W"}


def _cost(record: Credential, page: str, language: str) -> Node:
    amount = record.cost.amount
    return _without_empty(
        {
            "@type": "ceterms:CostProfile",
            "ceterms:costDetails": page,
            "ceterms:price": int(amount) if amount == int(amount) else amount,
            "ceterms:currency": record.cost.currency,
            "ceterms:description": {language: record.cost.note} if record.cost.note else {},
        }
    )


def _conditions(record: Credential, language: str) -> Iterator[Node]:
    """What the earner shows, with the statements it answers to; then each part of the evidence."""
    yield _without_empty(
        {
            "@type": "ceterms:ConditionProfile",
            "ceterms:name": {language: ctdl_words.COMPETENCY},
            "ceterms:description": {language: record.competency.strip()},
            "ceterms:targetCompetency": [_competency(one, language) for one in record.alignments],
        }
    )
    for part in record.evidence:
        yield {
            "@type": "ceterms:ConditionProfile",
            "ceterms:name": {language: part.title},
            "ceterms:description": {language: part.task.strip()},
        }


def _competency(one: Alignment, language: str) -> Node:
    node = _aligned({language: one.name}, one.url)
    node["ceterms:frameworkName"] = {language: one.framework}
    if one.code:
        node["ceterms:codedNotation"] = one.code
    return node


def _aligned(name: dict[str, str], target: str = "") -> Node:
    node: Node = {"@type": "ceterms:CredentialAlignmentObject"}
    if target:
        node["ceterms:targetNode"] = target
    return {**node, "ceterms:targetNodeName": name}


def _without_empty(node: Node) -> Node:
    return {name: value for name, value in node.items() if value not in ("", [], {}, None)}
