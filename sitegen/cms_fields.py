"""Which widget of Decap CMS stands for each type of field, with the model's own words and limits.

Fields whose names authors choose (`fields` of a form) are left out: it has no means to show them.
"""

import re
from collections.abc import Iterable
from typing import Any

from msgspec import inspect

from sitegen.model.credential import LEVELS
from sitegen.model.fields import ONE_LINE
from sitegen.model.site import Site
from sitegen.transfer import leaves

LEFT_OUT = frozenset({"keys", "maintainers", "form.fields"})
"""What is not edited there: keys and owners need a second person, and `sitegen` writes keys."""

LONG = 400
"""Signs from which on a text gets a field of several lines."""

DATE = "YYYY-MM-DD"


def of(record: Any, site: Site, before: str) -> Iterable[dict[str, Any]]:
    """The fields of a record's type, each as the editor shows it; `before` is the way to the record, as in `form.`."""
    for field in record.fields:
        name = before + field.encode_name
        if name in LEFT_OUT:
            continue
        common = {"name": field.encode_name, "label": words(field.encode_name), "required": field.required}
        made = common | {"hint": _hint(field.type)} | _default(field) | _widget(field.type, name, site)
        yield made if field.required else made | _relaxed(made)


def _relaxed(made: dict[str, Any]) -> dict[str, Any]:
    """For a group that may be left out: the editor would ask for what must be in it even if it is not there."""
    if made["widget"] != "object":
        return {}
    return {
        "collapsed": True,
        "fields": [one | {"required": False} | _relaxed(one) for one in made["fields"]],
    }


def _widget(type_: Any, name: str, site: Site) -> dict[str, Any]:
    made: dict[str, Any]
    match info := leaves.bare(type_):
        case inspect.StructType():
            made = {"widget": "object", "fields": list(of(info, site, f"{name}."))}
        case inspect.VarTupleType():
            made = _list(info, name, site)
        case inspect.DictType():  # the levels of a rubric: those that credentials have unless they name others
            levels = [
                {"name": level, "label": level, "widget": "text", "required": False} for level in LEVELS
            ]
            made = {"widget": "object", "fields": levels}
        case inspect.LiteralType():
            made = {"widget": "select", "options": list(info.values)}
        case inspect.BoolType():
            made = {"widget": "boolean"}
        case inspect.IntType() | inspect.FloatType():
            kind = "int" if isinstance(info, inspect.IntType) else "float"
            made = {"widget": "number", "value_type": kind} | _limits(info)
        case inspect.DateType():
            made = {
                "widget": "datetime",
                "format": DATE,
                "date_format": DATE,
                "time_format": False,
                "default": "",
            }
        case _:
            made = _text(info, is_markdown=_is_markdown(type_))
    return made


def _list(info: Any, name: str, site: Site) -> dict[str, Any]:
    item = leaves.bare(info.item_type)
    limits = {key: value for key, value in (("min", info.min_length), ("max", info.max_length)) if value}
    if isinstance(item, inspect.StructType):
        shown = next(field.encode_name for field in item.fields if field.required)
        return {
            "widget": "list",
            "summary": f"{{{{fields.{shown}}}}}",
            **limits,
            "fields": list(of(item, site, f"{name}.")),
        }
    offered = {"audience": site.audiences, "grades": site.grades, "kinds": site.evidence_kinds}.get(
        name.rpartition(".")[2]
    )
    if offered:
        options = [{"label": label, "value": slug} for slug, label in offered.items()]
        return {"widget": "select", "multiple": True, **limits, "options": options}
    return {
        "widget": "list",
        "collapsed": False,
        **limits,
        "field": {"name": "item", "label": "Item", **_text(item, is_markdown=False)},
    }


def _text(info: Any, *, is_markdown: bool) -> dict[str, Any]:
    if is_markdown:
        return {"widget": "markdown", "modes": ["raw"]}
    pattern = info.pattern if info.pattern != ONE_LINE else None
    widget = "text" if (info.max_length or 0) > LONG and not pattern else "string"
    shape = (
        {"pattern": [pattern.replace(r"(?!\n)", ""), "This has another form; see below"]} if pattern else {}
    )
    lengths = {"minlength": info.min_length, "maxlength": info.max_length}
    return {"widget": widget} | shape | {key: value for key, value in lengths.items() if value}


def _limits(info: Any) -> dict[str, int]:
    return {key: value for key, value in (("min", info.ge), ("max", info.le)) if value is not None}


def _default(field: Any) -> dict[str, Any]:
    plain = isinstance(field.default, str | int | float | bool) and field.default != ""
    return {"default": field.default} if plain else {}


def _hint(info: Any) -> str:
    notes: dict[str, Any] = {}
    while isinstance(info, inspect.Metadata):
        notes, info = {**(info.extra_json_schema or {}), **notes}, info.type
    return str(notes.get("description", ""))


def _is_markdown(info: Any) -> bool:
    while isinstance(info, inspect.Metadata):
        if (info.extra or {}).get("markdown"):
            return True
        info = info.type
    return False


def words(name: str) -> str:
    """The name of a field or folder in words."""
    spaced = re.sub(r"[-_]", " ", name)
    return spaced[:1].upper() + spaced[1:]
