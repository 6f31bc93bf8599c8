"""Forms: a credential that can be earned says where evidence is sent, at a host that the site knows, and for which one."""

from collections import Counter
from collections.abc import Iterator
from urllib.parse import quote, urlsplit

from msgspec import Struct

from sitegen.check import form_links as one_link
from sitegen.model import form_links, urls
from sitegen.model.catalog import Catalog, Listing
from sitegen.model.document import Entry
from sitegen.model.form_links import WORDS, Fact
from sitegen.problem import Problem, Span

HOSTS = frozenset(host for vendor in form_links.VENDORS for host in vendor.hosts)
"""Where forms may live without the site having to say so: the vendors' own hosts, and no shortener."""

MOST = 2_000
"""Characters of a filled link: more is cut by some mail programs and browsers."""

_LONGEST: dict[Fact, int] = {"credential": 80, "title": 90 * 12, "issuer": 90 * 12, "version": 7, "lang": 12}
"""How long a filled-in fact can get at most, as far as that does not depend on the site."""


class Use(Struct, frozen=True):
    """A form's link, the file that it stands in, and the credentials whose evidence goes there."""

    link: str
    path: str
    credentials: list[Entry[Listing]]


def check(catalog: Catalog) -> Iterator[Problem]:
    """Credentials without a form, and forms that cannot be used as they are named."""
    uses = list(_uses(catalog))
    shared = Counter(use.link for use in uses for _ in use.credentials)
    for organization in catalog.issuers.values():
        if organization.record.form:
            yield from one_link.of(organization.path, organization.record.form)
    hosts = HOSTS | frozenset(catalog.site.form_hosts)
    address = len(quote(catalog.site.base_url + urls.credential("x" * 80), safe=""))
    for use in uses:
        if not catalog.stand_in:
            yield from _host(use, hosts)
            if not _is_short(use, catalog, {**_LONGEST, "url": address}):
                yield from _long(use, catalog)
        if shared[use.link] > 1 and WORDS["credential"] not in form_links.filled_part(use.link):
            yield _shared(use, shared[use.link])
    yield from _missing(catalog)
    yield from _own(catalog)


def _uses(catalog: Catalog) -> Iterator[Use]:
    """All forms, with the published credentials that use them: those of credentials, and those of issuers for the others."""
    without: dict[str, list[Entry[Listing]]] = {}
    for entry in catalog.credentials.values():
        if entry.record.form:
            open_ones = [entry] if entry.record.status == "published" else []
            yield Use(entry.record.form, entry.path, open_ones)
        elif entry.record.status == "published":
            without.setdefault(entry.issuer, []).append(entry)
    for organization in catalog.issuers.values():
        if form := organization.record.form:
            yield Use(form_links.link(form), organization.path, without.get(organization.slug, []))


def _host(use: Use, hosts: frozenset[str]) -> Iterator[Problem]:
    host = urlsplit(use.link).netloc.lower()
    if host not in hosts and host not in one_link.SHORTENERS and not one_link.is_for_editing(use.link):
        yield Problem(
            code="form-elsewhere",
            message=f"forms at {host} are not known to this site",
            hint=f"if the host is right, a maintainer adds `{host}` to `form_hosts:` in content/site.yaml",
            span=Span(use.path),
            path=("form", "url"),
        )


def _shared(use: Use, number: int) -> Problem:
    return Problem(
        code="form-without-credential",
        message=f"{number} credentials use this form, and nothing tells it for which of them evidence is sent",
        hint=f"let it fill in {WORDS['credential']}: get the form’s pre-filled link with that word as an answer",
        span=Span(use.path),
        path=("form", "url"),
    )


def _is_short(use: Use, catalog: Catalog, longest: dict[Fact, int]) -> bool:
    """Whether no credential could make the link too long; links are filled in to see only where one could."""
    most = len(use.link) + sum(use.link.count(WORDS[fact]) * size for fact, size in longest.items())
    if most > MOST and use.credentials and WORDS["issuer"] in use.link:
        issuer = catalog.issuers.get(use.credentials[0].issuer)
        name = len(quote(issuer.record.name, safe="")) if issuer else 0
        most -= use.link.count(WORDS["issuer"]) * (longest["issuer"] - name)
    return most <= MOST


def _long(use: Use, catalog: Catalog) -> Iterator[Problem]:
    """A form whose link gets too long once it is filled in; told once."""
    for entry in use.credentials:
        filled = form_links.fill(use.link, facts(catalog, entry))
        if len(filled) > MOST:
            yield Problem(
                code="form-too-long",
                message=f"filled in for `{entry.slug}`, this link has {len(filled):,} characters; at most {MOST:,} "
                "work everywhere",
                hint="leave out what the form does not need: the credential’s id and version are enough",
                span=Span(use.path),
                path=("form", "url"),
            )
            return


def facts(catalog: Catalog, entry: Entry[Listing]) -> dict[Fact, str]:
    """What a form is told of a credential."""
    issuer = catalog.issuers.get(entry.issuer)
    return {
        "credential": entry.slug,
        "title": entry.record.title,
        "issuer": issuer.record.name if issuer else "",
        "version": entry.record.version,
        "url": urls.absolute(catalog.site, urls.credential(entry.slug)),
        "lang": catalog.site.language,
    }


def _missing(catalog: Catalog) -> Iterator[Problem]:
    for entry in catalog.credentials.values():
        issuer = catalog.issuers.get(entry.issuer)
        if entry.record.status != "published" or entry.record.form or issuer is None:
            continue
        if issuer.record.form or issuer.record.mailbox or catalog.site.submit_form:
            continue
        yield Problem(
            code="no-form",
            message="nobody can submit evidence for this credential: neither it nor its issuer names a form",
            hint=f"add `form:` here, or once for all in {issuer.path}",
            severity="warning",
            span=Span(entry.path),
        )


def _own(catalog: Catalog) -> Iterator[Problem]:
    """The site's own form, where nobody takes in what is sent."""
    form = catalog.site.submit_form
    if form and form.service != catalog.site.host:
        yield Problem(
            code="form-not-taken-in",
            message=f"`submit_form:` counts on {form.service}, and the site says `host: {catalog.site.host}`",
            hint="name a form of an issuer’s own with `form:`, or publish the site there and say `host: netlify`",
            span=Span("content/site.yaml"),
            path=("submit_form", "service"),
        )
