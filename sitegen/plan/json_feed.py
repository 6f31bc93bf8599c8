"""JSON Feed: how a feed and its items are written down (jsonfeed.org, version 1.1)."""

import msgspec
from msgspec import Raw, Struct

from sitegen.model import urls
from sitegen.model.site import Site
from sitegen.plan.feed_items import Channel, Item, moment

_encode = msgspec.json.Encoder().encode


class Author(Struct, frozen=True, kw_only=True):
    """Who offers a credential."""

    name: str
    url: str


class FeedItem(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An item, with the format's own names."""

    id: str
    url: str
    title: str
    content_html: str
    summary: str
    image: str = ""
    date_published: str
    date_modified: str
    authors: tuple[Author, ...]
    tags: tuple[str, ...]


class Feed(Struct, frozen=True, kw_only=True):
    """A feed, with the format's own names."""

    version: str
    title: str
    home_page_url: str
    feed_url: str
    description: str
    language: str
    authors: tuple[Author, ...]
    items: list[Raw]


def entry(item: Item) -> Raw:
    """One item, encoded; the same in every feed it stands in."""
    return Raw(
        _encode(
            FeedItem(
                id=item.url,
                url=item.url,
                title=item.title,
                content_html=item.html,
                summary=item.summary,
                image=item.picture,
                date_published=moment(item.published),
                date_modified=moment(item.updated),
                authors=(Author(name=item.issuer.text, url=item.issuer.href),),
                tags=item.tags,
            )
        )
    )


def feed(site: Site, channel: Channel, entries: list[Raw]) -> bytes:
    """The whole feed; `entries` were made by `entry`."""
    home = urls.absolute(site, urls.HOME)
    return _encode(
        Feed(
            version="https://jsonfeed.org/version/1.1",
            title=channel.title,
            home_page_url=urls.absolute(site, channel.path),
            feed_url=urls.absolute(site, urls.feed(channel.path, "json")),
            description=channel.about,
            language=site.language,
            authors=(Author(name=site.name, url=home),),
            items=entries,
        )
    )
