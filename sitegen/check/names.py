"""Names: no two records share an address, a former address or a look."""

import unicodedata
from collections.abc import Callable, Iterator
from typing import Any

from sitegen.model import urls
from sitegen.model.catalog import Catalog
from sitegen.problem import Problem, Span

LOOKS = str.maketrans("аеорсухіјѕԁһԛԝӏɑο０１ІӀ", "aeopcyxijsdhqwlao0lll")
"""Letters of other alphabets that look like Latin ones (after UTS 39; the ones seen in names)."""


ALIKE = str.maketrans("01i", "oll")
"""Latin letters and digits that look like one another."""


def check(catalog: Catalog) -> Iterator[Problem]:
    """Aliases that are taken, and names of issuers that cannot be told apart."""
    yield from _aliases(urls.credential, catalog.credentials)
    yield from _aliases(urls.issuer, catalog.issuers)
    yield from _aliases(urls.focus_area, catalog.focus_areas)
    yield from _aliases(urls.pathway, catalog.pathways)
    yield from _aliases(urls.text_page, catalog.pages)
    yield from _aliases(urls.person, catalog.people)
    yield from _aliases(urls.shortlist, catalog.lists)
    yield from _look_alikes(catalog)


def _aliases(page: Callable[[str], str], entries: dict[str, Any]) -> Iterator[Problem]:
    """Former names that would answer at an address something else has; `page` gives the address of a slug."""
    taken = {page(slug): entry.path for slug, entry in entries.items()}
    for entry in entries.values():
        for index, alias in enumerate(entry.record.aliases):
            address = urls.former(page(entry.slug), alias)
            first = address.strip("/").partition("/")[0]
            if first in urls.RESERVED and page is urls.text_page and not entry.slug.startswith(f"{first}/"):
                yield _reserved(entry.path, index, alias)
            elif address in taken:
                yield _taken(entry.path, index, alias, taken[address])
            taken.setdefault(address, entry.path)


def _reserved(path: str, index: int, alias: str) -> Problem:
    return Problem(
        code="reserved-name",
        message=f"the name `{alias}` is used by the site itself",
        hint="delete it from the former names",
        span=Span(path),
        path=("aliases", index),
    )


def _taken(path: str, index: int, alias: str, other: str) -> Problem:
    return Problem(
        code="address-taken",
        message=f"the former name `{alias}` is already the name of another page",
        hint="delete it here, or rename the other one",
        span=Span(path),
        path=("aliases", index),
        related=(Span(other),),
    )


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
    letters = "".join(c for c in plain if not unicodedata.combining(c) and c.isalnum())
    return letters.translate(ALIKE).replace("rn", "m")
