"""A framework in CASE (JSON, as OpenSALT gives it) → its statements as alignments."""

from typing import Any

from sitegen.transfer import drafts, linked, placing
from sitegen.transfer.drafts import Found, Statement
from sitegen.transfer.linked import Members

MOST_NAME = 300
"""Signs that the name of an alignment may have."""


def is_one(node: dict[str, Any]) -> bool:
    """Whether it is such a framework, or one statement of it."""
    return "CFItems" in node or "CFItem" in node or {"fullStatement", "uri"} <= node.keys()


def read(node: dict[str, Any], source: str, framework: str) -> Found:
    """The statements; `framework` names it where the document does not."""
    document = node.get("CFDocument")
    title = linked.line_of(document.get("title")) if isinstance(document, dict) else ""
    items = [
        one for one in linked.all_of(node.get("CFItems", node.get("CFItem", node))) if isinstance(one, dict)
    ]
    found = [_statement(Members(one), title or framework, source) for one in items]
    if not any(one.fields.get("name") for one in found):
        return drafts.refused(source, "this framework has no statements")
    return Found(statements=tuple(found))


def _statement(item: Members, framework: str, source: str) -> Statement:
    full, short = item.line("fullStatement"), item.line("abbreviatedStatement")
    name = full if len(full) <= MOST_NAME or not short else short
    own = (
        linked.line_of(item.get("CFDocumentURI").get("title"))
        if isinstance(item.get("CFDocumentURI"), dict)
        else ""
    )
    code = item.line("humanCodingScheme") or item.line("identifier")
    fields, _ = placing.alignment(name, item.get("uri"), framework or own, code, "CASE")
    return Statement(fields=fields, source=source)
