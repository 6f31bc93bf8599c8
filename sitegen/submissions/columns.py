"""Which column of an export holds what: the form's file laid over the headings; nothing is matched by likeness."""

import difflib
from collections.abc import Iterator

from msgspec import Struct

from sitegen.model import form_export
from sitegen.signing.refusal import Refused
from sitegen.submissions.mapping import Form


class Columns(Struct, frozen=True):
    """The numbers of the columns that hold each field, the kept notes' headings by number, and headings left aside."""

    of: dict[str, tuple[int, ...]]
    headings: tuple[str, ...]
    unused: tuple[str, ...]
    dropped: tuple[str, ...]

    def cell(self, cells: list[str], field: str) -> str:
        """What a row says of a field: the first cell that is not empty."""
        for number in self.of.get(field, ()):
            if number < len(cells) and (text := cells[number].strip()):
                return text
        return ""

    def evidence(self) -> Iterator[tuple[str, int]]:
        """The columns of evidence: the part (empty if not said), and the number."""
        for field, numbers in self.of.items():
            if field.split(" ")[0] == "evidence":
                for number in numbers:
                    yield field[len("evidence") :].strip(), number


def of(form: Form, headings: tuple[str, ...]) -> Columns:
    """The columns of an export; raises Refused, with everything that is missing, if it is not one of this form."""
    found: dict[str, list[int]] = {}
    asked = {_folded(heading): field for heading, field in form.mapping.columns.items()}
    for number, heading in enumerate(headings):
        if form_export.TRACES.fullmatch(heading):
            continue
        if field := asked.get(_folded(heading)):
            found.setdefault(field, []).append(number)
    for heading, field in form_export.KNOWN[form.mapping.shape].items():
        places = [n for n, name in enumerate(headings) if name.casefold() == heading]
        if field not in set(asked.values()) and heading not in asked:
            found.setdefault(field, []).extend(places[:1])
    found = {field: numbers for field, numbers in found.items() if numbers}
    _refuse_missing(form, headings, found)
    used = {number for numbers in found.values() for number in numbers}
    others = [heading for number, heading in enumerate(headings) if number not in used and heading]
    traces = tuple(heading for heading in others if form_export.TRACES.fullmatch(heading))
    unused = tuple(heading for heading in others if heading not in traces)
    return Columns({field: tuple(numbers) for field, numbers in found.items()}, headings, unused, traces)


def _refuse_missing(form: Form, headings: tuple[str, ...], found: dict[str, list[int]]) -> None:
    """Raise Refused if a field that the form's file promises, or that every submission needs, has no column."""
    missing = dict.fromkeys(field for field in form.mapping.columns.values() if field not in found)
    words = [_reworded(form, headings, field) for field in missing]
    if "submitted" not in {*found, *missing}:
        words.append("no column says when a response was sent (`submitted`)")
    if "credential" not in {*found, *missing} and not form.mapping.credential:
        words.append("no column says for which credential it was sent (`credential`)")
    if not {"name", "email"} & {*found, *missing}:
        words.append("no column says who sent it (`name` or `email`)")
    if words:
        raise Refused(
            "; ".join(words),
            f"headings change when somebody rewords a question: say in {form.path} what they are now, "
            "and leave the old ones there for older exports",
        )


def _reworded(form: Form, headings: tuple[str, ...], field: str) -> str:
    """That a field has no column, and which heading may be a new wording of the one that is looked for."""
    wanted = [heading for heading, holds in form.mapping.columns.items() if holds == field]
    free = [heading for heading in headings if heading]
    near = difflib.get_close_matches(wanted[-1], free, 1, 0.5)
    maybe = f" (is it `{near[0]}` now?)" if near else ""
    return f"there is no column `{wanted[-1]}`{maybe}"


def _folded(heading: str) -> str:
    return " ".join(heading.split()).casefold()
