"""A record as a row of cells and back: a column for each text in it, named by the way to it.

`effort.hours`, `evidence.2.task`, `evidence.1.rubric.1.levels.Not yet`: numbers count from 1, and a list of words or
sentences is one cell with an item on each line.
"""

import re
from collections.abc import Iterator
from typing import Any

from msgspec import Struct, inspect

Steps = tuple[str | int, ...]
_NUMBER = re.compile(r"[1-9][0-9]{0,2}")


class Column(Struct, frozen=True):
    """Where the cells of a column go: the way there (numbers from 0), and what stands there."""

    steps: Steps
    info: inspect.Type
    is_list: bool = False

    @property
    def field(self) -> str:
        """The name of the field, as in `kinds`; for a rubric level `levels`."""
        named = [step for step in self.steps if isinstance(step, str)]
        return "levels" if "levels" in named else named[-1]

    @property
    def pattern(self) -> str | None:
        """The form that a text has there."""
        info = bare(self.info.item_type) if isinstance(self.info, inspect.VarTupleType) else self.info
        return info.pattern if isinstance(info, inspect.StrType) else None


def cells(values: dict[str, Any]) -> dict[str, str]:
    """The cells of a record by the names of their columns."""
    return dict(_walk(values, ""))


def _walk(value: Any, name: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _walk(item, f"{name}.{key}" if name else key)
    elif isinstance(value, list) and any(isinstance(item, dict) for item in value):
        for number, item in enumerate(value, 1):
            yield from _walk(item, f"{name}.{number}")
    elif isinstance(value, list):
        yield name, "\n".join(value)
    elif value is not None:
        yield name, value


def column(name: str, record: type[Struct]) -> Column | None:
    """The place that a column's name stands for; None if there is no such place in a record."""
    info = bare(inspect.type_info(record))
    steps: list[str | int] = []
    rest = name.split(".")
    while rest:
        step = rest.pop(0)
        if isinstance(info, inspect.StructType):
            field = next((f for f in info.fields if f.encode_name == step), None)
            if field is None:
                return None
            steps.append(step)
            info = bare(field.type)
        elif isinstance(info, inspect.VarTupleType) and _NUMBER.fullmatch(step):
            steps.append(int(step) - 1)
            info = bare(info.item_type)
        elif isinstance(info, inspect.DictType):
            steps.append(".".join([step, *rest]))
            info, rest = bare(info.value_type), []
        else:
            return None
    is_list = isinstance(info, inspect.VarTupleType) and not isinstance(
        bare(info.item_type), inspect.StructType
    )
    is_part = isinstance(info, inspect.StructType | inspect.DictType | inspect.VarTupleType)
    return None if is_part and not is_list else Column(tuple(steps), info, is_list)


def bare(info: Any) -> Any:
    """A type without notes, and without `or nothing`."""
    while isinstance(info, inspect.Metadata | inspect.UnionType):
        if isinstance(info, inspect.Metadata):
            info = info.type
        else:
            info = next(one for one in info.types if not isinstance(one, inspect.NoneType))
    return info


def gathered(found: dict[Steps, Any]) -> dict[str, Any]:
    """The fields whose texts stand at these places; numbers only say what comes before what."""
    top: dict[str | int, Any] = {}
    for steps, value in found.items():
        holder = top
        for step in steps[:-1]:
            holder = holder.setdefault(step, {})
        holder[steps[-1]] = value
    result: dict[str, Any] = _in_lists(top)
    return result


def _in_lists(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    if value and all(isinstance(key, int) for key in value):
        return [_in_lists(value[key]) for key in sorted(value)]
    return {key: _in_lists(item) for key, item in value.items()}
