"""Lists: everything they recommend can be earned, and each credential is recommended once."""

from collections.abc import Iterator

from sitegen.model.catalog import Catalog, Listing
from sitegen.model.document import Entry
from sitegen.model.shortlist import Shortlist
from sitegen.problem import Path, Problem, Span


def check(catalog: Catalog) -> Iterator[Problem]:
    """Drafts and retired credentials in lists, and credentials that stand in one twice."""
    for entry in catalog.lists.values():
        seen: set[str] = set()
        for index, pick in enumerate(entry.record.picks):
            place: Path = ("picks", index, "credential")
            credential = catalog.credentials.get(pick.credential)
            if pick.credential in seen:
                yield _twice(entry, place, pick.credential)
            elif credential is not None and credential.record.status != "published":
                yield _not_offered(entry, place, pick.credential, credential.record)
            seen.add(pick.credential)


def _twice(entry: Entry[Shortlist], place: Path, slug: str) -> Problem:
    return Problem(
        code="listed-twice",
        message=f"`{slug}` already stands in this list",
        hint="keep the place where it helps most, and delete the other",
        span=Span(entry.path),
        path=place,
    )


def _not_offered(entry: Entry[Shortlist], place: Path, slug: str, record: Listing) -> Problem:
    draft = record.status == "draft"
    why = "a draft and has no page yet" if draft else "retired and can no longer be earned"
    instead = f"name `{record.replaced_by}`, which replaces it" if record.replaced_by else "name another one"
    return Problem(
        code="not-offered",
        message=f"`{slug}` is {why}, so this list leaves it out",
        hint="publish it with `status: published`, or name another one" if draft else instead,
        span=Span(entry.path),
        path=place,
        severity="warning",
    )
