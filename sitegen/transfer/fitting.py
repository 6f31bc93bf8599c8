"""What of a draft fits our records, what does not, and what is missing."""

import copy
import re
from functools import cache
from typing import Any

import msgspec
from msgspec import Struct, inspect, structs

from sitegen.problem import Path
from sitegen.read import faults
from sitegen.transfer.drafts import Left

UNFINISHED = frozenset({"evidence", "effort", "key_method", "form"})
"""Fields whose parts are worth having although something in them is missing."""

MOST_ROUNDS = 400
_NAME = re.compile("`([^`]+)` is missing")


class Fit(Struct, frozen=True):
    """The fields that fit, what was left out because it does not, and what is missing (with what to do about it)."""

    fields: dict[str, Any]
    left: tuple[Left, ...]
    missing: tuple[str, ...]


def fit(fields: dict[str, Any], record: type[Struct]) -> Fit:
    """The part of `fields` that fits `record`."""
    if _all_fit(fields, record):
        gaps = [
            field.encode_name
            for field in _known(record)
            if field.required and field.encode_name not in fields
        ]
        return Fit(dict(fields), (), tuple(gaps))
    kept = copy.deepcopy(fields)
    left: list[Left] = []
    for _ in range(MOST_ROUNDS):
        found = faults.find(kept, record)
        wrong = next((one for one in found if not _is_gap(one)), None)
        if wrong is None:
            return Fit(kept, tuple(left), tuple(_missing(one) for one in found))
        left.append(_take_out(kept, wrong, record))
    return Fit({}, (*left, Left("everything", "too much of it does not fit")), ())


def _all_fit(fields: dict[str, Any], record: type[Struct]) -> bool:
    """Whether each field fits for itself: most do, and then there is no need to look for what is wrong."""
    types = {field.encode_name: field.type for field in _known(record)}
    try:
        return all(
            msgspec.convert(value, types[name], strict=False) is not None for name, value in fields.items()
        )
    except (msgspec.ValidationError, KeyError):
        return False


@cache
def _known(record: type[Struct]) -> tuple[structs.FieldInfo, ...]:
    return structs.fields(record)


def _is_gap(misfit: faults.Misfit) -> bool:
    return misfit.code == "missing-field" and (not misfit.path or misfit.path[0] in UNFINISHED)


def _missing(misfit: faults.Misfit) -> str:
    """The name of the field that is missing, with the way to it: such a misfit stands where the field should be."""
    named = _NAME.match(misfit.message)
    return _shown((*misfit.path, named[1] if named else misfit.message))


def _shown(path: Path) -> str:
    return ".".join(str(step + 1) if isinstance(step, int) else step for step in path)


def _take_out(fields: dict[str, Any], misfit: faults.Misfit, record: type[Struct]) -> Left:
    """Take the misfit out of the fields, or out of its list if something else in it is missing."""
    path = misfit.path
    where = _shown(path)
    holder = _at(fields, path[:-1])
    if misfit.code == "too-many":
        most = _most(path, record)
        del holder[path[-1]][most:]
        return Left(where, f"{misfit.message}; the first {most} are kept")
    shown = holder[path[-1]]
    del holder[path[-1]]
    if not holder and len(path) > 1:
        return Left(where, _with(misfit.message, _remove_empty(fields, path[:-1], shown)))
    return Left(where, _with(misfit.message, shown))


def _remove_empty(fields: dict[str, Any], path: Path, shown: Any) -> Any:
    holder = _at(fields, path[:-1])
    if not holder[path[-1]]:
        del holder[path[-1]]
    return shown


def _with(message: str, value: Any) -> str:
    said = " ".join(value.split()) if isinstance(value, str) else ""
    if not said or said in message:
        return message
    return f"{message}: “{said[:80]}{'…' if len(said) > 80 else ''}”"


def _at(fields: Any, path: Path) -> Any:
    for step in path:
        fields = fields[step]
    return fields


def _most(path: Path, record: type[Struct]) -> int:
    """How many items the list at `path` may have."""
    info: Any = inspect.type_info(record)
    for step in path:
        info = _bare(info)
        info = (
            info.item_type
            if isinstance(step, int)
            else next(f.type for f in info.fields if f.encode_name == step)
        )
    most: int = _bare(info).max_length
    return most


def _bare(info: Any) -> Any:
    while isinstance(info, inspect.Metadata | inspect.UnionType):
        info = info.type if isinstance(info, inspect.Metadata) else info.types[0]
    return info
