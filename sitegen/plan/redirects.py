"""The `_redirects` file: where records' former addresses lead (Netlify and Cloudflare Pages read it)."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from sitegen.model import fields, urls
from sitegen.model.document import Entry
from sitegen.plan.job import Job
from sitegen.plan.lookup import Lookup

_SLUG = re.compile(fields.SLUG)


def job(look: Lookup) -> Job:
    """One permanent redirect a line, from the site to the site; an empty file if nothing was ever renamed."""
    lines = [f"{look.href(old)} {look.href(new)} 301\n" for old, new in rules(look).items()]
    return Job(urls.file(urls.REDIRECTS), "file", "".join(lines).encode())


def rules(look: Lookup) -> dict[str, str]:
    """Former addresses, sorted, and where they lead; both from the top of the site."""
    return dict(sorted(_rules(look)))


def _rules(look: Lookup) -> Iterator[tuple[str, str]]:
    catalog, feeds = look.catalog, look.site.publish.feeds
    yield from _pages(catalog.credentials, urls.credential)
    yield from _pages(catalog.pathways, urls.pathway)
    yield from _pages(catalog.pages, urls.text_page)
    yield from _pages(catalog.people, urls.person)
    yield from _pages(catalog.lists, urls.shortlist)
    for entries, address in ((catalog.focus_areas, urls.focus_area), (catalog.issuers, urls.issuer)):
        for old, new in _pages(entries, address):
            yield old, new
            if feeds:
                yield from ((urls.feed(old, end), urls.feed(new, end)) for end in ("json", "xml"))


def _pages(entries: Mapping[str, Entry[Any]], address: Callable[[str], str]) -> Iterator[tuple[str, str]]:
    """Former addresses of the records of one kind; one that is in use again is left alone.

    Some hosts follow a redirect even where a page exists, so a careless alias could hide one. Names are
    looked at once more because a line end in one would write a rule of its own.
    """
    taken = {address(slug) for slug in entries} | {urls.text_page(name) for name in urls.RESERVED}
    for slug in sorted(entries):
        page = address(slug)
        for alias in entries[slug].record.aliases:
            old = urls.former(page, alias)
            if _SLUG.fullmatch(alias) and old not in taken:
                yield old, page
