"""What an index hides: credentials that their own words do not find, and problem statements that lead somewhere else."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from sitegen.search import language as languages
from sitegen.search import ranking
from sitegen.search.index import Source
from sitegen.search.language import Language
from sitegen.search.published import Published
from sitegen.search.ranking import Answer
from sitegen.search.reasons import Hit

LEAD = 7
"""So many telling words of a competency are asked: about what somebody types who has heard of it."""

HALF = 4
"""A problem statement with fewer telling words than this is not asked by half."""

STATEMENT, PART, TITLE, COMPETENCY = "problem statement", "problem statement by half", "title", "competency"


class Own(Struct, frozen=True, kw_only=True):
    """A question that one credential should answer: its own words, whole or as far as somebody remembers them."""

    slug: str
    kind: str
    text: str


class Asked(Struct, frozen=True, kw_only=True):
    """What came of a question: the place of its credential among the first ten (0: not there); who came first, and why."""

    own: Own
    place: int
    first: str = ""
    why: str = ""


class Hidden(Struct, frozen=True, kw_only=True):
    """A credential that fewer than half of its own questions find, and those that do not."""

    slug: str
    asked: int
    found: int
    missed: Sequence[Own]


class Led(Struct, frozen=True, kw_only=True):
    """A problem statement that leads to another credential first: where its own stands (0: not among ten), and why."""

    slug: str
    statement: str
    place: int
    first: str
    why: str


class Gap(Struct, frozen=True, kw_only=True):
    """Something that visitors ask for and that no credential has the words of; what comes first instead."""

    words: str
    first: str


def questions(source: Source) -> Iterator[Own]:
    """What a visitor types who knows a credential's title or has the very problem that it names."""
    yield Own(slug=source.slug, kind=TITLE, text=source.title)
    for problem in source.problems:
        yield Own(slug=source.slug, kind=STATEMENT, text=problem)


def more_questions(language: Language, source: Source) -> Iterator[Own]:
    """What somebody types who remembers half of a problem statement, or has heard what the competency is."""
    for problem in source.problems:
        telling = languages.telling(language, problem)
        if len(telling) >= HALF:
            yield Own(slug=source.slug, kind=PART, text=" ".join(telling[::2]))
    lead = languages.telling(language, source.texts.get("competency", ""))[:LEAD]
    if lead:
        yield Own(slug=source.slug, kind=COMPETENCY, text=" ".join(lead))


def in_doubt(asked: Iterable[Asked]) -> set[str]:
    """The credentials that some question did not find: these are worth more questions."""
    return {one.own.slug for one in asked if not one.place}


def ask(index: Published) -> Callable[[Own], Asked]:
    """What asks an index one question."""

    def one(own: Own) -> Asked:
        answer = ranking.search(index, _plain(own.text))
        place = next((n for n, hit in enumerate(answer.hits, 1) if hit.slug == own.slug), 0)
        if place == 1 or not answer.hits:
            return Asked(own=own, place=place)
        why = _why(own, answer, place) if own.kind == STATEMENT else ""
        return Asked(own=own, place=place, first=answer.hits[0].slug, why=why)

    return one


def hidden(asked: Iterable[Asked]) -> list[Hidden]:
    """The credentials that fewer than half of their questions find, those first that none finds."""
    by_slug: dict[str, list[Asked]] = {}
    for one in asked:
        by_slug.setdefault(one.own.slug, []).append(one)
    found = [_hidden(slug, those) for slug, those in by_slug.items()]
    return sorted((one for one in found if 2 * one.found < one.asked), key=lambda one: (one.found, one.slug))


def led_away(asked: Iterable[Asked]) -> list[Led]:
    """The problem statements that lead to another credential first, those first that do not find their own at all."""
    found = [
        Led(slug=one.own.slug, statement=one.own.text, place=one.place, first=one.first, why=one.why)
        for one in asked
        if one.own.kind == STATEMENT and one.place != 1
    ]
    return sorted(found, key=lambda led: (-(led.place or 99), led.slug, led.statement))


def gaps(index: Published) -> list[Gap]:
    """The entries of the glossary that the catalog has no words for: neither their own nor those they stand for."""
    return [
        Gap(words=entry, first=hits[0].slug if (hits := ranking.search(index, entry, most=1).hits) else "")
        for entry, meant in index.manifest.glossary.items()
        if not all(_holds(index, word) for word in entry.split())
        and not any(_holds(index, word) for word in meant.split())
    ]


def _holds(index: Published, word: str) -> bool:
    return index.term(index.stem(word)) is not None


def _plain(text: str) -> str:
    """A text without what would make phrases and demands of its words."""
    return text.replace('"', " ").replace("“", " ").replace("”", " ").replace(":", " ")


def _hidden(slug: str, asked: Sequence[Asked]) -> Hidden:
    missed = [one.own for one in asked if not one.place]
    return Hidden(slug=slug, asked=len(asked), found=len(asked) - len(missed), missed=missed)


def _why(own: Own, answer: Answer, place: int) -> str:
    """What speaks more for the first answer than for the credential whose statement it is."""
    first = answer.hits[0]
    mine = answer.hits[place - 1] if place else None
    if languages.words(first.problem) == languages.words(own.text):
        return "names the same problem"
    if mine is None:
        return f"has {_list(first.matched)}" if first.matched else "is nearer in meaning"
    shares = _shares(first, mine)
    most = max(shares, key=lambda name: shares[name])
    more = tuple(word for word in first.matched if word not in mine.matched)
    return {
        "statement": f"has a nearer statement: “{first.problem}”",
        "words": f"has also {_list(more)}"
        if more
        else "has the same words, and more often or in fewer words",
        "meaning": "is nearer in meaning as a whole",
        "echo": "is more like the other good answers",
    }[most]


def _shares(first: Hit, mine: Hit) -> Mapping[str, float]:
    """By how much each share of the score speaks more for one than for the other."""
    return {
        "statement": first.statement - mine.statement if first.problem else 0.0,
        "words": first.words - mine.words,
        "meaning": first.meaning - mine.meaning,
        "echo": first.echo - mine.echo,
    }


def _list(words: Sequence[str]) -> str:
    return ", ".join(f"“{word}”" for word in words)
