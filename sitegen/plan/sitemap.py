"""The sitemap: every page that search engines may list, and the robots file that points to it."""

from collections.abc import Iterable, Iterator
from datetime import date
from html import escape

from sitegen.model import urls
from sitegen.model.catalog import Listing
from sitegen.model.document import Entry
from sitegen.model.site import Site
from sitegen.plan import a_to_z, pagers, topics
from sitegen.plan.job import Job
from sitegen.plan.lookup import Lookup

MOST_PAGES = 50_000
MOST_BYTES = 50_000_000
"""What one file may hold (sitemaps.org, protocol 0.9), with a little room for its first and last lines."""

_XML = '<?xml version="1.0" encoding="utf-8"?>\n'
_NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'

Page = tuple[str, date | None]
"""A path, and the day of the last change if it is known."""


def jobs(look: Lookup) -> Iterator[Job]:
    """`sitemap.xml` (an index of numbered files if the site is too large for one) and `robots.txt`."""
    yield from files(look.site, pages(look))
    yield Job(urls.file(urls.ROBOTS), "file", robots(look.site))


def robots(site: Site) -> bytes:
    """Everything may be visited: the `noindex` that keeps badges out of search must be read to be heeded."""
    return f"# Generator: sitegen\nUser-agent: *\nAllow: /\n\nSitemap: {urls.absolute(site, urls.SITEMAP)}\n".encode()


def robots_of_preview() -> bytes:
    """A preview is of no use to anybody who searches."""
    return b"# Generator: sitegen; this is a preview\nUser-agent: *\nDisallow: /\n"


def pages(look: Lookup) -> Iterator[Page]:
    """Every page of the catalog but drafts, with the day on which something on it last changed."""
    yield urls.HOME, newest(look.offered)
    yield from _list(urls.CREDENTIALS, look.offered, newest(look.offered))
    for path in (urls.FOCUS_AREAS, urls.ISSUERS, urls.PATHWAYS, urls.VERIFY):
        yield path, None
    for area in look.focus_areas:
        own = look.by_focus_area.get(area.slug, [])
        yield from _list(urls.focus_area(area.slug), own, newest(own))
    for issuer in look.issuers:
        own = look.by_issuer.get(issuer.slug, [])
        yield from _list(urls.issuer(issuer.slug), own, newest(own) or issuer.record.since)
    yield from _guides(look)
    for slug in (pathway.slug for pathway in look.pathways if pathway.record.status != "draft"):
        yield urls.pathway(slug), None
    if look.catalog.lists:
        yield urls.LISTS, None
        yield from (
            (urls.shortlist(slug), entry.record.updated) for slug, entry in sorted(look.catalog.lists.items())
        )
    for slug in sorted(look.catalog.pages):
        yield urls.text_page(slug), None
    for slug in sorted(slug for slug, person in look.catalog.people.items() if person.record.listed):
        yield urls.person(slug), None
    for entry in look.public.values():
        if entry.record.status != "draft":
            yield urls.credential(entry.slug), changed(entry)


def _guides(look: Lookup) -> Iterator[Page]:
    if not look.site.publish.topics:
        return
    yield from ((path, None) for path in a_to_z.paths(look))
    yield urls.TOPICS, None
    for topic in topics.of(look):
        yield from _list(urls.topic(topic.slug), topic.entries, newest(topic.entries))


def changed(entry: Entry[Listing]) -> date | None:
    """The day on which a credential last changed, as far as it says."""
    return entry.record.updated or entry.record.published


def newest(entries: Iterable[Entry[Listing]]) -> date | None:
    """The day of the last change among credentials; None if none of them names one."""
    return max((day for entry in entries if (day := changed(entry))), default=None)


def _list(first: str, entries: list[Entry[Listing]], day: date | None) -> Iterator[Page]:
    """All pages of a list; a change anywhere may move what stands on each of them."""
    for part, _ in pagers.cut(entries, first, ""):
        yield part.path, day


def files(
    site: Site, found: Iterable[Page], most: int = MOST_PAGES, most_bytes: int = MOST_BYTES
) -> Iterator[Job]:
    """The sitemap's files, each with at most so many pages and bytes."""
    parts = list(_parts([_line(site, page) for page in found], most, most_bytes))
    if len(parts) == 1:
        yield _file(urls.SITEMAP, "urlset", parts[0])
        return
    paths = [urls.sitemap_part(number) for number in range(1, len(parts) + 1)]
    index = [f"<sitemap><loc>{escape(urls.absolute(site, path))}</loc></sitemap>\n" for path in paths]
    yield _file(urls.SITEMAP, "sitemapindex", index)
    for path, lines in zip(paths, parts, strict=True):
        yield _file(path, "urlset", lines)


def _line(site: Site, page: Page) -> str:
    path, day = page
    when = f"<lastmod>{day}</lastmod>" if day else ""
    return f"<url><loc>{escape(urls.absolute(site, path))}</loc>{when}</url>\n"


def _parts(lines: list[str], most: int, most_bytes: int) -> Iterator[list[str]]:
    part: list[str] = []
    size = 0
    for line in lines:
        if len(part) == most or (part and size + len(line) > most_bytes - 1_000):
            yield part
            part, size = [], 0
        part.append(line)
        size += len(line)
    yield part


def _file(path: str, element: str, lines: list[str]) -> Job:
    text = f"{_XML}<{element} {_NAMESPACE}>\n{''.join(lines)}</{element}>\n"
    return Job(urls.file(path), "file", text.encode())
