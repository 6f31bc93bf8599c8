"""The files of all feeds: each of them twice, as Atom and as JSON Feed."""

from collections.abc import Iterator

from sitegen.model import urls
from sitegen.plan import atom, feed_items, json_feed
from sitegen.plan.job import Job
from sitegen.plan.lookup import Lookup


def jobs(look: Lookup) -> Iterator[Job]:
    """Two files for every feed; a credential that stands in several is written down once."""
    channels = list(feed_items.channels(look))
    slugs = dict.fromkeys(slug for channel in channels for slug in channel.slugs)
    items = {slug: feed_items.item(look, slug) for slug in slugs}
    as_atom = {slug: atom.entry(item) for slug, item in items.items()}
    as_json = {slug: json_feed.entry(item) for slug, item in items.items()}
    for channel in channels:
        xml = atom.feed(look.site, channel, [as_atom[slug] for slug in channel.slugs])
        yield Job(urls.file(urls.feed(channel.path, "xml")), "file", xml)
        json = json_feed.feed(look.site, channel, [as_json[slug] for slug in channel.slugs])
        yield Job(urls.file(urls.feed(channel.path, "json")), "file", json)
