"""catalog → jobs: every file of the site, in the order of a walk through it."""

from collections.abc import Iterator

import msgspec

from sitegen.model import urls
from sitegen.plan import (
    a_to_z,
    credential_page,
    drawings,
    facets,
    group_pages,
    landing_pages,
    list_pages,
    machine,
    people,
    shortlists,
    submit_page,
    text_pages,
    topics,
)
from sitegen.plan.job import Job
from sitegen.plan.lookup import Lookup
from sitegen.plan.views import View

_encode = msgspec.json.Encoder().encode


def plan(look: Lookup) -> list[Job]:
    """Every page of the catalog, and the data that its filters read."""
    return [
        *_fixed(look),
        *_credentials(look),
        *_worksheets(look),
        *_lists(look),
        *_guides(look),
        *_texts(look),
        *drawings.jobs(look),
        *machine.jobs(look),
    ]


def _page(path: str, maker: str, view: View, source: str = "") -> Job:
    return Job(urls.file(path), maker, _encode(view), source)


def _fixed(look: Lookup) -> Iterator[Job]:
    yield _page(urls.HOME, "home", landing_pages.home(look))
    yield _page(urls.FOCUS_AREAS, "focus-areas", list_pages.focus_areas(look))
    yield _page(urls.ISSUERS, "issuers", list_pages.issuers(look))
    yield _page(urls.PATHWAYS, "pathways", list_pages.pathways(look))
    yield _page(urls.NOT_FOUND, "404", landing_pages.not_found(look))
    yield Job(urls.file(urls.CATALOG_DATA), "file", facets.catalog_data(look))
    if look.site.submit_form:
        yield _page(urls.SUBMIT, "submit", submit_page.form(look))
        yield _page(urls.SUBMITTED, "submitted", submit_page.thanks(look))


def _credentials(look: Lookup) -> Iterator[Job]:
    for entry in look.public.values():
        yield _page(
            urls.credential(entry.slug), "credential", credential_page.around(look, entry), entry.path
        )


def _worksheets(look: Lookup) -> Iterator[Job]:
    """All that a worksheet needs beside its document is the issuer's name: it stays as it is whatever else changes."""
    names = {issuer.slug: _encode(issuer.record.name) for issuer in look.issuers}
    if look.site.publish.worksheets:
        for entry in look.offered:
            yield Job(urls.file(urls.worksheet(entry.slug)), "worksheet", names[entry.issuer], entry.path)


def _lists(look: Lookup) -> Iterator[Job]:
    for path, browse in list_pages.browse(look):
        yield _page(path, "browse", browse)
    for area in look.focus_areas:
        for number, (path, focus_view) in enumerate(group_pages.focus_area(look, area)):
            yield _page(path, "focus-area", focus_view, "" if number else area.path)
    for issuer in look.issuers:
        for number, (path, issuer_view) in enumerate(group_pages.issuer(look, issuer)):
            yield _page(path, "issuer", issuer_view, "" if number else issuer.path)


def _guides(look: Lookup) -> Iterator[Job]:
    if not look.site.publish.topics:
        return
    for path, letters in a_to_z.pages(look):
        yield _page(path, "a-to-z", letters)
    found = topics.of(look)
    yield _page(urls.TOPICS, "topics", topics.index(look, found))
    for topic in found:
        for path, view in topics.pages(look, topic, found):
            yield _page(path, "topic", view)


def _texts(look: Lookup) -> Iterator[Job]:
    if look.catalog.lists:
        yield _page(urls.LISTS, "lists", shortlists.index(look))
    for path, shortlist, source in shortlists.pages(look):
        yield _page(path, "list", shortlist, source)
    for path, person, source in people.pages(look):
        yield _page(path, "person", person, source)
    for pathway in look.pathways:
        yield _page(urls.pathway(pathway.slug), "pathway", text_pages.pathway(look, pathway), pathway.path)
    for page in sorted(look.catalog.pages.values(), key=lambda entry: entry.slug):
        yield _page(urls.text_page(page.slug), "text", text_pages.text(look, page), page.path)
