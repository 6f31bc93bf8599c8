"""What differs from host to host: how former addresses lead on, and how headers are said where none can be set.

The site is planned for a host that reads `_headers` and `_redirects`, as Netlify does. Here the plan is adapted to others:
to Cloudflare Pages, which reads both with limits of its own, to GitHub Pages, and to a host of which nothing is known.
"""

from collections.abc import Iterator
from html import escape
from urllib.parse import urlsplit

from msgspec import structs

from sitegen.model import urls
from sitegen.model.site import Site
from sitegen.plan import headers, redirects, sitemap
from sitegen.plan.job import Job
from sitegen.plan.lookup import Lookup

FILES = frozenset({urls.file(urls.HEADERS), urls.file(urls.REDIRECTS)})
READERS = frozenset({"netlify", "cloudflare"})
"""Hosts that read both files."""

MOST_REDIRECTS = 2_000
"""Redirects without open parts that Cloudflare Pages reads; it passes over the rest (its documentation, 2026)."""

_MOVED = """\
<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'">
<meta http-equiv="refresh" content="0; url={path}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{name}</title>
<link rel="canonical" href="{full}">
</head>
<body>
<main><p>This page has moved: <a href="{path}">{full}</a></p></main>
</body>
</html>
"""


def adapted(jobs: list[Job], look: Lookup, site: Site, *, preview: bool) -> list[Job]:
    """The files for the host that `site` names; a preview asks not to be listed anywhere."""
    if preview:
        robots = Job(urls.file(urls.ROBOTS), "file", sitemap.robots_of_preview())
        jobs = [robots if job.address == robots.address else job for job in jobs]
    if site.host == "netlify":
        return jobs
    rules = redirects.rules(look)
    if site.host == "cloudflare":
        too_many = dict(list(rules.items())[MOST_REDIRECTS:])
        return [*map(_for_cloudflare, jobs), *_moved(look.site, too_many)]
    kept = [job for job in jobs if job.address not in FILES]
    return [*kept, *_moved(look.site, rules), *(_github(site) if site.host == "github" else ())]


def policy(site: Site) -> str:
    """The policy that pages must carry themselves, because the host sends none with all of them; empty if it does."""
    return "" if site.host in READERS and not site.publish.admin else headers.POLICY_OF_PAGES


def _moved(site: Site, rules: dict[str, str]) -> Iterator[Job]:
    """A page at each former address that leads on; software that reads a feed would not follow it, so feeds have none."""
    for old, new in rules.items():
        if old.endswith("/"):
            text = _MOVED.format(
                language=site.language,
                name=escape(site.name),
                path=escape(urls.root(site) + new),
                full=escape(urls.absolute(site, new)),
            )
            yield Job(urls.file(old), "file", text.encode())


def _for_cloudflare(job: Job) -> Job:
    """Cloudflare joins what two rules say of a header; a rule may take back what another said, with `!`."""
    if job.address != urls.file(urls.HEADERS):
        return job
    first, *others = job.payload.decode().split("\n/")
    own = [_taking_back(other) for other in others]
    return structs.replace(job, payload="\n/".join([first, *own]).encode())


def _taking_back(rule: str) -> str:
    """A rule with a policy of its own, without the policy of all pages."""
    pattern, _, lines = rule.partition("\n")
    name = headers.POLICY
    return f"{pattern}\n  ! {name}\n{lines}" if f"  {name}:" in lines else rule


def _github(site: Site) -> Iterator[Job]:
    """What tells GitHub Pages to publish files as they are, and under which name of one's own."""
    yield Job(".nojekyll", "file", b"")
    host = urlsplit(site.base_url).hostname or ""
    if not host.endswith(".github.io"):
        yield Job("CNAME", "file", f"{host}\n".encode())
