"""Rows of `data/catalog.json` → what the index needs of each credential: a page of results shows what the list shows."""

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec
from msgspec import Struct

from sitegen.search.files import Entry, Setting

NOT_SHOWN = ("facets", "hours", "updated", "evidence")
"""What a row has that its card does not need."""

_encode = msgspec.json.Encoder().encode


class _Facet(Struct):
    name: str
    values: list[tuple[str, str]]


class _Catalog(Struct):
    facets: list[_Facet]
    rows: list[dict[str, Any]]


def entries(catalog: bytes, analyses: Mapping[str, bytes]) -> Iterator[Entry]:
    """The credentials of `data/catalog.json` in its order; `analyses` are kept analyses by slug.

    Raises msgspec.DecodeError or msgspec.ValidationError for other bytes, KeyError for a credential without an analysis.
    """
    for row in msgspec.json.decode(catalog, type=_Catalog).rows:
        card = {name: value for name, value in row.items() if name not in NOT_SHOWN}
        card["issuer"] = {"text": row["issuer"]["text"]}
        yield Entry(
            slug=row["slug"],
            analysis=analyses[row["slug"]],
            card=_encode(card),
            facets=row["facets"],
            hours=row["hours"],
        )


def setting(catalog: bytes, base: Setting) -> Setting:
    """The setting with the words for the values of all facets in `data/catalog.json`."""
    facets = msgspec.json.decode(catalog, type=_Catalog).facets
    return msgspec.structs.replace(base, facets={facet.name: facet.values for facet in facets})
