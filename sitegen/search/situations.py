"""Situations that educators bring up, as topics under which credentials are found: which of them a credential answers."""

from collections.abc import Sequence

from sitegen.search import language as languages
from sitegen.search import meaning
from sitegen.search.columns import Columns
from sitegen.search.language import Situation

NEAR = 0.28
"""A credential is about a situation if they are at least so alike."""

BESIDE = 0.32
"""It is about a second one too if it is so like that one,"""

SHARE = 0.85
"""and at least by this share as like it as the first."""


class Situations:
    """The situations of one language, ready to be compared with what credentials are about."""

    def __init__(self, known: Sequence[Situation], texts: meaning.Texts | None) -> None:
        written = {one.slug: _direction(one, texts) for one in known} if texts is not None else {}
        self._slugs = [slug for slug, letters in written.items() if letters]
        self._sizes = [meaning.size(meaning.read(written[slug])) for slug in self._slugs]
        self._columns = Columns([written[slug] for slug in self._slugs])

    def of(self, about: str) -> dict[str, int]:
        """The slugs of the situations that a direction is about, two at most, and how near they are in thousandths."""
        if not about or not self._slugs:
            return {}
        size = meaning.size(meaning.read(about))
        alike = zip(self._columns.products(about), self._sizes, self._slugs, strict=True)
        near = sorted((-product / (size * own), slug) for product, own, slug in alike)
        best = -near[0][0]
        floors = (NEAR, max(BESIDE, SHARE * best))
        return {
            slug: round(-1000 * likeness)
            for (likeness, slug), floor in zip(near, floors, strict=False)
            if -likeness >= floor
        }


def _direction(one: Situation, texts: meaning.Texts) -> str:
    return texts.written([texts.of(languages.words(one.words))], meaning.FINE)
