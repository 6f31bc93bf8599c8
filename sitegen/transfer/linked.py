"""Linked data as people really write it: one value or a list, plain or with its language, names with or without prefix."""

import re
from collections.abc import Callable
from typing import Any

from sitegen.transfer import plain
from sitegen.transfer.drafts import Left

HOUSEKEEPING = frozenset({"@context", "@type", "@id", "type", "id"})
"""Members that say how to read the others."""

_CREDENTIAL = re.compile(
    r"^https://[^/].*/(?:credentials/([a-z0-9]+(?:-[a-z0-9]+)*)/(?:#version-[0-9.]+)?"
    r"|badges/classes/([a-z0-9]+(?:-[a-z0-9]+)*)-[0-9a-f]{12}\.json)$"
)
LONGEST = 200_000
"""Signs of one text that are looked at."""


def all_of(value: Any) -> list[Any]:
    """The values, whether there are none, one or several."""
    if value is None:
        return []
    return [one for one in value if one is not None] if isinstance(value, list) else [value]


def text_of(value: Any, clean: Callable[[str], str] = plain.clean) -> str:
    """The text of a value, as `clean` leaves it; English if it comes in several languages, else the first one."""
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, str | int):
        return clean(str(value)[:LONGEST])
    if isinstance(value, list):
        return next((said for one in value if (said := text_of(one, clean))), "")
    if not isinstance(value, dict):
        return ""
    if "@value" in value:
        return text_of(value["@value"], clean)
    ordered = sorted(value, key=lambda name: not name.lower().startswith("en"))
    return next((said for name in ordered if (said := text_of(value[name], clean))), "")


def line_of(value: Any) -> str:
    """The text of a value on one line."""
    return " ".join(text_of(value, plain.line).split())


def id_of(value: Any) -> str:
    """What a value refers to: an address given as it is, or the id of a part."""
    if isinstance(value, dict):
        value = value.get("id") or value.get("@id")
    return value.strip()[:2_000] if isinstance(value, str) else ""


def slug_of(identity: str) -> str:
    """The name in addresses that a credential has on the site that published it, if it is a site like ours."""
    found = _CREDENTIAL.search(identity)
    return (found[1] or found[2]) if found else ""


def types_of(node: Any) -> frozenset[str]:
    """The types of a part, without prefixes."""
    if not isinstance(node, dict):
        return frozenset()
    names = [*all_of(node.get("type")), *all_of(node.get("@type"))]
    return frozenset(local(name) for name in names if isinstance(name, str))


def local(name: str) -> str:
    """A name without its prefix or namespace."""
    return name.replace("#", "/").rpartition("/")[2].rpartition(":")[2]


class Members:
    """A part of a document, and which of its members were made use of."""

    def __init__(self, node: dict[str, Any], silent: frozenset[str] = HOUSEKEEPING) -> None:
        self.node = {local(name) if ":" in name and not name.startswith("@") else name: value
                     for name, value in node.items()}  # fmt: skip
        self.used = set(silent)

    def get(self, *names: str) -> Any:
        """The first of these members that is there."""
        self.used.update(names)
        return next((self.node[name] for name in names if self.node.get(name) is not None), None)

    def text(self, *names: str) -> str:
        """The text of the first of these members."""
        return text_of(self.get(*names))

    def line(self, *names: str) -> str:
        """The same on one line."""
        return line_of(self.get(*names))

    def parts(self, *names: str) -> list[dict[str, Any]]:
        """Those values of a member that have members of their own."""
        return [one for one in all_of(self.get(*names)) if isinstance(one, dict)]

    def rest(self, reasons: dict[str, str] | None = None) -> list[Left]:
        """What was not made use of; `reasons` says of some members why."""
        known = reasons or {}
        return [
            Left(name, known.get(name, "there is no field for it"))
            for name, value in self.node.items()
            if name not in self.used and value not in (None, "", [], {}, [None])
        ]
