"""The files for machines: sitemap, robots, headers, redirects, feeds and API."""

from collections.abc import Iterator

import msgspec

from sitegen.model import urls
from sitegen.plan import api, api_lists, api_schemas, feeds, headers, redirects, sitemap
from sitegen.plan.job import Job
from sitegen.plan.lookup import Lookup

_encode = msgspec.json.Encoder().encode


def jobs(look: Lookup) -> Iterator[Job]:
    """All of them, as far as the site wants them."""
    yield from sitemap.jobs(look)
    yield headers.job(look.site)
    yield redirects.job(look)
    if look.site.publish.feeds:
        yield from feeds.jobs(look)
    if look.site.publish.api:
        yield from _api(look)


def _api(look: Lookup) -> Iterator[Job]:
    """The lists and schemas, ready; and a job for every credential, to be made beside its page."""
    lists = {
        "index": api_lists.index,
        "credentials": api_lists.credentials,
        "issuers": api_lists.issuers,
        "focus-areas": api_lists.focus_areas,
        "pathways": api_lists.pathways,
    }
    for name, made in lists.items():
        yield Job(urls.file(urls.api(name)), "file", made(look))
    yield from api_schemas.jobs(look.site)
    for entry in look.public.values():
        around = _encode(api.around(look, entry))
        yield Job(urls.file(urls.api_credential(entry.slug)), "api-credential", around, entry.path)
