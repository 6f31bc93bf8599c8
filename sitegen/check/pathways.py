"""Pathways: everything that a published one asks for can be earned."""

from collections.abc import Iterator

from sitegen.model.catalog import Catalog, Listing
from sitegen.problem import Path, Problem, Span


def check(catalog: Catalog) -> Iterator[Problem]:
    """Drafts and retired credentials in published pathways."""
    unfinished = catalog.unfinished.get("credential", ())
    for entry in catalog.pathways.values():
        if entry.record.status != "published":
            continue
        for number, stage in enumerate(entry.record.stages):
            for index, slug in enumerate(stage.credentials):
                credential = catalog.credentials.get(slug)
                if slug in unfinished:
                    yield _not_offered(entry.path, ("stages", number, "credentials", index), slug, None)
                elif credential is not None and credential.record.status != "published":
                    place: Path = ("stages", number, "credentials", index)
                    yield _not_offered(entry.path, place, slug, credential.record)


def _not_offered(path: str, place: Path, slug: str, record: Listing | None) -> Problem:
    draft = record is None or record.status == "draft"
    why = "a draft and has no page yet" if draft else "retired and can no longer be earned"
    replacement = record.replaced_by if record else None
    instead = f"name `{replacement}`, which replaces it" if replacement else "name another one"
    return Problem(
        code="not-offered",
        message=f"`{slug}` is {why}, so this pathway leaves it out",
        hint="publish it with `status: published`, or name another one" if draft else instead,
        span=Span(path),
        path=place,
        severity="warning",
    )
