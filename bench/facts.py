"""What a made-up catalog says: issuers, focus areas and credentials as plain values, the same for every tool."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import markdown_bodies
import names
import practice
from prose import DAYS, FIRST_DAY, PROBLEMS, TITLES, Prose

Fields = dict[str, Any]
LAST_DAY = FIRST_DAY + timedelta(DAYS)
HOURS = (4, 6, 8, 10, 12, 15, 20)
COSTS: tuple[Fields, ...] = ({"amount": 0}, {"amount": 25}, {"amount": 40, "note": "Free for members"})
MOST_RELATED = 2
PLAIN_WORD = 6
"""Shorter words are left out when two problem statements are compared."""


@dataclass(frozen=True)
class Record:
    """One content file: its slug, its fields under sitegen's names, and its Markdown text."""

    slug: str
    fields: Fields
    body: str
    issuer: str = ""


@dataclass(frozen=True)
class Site:
    """Everything but the credentials, which are made one by one."""

    issuers: tuple[Record, ...]
    focus_areas: tuple[Record, ...]

    def addresses(self) -> list[str]:
        """Pages of the site that any text may lead to."""
        return [f"/focus-areas/{area.slug}/" for area in self.focus_areas]


class Maker:
    """Makes the records of a catalog; the same seed gives the same ones."""

    def __init__(self, seed: int) -> None:
        self.prose = Prose(seed)
        self.random = self.prose.random
        self._taken: set[frozenset[str]] = set()
        self._slugs: list[str] = []

    def site(self, issuers: int, focus_areas: int) -> Site:
        areas = tuple(self._areas(focus_areas))
        addresses = Site((), areas).addresses()
        return Site(tuple(self._issuer(number, addresses) for number in range(issuers)), areas)

    def credentials(self, site: Site, count: int) -> Iterator[Record]:
        for _ in range(count):
            yield self._credential(site)

    def _areas(self, count: int) -> Iterator[Record]:
        titles = [_numbered(names.AREAS, number) for number in range(count)]
        slugs = [slug_of(title) for title in titles]
        for number, (title, slug) in enumerate(zip(titles, slugs, strict=True)):
            near = [slugs[(number + step) % count] for step in (3, 8, 13)]
            fields = {
                "name": title,
                "summary": self.prose.summary(),
                "hue": names.HUES[number % len(names.HUES)],
                "glyph": names.GLYPHS[number % len(names.GLYPHS)],
                "related": [other for other in dict.fromkeys(near) if other != slug],
            }
            yield Record(
                slug,
                fields,
                markdown_bodies.introduction(self.prose, [f"/focus-areas/{other}/" for other in slugs]),
            )

    def _issuer(self, number: int, addresses: list[str]) -> Record:
        kind, type_ = names.KINDS[number % len(names.KINDS)]
        place = _numbered(names.PLACES, number)
        name = f"{place} {kind}"
        slug = slug_of(name)
        fields = {
            "name": name,
            "summary": self.prose.summary(),
            "type": type_,
            "location": place,
            "website": f"https://{slug}.example.org",
            "contact": f"https://{slug}.example.org/ask",
            "since": self.prose.day(),
            "form": {
                "url": f"https://forms.example.org/{slug}?for=SG_CREDENTIAL&v=SG_VERSION",
                "run_by": name,
                "asks": "your name, an e-mail address for our letter, and a link to a folder with your evidence",
                "without_account": "No account is needed. If you would rather send paper, ask us for the address.",
            },
        }
        return Record(slug, fields, markdown_bodies.introduction(self.prose, addresses))

    def _credential(self, site: Site) -> Record:
        title = self._title()
        slug = slug_of(title)
        published = self.prose.day()
        fields: Fields = {
            "title": title,
            "summary": self.prose.summary(),
            "status": "published",
            "version": f"{self.random.randint(1, 3)}.{self.random.randint(0, 9)}",
            "published": published,
            "updated": min(LAST_DAY, published + timedelta(self.random.randint(20, 900))),
            "focus_areas": self._focus_areas(site),
            "problems": [self._problem() for _ in range(self.random.randint(3, 5))],
            "audience": self.prose.some(names.AUDIENCES, 1, 3),
            "grades": self.prose.some(names.GRADES, 1, 3),
            "effort": {"hours": self.random.choice(HOURS), "weeks": self.random.randint(2, 8)},
            "cost": self.random.choice(COSTS),
            "languages": ["en", *self.prose.some(("es", "fr", "so"), 0, 2)],
            **practice.fields(self.prose),
            "related": self.random.sample(self._slugs, min(MOST_RELATED, len(self._slugs))),
        }
        self._slugs.append(slug)
        issuer = self.random.choice(site.issuers).slug
        return Record(slug, fields, markdown_bodies.body(self.prose, site.addresses()), issuer)

    def _focus_areas(self, site: Site) -> list[str]:
        count = self.random.choice((1, 2, 2, 3))
        return self.random.sample([area.slug for area in site.focus_areas], count)

    def _title(self) -> str:
        while True:
            title = self.prose.opened(TITLES)
            if len(title) <= 78 and self._free(frozenset([slug_of(title)])):
                return title

    def _problem(self) -> str:
        while True:
            statement = self.prose.opened(PROBLEMS)
            words = frozenset(
                word.strip(",").lower() for word in statement.split() if len(word) >= PLAIN_WORD
            )
            if len(statement) <= 150 and self._free(words):
                return statement

    def _free(self, words: frozenset[str]) -> bool:
        if words in self._taken:
            return False
        self._taken.add(words)
        return True


def slug_of(title: str) -> str:
    """The title as part of an address."""
    letters = "".join(letter if letter.isascii() and letter.isalnum() else " " for letter in title.lower())
    return "-".join(letters.split())


def _numbered(words: tuple[str, ...], number: int) -> str:
    lap = number // len(words)
    return words[number % len(words)] + (f" {lap + 1}" if lap else "")
