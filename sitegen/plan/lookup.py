"""The catalog from the plan's side: what is public, who belongs to whom, and the cards that lists are made of."""

from collections import Counter, defaultdict
from functools import cached_property

from sitegen.model import urls, wording
from sitegen.model.catalog import Catalog, Listing
from sitegen.model.document import Entry
from sitegen.model.focus_area import FocusArea
from sitegen.model.issuer import Issuer
from sitegen.model.nearby import Nearby
from sitegen.model.pathway import Pathway
from sitegen.plan import words
from sitegen.plan.views import Card, FocusCard, IssuerCard, Link, PathwayCard


class Lookup:
    """A catalog with its indexes; each is made once, when first asked for."""

    def __init__(self, catalog: Catalog, nearby: Nearby | None = None) -> None:
        self.catalog = catalog
        self.nearby = nearby or Nearby()
        self.site = catalog.site
        self.root = urls.root(catalog.site)
        self._cards: dict[str, Card] = {}

    @cached_property
    def public(self) -> dict[str, Entry[Listing]]:
        """Credentials that have a page: all but those held back as drafts, by slug."""
        return dict(sorted(self.catalog.credentials.items()))

    @cached_property
    def offered(self) -> list[Entry[Listing]]:
        """Credentials that can be earned now, the newest first."""
        live = [entry for entry in self.public.values() if entry.record.status != "retired"]
        return sorted(live, key=_newest)

    @cached_property
    def by_focus_area(self) -> dict[str, list[Entry[Listing]]]:
        """Offered credentials by focus area, the newest first."""
        found: dict[str, list[Entry[Listing]]] = defaultdict(list)
        for entry in self.offered:
            for slug in entry.record.focus_areas:
                found[slug].append(entry)
        return found

    @cached_property
    def by_issuer(self) -> dict[str, list[Entry[Listing]]]:
        """Credentials with a page by issuer: the offered ones, newest first, then the retired ones."""
        found: dict[str, list[Entry[Listing]]] = defaultdict(list)
        for entry in self.offered:
            found[entry.issuer].append(entry)
        for entry in self.public.values():
            if entry.record.status == "retired":
                found[entry.issuer].append(entry)
        return found

    @cached_property
    def offered_by(self) -> Counter[str]:
        """How many credentials each issuer offers."""
        return Counter(entry.issuer for entry in self.offered)

    @cached_property
    def pathways(self) -> list[Entry[Pathway]]:
        return sorted(self.catalog.pathways.values(), key=lambda entry: entry.record.title)

    @cached_property
    def focus_areas(self) -> list[Entry[FocusArea]]:
        return sorted(self.catalog.focus_areas.values(), key=lambda entry: entry.record.name)

    @cached_property
    def issuers(self) -> list[Entry[Issuer]]:
        return sorted(self.catalog.issuers.values(), key=lambda entry: entry.record.name)

    @cached_property
    def pathways_of(self) -> dict[str, list[Entry[Pathway]]]:
        """Pathways by the credentials they contain."""
        found: dict[str, list[Entry[Pathway]]] = defaultdict(list)
        for entry in self.pathways:
            for slug in dict.fromkeys(slug for stage in entry.record.stages for slug in stage.credentials):
                found[slug].append(entry)
        return found

    def href(self, path: str) -> str:
        """The link to a path of the site."""
        return self.root + path

    def art(self, entry: Entry[Listing]) -> str:
        """The picture of a credential: its own, the one drawn for it, or that of its focus area."""
        record = entry.record
        if record.image:
            return self.href(urls.media(_beside(entry.path, record.image)))
        if self.site.publish.badge_art:
            return self.href(urls.badge_art(entry.slug))
        return self.href(urls.focus_art(record.focus_areas[0]))

    def issuer_art(self, entry: Entry[Issuer]) -> str:
        image = entry.record.image
        return self.href(urls.media(_beside(entry.path, image)) if image else urls.issuer_art(entry.slug))

    def hue(self, entry: Entry[Listing]) -> str:
        return self.catalog.focus_areas[entry.record.focus_areas[0]].record.hue

    def focus_link(self, slug: str) -> Link:
        return Link(text=self.catalog.focus_areas[slug].record.name, href=self.href(urls.focus_area(slug)))

    def issuer_link(self, slug: str) -> Link:
        return Link(text=self.catalog.issuers[slug].record.name, href=self.href(urls.issuer(slug)))

    def card(self, entry: Entry[Listing]) -> Card:
        """The card of a credential; made once."""
        found = self._cards.get(entry.slug)
        if found is None:
            found = self._cards[entry.slug] = self._card(entry)
        return found

    def _card(self, entry: Entry[Listing]) -> Card:
        record = entry.record
        return Card(
            slug=entry.slug,
            href=self.href(urls.credential(entry.slug)),
            title=record.title,
            summary=record.summary,
            art=self.art(entry),
            issuer=self.issuer_link(entry.issuer),
            problems=record.problems,
            focus=tuple(self.focus_link(slug) for slug in record.focus_areas),
            effort=words.effort(record.effort),
            grades=", ".join(self.site.grades[grade] for grade in record.grades),
            cost=words.cost(record.cost),
            evidence=wording.count(len(record.evidence), "part"),
            hue=self.hue(entry),
            retired=record.status == "retired",
        )

    def cards(self, entries: list[Entry[Listing]]) -> tuple[Card, ...]:
        return tuple(self.card(entry) for entry in entries)

    def known_cards(self, slugs: tuple[str, ...]) -> tuple[Card, ...]:
        """Cards of those of the slugs that have a page and are offered."""
        found = [self.public[slug] for slug in slugs if slug in self.public]
        return self.cards([entry for entry in found if entry.record.status != "retired"])

    def focus_card(self, entry: Entry[FocusArea]) -> FocusCard:
        record = entry.record
        return FocusCard(
            slug=entry.slug,
            href=self.href(urls.focus_area(entry.slug)),
            name=record.name,
            summary=record.summary,
            art=self.href(urls.focus_art(entry.slug)),
            hue=record.hue,
            count=len(self.by_focus_area.get(entry.slug, ())),
        )

    def focus_cards(self) -> tuple[FocusCard, ...]:
        """The cards of all focus areas."""
        return tuple(self.focus_card(entry) for entry in self.focus_areas)

    def issuer_card(self, slug: str) -> IssuerCard:
        entry = self.catalog.issuers[slug]
        record = entry.record
        return IssuerCard(
            slug=slug,
            href=self.href(urls.issuer(slug)),
            name=record.name,
            summary=record.summary,
            art=self.issuer_art(entry),
            type=record.type,
            location=record.location or "",
            count=self.offered_by[slug],
        )

    def pathway_card(self, entry: Entry[Pathway]) -> PathwayCard:
        record = entry.record
        total = len({slug for stage in record.stages for slug in stage.credentials if slug in self.public})
        return PathwayCard(
            slug=entry.slug,
            href=self.href(urls.pathway(entry.slug)),
            title=record.title,
            summary=record.summary,
            issuer=self.issuer_link(record.issuer),
            audience=words.listed([self.site.audiences[word] for word in record.audience]),
            steps=f"{wording.count(len(record.stages), 'step')}, {wording.count(total, 'credential')}",
        )


def _newest(entry: Entry[Listing]) -> tuple[int, str]:
    when = entry.record.updated or entry.record.published
    return (-when.toordinal() if when else 0, entry.slug)


def _beside(path: str, name: str) -> str:
    return f"{path.rsplit('/', 1)[0]}/{name}"
