"""A catalog's own glossary beside a language's: what it adds, and which of its entries would mislead a search."""

from collections.abc import Iterator

from msgspec.structs import replace

from sitegen.model.glossary import Glossary
from sitegen.problem import Path, Problem, Span
from sitegen.search import language as languages
from sitegen.search.language import Language
from sitegen.search.terms import MOST_IN_ENTRY


def extended(language: Language, own: Glossary) -> Language:
    """The language with the catalog's own words; these take the place of what the language says of the same words."""
    return (
        replace(language, glossary={**language.glossary, **_entries(language, own)})
        if own.terms
        else language
    )


def check(path: str, own: Glossary, language: Language) -> Iterator[Problem]:
    """Entries that are no words, that occur in any question, that stand there twice, or that lead in a circle."""
    taken: dict[str, tuple[int, str]] = {}
    for number, entry in enumerate(own.terms):
        at: Path = ("terms", number)
        for place, term in (
            (("term",), entry.term),
            *((("also", n), one) for n, one in enumerate(entry.also)),
        ):
            key = _key(term)
            yield from _bad_term(path, (*at, *place), term, language)
            first, before = taken.setdefault(key, (number, term))
            if first != number:
                yield _taken(path, (*at, *place), term, before)
        if not languages.telling(language, entry.means):
            yield _meaningless(path, (*at, "means"), entry.term)
    yield from _circles(path, own, language)


def _entries(language: Language, own: Glossary) -> dict[str, str]:
    """What each term stands for: words in small letters, without those that say nothing."""
    found: dict[str, str] = {}
    for entry in own.terms:
        meant = " ".join(dict.fromkeys(languages.telling(language, entry.means)))
        for term in (entry.term, *entry.also):
            key = _key(term)
            if key and meant:
                found.setdefault(key, meant)
    return found


def _key(term: str) -> str:
    return " ".join(languages.words(term))


def _bad_term(path: str, at: Path, term: str, language: Language) -> Iterator[Problem]:
    words = languages.words(term)
    if not 1 <= len(words) <= MOST_IN_ENTRY:
        said = "is no word" if not words else f"has more than {MOST_IN_ENTRY} words"
        yield Problem(
            code="glossary-no-word",
            message=f"“{term}” {said}, so no question will ever be matched with it",
            hint="write the short form or the few words that people type, as in `MTSS` or `exit ticket`",
            span=Span(path),
            path=at,
        )
    elif not any(languages.tells(language, word) for word in words):
        yield Problem(
            code="glossary-too-common",
            message=f"“{term}” occurs in any question, so this meaning would be added to all of them",
            hint="leave it out, or give the longer form that only means this",
            span=Span(path),
            path=at,
        )


def _taken(path: str, at: Path, term: str, before: str) -> Problem:
    same = "" if term == before else f" (written “{before}”)"
    return Problem(
        code="glossary-taken",
        message=f"“{term}” is explained twice: it stands above too{same}",
        hint="put both meanings into one entry; capital letters and hyphens make no difference",
        span=Span(path),
        path=at,
    )


def _meaningless(path: str, at: Path, term: str) -> Problem:
    return Problem(
        code="glossary-no-word",
        message=f"what “{term}” stands for has no word that a search could look for",
        hint="name what credentials about it would say",
        span=Span(path),
        path=at,
    )


def _circles(path: str, own: Glossary, language: Language) -> Iterator[Problem]:
    """Entries that stand for themselves, and pairs that stand for one another: neither says anything new."""
    meant = {_key(entry.term): _key(entry.means) for entry in own.terms}
    for number, entry in enumerate(own.terms):
        key = _key(entry.term)
        words = languages.telling(language, entry.means)
        if not words or not key:
            continue
        back = meant.get(meant[key]) == key and meant[key] != key
        if set(words) <= set(key.split()) or back:
            other = (
                f"“{entry.means}”, which stands for “{entry.term}” again" if back else "nothing but itself"
            )
            yield Problem(
                code="glossary-circle",
                message=f"“{entry.term}” stands for {other}",
                hint="say in other words what it is about; other ways to write it belong into `also`",
                severity="warning",
                span=Span(path),
                path=("terms", number, "means"),
            )
