"""What a made-up catalog says: issuers, focus areas and credentials as plain values, the same for every tool."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import markdown_bodies
import names
from prose import CELLS, CRITERIA, LEADS, PROBLEMS, TASK_NOTES, TASKS, TITLES, Prose

Fields = dict[str, Any]
FIRST_DAY = date(2019, 9, 1)
DAYS = 2_400
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
                "summary": self._summary(),
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
            "summary": self._summary(),
            "type": type_,
            "location": place,
            "website": f"https://{slug}.example.org",
            "contact": f"https://{slug}.example.org/ask",
            "since": self._day(),
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
        published = self._day()
        fields: Fields = {
            "title": title,
            "summary": self._summary(),
            "status": "published",
            "version": f"{self.random.randint(1, 3)}.{self.random.randint(0, 9)}",
            "published": published,
            "updated": min(FIRST_DAY + timedelta(DAYS), published + timedelta(self.random.randint(20, 900))),
            "focus_areas": self.random.sample(
                [area.slug for area in site.focus_areas], self.random.choice((1, 2, 2, 3))
            ),
            "problems": [self._problem() for _ in range(self.random.randint(3, 5))],
            "audience": self._some(names.AUDIENCES, 1, 3),
            "grades": self._some(names.GRADES, 1, 3),
            "effort": {
                "hours": self.random.choice((4, 6, 8, 10, 12, 15, 20)),
                "weeks": self.random.randint(2, 8),
            },
            "cost": self.random.choice(
                ({"amount": 0}, {"amount": 25}, {"amount": 40, "note": "Free for members"})
            ),
            "languages": ["en", *self._some({"es": 1, "fr": 1, "so": 1}, 0, 2)],
            **self._practice(),
            "related": self.random.sample(self._slugs, min(MOST_RELATED, len(self._slugs))),
        }
        self._slugs.append(slug)
        issuer = self.random.choice(site.issuers).slug
        return Record(slug, fields, markdown_bodies.body(self.prose, site.addresses()), issuer)

    def _practice(self) -> Fields:
        """The longer fields: method, research, resources, evidence with rubrics, review and recognition."""
        prose, number = self.prose, self.random.randint
        return {
            "competency": prose.sentences(1, 2),
            "key_method": {
                "name": prose.opened(LEADS),
                "summary": prose.sentences(1, 2),
                "components": [{"name": prose.opened(("{do}",)), "text": prose.sentence()} for _ in range(3)],
            },
            "research": [
                {
                    "citation": f"{prose.opened(('{adj} {things} with {who}',))} ({number(1996, 2024)})",
                    "note": prose.sentence(),
                    "url": f"https://example.org/research/{number(1, 900)}",
                },
                {"note": f"Practice-based. {prose.sentence()}"},
            ],
            "resources": [self._resource() for _ in range(number(2, 3))],
            "evidence": [self._part() for _ in range(3)],
            "reflection": [f"{prose.opened(('Which {things} did {who} {do}',))}?" for _ in range(2)],
            "review": {
                "days": number(10, 30),
                "assessors": number(1, 2),
                "assessors_hold_it": number(0, 1) == 1,
            },
            "recognition": [self._recognition()],
            "alignments": [
                {
                    "framework": "Example Standards for Teaching",
                    "name": prose.opened(("{do} {things} with {who}",)),
                    "code": f"{number(1, 9)}.{number(1, 9)}",
                    "url": f"https://example.org/standards/{number(1, 300)}",
                }
            ],
        }

    def _part(self) -> Fields:
        prose = self.prose
        rows = [self._row(pattern) for pattern in self.random.sample(CRITERIA, 2)]
        task = f"{prose.pick(TASKS)}\n\n{prose.pick(TASK_NOTES)}"
        return {
            "title": prose.opened(("Your {thing} and {things}", "{n} days of {things}", "What {who} {did}")),
            "kinds": self._some(names.KINDS_OF_EVIDENCE, 1, 2),
            "task": task,
            "rubric": rows,
        }

    def _row(self, pattern: str) -> Fields:
        cells = self.random.sample(CELLS, len(names.LEVELS))
        levels = {level: self.prose.fill(cell) for level, cell in zip(names.LEVELS, cells, strict=True)}
        return {"criterion": self.prose.opened((pattern,)), "levels": levels}

    def _resource(self) -> Fields:
        title = self.prose.opened(("A {thing} for {who}", "{adj} {things} to copy"))
        resource: Fields = {"title": title, "note": self.prose.opened(("{n} minutes, good {when}",))}
        if self.random.random() < 0.5:
            resource["url"] = f"https://example.org/resources/{self.random.randint(1, 500)}"
        return resource

    def _recognition(self) -> Fields:
        hours = self.random.choice((5, 10, 15, 20))
        return {
            "by": f"{self.random.choice(names.PLACES)} Board of Education",
            "grants": f"{hours} contact hours toward license renewal",
            "hours": hours,
            "rule": f"https://example.org/rules/{self.random.randint(1, 90)}",
            "as_of": self._day(),
        }

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

    def _summary(self) -> str:
        while True:
            summary = self.prose.sentence()
            if len(summary) <= 230:
                return summary

    def _some(self, words: dict[str, Any], low: int, high: int) -> list[str]:
        chosen = self.random.sample(list(words), self.random.randint(low, high))
        return sorted(chosen, key=list(words).index)

    def _day(self) -> date:
        return FIRST_DAY + timedelta(self.random.randrange(DAYS))


def slug_of(title: str) -> str:
    """The title as part of an address."""
    letters = "".join(letter if letter.isascii() and letter.isalnum() else " " for letter in title.lower())
    return "-".join(letters.split())


def _numbered(words: tuple[str, ...], number: int) -> str:
    lap = number // len(words)
    return words[number % len(words)] + (f" {lap + 1}" if lap else "")
