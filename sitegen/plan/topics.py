"""Topics: what educators say, gathered from problem statements, with the credentials that answer each."""

from collections.abc import Iterator
from typing import NamedTuple

from sitegen.model import urls, wording
from sitegen.model.catalog import Listing
from sitegen.model.document import Entry
from sitegen.plan import heads, pagers
from sitegen.plan.lookup import Lookup
from sitegen.plan.pagers import Slice
from sitegen.plan.views import Answer, Link, TopicLine, TopicPage, TopicsPage

REST = "something-else"
"""The topic of credentials that answer none of the known ones."""

STATEMENTS = 6
"""How many problem statements of a credential a topic shows."""


class Topic(NamedTuple):
    """A sentence under which credentials are gathered, those first that answer it best."""

    slug: str
    title: str
    entries: list[Entry[Listing]]


def of(look: Lookup) -> list[Topic]:
    """The topics that have credentials: known situations, or the focus areas where no situations are known."""
    if not look.nearby.titles:
        return [
            Topic(area.slug, area.record.name, look.by_focus_area[area.slug])
            for area in look.focus_areas
            if area.slug in look.by_focus_area
        ]
    titles = {**look.nearby.titles, REST: "Something else is on my mind"}
    held: dict[str, list[tuple[int, Entry[Listing]]]] = {slug: [] for slug in titles}
    for entry in look.offered:
        for slug, near in look.nearby.topics.get(entry.slug, {REST: 0}).items():
            held[slug].append((near, entry))
    return [
        Topic(slug, titles[slug], [entry for _, entry in sorted(pairs, key=_nearest)])
        for slug, pairs in held.items()
        if pairs
    ]


def _nearest(pair: tuple[int, Entry[Listing]]) -> tuple[int, str]:
    return -pair[0], pair[1].slug


def index(look: Lookup, found: list[Topic]) -> TopicsPage:
    """The list of all topics."""
    title = "Start from what you notice"
    about = "What educators say, by topic, and the credentials that help with it."
    return TopicsPage(
        head=heads.head(look.site, urls.TOPICS, title, about, {"@type": "CollectionPage", "name": title}),
        section="credentials",
        crumbs=_crumbs(look),
        edit="",
        title=title,
        topics=tuple(_line(look, topic) for topic in found),
    )


def pages(look: Lookup, topic: Topic, found: list[Topic]) -> Iterator[tuple[str, TopicPage]]:
    """The pages of a topic, with the path of each; `found` are all topics."""
    others = tuple(_link(look, other) for other in found if other.slug != topic.slug)
    for part, entries in pagers.cut(topic.entries, urls.topic(topic.slug), look.root):
        yield part.path, _page(look, topic, part, entries, others)


def _page(
    look: Lookup, topic: Topic, part: Slice, entries: list[Entry[Listing]], others: tuple[Link, ...]
) -> TopicPage:
    crumbs = (*_crumbs(look), Link(text="Topics", href=look.href(urls.TOPICS)))
    title = topic.title if part.number == 1 else f"{topic.title}, page {part.number}"
    about = f"{wording.count(len(topic.entries), 'credential')} for educators who say: {topic.title}."
    data = {
        "@type": "CollectionPage",
        "name": title,
        "description": about,
        "mainEntity": heads.items(look.site, entries),
        "breadcrumb": heads.crumbs(look.site, crumbs, topic.title, urls.topic(topic.slug)),
    }
    return TopicPage(
        head=heads.head(look.site, part.path, title, about, data),
        section="credentials",
        crumbs=crumbs,
        edit="",
        title=topic.title,
        answers=tuple(_answer(look, entry) for entry in entries),
        total=len(topic.entries),
        pager=part.pager,
        others=others,
    )


def _crumbs(look: Lookup) -> tuple[Link, ...]:
    return (Link(text="Credentials", href=look.href(urls.CREDENTIALS)),)


def _link(look: Lookup, topic: Topic) -> Link:
    return Link(text=topic.title, href=look.href(urls.topic(topic.slug)))


def _line(look: Lookup, topic: Topic) -> TopicLine:
    return TopicLine(
        text=topic.title,
        href=look.href(urls.topic(topic.slug)),
        count=len(topic.entries),
        said=topic.entries[0].record.problems[0],
    )


def _answer(look: Lookup, entry: Entry[Listing]) -> Answer:
    card = look.card(entry)
    return Answer(
        id=f"t-{entry.slug}",
        title=card.title,
        href=card.href,
        summary=card.summary,
        issuer=card.issuer.text,
        effort=card.effort,
        hue=card.hue,
        problems=card.problems[:STATEMENTS],
    )
