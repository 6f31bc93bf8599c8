"""What a site has already that an import may refer to: names of its issuers, focus areas, audiences and the like."""

from collections.abc import Iterable, Mapping

from msgspec import Struct


class Known(Struct, frozen=True, kw_only=True):
    """Slugs by name, and issuers by slug. All names are compared without regard to case."""

    issuers: dict[str, str] = {}
    """The name of each issuer, by slug."""
    focus_areas: dict[str, str] = {}
    """The name of each focus area, by slug; likewise the vocabularies of the site's settings."""
    audiences: dict[str, str] = {}
    grades: dict[str, str] = {}
    evidence_kinds: dict[str, str] = {}
    credentials: tuple[str, ...] = ()
    """The slugs of all credentials."""

    def words(self, field: str) -> dict[str, str] | None:
        """The vocabulary of a field of a credential; None if it has none."""
        vocabularies = {
            "focus_areas": self.focus_areas,
            "audience": self.audiences,
            "grades": self.grades,
            "kinds": self.evidence_kinds,
        }
        return vocabularies.get(field)


def slug_in(words: Mapping[str, str], said: str) -> str:
    """The slug of what somebody calls `said`, by its slug or its name; empty if there is no such word."""
    plain = _plain(said)
    return next((slug for slug, name in words.items() if plain in (slug, _plain(name))), "")


def sorted_out(words: Mapping[str, str], said: Iterable[str]) -> tuple[list[str], list[str]]:
    """The slugs of what is known, each once, and the words that are not known."""
    slugs: dict[str, None] = {}
    unknown: list[str] = []
    for word in said:
        slug = slug_in(words, word)
        if slug:
            slugs[slug] = None
        else:
            unknown.append(word)
    return list(slugs), unknown


def _plain(said: str) -> str:
    return " ".join(said.casefold().split())
