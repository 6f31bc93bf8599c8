"""A credential as it will stand in an award: what was asked, how it was judged, and where it belongs, as of now."""

import posixpath
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from sitegen.model import urls
from sitegen.model.award import Achievement, Alignment, RubricLevel, RubricRow
from sitegen.model.credential import Credential
from sitegen.model.focus_area import FocusArea
from sitegen.model.site import Site
from sitegen.plan import slugs
from sitegen.read import links, records, tree

FOCUS_AREAS = "content/focus-areas"
ENDINGS = (".md", ".yaml", ".yml")
_TARGET = re.compile(r"(?<=\]\()[^()\s]+(?=[)\s])")
"""What a Markdown link leads to."""


def of(root: Path, site: Site, path: str, record: Credential) -> Achievement:
    """The achievement of the credential in the file at `path`."""
    slug = path.rpartition("/")[2].rpartition(".")[0]
    return Achievement(
        credential=slug,
        title=record.title,
        version=record.version,
        summary=record.summary,
        competency=record.competency.strip(),
        criteria=_absolute(criteria(record), site, path),
        language=site.language,
        image=urls.absolute(site, _picture(site, path, slug, record)),
        caption=record.image_alt or "",
        focus_areas=tuple(dict.fromkeys(_focus_area(root, area) for area in record.focus_areas)),
        alignments=tuple(
            Alignment(name=a.name, url=a.url, framework=a.framework, code=a.code or "", kind=a.type)
            for a in record.alignments
        ),
        rubric=tuple(_rows(record)),
    )


def criteria(record: Credential) -> str:
    """What was asked, as Markdown: each part of the evidence, and what it took to pass."""
    parts = [f"### {part.title}\n\n{part.task.strip()}" for part in record.evidence]
    return "\n\n".join([*parts, f"Every row of the rubric had to reach “{passing_level(record)}”."])


def passing_level(record: Credential) -> str:
    """The lowest level that passes."""
    return record.passing_level or record.rubric_levels[0]


def row_ids(record: Credential) -> Iterator[str]:
    """A name for each row of the rubric; rows of two parts that have the same name carry that of their part too."""
    rows = [
        (part.id or slugs.slug_of(part.title), row.id or slugs.slug_of(row.criterion))
        for part in record.evidence
        for row in part.rubric
    ]
    often = Counter(row for _, row in rows)
    for part, row in rows:
        yield row if often[row] == 1 else f"{part}.{row}"


def _rows(record: Credential) -> Iterator[RubricRow]:
    for part in record.evidence:
        for row in part.rubric:
            levels = tuple(
                RubricLevel(name=name, text=row.levels.get(name, "").strip()) for name in record.rubric_levels
            )
            yield RubricRow(name=row.criterion, levels=levels, required=passing_level(record))


def _focus_area(root: Path, slug: str) -> str:
    """The name of a focus area; its slug if its file cannot be read, which is not what is asked about here."""
    for ending in ENDINGS:
        path = f"{FOCUS_AREAS}/{slug}{ending}"
        if (root / path).is_file():
            record, _ = records.record_of(tree.read(root, path), path, FocusArea)
            if record is not None:
                return record.name
    return slug


def _picture(site: Site, path: str, slug: str, record: Credential) -> str:
    """The badge's picture: its own, the one drawn for it, or that of its focus area."""
    if record.image:
        beside = posixpath.join(posixpath.dirname(path), record.image)
        return urls.media(posixpath.normpath(beside))
    return urls.badge_art(slug) if site.publish.badge_art else urls.focus_art(record.focus_areas[0])


def _absolute(text: str, site: Site, path: str) -> str:
    """The text with full addresses: an award is read far from the page that its links were written for."""

    def full(found: re.Match[str]) -> str:
        place = links.resolve(found[0], path, site.docs) or found[0]
        if place.startswith("#"):
            place = urls.credential(path.rpartition("/")[2].rpartition(".")[0]) + place
        return urls.absolute(site, place) if place.startswith("/") else place

    return _TARGET.sub(full, text)
