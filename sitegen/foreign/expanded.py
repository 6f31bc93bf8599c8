"""What must hold of a document before its statements are signed or compared: none is lost, and none can pass for another.

JSON-LD has many ways to write the same statement, and drops quietly what it does not know. So a badge could be rewritten,
with its signature still fitting, until a reader of the JSON no longer sees that it ends or can be revoked. Therefore only
the plain way is taken: the words of the contexts, and whole addresses.
"""

import re
from collections.abc import Iterator
from typing import Any

from sitegen.badges import misfit
from sitegen.badges.refusal import Refused

MOST_PARTS = 5_000
NOWHERE = "relative-name://here.invalid/"
"""What names that are no addresses are made to lead to, so that they can be told; no badge may use it itself."""
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|^`\\\x7f]*")
_LANGUAGE = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")
_KEYWORDS = frozenset({"@value", "@language"})


def require_plain(document: dict[str, Any]) -> None:
    """Refuse members that are no plain words, and more parts than any badge has."""
    unnamed = {name: value for name, value in document.items() if name != "@context"}
    for number, part in enumerate(_parts(unnamed)):
        if number > MOST_PARTS:
            raise Refused("too-large", "it has more parts than any badge")
        if isinstance(part, dict) and "@context" in part:
            raise Refused("inline-context", "a part of it brings definitions of its own (“@context”)")
        for name in part if isinstance(part, dict) else ():
            if (":" in name or name.startswith("@")) and name not in _KEYWORDS:
                raise Refused(
                    "not-plain", f"a member in it is not written as a plain word: {misfit.shown(name)}"
                )


def require_whole(expanded: Any) -> None:
    """Refuse an expanded document in which a name is no address: it would be left out, or read as something else."""
    for part in _parts(expanded):
        if not isinstance(part, dict):
            continue
        types = part.get("@type", [])
        names = [*([part["@id"]] if "@id" in part else []), *(types if isinstance(types, list) else [types])]
        for name in names:
            if name != "@json" and not _is_address(name):
                raise Refused("not-an-address", f"a name in it is no address: {misfit.shown(str(name))}")
        if "@language" in part and not _LANGUAGE.fullmatch(str(part["@language"])):
            raise Refused("wrong-language", "a language in it is not written as languages are")


def require_seen(statements: str, document: dict[str, Any], predicates: dict[str, str]) -> None:
    """Refuse a document whose statements about itself are not all to be seen where a reader looks.

    `predicates` are their full names by the members that they stand for.
    """
    subject = f"<{document.get('id')}> "
    lines = [line for line in statements.split("\n") if line.startswith(subject)]
    for member, predicate in predicates.items():
        value = document.get(member)
        seen = len(value) if isinstance(value, list) else int(value is not None)
        if seen != sum(line.startswith(f"{subject}<{predicate}> ") for line in lines):
            raise Refused("hidden-member", f"it says more, or less, than its “{member}” shows")


def _is_address(name: object) -> bool:
    return isinstance(name, str) and bool(_ADDRESS.fullmatch(name)) and not name.startswith("relative-name:")


def _parts(value: Any) -> Iterator[Any]:
    yield value
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for one in inner:
        yield from _parts(one)
