"""Problem statements: two credentials that claim the same one make search guess."""

import re
from collections.abc import Iterator

from sitegen.model.catalog import Catalog
from sitegen.problem import Problem, Span

_WORD = re.compile(r"[a-z0-9]+")
_SMALL = frozenset(
    [
        "a",
        "an",
        "the",
        "my",
        "our",
        "their",
        "his",
        "her",
        "of",
        "to",
        "in",
        "on",
        "at",
        "is",
        "are",
        "do",
        "does",
        "it",
        "and",
        "or",
        "so",
        "that",
        "when",
        "i",
        "they",
        "them",
    ]
)


def check(catalog: Catalog) -> Iterator[Problem]:
    """Statements that say the same as one given before, in this credential or another."""
    seen: dict[frozenset[str], tuple[str, str]] = {}
    for entry in catalog.credentials.values():
        if entry.record.status == "retired":
            continue
        for index, statement in enumerate(entry.record.problems):
            words = words_of(statement)
            if words in seen:
                yield _shared(entry.path, index, *seen[words])
            else:
                seen[words] = (entry.path, entry.record.title)


def words_of(statement: str) -> frozenset[str]:
    """The words that make up a statement, in lower case and without the small ones; without any such, the statement."""
    words = _WORD.findall(statement.lower())
    return frozenset(w for w in words if w not in _SMALL) or frozenset(words) or frozenset([statement])


def _shared(path: str, index: int, other: str, title: str) -> Problem:
    where = "above" if other == path else f"in “{title}”"
    return Problem(
        code="shared-problem",
        message=f"the same problem statement stands {where}",
        hint="say what is different about the situation that this credential helps with",
        severity="warning",
        span=Span(path),
        path=("problems", index),
        related=(Span(other),) if other != path else (),
    )
