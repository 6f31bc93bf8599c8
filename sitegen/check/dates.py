"""Dates: a credential that can be earned says since when, and no date contradicts another."""

from collections.abc import Iterator

from sitegen.model.catalog import Catalog
from sitegen.problem import Problem, Span


def check(catalog: Catalog) -> Iterator[Problem]:
    """Published credentials without a date, and credentials changed before they were published."""
    for entry in catalog.credentials.values():
        record = entry.record
        if record.status == "published" and record.published is None:
            yield Problem(
                code="published-without-date",
                message="this credential is published, but does not say since when",
                hint="add `published:` with the day it was first offered, as in `published: 2026-03-14`",
                severity="warning",
                span=Span(entry.path),
                path=("status",),
            )
        if record.published and record.updated and record.updated < record.published:
            yield Problem(
                code="updated-before-published",
                message=f"it was changed on {record.updated}, before it was published on {record.published}",
                hint="correct the one that is wrong; delete `updated:` if nothing has changed since",
                span=Span(entry.path),
                path=("updated",),
            )
