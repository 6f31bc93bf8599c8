"""What stands in a page's head: titles, addresses, and schema.org data."""

from typing import Any
from urllib.parse import quote, urlsplit

import msgspec

from sitegen.model import urls
from sitegen.model.catalog import Listing
from sitegen.model.document import Entry
from sitegen.model.site import Service, Site
from sitegen.plan.views import Head, Link

_EDIT: dict[Service, str] = {
    "github": "{url}/edit/{branch}/{name}",
    "gitlab": "{url}/-/edit/{branch}/{name}",
    "forgejo": "{url}/_edit/{branch}/{name}",
    "bitbucket": "{url}/src/{branch}/{name}?mode=edit",
}
"""The page on which a file can be edited, by what the repository lives on."""

_NAMED: dict[str, Service] = {
    "gitlab": "gitlab",
    "codeberg": "forgejo",
    "forgejo": "forgejo",
    "gitea": "forgejo",
    "bitbucket": "bitbucket",
}
"""Words in the name of a host that say what it runs."""

JsonLd = dict[str, Any]
_ESCAPES = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def head(site: Site, path: str, title: str, description: str, data: JsonLd, **more: Any) -> Head:
    """The head of the page at `path`; `data` is what schema.org calls the thing, `more` further fields of `Head`."""
    image = more.pop("card", "")
    return Head(
        title=title if title == site.name else f"{title} · {site.name}",
        description=description,
        canonical=urls.absolute(site, path),
        image=urls.absolute(site, image or urls.SITE_CARD) if site.publish.social_cards else "",
        kind=more.pop("kind", "website"),
        json_ld=script_json({"@context": "https://schema.org", "url": urls.absolute(site, path), **data}),
        **more,
    )


def script_json(value: Any) -> str:
    """JSON that cannot leave the script element it stands in."""
    text = msgspec.json.encode(value).decode()
    for sign, escape in _ESCAPES.items():
        text = text.replace(sign, escape)
    return text


def crumbs(site: Site, links: tuple[Link, ...], title: str, path: str) -> JsonLd:
    """The way down to a page, as schema.org's BreadcrumbList."""
    origin = site.base_url.removesuffix(urls.root(site))
    steps = [(link.text, origin + link.href) for link in links] + [(title, urls.absolute(site, path))]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": number, "name": name, "item": item}
            for number, (name, item) in enumerate(steps, start=1)
        ],
    }


def items(site: Site, entries: list[Entry[Listing]]) -> JsonLd:
    """The credentials on a page of a list, as schema.org's ItemList."""
    return {
        "@type": "ItemList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": number,
                "url": urls.absolute(site, urls.credential(entry.slug)),
                "name": entry.record.title,
            }
            for number, entry in enumerate(entries, start=1)
        ],
    }


def feeds(site: Site, path: str) -> tuple[Link, ...]:
    """The feeds of the page at `path`, with their types; none if the site publishes none."""
    if not site.publish.feeds:
        return ()
    root = urls.root(site)
    return (
        Link(text="application/atom+xml", href=root + urls.feed(path, "xml")),
        Link(text="application/feed+json", href=root + urls.feed(path, "json")),
    )


def edit(site: Site, path: str) -> str:
    """The address at which a source file can be edited; empty if the repository is not known."""
    repository = site.repository
    if repository is None:
        return ""
    branch = quote(repository.branch)
    url, name = repository.url.rstrip("/").removesuffix(".git"), quote(repository.folder + path)
    return _EDIT[repository.service or _service(url)].format(url=url, branch=branch, name=name)


def _service(url: str) -> Service:
    """What a repository lives on, as far as the name of its host says; others are taken to be like GitHub."""
    host = urlsplit(url).hostname or ""
    return next((service for part, service in _NAMED.items() if part in host), "github")
