"""A badge of Fedora's (YAML): what it is called and for → a draft; the rule becomes text, and code in it goes."""

import re
from typing import Any

from sitegen.transfer import canonical, linked, placing
from sitegen.transfer.drafts import Found, Gathering
from sitegen.transfer.linked import Members

_CODE = re.compile(r"%\(|\{[a-z_.]+\}")
"""How a text shows that a program fills it in."""

_MEANT = {
    "creator": "people are not named; the issuer stands behind a credential",
    "image_url": "pictures are not taken over: put a PNG or SVG beside the file and name it under `image`",
    "recipient": "it is a rule for a program",
    "previous": "it is a rule for a program",
}


def is_one(value: Any) -> bool:
    """Whether it is such a badge."""
    return isinstance(value, dict) and {"name", "description", "trigger", "criteria"} <= value.keys()


def read(value: dict[str, Any], source: str) -> Found:
    """The credential that the badge describes."""
    members, gathered = Members(value, frozenset()), Gathering()
    gathered.put("name", "title", members.line("name"))
    placing.describe(gathered, "description", members.text("description"))
    _discussion(gathered, members.get("discussion"))
    rule = {name: value[name] for name in ("trigger", "criteria")}
    members.used |= rule.keys()
    kept = _without_code(rule, gathered)
    if kept:
        text = canonical.text(kept).rstrip()
        gathered.put("trigger, criteria", "body", f"It was given by this rule:\n\n```\n{text}\n```")
    owner = members.line("issuer_id")
    gathered.left += members.rest(_MEANT)
    return Found(drafts=(gathered.draft("credential", source, issuer=owner),))


def _discussion(gathered: Gathering, said: Any) -> None:
    address = placing.web(said)
    if address:
        gathered.put("discussion", "resources", [{"title": "Discussion of the proposal", "url": address}])
    elif said:
        gathered.leave("discussion", placing.no_web(said))


def _without_code(value: Any, gathered: Gathering) -> Any:
    """The rule without what a program would run; that is said, and never shown as anything but text."""
    if isinstance(value, dict):
        inner = {}
        for name, item in value.items():
            if name in ("lambda", "code"):
                gathered.leave(name, f"it is code: {linked.line_of(item)[:80]}")
            elif (kept := _without_code(item, gathered)) not in (None, "", [], {}):
                inner[name] = kept
        return inner
    if isinstance(value, list):
        return [kept for item in value if (kept := _without_code(item, gathered)) not in (None, "", [], {})]
    if isinstance(value, str) and _CODE.search(value):
        gathered.leave("criteria", f"a program fills this in: {value[:80]}")
        return None
    return linked.text_of(value).replace("```", "'''")
