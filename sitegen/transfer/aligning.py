"""Statements of frameworks → alignments of a credential, or a list of them to choose from."""

from typing import Any

from msgspec import Struct

from sitegen.model.credential import Credential
from sitegen.read import faults
from sitegen.transfer import canonical, formatting
from sitegen.transfer.drafts import Left, Statement


class Aligned(Struct, frozen=True):
    """A credential's file with statements added, how many there were new, and what keeps the others out."""

    data: bytes
    added: int
    left: tuple[Left, ...]
    why: str = ""


def listed(statements: tuple[Statement, ...]) -> str:
    """The statements as YAML, to be copied into a credential one by one. What one lacks is said beside it."""
    items = list({tuple(sorted(one.fields.items())): one.fields for one in statements}.values())
    lines = ["# Statements to choose from: copy those that a credential answers to below its `alignments:`."]
    text = canonical.text({"alignments": items}, Credential)
    lacking = sum(1 for item in items if _lacks(item))
    if lacking:
        lines.append(
            f"# {lacking} of them lack what an alignment needs: framework, name and an https address (url)."
        )
    return "\n".join(lines) + "\n" + text


def into(data: bytes, path: str, statements: tuple[Statement, ...]) -> Aligned:
    """The credential in the file at `path` with those statements that are whole, each once."""
    values = formatting.values_of(data, path)
    if values is None:
        return Aligned(data, 0, (), "the file cannot be read; `sitegen check` says why")
    before: list[Any] = list(values.get("alignments") or [])
    left: list[Left] = []
    after = list(before)
    for one in statements:
        if lacks := _lacks(one.fields):
            left.append(Left(one.fields.get("name", one.source)[:100], f"it lacks {lacks}"))
        elif one.fields not in after:
            after.append(dict(one.fields))
    new = {**values, "alignments": after}
    wrong = next(
        (misfit for misfit in faults.find(new, Credential) if misfit.path[:1] == ("alignments",)), None
    )
    if wrong is not None:
        return Aligned(data, 0, tuple(left), f"{wrong.message}: {wrong.hint}")
    if after == before:
        return Aligned(data, 0, tuple(left))
    changed = formatting.changed(data, path, Credential, new)
    if changed is None:
        return Aligned(
            data, 0, tuple(left), "a comment in the file would lose its place; paste the list by hand"
        )
    return Aligned(changed, len(after) - len(before), tuple(left))


def _lacks(fields: dict[str, str]) -> str:
    return ", ".join(name for name in ("framework", "name", "url") if not fields.get(name))
