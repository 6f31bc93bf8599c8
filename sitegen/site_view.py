"""What every page knows of the site, made from its settings."""

from urllib.parse import quote

from sitegen.model import urls
from sitegen.model.site import Site
from sitegen.plan import hosts
from sitegen.plan.views import Link, NavItem, SiteView


def of(site: Site, *, preview: bool = False) -> SiteView:
    """The site as templates see it."""
    root = urls.root(site)
    return SiteView(
        name=site.name,
        tagline=site.tagline,
        language=site.language,
        base_url=site.base_url,
        root=root,
        question=site.question,
        examples=tuple(
            Link(text=text, href=f"{root}{urls.CREDENTIALS}#q={quote(text, safe='')}")
            for text in site.examples
        ),
        navigation=(
            NavItem(text="Credentials", href=root + urls.CREDENTIALS, section="credentials"),
            NavItem(text="Focus areas", href=root + urls.FOCUS_AREAS, section="focus-areas"),
            NavItem(text="Pathways", href=root + urls.PATHWAYS, section="pathways"),
            NavItem(text="Issuers", href=root + urls.ISSUERS, section="issuers"),
            *(NavItem(text=e.text, href=root + urls.text_page(e.page), section=e.page) for e in site.menu),
            *((NavItem(text="Docs", href=root + urls.DOCS, section="docs"),) if site.docs else ()),
        ),
        footer=site.footer or "",
        feeds=_feeds(site, root),
        catalog_data=root + urls.CATALOG_DATA,
        search=root + urls.DATA if site.publish.search else "",
        topics=root + urls.TOPICS if site.publish.topics else "",
        a_to_z=root + urls.A_TO_Z if site.publish.topics else "",
        suggest=site.suggest or "",
        policy=hosts.policy(site),
        preview=preview,
    )


def _feeds(site: Site, root: str) -> tuple[Link, ...]:
    if not site.publish.feeds:
        return ()
    return (
        Link(text="application/atom+xml", href=root + urls.feed(urls.HOME, "xml")),
        Link(text="application/feed+json", href=root + urls.feed(urls.HOME, "json")),
    )
