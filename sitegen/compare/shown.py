"""What a visitor finds, before and after: names, texts, what search goes by, and what a record leads to."""

from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from sitegen.compare.points import Point

TEXTS = {"body": "text", "key_method": "method", "image": "picture", "image_alt": "words for the picture",
         "reflection": "questions to think about", "form": "submission form", "maintainers": "who looks after it",
         "replaced_by": "what replaces it"}  # fmt: skip
"""What a field is called where its name would not say it."""

LISTS = {
    "problems": "problem it helps with", "focus_areas": "focus area", "audience": "audience", "grades": "grade",
    "related": "related credential", "aliases": "former name", "credentials": "credential",
}  # fmt: skip
"""Lists whose items are named one by one, and the noun for an item."""

SAID = frozenset({"title", "name", "summary", "outcome"})
"""Short fields whose words are shown."""

ELSEWHERE = frozenset(
    {"status", "version", "published", "updated", "competency", "evidence", "rubric_levels", "passing_level",
     "needs_students", "effort", "cost", "languages", "review", "recognition", "licence"}
)  # fmt: skip
"""Fields that are told of in other places."""


def points(before: Struct, after: Struct) -> Iterator[Point]:
    """Everything else in which two records of one kind differ."""
    for field in after.__struct_fields__:
        old, new = getattr(before, field), getattr(after, field)
        if old == new or field in ELSEWHERE:
            continue
        if field in LISTS:
            yield from _items(LISTS[field], old, new)
        elif field in SAID:
            yield Point(bearing="shown", text=f"The {field} has changed.", before=str(old), after=str(new))
        else:
            yield Point(bearing="shown", text=f"{_noun(field)}: {_verb(old, new)}.")


def _items(noun: str, before: tuple[Any, ...], after: tuple[Any, ...]) -> Iterator[Point]:
    for item in after:
        if item not in before:
            yield Point(bearing="shown", text=f"New {noun}: {item}.")
    for item in before:
        if item not in after:
            yield Point(bearing="shown", text=f"No longer a {noun}: {item}.")
    if sorted(before) == sorted(after):
        yield Point(bearing="shown", text=f"The order has changed: {noun}s.")


def _noun(field: str) -> str:
    words = TEXTS.get(field) or field.replace("_", " ")
    return words[0].upper() + words[1:]


def _verb(before: Any, after: Any) -> str:
    if not before:
        return "new"
    return "changed" if after else "gone"
