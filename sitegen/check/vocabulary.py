"""Vocabularies: audiences, grades and kinds of evidence are words that the site knows."""

import difflib
from collections.abc import Collection, Iterator

from sitegen.model.catalog import Catalog
from sitegen.problem import Path, Problem, Span


def check(catalog: Catalog) -> Iterator[Problem]:
    """Words in credentials and pathways that `content/site.yaml` does not define."""
    site = catalog.site
    if catalog.stand_in:
        return
    for entry in catalog.credentials.values():
        record = entry.record
        yield from _words(entry.path, ("audience",), record.audience, "audience", site.audiences)
        yield from _words(entry.path, ("grades",), record.grades, "grade", site.grades)
        for number, kinds in enumerate(record.evidence):
            place: Path = ("evidence", number, "kinds")
            yield from _words(entry.path, place, kinds, "kind of evidence", site.evidence_kinds)
    for pathway in catalog.pathways.values():
        yield from _words(pathway.path, ("audience",), pathway.record.audience, "audience", site.audiences)


def _words(
    path: str, place: Path, words: tuple[str, ...], noun: str, known: Collection[str]
) -> Iterator[Problem]:
    for index, word in enumerate(words):
        if word not in known:
            near = difflib.get_close_matches(word, list(known), 1)
            yield Problem(
                code="unknown-vocabulary",
                message=f"`{word}` is not {_a(noun)} of this site",
                hint=(f"did you mean `{near[0]}`? " if near else "") + f"the site knows: {', '.join(known)}",
                span=Span(path),
                path=(*place, index),
            )


def _a(noun: str) -> str:
    return f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"
