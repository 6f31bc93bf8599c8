"""What somebody without git is asked about a credential: each question, and the field that its answer is for.

Words and limits are those of the model's own fields. Issuers and focus areas are asked for in words, not as a choice: a
form that listed them would be out of date with each new one.
"""

import re
from functools import cache
from typing import Any

from msgspec import Struct, inspect

from sitegen.model.credential import Credential
from sitegen.transfer import leaves
from sitegen.transfer.leaves import Column

ISSUER = "Issuer"
"""The question for whose credential it is; it is no field, but the file's folder."""

LICENCE = "Your text"
AGREED = f"My text may be published under {Credential.__struct_defaults__[-1]}."

ASKED = (
    "title",
    "summary",
    "focus_areas",
    "problems",
    "audience",
    "grades",
    "effort.hours",
    "competency",
    "key_method.name",
    "key_method.summary",
    "body",
    "evidence.1.title",
    "evidence.1.kinds",
    "evidence.1.task",
)
"""What a newcomer can answer. The rubric is not among it: it is written together, in the draft."""

_FOR_FILES = re.compile(r",? from the site's `\w+`| In a `\.md` file: [^.]*\.")


class Question(Struct, frozen=True):
    """A question, in words made from its field."""

    name: str
    """The way to the field, as in `effort.hours`."""
    label: str
    help: str
    column: Column
    required: bool
    most: int = 0
    """Signs that an answer may have, if that is worth saying."""
    is_long: bool = False
    """Whether an answer may run over several lines."""


@cache
def all_of_them() -> tuple[Question, ...]:
    """All questions, in the order of the form."""
    return tuple(_question(name) for name in ASKED)


def _question(name: str) -> Question:
    column = leaves.column(name, Credential)
    assert column is not None, name
    steps = [step for step in name.split(".") if not step.isdigit()]
    field, required, info = _field(steps)
    words = ": ".join(step.replace("_", " ") for step in steps)
    text = field.get("description", "")
    most = getattr(column.info, "max_length", None) or 0
    one_line = column.pattern is not None or not isinstance(column.info, inspect.StrType)
    return Question(
        name=name,
        label=words[:1].upper() + words[1:],
        help=_FOR_FILES.sub("", text),
        column=column,
        required=required,
        most=most if isinstance(info, inspect.StrType) and most < 300 else 0,
        is_long=column.is_list or not one_line,
    )


def _field(steps: list[str]) -> tuple[dict[str, Any], bool, Any]:
    """The notes of a field, whether every credential must have it, and its type."""
    info: Any = inspect.type_info(Credential)
    notes: dict[str, Any] = {}
    required = True
    for step in steps:
        found = next(field for field in _record(info).fields if field.encode_name == step)
        required = required and found.required
        notes, info = _notes(found.type), leaves.bare(found.type)
    return notes, required, info


def _record(info: Any) -> Any:
    """The record itself, or the one that a list holds."""
    return leaves.bare(info.item_type) if isinstance(info, inspect.VarTupleType) else info


def _notes(info: Any) -> dict[str, Any]:
    """The schema notes of a type, those of its inner layers included."""
    found: dict[str, Any] = {}
    while isinstance(info, inspect.Metadata):
        found = {**(info.extra_json_schema or {}), **found}
        info = info.type
    return found
