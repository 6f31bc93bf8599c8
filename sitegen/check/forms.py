"""Forms: a credential that can be earned says where evidence is sent."""

from collections.abc import Iterator

from sitegen.model.catalog import Catalog
from sitegen.problem import Problem, Span


def check(catalog: Catalog) -> Iterator[Problem]:
    """Published credentials for which neither they nor their issuer name a form."""
    for entry in catalog.credentials.values():
        issuer = catalog.issuers.get(entry.issuer)
        if entry.record.status == "published" and not entry.record.form and issuer and not issuer.record.form:
            yield Problem(
                code="no-form",
                message="nobody can submit evidence for this credential: neither it nor its issuer names a form",
                hint=f"add `form:` here, or once for all in {issuer.path}",
                severity="warning",
                span=Span(entry.path),
            )
