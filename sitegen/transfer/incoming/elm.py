"""A European digital credential (European Learning Model, JSON-LD): what was learnt → a draft; the person is not read."""

import re
from collections.abc import Iterator
from typing import Any

from sitegen.transfer import drafts, linked, placing
from sitegen.transfer.drafts import AwardSeen, Draft, Found, Gathering
from sitegen.transfer.incoming.open_badges_2 import AWARD
from sitegen.transfer.linked import Members

_HOURS = re.compile(r"PT([0-9]{1,3})H")
_WEEKS = re.compile(r"P([0-9]{1,3})W")
_FRAMEWORKS = {
    "relatedESCOSkill": ("ESCO", "European Skills, Competences, Qualifications and Occupations", "ESCO"),
    "relatedSkill": ("related skill", "", "other"),
}
_TEXTS = {
    "creditPoint": "Credits",
    "mode": "Mode",
    "learningSetting": "Setting",
    "maximumDuration": "Longest duration",
    "entryRequirement": "Entry requirement",
    "nqfLevel": "National level",
    "dcType": "Kind",
}
"""What has no field of its own and becomes a line of the text."""

_MEANT = {
    "thematicArea": "choose focus areas of this site",
    "language": "there is no field for the language of the text",
    "isPartialQualification": "there is no field for it",
}


def is_one(node: dict[str, Any]) -> bool:
    """Whether it is such a credential."""
    return bool(linked.types_of(node) & {"EuropeanDigitalCredential", "EuropassCredential"})


def read(node: dict[str, Any], source: str) -> Found:
    """The credentials that its achievements describe, and their issuer."""
    issuer = _issuer(node.get("issuer"), source)
    subjects = [one for one in linked.all_of(node.get("credentialSubject")) if isinstance(one, dict)]
    claims = [claim for subject in subjects for claim in linked.all_of(subject.get("hasClaim"))]
    achieved = [claim for claim in claims if "LearningAchievement" in linked.types_of(claim)]
    found = [_achievement(claim, source, issuer.id if issuer else "") for claim in achieved]
    if not found:
        return drafts.refused(source, "this European credential names no learning achievement")
    seen = AwardSeen(source, found[0].id, AWARD)
    return Found(drafts=(*found, *([issuer] if issuer else [])), awards=(seen,))


def _achievement(claim: dict[str, Any], source: str, owner: str) -> Draft:
    specified = linked.all_of(claim.get("specifiedBy"))
    specification = next((one for one in specified if isinstance(one, dict)), {})
    members, gathered = Members(specification), Gathering()
    gathered.put("title", "title", members.line("title") or linked.line_of(claim.get("title")))
    placing.describe(gathered, "description", members.text("description"))
    _outcomes(gathered, members.parts("learningOutcome"))
    _level(gathered, members.get("eqfLevel"))
    _effort(gathered, members.line("volumeOfLearning"), members.get("maximumDuration"))
    texts = {name: said for name in _TEXTS if (said := _said(members.get(name)))}
    lines = [f"- {_TEXTS[name]}: {said}" for name, said in texts.items()]
    lines += [f"- Assessment: {said}" for said in _assessments(claim)]
    gathered.put(", ".join([*texts, "provenBy"]), "body", "\n".join(lines))
    gathered.left += members.rest(_MEANT)
    return gathered.draft("credential", source, id=linked.id_of(specification), issuer=owner)


def _outcomes(gathered: Gathering, outcomes: list[dict[str, Any]]) -> None:
    titles = [linked.line_of(one.get("title")) for one in outcomes]
    gathered.put("learningOutcome", "competency", "\n".join(title for title in titles if title))
    for theirs, (name, framework, kind) in _FRAMEWORKS.items():
        skills = [
            skill for one in outcomes for skill in linked.all_of(one.get(theirs)) if isinstance(skill, dict)
        ]
        several = [
            placing.alignment(
                linked.line_of(skill.get("prefLabel")), skill.get("id"), framework or _scheme(skill), "", kind
            )
            for skill in skills
        ]
        placing.put_alignments(gathered, name, several)


def _scheme(skill: dict[str, Any]) -> str:
    """The framework of a skill, if the document says what it is called."""
    scheme = skill.get("inScheme")
    return linked.line_of(scheme.get("prefLabel")) if isinstance(scheme, dict) else ""


def _level(gathered: Gathering, level: Any) -> None:
    if isinstance(level, dict):
        name = linked.line_of(level.get("prefLabel"))
        one = placing.alignment(name, level.get("id"), "European Qualifications Framework", "", "other")
        placing.put_alignments(gathered, "eqfLevel", [one])


def _effort(gathered: Gathering, volume: str, longest: Any) -> None:
    effort = {}
    if hours := _HOURS.fullmatch(volume):
        effort["hours"] = hours[1]
    elif volume:
        gathered.leave("volumeOfLearning", f"“{volume[:40]}” is no number of hours")
    if weeks := _WEEKS.fullmatch(linked.line_of(longest)):
        effort["weeks"] = weeks[1]
    gathered.put("volumeOfLearning", "effort", effort)


def _assessments(claim: dict[str, Any]) -> Iterator[str]:
    for proof in linked.all_of(claim.get("provenBy")):
        if isinstance(proof, dict):
            specified = proof.get("specifiedBy")
            mode = _said(specified.get("mode")) if isinstance(specified, dict) else ""
            words = [linked.line_of(proof.get("title")), mode, _said(proof.get("idVerification"))]
            yield ", ".join(word for word in words if word)


def _said(value: Any) -> str:
    """What a part says in one line: its label, its note, or points with their framework."""
    for one in linked.all_of(value):
        if not isinstance(one, dict):
            return linked.line_of(one)
        label = linked.line_of(one.get("prefLabel")) or linked.line_of(one.get("noteLiteral"))
        if label:
            return label
        if points := linked.line_of(one.get("point")):
            return f"{points} ({_said(one.get('framework'))})"
    return ""


def _issuer(value: Any, source: str) -> Draft | None:
    if not isinstance(value, dict):
        return None
    members, gathered = Members(value), Gathering()
    gathered.put("legalName", "name", members.line("legalName", "prefLabel"))
    page = next(iter(members.parts("homepage")), {})
    placing.put_web(gathered, "homepage", "website", page.get("contentURL"))
    place = next(iter(members.parts("location")), {})
    address = place.get("spatialCode") if isinstance(place.get("spatialCode"), dict) else {}
    gathered.put("location", "location", linked.line_of((address or {}).get("prefLabel")))
    gathered.left += members.rest({"logo": "pictures are not taken over"})
    return gathered.draft("issuer", source, id=linked.id_of(value))
