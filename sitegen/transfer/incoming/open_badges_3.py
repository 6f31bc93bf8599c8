"""Open Badges 3.0: achievements → drafts, alone or inside a credential that somebody was given."""

import re
from typing import Any

from sitegen.transfer import drafts, linked
from sitegen.transfer.drafts import AwardSeen, Found, Gathering
from sitegen.transfer.incoming import badge_parts
from sitegen.transfer.incoming.open_badges_2 import AWARD
from sitegen.transfer.known import Known
from sitegen.transfer.linked import Members

_MEANT = {
    "achievementType": "all credentials here are micro-credentials",
    "inLanguage": "there is no field for the language of the text",
    "creditsAvailable": "say under `recognition` who accepts it, for what",
    "endorsement": "what others say about it is not shown",
    "endorsementJwt": "what others say about it is not shown",
    "related": "which credentials go together is said here with `related`, by their names on this site",
    "otherIdentifier": "there is no field for other numbers",
}


def is_credential(node: dict[str, Any]) -> bool:
    """Whether it is a credential with an achievement in it."""
    subject = node.get("credentialSubject")
    return any(isinstance(one, dict) and one.get("achievement") for one in linked.all_of(subject))


def is_achievement(node: dict[str, Any]) -> bool:
    """Whether it is an achievement alone."""
    return "Achievement" in linked.types_of(node)


def credential(node: dict[str, Any], source: str, known: Known) -> Found:
    """What was achieved, and who says so. Nothing about the person who achieved it is read."""
    parts: list[Found] = []
    for subject in linked.all_of(node["credentialSubject"]):
        for one in linked.all_of(subject.get("achievement") if isinstance(subject, dict) else None):
            if isinstance(one, dict):
                parts.append(achievement(one, source, known, node.get("issuer")))
                parts.append(Found(awards=(AwardSeen(source, linked.id_of(one), AWARD),)))
    return (
        drafts.together(parts) if parts else drafts.refused(source, "it does not describe what was achieved")
    )


def achievement(node: dict[str, Any], source: str, known: Known, issuer: Any = None) -> Found:
    """The credential that an achievement describes, and its issuer if there is a description."""
    members, gathered = Members(node), Gathering()
    badge_parts.achievement(members, gathered, known)
    _rubric(gathered, members.parts("resultDescription"))
    creator = members.get("creator")
    whose = badge_parts.organization(creator, source) or badge_parts.organization(issuer, source)
    owner = whose.id if whose else linked.id_of(creator) or linked.id_of(issuer)
    gathered.left += members.rest(_MEANT)
    identity = linked.id_of(node)
    slug = linked.slug_of(identity)
    draft = gathered.draft("credential", source, id=identity, issuer=owner, slug=slug)
    return Found(drafts=(draft, *([whose] if whose else [])))


def _rubric(gathered: Gathering, results: list[dict[str, Any]]) -> None:
    """Rows into the first part of the evidence: the format does not say which part a row belongs to."""
    rows: list[dict[str, Any]] = []
    names: list[str] = []
    for result in results:
        levels = _levels(result)
        name = linked.line_of(result.get("name"))
        if len(levels) < 2 or (names and list(levels) != names):
            why = (
                "its levels are not those of the row before"
                if levels
                else "it has no levels that are described"
            )
            gathered.leave("resultDescription", f"“{name[:80]}”: {why}")
            continue
        names = list(levels)
        rows.append({"criterion": name, "levels": {level: text for level, (_, text) in levels.items()}})
        required = result.get("requiredLevel")
        passing = next((level for level, (mark, _) in levels.items() if mark and mark == required), "")
        if len(rows) == 1 and passing:
            gathered.put("requiredLevel", "passing_level", passing)
    if rows:
        parts = gathered.fields.setdefault("evidence", [{}])
        parts[0]["rubric"] = rows
        gathered.put("rubricCriterionLevel", "rubric_levels", names)
        gathered.mapped.append(("resultDescription", "evidence.1.rubric"))


def _levels(result: dict[str, Any]) -> dict[str, tuple[str, str]]:
    """The described levels of a row, best first, each with its id; points say which is best, if all differ."""
    levels = [one for one in linked.all_of(result.get("rubricCriterionLevel")) if isinstance(one, dict)]
    points = [linked.line_of(one.get("points")) for one in levels]
    if all(re.fullmatch(r"[0-9]{1,6}", point) for point in points) and len(set(points)) == len(points):
        levels = [one for _, one in sorted(zip(points, levels, strict=True), key=lambda pair: -int(pair[0]))]
    return {
        linked.line_of(one.get("name")): (linked.id_of(one), linked.text_of(one.get("description")))
        for one in levels
        if linked.line_of(one.get("name")) and linked.text_of(one.get("description"))
    }
