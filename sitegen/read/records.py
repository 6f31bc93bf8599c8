"""One content file → its document, or the problems that keep it from being one."""

from collections.abc import Iterator
from typing import TypeVar

import msgspec
from msgspec import Struct

from sitegen.model import catalog
from sitegen.model.credential import Credential
from sitegen.model.document import Document, Entry, Heading, Reference
from sitegen.model.site import Site
from sitegen.problem import Path, Problem, Span
from sitegen.read import (
    faults,
    front_matter,
    links,
    markdown,
    markdown_limits,
    pasted,
    places,
    slips,
    text,
    unfinished,
    yaml_builder,
    yaml_values,
)

StructT = TypeVar("StructT", bound=Struct)


class Settings(Struct, frozen=True):
    """What the site says about reading: the documentation folder, the path the site has on its host, its language."""

    docs: str | None = None
    root: str = ""
    language: str = "en"


class Reading(Struct, frozen=True):
    """What came of one file: a document and its entry (both None if it cannot be used), and its problems."""

    document: Document[Struct] | None
    entry: Entry[Struct] | None
    problems: tuple[Problem, ...]


def read(data: bytes, place: places.Place, settings: Settings) -> Reading:
    """The document in the bytes of a record's file."""
    record, problems = record_of(data, place.path, places.RECORDS[place.kind])
    problems += pasted.along(data, place.path)
    if record is None:
        return Reading(None, None, tuple(problems))
    if too_much := tuple(_too_much(record, place.path)):
        return Reading(None, None, (*problems, *too_much))
    return _document(record, place, settings, problems)


def site(data: bytes, path: str) -> tuple[Site | None, list[Problem]]:
    """The site's settings, and what is wrong with them."""
    return record_of(data, path, Site)


def record_of(data: bytes, path: str, record: type[StructT]) -> tuple[StructT | None, list[Problem]]:
    """The record in a file's bytes (None if there is an error in it), and every problem found."""
    content, problems = text.decode(data, path)
    if problems:
        return None, problems
    if two := pasted.conflict(content, path):
        return None, [two]
    parts = front_matter.of_file(content, path)
    if isinstance(parts, Problem):
        return None, [pasted.begun(parts, content)]
    value, found = yaml_values.values(parts.fields)
    problems = [_yaml_problem(fault, path, parts.fields_line) for fault in found]
    if problems:
        return None, problems
    value = {} if value is None else value  # a file of nothing but `~` has no fields either
    if path.endswith(".md") and isinstance(value, dict) and "body" not in value:
        value["body"] = parts.body.strip("\n")
    fitted, misfits = _fit(value, record)
    found_misfits = [_misfit(m, path) for m in slips.mended(misfits, value)]
    return fitted, problems + unfinished.excused(found_misfits, value, record)


def _fit(value: yaml_builder.Value, record: type[StructT]) -> tuple[StructT | None, list[faults.Misfit]]:
    try:
        return msgspec.convert(value, record, strict=False), []
    except msgspec.ValidationError:
        misfits = faults.find(value, record)
    if misfits:
        return None, misfits
    try:
        return msgspec.convert(_without_empty(value), record, strict=False), []
    except (
        msgspec.ValidationError
    ) as error:  # a fault that the walk has no words for; said plainly rather than lost
        return None, [
            faults.Misfit("wrong-form", f"this does not fit: {error}", "see the field reference", ())
        ]


def _without_empty(value: yaml_builder.Value) -> yaml_builder.Value:
    if isinstance(value, dict):
        return {key: _without_empty(item) for key, item in value.items() if item is not None}
    return [_without_empty(item) for item in value] if isinstance(value, list) else value


def _yaml_problem(fault: yaml_builder.Fault, path: str, first_line: int) -> Problem:
    mark = fault.mark
    span = Span(path, mark.line + first_line, mark.column + 1, mark.width)
    return Problem(code=fault.code, message=fault.message, hint=fault.hint, span=span)


def _misfit(misfit: faults.Misfit, path: str) -> Problem:
    return Problem(
        code=misfit.code,
        message=misfit.message,
        hint=misfit.hint,
        span=Span(path),
        path=misfit.path,
        on_key=misfit.on_key,
    )


def _document(record: Struct, place: places.Place, settings: Settings, problems: list[Problem]) -> Reading:
    html: dict[str, str] = {}
    references: list[Reference] = []
    headings: tuple[Heading, ...] = ()
    taken: dict[str, int] = {}
    for path, source, deepen in _texts(record):
        where = markdown.Place(
            lambda target: links.resolve(target, place.path, settings.docs), settings.root, deepen, taken
        )
        rendered = markdown.render(source, where)
        if hidden := text.forbidden(rendered.html) if "&" in source or "%" in source else None:
            return Reading(None, None, (*problems, _spelt_out(hidden[0], place.path, path)))
        html[".".join(map(str, path))] = rendered.html
        references += rendered.references
        headings = headings or rendered.headings
    document = Document(
        path=place.path, slug=place.slug, issuer=place.issuer, record=record, html=html, headings=headings
    )
    return Reading(document, _entry(document, references), tuple(problems))


def _too_much(record: Struct, path: str) -> Iterator[Problem]:
    """Texts that are not given to a parser."""
    for field, text_of_field, _ in _texts(record):
        if found := markdown_limits.excess(text_of_field):
            yield Problem(
                code=found.code,
                message=found.message,
                hint="say it more simply, or move part of it to a page of its own",
                span=Span(path),
                path=field,
                needle=found.needle,
            )


def _spelt_out(sign: str, file: str, field: Path) -> Problem:
    """A sign that may not be typed may not be written as an entity either."""
    return Problem(
        code="hidden-character",
        message=f"this text spells out an invisible or control character (U+{ord(sign):04X})",
        hint="write the text without `&#…;` and the like",
        span=Span(file),
        path=field,
        needle="&",
    )


def _texts(record: Struct) -> list[tuple[Path, str, int]]:
    """The Markdown texts of a record: their paths, and how many levels their headings go down."""
    if not isinstance(record, Credential):
        return [(("body",), record.body, 0)]  # type: ignore[attr-defined]
    parts = [(("evidence", index, "task"), part.task, 2) for index, part in enumerate(record.evidence)]
    return [(("body",), record.body, 1), *parts]


def _entry(document: Document[Struct], references: list[Reference]) -> Entry[Struct]:
    record = document.record
    brief = (
        catalog.listing(record)
        if isinstance(record, Credential)
        else msgspec.structs.replace(record, body="")
    )
    return Entry(
        path=document.path,
        slug=document.slug,
        issuer=document.issuer,
        record=brief,
        references=tuple(references),
        headings=tuple(heading.id for heading in document.headings),
    )
