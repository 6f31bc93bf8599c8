"""Names: no two records share an address, a former address or a look."""

import unicodedata
from collections.abc import Iterator

from sitegen.model.catalog import Catalog
from sitegen.problem import Problem, Span

LOOKS = str.maketrans("аеорсухіјѕԁһԛԝӏɑο０１ІӀ", "aeopcyxijsdhqwlao0lll")
"""Letters of other alphabets that look like Latin ones (after UTS 39; the ones seen in names)."""


def check(catalog: Catalog) -> Iterator[Problem]:
    """Aliases that are taken, and names of issuers that cannot be told apart."""
    yield from _aliases("credential", catalog.credentials)
    yield from _aliases("issuer", catalog.issuers)
    yield from _aliases("focus area", catalog.focus_areas)
    yield from _aliases("pathway", catalog.pathways)
    yield from _aliases("page", catalog.pages)
    yield from _look_alikes(catalog)


def _aliases(noun: str, entries: dict) -> Iterator[Problem]:  # type: ignore[type-arg]
    taken = {slug: entry.path for slug, entry in entries.items()}
    for entry in entries.values():
        for index, alias in enumerate(entry.record.aliases):
            if alias in taken:
                yield Problem(
                    code="address-taken",
                    message=f"the former name `{alias}` is already the name of another {noun}",
                    hint="delete it here, or rename the other one",
                    span=Span(entry.path),
                    path=("aliases", index),
                    related=(Span(taken[alias]),),
                )
            taken.setdefault(alias, entry.path)


def _look_alikes(catalog: Catalog) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for entry in catalog.issuers.values():
        look = skeleton(entry.record.name)
        if look in seen:
            yield Problem(
                code="look-alike-issuer",
                message=f"the name “{entry.record.name}” cannot be told apart from another issuer's",
                hint="add the place or the kind of organization to the name",
                span=Span(entry.path),
                path=("name",),
                related=(Span(seen[look]),),
            )
        seen.setdefault(look, entry.path)


def skeleton(name: str) -> str:
    """The look of a name: without case, accents, spaces and borrowed letters (after Unicode UTS 39)."""
    plain = unicodedata.normalize("NFKD", name.casefold().translate(LOOKS))
    return "".join(c for c in plain if not unicodedata.combining(c) and c.isalnum())
