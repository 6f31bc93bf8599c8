"""Atom: how a feed and its entries are written down (RFC 4287)."""

import re
from collections.abc import Iterable
from html import escape

from sitegen.model import urls
from sitegen.model.site import Site
from sitegen.plan.feed_items import Channel, Item, moment

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that no XML 1.0 document may hold, not even escaped."""


def text(value: str) -> str:
    """`value` for use between tags or in an attribute; well-formed whatever it holds."""
    return escape(_NOT_XML.sub("", value))


def entry(item: Item) -> str:
    """One entry; the same in every feed it stands in."""
    tags = "".join(f'<category term="{text(tag)}"/>\n' for tag in item.tags)
    return (
        f"<entry>\n<id>{text(item.url)}</id>\n<title>{text(item.title)}</title>\n"
        f'<link rel="alternate" type="text/html" href="{text(item.url)}"/>\n'
        f"<published>{moment(item.published)}</published>\n<updated>{moment(item.updated)}</updated>\n"
        f"<author><name>{text(item.issuer.text)}</name><uri>{text(item.issuer.href)}</uri></author>\n{tags}"
        f"<summary>{text(item.summary)}</summary>\n"
        f'<content type="html">{text(item.html)}</content>\n</entry>\n'
    )


def feed(site: Site, channel: Channel, entries: Iterable[str]) -> bytes:
    """The whole feed; `entries` were made by `entry`."""
    page = text(urls.absolute(site, channel.path))
    own = text(urls.absolute(site, urls.feed(channel.path, "xml")))
    top = (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{text(site.language)}">\n'
        f"<id>{page}</id>\n<title>{text(channel.title)}</title>\n<subtitle>{text(channel.about)}</subtitle>\n"
        f"<updated>{moment(channel.updated)}</updated>\n"
        f"<author><name>{text(site.name)}</name><uri>{text(urls.absolute(site, urls.HOME))}</uri></author>\n"
        f'<link rel="alternate" type="text/html" href="{page}"/>\n'
        f'<link rel="self" type="application/atom+xml" href="{own}"/>\n'
    )
    return f"{top}{''.join(entries)}</feed>\n".encode()
