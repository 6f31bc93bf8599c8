"""Which documents are about like things: the nearest of each, found without comparing everything with everything."""

from collections.abc import Iterator, Sequence
from heapq import nlargest
from typing import NamedTuple

from sitegen.search import groups, meaning
from sitegen.search.columns import Columns

MOST = 400
"""So many documents are compared with one another at most."""

FEW = 12
"""Fewer documents than this in a field leave little to choose from, so that further fields are looked at."""

KEPT = 8
"""So many of the nearest are told."""


class Thing(NamedTuple):
    """A document: its name, what it is about as a written direction, and the fields it belongs to, the closest first."""

    slug: str
    about: str
    fields: tuple[str, ...]


class Pool(NamedTuple):
    """Documents that are compared with one another; `asking` are those whose nearest are looked for among them."""

    things: tuple[Thing, ...]
    asking: tuple[Thing, ...]


Near = list[tuple[str, int]]
"""Names of the nearest documents, the nearest first, and how alike they are in thousandths."""


def pools(things: Sequence[Thing]) -> dict[str, Pool]:
    """Who is compared with whom, by name: all with all where they are few, else within the fields they belong to."""
    if len(things) <= MOST:
        return {"": Pool(tuple(things), tuple(things))}
    fields: dict[str, list[Thing]] = {}
    for thing in things:
        for field in thing.fields:
            fields.setdefault(field, []).append(thing)
    sizes = {field: len(members) for field, members in fields.items()}
    return {
        f"{field}/{number}": Pool(tuple(part), tuple(one for one in part if field in _asked(one, sizes)))
        for field, members in fields.items()
        for number, part in enumerate(_parts(members))
    }


def nearest(pool: Pool) -> dict[str, Near]:
    """The nearest of all that are asking in a pool, by name; of equally near ones the first in the pool."""
    columns = Columns([thing.about for thing in pool.things])
    sizes = [meaning.size(meaning.read(thing.about)) for thing in pool.things]
    place = {thing.slug: number for number, thing in enumerate(pool.things)}
    return {
        thing.slug: list(_near(pool, columns.products(thing.about), sizes, place[thing.slug]))
        for thing in pool.asking
    }


def _asked(thing: Thing, sizes: dict[str, int]) -> tuple[str, ...]:
    """The fields in which a document's nearest are looked for: the closest one, if that is not too small."""
    return thing.fields[:1] if sizes[thing.fields[0]] >= FEW else thing.fields


def _parts(members: list[Thing]) -> Iterator[list[Thing]]:
    """The documents of a field, cut into parts that are not too large, where they differ most."""
    count = 1
    while count * MOST < len(members):
        count *= 2
    if count == 1:
        yield members
        return
    vectors = [meaning.read(thing.about) for thing in members]
    for numbers in groups.members(vectors, count):
        yield [members[number] for number in numbers]


def _near(pool: Pool, products: list[int], sizes: list[float], own: int) -> Iterator[tuple[str, int]]:
    least = nlargest(KEPT + 1, products)[-1]
    close = [n for n, product in enumerate(products) if product >= least and n != own]
    alike = {n: round(1000 * products[n] / (sizes[n] * sizes[own])) for n in close}
    for number in sorted(close, key=lambda n: (-alike[n], n))[:KEPT]:
        yield pool.things[number].slug, alike[number]
