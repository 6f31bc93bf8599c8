"""What Open Badges 2.0 and 3.0 say in the same way: descriptions, criteria, alignments, organizations."""

import re
from typing import Any

from sitegen.transfer import linked, placing
from sitegen.transfer.drafts import Draft, Gathering
from sitegen.transfer.known import Known
from sitegen.transfer.linked import Members

_OURS = re.compile(r"\n*Every row of the rubric had to reach “[^\n”]*”\.$")
"""How the criteria end that our own badges give."""

_PART = re.compile(r"(?m)^### (?P<title>.+)$")
_KINDS = {"ext:ESCO": "ESCO", "CTDL": "CTDL", "ceterms:Credential": "CTDL"}

PICTURE = "pictures are not taken over: put a PNG or SVG beside the file and name it under `image`"
PERSONAL = {
    "email": "addresses of people are not published; `contact` can name a page",
    "phone": "telephone numbers are not published",
    "telephone": "telephone numbers are not published",
    "image": PICTURE,
    "publicKey": "keys are made here, with `sitegen keys`",
    "verification": "awards are checked by signatures here",
    "endorsement": "what others say about it is not shown",
    "revocationList": "awards made elsewhere are not taken over",
    "otherIdentifier": "there is no field for other numbers",
}


def achievement(node: Members, gathered: Gathering, known: Known) -> None:
    """Name, description, criteria, alignments, tags and version."""
    gathered.put("name", "title", node.line("name"))
    criteria = node.get("criteria")
    is_ours = _criteria(gathered, criteria)
    _description(gathered, node.text("description"), is_ours=is_ours)
    placing.version(gathered, "version", node.line("version"))
    tags = [linked.line_of(tag) for tag in linked.all_of(node.get("tag", "tags"))]
    placing.words(gathered, "tags", "focus_areas", [tag for tag in tags if tag], known)
    placing.put_alignments(gathered, "alignment", [_alignment(one) for one in node.parts("alignment")])
    if node.get("image") is not None:
        gathered.leave("image", PICTURE)


def _description(gathered: Gathering, said: str, *, is_ours: bool) -> None:
    summary, blank, competency = said.partition("\n\n")
    if is_ours and blank:
        gathered.put("description", "summary", summary)
        gathered.put("description", "competency", competency)
    else:
        placing.describe(gathered, "description", said)


def _criteria(gathered: Gathering, criteria: Any) -> bool:
    """Put the criteria into what is to be sent in; tells whether they are ones that our own badges give."""
    narrative = linked.text_of(criteria.get("narrative")) if isinstance(criteria, dict) else ""
    said = _OURS.sub("", narrative)
    titles = list(_PART.finditer(said))
    if said != narrative and titles:
        gathered.put("criteria", "competency", said[: titles[0].start()].strip())
        ends = [*(title.start() for title in titles[1:]), len(said)]
        parts = [
            {"title": title["title"].strip(), "task": said[title.end() : end].strip()}
            for title, end in zip(titles, ends, strict=True)
        ]
        gathered.put("criteria", "evidence", [{k: v for k, v in part.items() if v} for part in parts])
    elif said:
        gathered.put("criteria", "evidence", [{"task": said}])
    elif criteria:
        gathered.leave(
            "criteria", f"they stand elsewhere, at {linked.id_of(criteria)[:200]}: bring their text over"
        )
    return said != narrative


def _alignment(node: dict[str, Any]) -> tuple[placing.Alignment, str]:
    target = Members(node)
    kind = target.line("targetType")
    return placing.alignment(
        target.line("targetName"),
        target.get("targetUrl"),
        target.line("targetFramework"),
        target.line("targetCode"),
        "CASE" if kind.startswith("CF") else _KINDS.get(kind, "other"),
    )


def organization(value: Any, source: str) -> Draft | None:
    """The issuer that a badge names, if it says more than its address."""
    if not isinstance(value, dict) or not linked.line_of(value.get("name")):
        return None
    node, gathered = Members(value), Gathering()
    placing.organization(gathered, node.line("name"), node.text("description"), node.get("url", "origin"))
    gathered.left += node.rest(PERSONAL)
    return gathered.draft("issuer", source, id=linked.id_of(value) or node.line("name"))
