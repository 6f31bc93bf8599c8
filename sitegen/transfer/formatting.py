"""A content file in its canonical form: the same fields, texts and comments, in the one order and the one dress."""

from typing import Any

from msgspec import Struct

from sitegen.problem import Problem
from sitegen.read import faults, front_matter, text, yaml_values
from sitegen.transfer import canonical, comments

HARMLESS = frozenset({"missing-field", "too-few"})
"""What may be wrong with a file that is put into form: it is not finished."""


class Formatted(Struct, frozen=True):
    """The file in its canonical form; or the file as it was, and why it was left so."""

    data: bytes
    why: str = ""


def file(data: bytes, path: str, record: type[Struct]) -> Formatted:
    """The file at `path`, which holds a `record`, in its canonical form. Twice makes no difference."""
    content, problems = text.decode(data, path)
    parts = _parts(content, path)
    if problems or isinstance(parts, Problem):
        return Formatted(data, "it cannot be read; `sitegen check` says why")
    value, found = yaml_values.values(parts.fields)
    if found or not isinstance(value, dict):
        return Formatted(data, "its fields cannot be read; `sitegen check` says why")
    if any(misfit.code not in HARMLESS for misfit in faults.find(value, record)):
        return Formatted(data, "it has problems, which `sitegen check` shows")
    fields = _fields(parts.fields, value, record)
    if fields is None:
        return Formatted(data, "a comment in it would lose its place")
    return Formatted(whole(fields, path, parts.body).encode())


def whole(fields: str, path: str, body: str) -> str:
    """A file of these fields, and of the text below them if it is a Markdown file."""
    fence = front_matter.FENCE
    return f"{fence}\n{fields}{fence}\n{body}" if path.endswith(".md") else fields


def changed(data: bytes, path: str, record: type[Struct], values: dict[str, Any]) -> bytes | None:
    """The file with other values for its fields, in canonical form; None if a comment would lose its place."""
    content, _ = text.decode(data, path)
    parts = _parts(content, path)
    if isinstance(parts, Problem):
        return None
    fields = _fields(parts.fields, values, record)
    return None if fields is None else whole(fields, path, parts.body).encode()


def values_of(data: bytes, path: str) -> dict[str, Any] | None:
    """The fields of a file as it gives them; None if they cannot be read."""
    content, problems = text.decode(data, path)
    parts = _parts(content, path)
    if problems or isinstance(parts, Problem):
        return None
    value, found = yaml_values.values(parts.fields)
    return value if isinstance(value, dict) and not found else None


def _parts(content: str, path: str) -> front_matter.Parts | Problem:
    if path.endswith(".md"):
        return front_matter.split(content, path)
    return front_matter.Parts(content, 1, "", 0)


def _fields(before: str, value: dict[str, Any], record: type[Struct]) -> str | None:
    """The fields in canonical form with the comments of `before`; None if one of them would be lost."""
    meant, _ = yaml_values.values(before)
    said = comments.find(before, meant)
    lines = canonical.lines(value, record)
    placed = None if said is None else comments.put_back(lines, said, before)
    if said is None or placed is None:
        return None
    fields = "".join(line + "\n" for line in placed)
    again, found = yaml_values.values(fields)
    if found or again != value or not comments.are_kept(said, fields, value):
        return None
    return fields
