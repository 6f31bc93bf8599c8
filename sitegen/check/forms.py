"""Forms: a credential that can be earned says where evidence is sent, and to a host that the site knows."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from sitegen.model.catalog import Catalog
from sitegen.problem import Problem, Span

HOSTS = frozenset(
    {
        "airtable.com", "baserow.io", "docs.google.com", "form.jotform.com", "form.typeform.com", "forms.cloud.microsoft",
        "forms.microsoft.com", "forms.office.com", "tally.so", "www.cognitoforms.com", "www.surveymonkey.com",
    }
)  # fmt: skip
"""Where forms may live without the site having to say so: the vendors' own hosts, and no shortener."""


def check(catalog: Catalog) -> Iterator[Problem]:
    """Published credentials without a form, and forms that lead to hosts nobody has vouched for."""
    hosts = HOSTS | frozenset(catalog.site.form_hosts)
    for entry in catalog.credentials.values():
        issuer = catalog.issuers.get(entry.issuer)
        if entry.record.form:
            yield from () if catalog.stand_in else _host(entry.path, entry.record.form, hosts)
        elif entry.record.status == "published" and issuer and not issuer.record.form:
            yield _missing(entry.path, issuer.path)
    for organization in catalog.issuers.values():
        if organization.record.form and not catalog.stand_in:
            yield from _host(organization.path, organization.record.form.url, hosts)


def _host(path: str, address: str, hosts: frozenset[str]) -> Iterator[Problem]:
    host = urlsplit(address).netloc.lower()
    if host not in hosts:
        yield Problem(
            code="form-elsewhere",
            message=f"forms at {host} are not known to this site",
            hint=f"if the host is right, a maintainer adds `{host}` to `form_hosts:` in content/site.yaml",
            span=Span(path),
            path=("form", "url"),
        )


def _missing(path: str, issuer: str) -> Problem:
    return Problem(
        code="no-form",
        message="nobody can submit evidence for this credential: neither it nor its issuer names a form",
        hint=f"add `form:` here, or once for all in {issuer}",
        severity="warning",
        span=Span(path),
    )
