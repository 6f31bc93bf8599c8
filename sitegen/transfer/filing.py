"""A draft → the file that it will be, with a word on top about what is missing in it and what was left out."""

from typing import Any

from msgspec import Struct

from sitegen.read import places, text
from sitegen.transfer import canonical, fitting, formatting, plain
from sitegen.transfer.drafts import Draft, Left, Refusal

MOST_SAID = 15
"""Things left out that the file itself lists; the report has all of them."""


class File(Struct, frozen=True, kw_only=True):
    """A file that will be made: where, its bytes, where it comes from, and what came of its source."""

    path: str
    data: bytes
    draft: Draft
    missing: tuple[str, ...] = ()
    left: tuple[Left, ...] = ()


def file(draft: Draft, path: str) -> File | Refusal:
    """The file of a draft; a refusal if nothing could be read from it again."""
    place = places.place(path, None)
    if not isinstance(place, places.Place):
        return Refusal(
            draft.source, place.message if place else "it has no place", place.hint if place else ""
        )
    record = places.RECORDS[draft.kind]
    fields = {"status": "draft", **draft.fields} if draft.kind == "credential" else draft.fields
    fit = fitting.fit(fields, record)
    kept, left = dict(fit.fields), [*draft.left, *fit.left]
    if fit.missing and kept.get("status", "draft") != "draft":
        left.append(
            Left("status", f"“{kept['status']}” must wait until nothing is missing; it is a draft until then")
        )
        kept["status"] = "draft"
    if not kept.get("title" if draft.kind == "credential" else "name"):
        said = next((one.why for one in left if one.what in ("title", "name")), "it has no name")
        return Refusal(draft.source, said, "give it a name of ordinary length where it comes from")
    data = _text(path, kept, record, _remarks(draft.source, fit.missing, left)).encode()
    if formatting.values_of(data, path) != {
        n: value for n, value in kept.items() if n != "body" or path.endswith(".yaml")
    }:
        return Refusal(
            draft.source, "it could not be read again from a file of ours", _unreadable(data, path)
        )
    return File(path=path, data=data, draft=draft, missing=fit.missing, left=tuple(left))


def _unreadable(data: bytes, path: str) -> str:
    """Why a file that we would write could not be read: it holds a key, or is larger than any text may be."""
    _, problems = text.decode(data, path)
    return f"{problems[0].message}; {problems[0].hint}" if problems else "take unusual signs out of it"


def _text(path: str, fields: dict[str, Any], record: type[Struct], remarks: list[str]) -> str:
    is_markdown = path.endswith(".md")
    body = fields.get("body", "") if is_markdown else ""
    fields = {name: value for name, value in fields.items() if name != "body" or not is_markdown}
    head = "".join(f"# {line}\n" for line in remarks)
    return formatting.whole(head + canonical.text(fields, record), path, f"\n{body}\n" if body else "")


def _remarks(source: str, missing: tuple[str, ...], left: list[Left]) -> list[str]:
    """What the file itself says about where it comes from, if something remains to be done."""
    if not missing and not left:
        return []
    lines = [f"Imported from {source}."]
    if missing:
        lines.append(f"Still missing: {', '.join(missing)}.")
    lines += [f"Left out - {one.what}: {one.why}" for one in left[:MOST_SAID]]
    if len(left) > MOST_SAID:
        lines.append(f"Left out - and {len(left) - MOST_SAID} more.")
    return ["".join(sign if sign.isprintable() else " " for sign in plain.line(line))[:300] for line in lines]
