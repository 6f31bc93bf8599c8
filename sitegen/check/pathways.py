"""Pathways: everything that a published one asks for can be earned."""

from collections.abc import Iterator

from sitegen.model.catalog import Catalog, Listing
from sitegen.problem import Path, Problem, Span


def check(catalog: Catalog) -> Iterator[Problem]:
    """Drafts and retired credentials in published pathways."""
    for entry in catalog.pathways.values():
        if entry.record.status != "published":
            continue
        for number, stage in enumerate(entry.record.stages):
            for index, slug in enumerate(stage.credentials):
                credential = catalog.credentials.get(slug)
                if credential is not None and credential.record.status != "published":
                    place: Path = ("stages", number, "credentials", index)
                    yield _not_offered(entry.path, place, slug, credential.record)


def _not_offered(path: str, place: Path, slug: str, record: Listing) -> Problem:
    draft = record.status == "draft"
    why = "a draft and has no page yet" if draft else "retired and can no longer be earned"
    instead = f"name `{record.replaced_by}`, which replaces it" if record.replaced_by else "name another one"
    return Problem(
        code="not-offered",
        message=f"`{slug}` is {why}, so this pathway leaves it out",
        hint="publish it with `status: published`, or name another one" if draft else instead,
        span=Span(path),
        path=place,
        severity="warning",
    )
