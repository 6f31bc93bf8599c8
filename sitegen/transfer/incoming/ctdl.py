"""CTDL (JSON-LD of the Credential Registry): credentials and organizations → drafts, in today's form and in older ones."""

import re
from typing import Any

from sitegen.transfer import ctdl_words, drafts, linked, placing
from sitegen.transfer.drafts import Draft, Found, Gathering
from sitegen.transfer.known import Known
from sitegen.transfer.linked import Members

_ORGANIZATIONS = frozenset({"CredentialOrganization", "QACredentialOrganization", "Organization"})
_NO_CREDENTIALS = frozenset({"Competency", "CompetencyFramework", "ConditionProfile", "CostProfile", "DurationProfile",
                             "AssessmentProfile", "LearningOpportunityProfile", "Course", "Place",
                             "ContactPoint"})  # fmt: skip
_HOURS = re.compile(r"PT([0-9]{1,3})H")
_WEEKS = re.compile(r"P([0-9]{1,3})W")
_MEANT = {
    "credentialStatusType": "a person decides when it is published",
    "subjectWebpage": "the page on this site takes its place",
    "url": "the page on this site takes its place",
    "inLanguage": "there is no field for the language of the text",
    "keyword": "`problems` are whole sentences, as a visitor would type them",
    "image": "pictures are not taken over: put a PNG or SVG beside the file and name it under `image`",
    "email": "addresses of people are not published",
    "creator": "whose it is follows from its folder",
    "offeredBy": "whose it is follows from its folder",
}


def is_one(node: dict[str, Any]) -> bool:
    """Whether it is written in CTDL."""
    names = [*node, *(name for name in linked.all_of(node.get("@type")) if isinstance(name, str))]
    graph = node.get("@graph")
    inner = any(is_one(one) for one in graph if isinstance(one, dict)) if isinstance(graph, list) else False
    return inner or any(isinstance(name, str) and name.startswith("ceterms:") for name in names)


def read(document: dict[str, Any], source: str, known: Known) -> Found:
    """The credentials and organizations that a document, or its graph, describes."""
    nodes = [one for one in linked.all_of(document.get("@graph", document)) if isinstance(one, dict)]
    parts = {linked.id_of(node): node for node in nodes}
    found: list[Draft] = []
    for node in nodes:
        types = linked.types_of(node)
        if types & _ORGANIZATIONS:
            found.append(_organization(node, source))
        elif not types & _NO_CREDENTIALS and Members(node).line("name"):
            found.append(_credential(node, source, known, parts))
    if not found:
        return drafts.refused(source, "this CTDL describes no credential and no organization")
    return Found(drafts=tuple(found))


def _organization(node: dict[str, Any], source: str) -> Draft:
    members, gathered = Members(node), Gathering()
    placing.organization(
        gathered, members.line("name"), members.text("description"), members.get("subjectWebpage", "url")
    )
    kinds = [_label(kind) for kind in members.parts("agentType")]
    gathered.put("agentType", "type", ", ".join(kind for kind in kinds if kind))
    gathered.left += members.rest(
        _MEANT | {"ctid": "there is no field for it; exports make one from the address"}
    )
    return gathered.draft("issuer", source, id=linked.id_of(node) or members.line("name"))


def _credential(node: dict[str, Any], source: str, known: Known, parts: dict[str, dict[str, Any]]) -> Draft:
    members, gathered = Members(node), Gathering()
    gathered.put("name", "title", members.line("name"))
    placing.describe(gathered, "description", members.text("description"))
    placing.version(gathered, "versionIdentifier", _version(members.get("versionIdentifier")))
    dated = members.line("dateEffective")
    gathered.put("dateEffective", "published", dated[:10])
    _effort(gathered, _resolved(members.get("estimatedDuration"), parts))
    _cost(gathered, _resolved(members.get("estimatedCost"), parts))
    for theirs, ours in (
        ("subject", "focus_areas"),
        ("audienceType", "audience"),
        ("audienceLevelType", "grades"),
    ):
        said = [_label(one) for one in linked.all_of(members.get(theirs))]
        placing.words(gathered, theirs, ours, [word for word in said if word], known)
    _conditions(gathered, _resolved(members.get("requires"), parts))
    _identifier(gathered, members.line("ctid"))
    owner = next(iter(linked.all_of(members.get("ownedBy", "owner"))), members.get("offeredBy", "creator"))
    gathered.left += members.rest(_MEANT)
    identity = linked.id_of(node) or members.line("ctid")
    slug = linked.slug_of(identity)
    return gathered.draft("credential", source, id=identity, issuer=linked.id_of(owner), slug=slug)


def _resolved(value: Any, parts: dict[str, dict[str, Any]]) -> list[Members]:
    """Parts given in their place, or by their name in the same graph."""
    named = [parts.get(one, one) if isinstance(one, str) else one for one in linked.all_of(value)]
    return [Members(one) for one in named if isinstance(one, dict)]


def _version(value: Any) -> str:
    one = next(iter(linked.all_of(value)), "")
    return (
        linked.line_of(Members(one).get("identifierValueCode"))
        if isinstance(one, dict)
        else linked.line_of(one)
    )


def _effort(gathered: Gathering, profiles: list[Members]) -> None:
    effort: dict[str, str] = {}
    for profile in profiles:
        for name in ("exactDuration", "timeRequired", "maximumDuration", "minimumDuration"):
            said = profile.line(name)
            if hours := _HOURS.fullmatch(said):
                effort.setdefault("hours", hours[1])
            elif weeks := _WEEKS.fullmatch(said):
                effort.setdefault("weeks", weeks[1])
            elif said:
                gathered.leave("estimatedDuration", f"“{said[:40]}” is no number of hours or weeks")
    gathered.put("estimatedDuration", "effort", effort)


def _cost(gathered: Gathering, profiles: list[Members]) -> None:
    for number, profile in enumerate(profiles):
        price, currency = profile.line("price"), profile.line("currency")
        if number or not price:
            gathered.leave("estimatedCost", "only one price fits" if number else "it names no price")
            continue
        said = {"amount": price, "currency": currency, "note": profile.line("description")}
        gathered.put("estimatedCost", "cost", {name: value for name, value in said.items() if value})


def _conditions(gathered: Gathering, profiles: list[Members]) -> None:
    """What is required: what the earner shows, the parts of the evidence, and the statements it answers to."""
    asked = []
    for profile in profiles:
        name, text = profile.line("name"), profile.text("description")
        several = [_alignment(one) for one in profile.parts("targetCompetency")]
        placing.put_alignments(gathered, "targetCompetency", several)
        if name == ctdl_words.COMPETENCY and text:
            gathered.put("requires", "competency", text)
        elif text:
            asked.append({"title": name, "task": text} if name else {"task": text})
        elif not several:
            gathered.leave("requires", f"“{name[:80]}” says nothing of what is to be done")
        gathered.left += profile.rest({"targetAssessment": "say under `evidence` what is to be sent in"})
    gathered.put("requires", "evidence", asked)


def _alignment(node: dict[str, Any]) -> tuple[placing.Alignment, str]:
    target = Members(node)
    address = target.get("targetNode")
    kind = ctdl_words.kind_of(linked.id_of(address))
    framework = target.line("frameworkName")
    return placing.alignment(
        target.line("targetNodeName"), address, framework, target.line("codedNotation"), kind
    )


def _identifier(gathered: Gathering, said: str) -> None:
    """The Registry's identifier, as an alignment: in badges, too, it stands there."""
    if identifier := ctdl_words.ctid(said):
        address = ctdl_words.RESOURCES + identifier
        title = gathered.fields.get("title", "")
        one = placing.alignment(title, address, ctdl_words.FRAMEWORK, identifier, "CTDL")
        placing.put_alignments(gathered, "ctid", [one])
    elif said:
        gathered.leave("ctid", f"“{said[:60]}” is no identifier of the Registry")


def _label(value: Any) -> str:
    """What something is called: a text, or the name of what it points to."""
    return (
        linked.line_of(Members(value).get("targetNodeName", "name"))
        if isinstance(value, dict)
        else linked.line_of(value)
    )
