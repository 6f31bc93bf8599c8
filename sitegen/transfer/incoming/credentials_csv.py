"""A spreadsheet of credentials: a row is one, and a mapping says what the columns mean."""

import re
from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from sitegen.model import cells, fields
from sitegen.model.credential import Credential
from sitegen.transfer import drafts, leaves, plain
from sitegen.transfer.drafts import Draft, Found, Gathering, Refusal
from sitegen.transfer.incoming.table import Table
from sitegen.transfer.known import Known, sorted_out
from sitegen.transfer.leaves import Column
from sitegen.transfer.mapping import USUAL, Mapping

APART = ("slug", "issuer")
"""Columns that name no field of a credential: its name in addresses, and whose it is."""

_FORMULA = re.compile(r"[=@]|[+\-](?=[\w(\"$.])")
"""How a cell begins that a spreadsheet would calculate. A dash and a space begin an item of a list."""

_SHORT_WORDS = (fields.SLUG, fields.LANGUAGE)


class _Plan(Struct, frozen=True):
    """What the columns mean: by number, the name of each and its place; and which are not used."""

    places: dict[int, tuple[str, Column]]
    apart: dict[int, tuple[str, str]]
    unused: tuple[str, ...]
    fixed: dict[leaves.Steps, Any]
    wrong: tuple[str, ...]
    width: int


def read(table: Table, source: str, mapping: Mapping, known: Known) -> Found:
    """The credentials in a table; a row that cannot be one is refused by its line, and the others go on."""
    plan = _plan(table.head, mapping, known)
    if plan.wrong:
        return drafts.refused(source, plan.wrong[0], "see the mapping file")
    if not any(column.steps == ("title",) for _, column in plan.places.values()):
        listed = ", ".join(f"“{name}”" for name in table.head if name)[:400]
        return drafts.refused(
            source,
            f"no column holds the title of a credential; there are: {listed}",
            "write a mapping file with a line like `Badge: title` under `columns:`, and give it with `--map`",
        )
    found: list[Draft] = []
    refused: list[Refusal] = []
    for line, row in table.rows:
        made = _row(row, f"{source}, line {line}", plan, mapping, known)
        (found if isinstance(made, Draft) else refused).append(made)  # type: ignore[arg-type]
    notes = table.notes
    if plan.unused:
        notes = (*notes, f"{source}: columns that are not used: {', '.join(plan.unused)}")
    return Found(drafts=tuple(found), refused=tuple(refused), notes=notes)


def _plan(head: tuple[str, ...], mapping: Mapping, known: Known) -> _Plan:
    places: dict[int, tuple[str, Column]] = {}
    apart: dict[int, tuple[str, str]] = {}
    unused: list[str] = []
    wrong = [
        f"the mapping speaks of a column “{name}” that is not there"
        for name in mapping.columns
        if name not in head
    ]
    for number, name in enumerate(head):
        target = mapping.columns.get(name) or (name if _is_place(name) else USUAL.get(name.casefold(), ""))
        column = leaves.column(target, Credential) if target else None
        if target in APART:
            apart[number] = (name, target)
        elif column is not None:
            places[number] = (name, column)
        elif target:
            wrong.append(f"“{name}” is mapped to `{target}`, and there is no such field")
        elif name and name not in mapping.ignore:
            unused.append(f"“{name}”")
    fixed = dict(_fixed(mapping, known, wrong))
    steps = [column.steps for _, column in places.values()]
    wrong += [
        f"two columns are mapped to `{'.'.join(map(str, one))}`" for one in steps if steps.count(one) > 1
    ]
    return _Plan(places, apart, tuple(unused), fixed, tuple(wrong), len(head))


def _is_place(name: str) -> bool:
    return name in APART or leaves.column(name, Credential) is not None


def _fixed(mapping: Mapping, known: Known, wrong: list[str]) -> Iterator[tuple[leaves.Steps, Any]]:
    """What is the same for all rows."""
    for name, said in mapping.values.items():
        column = leaves.column(name, Credential)
        if column is None:
            wrong.append(f"the mapping gives a value for `{name}`, and there is no such field")
        else:
            yield column.steps, _value(said, column, Gathering(), (name, mapping, known))


def _row(row: tuple[str, ...], source: str, plan: _Plan, mapping: Mapping, known: Known) -> Draft | Refusal:
    gathered, found = Gathering(), dict(plan.fixed)
    for number, (name, column) in plan.places.items():
        cell = row[number] if number < len(row) else ""
        if _FORMULA.match(cell.strip()):
            return Refusal(source, f"“{name}” begins like a formula: {cell.strip()[:40]}",
                           "save the values instead of the formulas, or begin the cell with an apostrophe")  # fmt: skip
        value = _value(cell, column, gathered, (name, mapping, known))
        if value not in ("", []):
            found[column.steps] = value
    if not found.get(("title",)):
        return Refusal(source, "this row has no title", "give it one, or delete the row")
    if extra := [cell for cell in row[plan.width :] if cell.strip()]:
        return Refusal(source, f"this row has more cells than there are columns: {extra[0][:40]}",
                       "put text that contains commas in quotes")  # fmt: skip
    gathered.fields = leaves.gathered(found)
    gathered.mapped = [
        (name, ".".join(_shown(step) for step in column.steps)) for name, column in plan.places.values()
    ]
    said = {
        target: plain.line(row[number]) for number, (_, target) in plan.apart.items() if number < len(row)
    }
    return gathered.draft("credential", source, **said)


def _shown(step: str | int) -> str:
    return str(step + 1) if isinstance(step, int) else step


def _value(cell: str, column: Column, gathered: Gathering, said: tuple[str, Mapping, Known]) -> Any:
    """The text, or the list of texts, that a cell stands for."""
    name, mapping, known = said
    text = cell.strip("\n") if cell.strip() else ""
    text = cells.unguarded(text)
    if not column.is_list:
        info = column.info
        return _tidy(
            plain.line(text) if column.pattern or not _may_be_long(info) else plain.clean(text), info
        )
    items = [plain.line(item) for item in _split(text, column, mapping.split.get(name, ""))]
    items = list(dict.fromkeys(item for item in items if item))
    renamed = mapping.words.get(column.field, {})
    items = [renamed.get(item, item) for item in items]
    vocabulary = known.words(column.field)
    if vocabulary is None:
        return items
    slugs, unknown = sorted_out(vocabulary, items)
    if unknown:
        listed = ", ".join(f"“{word[:60]}”" for word in unknown)
        gathered.leave(name, f"this site has no word {listed} for `{column.field}`")
    return slugs


def _split(text: str, column: Column, sign: str) -> list[str]:
    if sign:
        return text.split(sign)
    if "\n" not in text and column.pattern in _SHORT_WORDS:
        return re.split(r"[,;|]", text)
    return text.split("\n")


def _may_be_long(info: Any) -> bool:
    return type(info).__name__ == "StrType"


def _tidy(text: str, info: Any) -> str:
    """A number as spreadsheets write it (`12.0`) as a whole one where a whole one is meant; yes and no as we write them."""
    kind = type(info).__name__
    if kind == "IntType" and re.fullmatch(r"[0-9]{1,6}\.0+", text):
        return text.partition(".")[0]
    if kind == "BoolType":
        return {"yes": "true", "no": "false"}.get(text.casefold(), text.casefold())
    return text
