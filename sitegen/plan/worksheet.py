"""A credential's worksheet in Markdown: a checklist, every part with its rubric, and room for what one finds."""

import re
from collections.abc import Iterator

from msgspec import Struct

from sitegen.model import urls
from sitegen.model.credential import LEVELS
from sitegen.model.evidence import EvidenceRequirement
from sitegen.model.site import Site

_SIGNS = "\\`*_[]<>#|"
_HEADING = re.compile(r"^(#{1,4} )", re.MULTILINE)
ROOM = "\n\n…\n\n"
"""Where somebody writes."""


class SheetRecord(Struct, frozen=True, kw_only=True):
    """The fields of a credential that a worksheet shows; what a credential leaves out is left out here too."""

    title: str
    summary: str
    version: str = "1.0"
    rubric_levels: tuple[str, ...] = LEVELS
    passing_level: str | None = None
    evidence: tuple[EvidenceRequirement, ...] = ()
    reflection: tuple[str, ...] = ()


class Sheet(Struct, frozen=True):
    """The part of a credential's document that a worksheet needs: its HTML, which is most of it, is not even read."""

    slug: str
    record: SheetRecord


def text(site: Site, sheet: Sheet, issuer: str) -> bytes:
    """The worksheet of a credential; `issuer` is its issuer's name."""
    return "".join(_text(site, sheet, issuer)).encode()


def _text(site: Site, sheet: Sheet, issuer: str) -> Iterator[str]:
    record = sheet.record
    yield f"# {_plain(record.title)}: worksheet\n\n{_plain(record.summary)}\n\n"
    address = urls.absolute(site, urls.credential(sheet.slug))
    yield f"Version {record.version}, offered by {_plain(issuer)}: <{address}>\n\n"
    yield "This file is yours. Write wherever you see “…”, and put an x between the brackets of what is done or fits.\n\n"
    yield from _checklist(record)
    passing = record.rubric_levels.index(record.passing_level or record.rubric_levels[0])
    for number, part in enumerate(record.evidence, 1):
        yield f"## Part {number}: {_plain(part.title)}\n\n"
        yield f"What to send: {', '.join(site.evidence_kinds[kind] for kind in part.kinds)}\n\n"
        yield _HEADING.sub(r"##\1", part.task.strip())
        yield f"\n\nWhere it is:{ROOM}"
        yield from _rubric(part, record.rubric_levels, passing)
    if record.reflection:
        yield "## Questions to think about\n\n"
        yield "".join(f"### {_plain(question)}{ROOM}" for question in record.reflection)
    yield "## What I want to ask before I send it\n\n…\n"


def _checklist(record: SheetRecord) -> Iterator[str]:
    yield "## Checklist\n\n"
    for number, part in enumerate(record.evidence, 1):
        yield f"- [ ] Part {number} is ready: {_plain(part.title)}\n"
    yield "- [ ] I have read my evidence against every row of the rubric\n"
    if record.reflection:
        yield "- [ ] I have thought about the questions at the end\n"
    yield "- [ ] Faces and names of children are taken out\n"
    yield "- [ ] Every link opens for somebody who has nothing but the link\n\n"


def _rubric(part: EvidenceRequirement, levels: tuple[str, ...], passing: int) -> Iterator[str]:
    """The rows of a part's rubric; every level can be ticked, and those that pass say so."""
    for row in part.rubric:
        yield f"### {_plain(row.criterion)}\n\n"
        for place, level in enumerate(levels):
            passes = " (passes)" if place <= passing else ""
            yield f"- [ ] **{_plain(level)}**{passes}: {_plain(row.levels[level])}\n"
        yield f"\nWhat in my evidence shows it:{ROOM}"


def _plain(words: str) -> str:
    """Text on one line, in which no sign means anything."""
    plain = " ".join(words.split())
    for sign in _SIGNS:
        plain = plain.replace(sign, f"\\{sign}")
    return plain
