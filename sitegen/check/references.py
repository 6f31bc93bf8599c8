"""References: every slug that one record gives is the slug of another."""

import difflib
from collections.abc import Collection, Iterator

from sitegen.model.catalog import Catalog
from sitegen.problem import Path, Problem, Span

NOUNS = {
    "focus area": "content/focus-areas",
    "issuer": "content/issuers",
    "credential": "content/credentials",
    "page": "content/pages",
}


Slugs = dict[str, Collection[str]]
"""What each noun may name, files with problems of their own included."""


def check(catalog: Catalog) -> Iterator[Problem]:
    """Slugs of focus areas, issuers and credentials that nothing answers to."""
    slugs = _slugs(catalog)
    for slug, entry in catalog.credentials.items():
        record = entry.record
        yield from _each(entry.path, "focus_areas", record.focus_areas, "focus area", slugs)
        yield from _each(entry.path, "related", record.related, "credential", slugs)
        if entry.issuer not in slugs["issuer"]:
            yield _no_issuer(entry.path, entry.issuer, catalog)
        if record.replaced_by:
            yield from _one(entry.path, ("replaced_by",), record.replaced_by, "credential", slugs)
        if slug in record.related or slug == record.replaced_by:
            yield _itself(entry.path)
    for area in catalog.focus_areas.values():
        yield from _each(area.path, "related", area.record.related, "focus area", slugs)
    yield from _pathways(catalog, slugs)
    yield from _lists(catalog, slugs)
    for number, item in enumerate(catalog.site.menu):
        yield from _one("content/site.yaml", ("menu", number, "page"), item.page, "page", slugs)


def _slugs(catalog: Catalog) -> Slugs:
    unread = catalog.unread
    drafts = catalog.unfinished.get("credential", ())
    return {
        "focus area": {*catalog.focus_areas, *unread.get("focus-area", ())},
        "issuer": {*catalog.issuers, *unread.get("issuer", ())},
        "credential": {*catalog.credentials, *unread.get("credential", ()), *drafts},
        "page": {*catalog.pages, *unread.get("page", ())},
    }


def _pathways(catalog: Catalog, slugs: Slugs) -> Iterator[Problem]:
    for entry in catalog.pathways.values():
        yield from _one(entry.path, ("issuer",), entry.record.issuer, "issuer", slugs)
        for number, stage in enumerate(entry.record.stages):
            for index, slug in enumerate(stage.credentials):
                place: Path = ("stages", number, "credentials", index)
                yield from _one(entry.path, place, slug, "credential", slugs)
            if stage.required is not None and stage.required > len(stage.credentials):
                yield _too_many_required(entry.path, number, stage.required, len(stage.credentials))


def _lists(catalog: Catalog, slugs: Slugs) -> Iterator[Problem]:
    for entry in catalog.lists.values():
        for index, pick in enumerate(entry.record.picks):
            yield from _one(entry.path, ("picks", index, "credential"), pick.credential, "credential", slugs)


def _each(path: str, field: str, named: tuple[str, ...], noun: str, slugs: Slugs) -> Iterator[Problem]:
    for index, slug in enumerate(named):
        yield from _one(path, (field, index), slug, noun, slugs)


def _one(path: str, place: Path, slug: str, noun: str, slugs: Slugs) -> Iterator[Problem]:
    if slug in slugs[noun]:
        return
    near = difflib.get_close_matches(slug, sorted(slugs[noun]), 1)
    yield Problem(
        code="unknown-reference",
        message=f"there is no {noun} `{slug}`",
        hint=f"did you mean `{near[0]}`?"
        if near
        else f"write the name of a file in {NOUNS[noun]}/, without its ending",
        span=Span(path),
        path=place,
    )


def _no_issuer(path: str, issuer: str, catalog: Catalog) -> Problem:
    near = difflib.get_close_matches(issuer, list(catalog.issuers), 1)
    return Problem(
        code="unknown-issuer-folder",
        message=f"this folder is named for an issuer, and there is no issuer `{issuer}`",
        hint=f"did you mean the folder `{near[0]}`?" if near else _new_name(issuer),
        span=Span(path),
    )


def _new_name(issuer: str) -> str:
    anew = "if the organization has a new name, rename this folder as its file there is named"
    return f"add content/issuers/{issuer}.md; {anew}"


def _itself(path: str) -> Problem:
    return Problem(
        code="refers-to-itself",
        message="this credential names itself as related or as its own replacement",
        hint="name another one, or delete the line",
        span=Span(path),
    )


def _too_many_required(path: str, number: int, required: int, there: int) -> Problem:
    return Problem(
        code="cannot-be-completed",
        message=f"this step asks for {required} of {there} credentials",
        hint="lower `required`, or list more credentials",
        span=Span(path),
        path=("stages", number, "required"),
    )
