"""What lies near what in a build: found from the analyses of the search, and kept where nothing has changed."""

import hashlib
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from sitegen import indexing
from sitegen.model.catalog import Catalog
from sitegen.model.nearby import Nearby
from sitegen.options import Options
from sitegen.rows import AboutRow
from sitegen.store import Store
from sitegen.workers import Progress

if TYPE_CHECKING:
    from sitegen.search.nearest import Pool

STRONGEST = 96
"""So many numbers of a direction are compared: its first ones, in which documents differ most."""

SAME_FIELD = 340
OTHER_FIELD = 540
"""Thousandths of likeness from which credentials of the same field, and of others, are worth naming together."""

AHEAD = 150
"""So much more it counts to belong to the same field."""

_decode = msgspec.msgpack.Decoder(dict[str, list[tuple[str, int]]]).decode


class _Found(NamedTuple):
    name: str
    fact: bytes
    near: dict[str, list[tuple[str, int]]]


def wanted(catalog: Catalog) -> bool:
    """Whether the site shows anything that depends on what lies near what."""
    return catalog.site.publish.topics or catalog.site.publish.recommendations


def of(catalog: Catalog, options: Options, store: Store, progress: Progress) -> Nearby:
    """What lies near what in a catalog (without drafts, if they are not to be shown)."""
    if not wanted(catalog):
        return Nearby()
    indexing.refresh(catalog, options, store, progress)
    rows = [row for row in store.abouts() if row.slug in catalog.credentials]
    publish = catalog.site.publish
    return Nearby(
        alike=_alike(catalog, rows, store) if publish.recommendations else {},
        topics={row.slug: _topics(row.topics) for row in rows if row.topics} if publish.topics else {},
        titles=_titles(catalog.site.language) if publish.topics else {},
    )


def _topics(written: str) -> dict[str, int]:
    pairs = (pair.split(":") for pair in written.split())
    return {slug: int(near) for slug, near in pairs}


def _titles(language: str) -> dict[str, str]:
    from sitegen.search import language as languages

    return {one.slug: one.title for one in languages.of(language).situations}


def _alike(catalog: Catalog, rows: list[AboutRow], store: Store) -> dict[str, tuple[str, ...]]:
    from sitegen.search import nearest

    fields = {slug: entry.record.focus_areas for slug, entry in catalog.credentials.items()}
    things = [nearest.Thing(row.slug, row.about[:STRONGEST], fields[row.slug]) for row in rows if row.about]
    near: dict[str, list[tuple[str, int]]] = {}
    fresh: list[_Found] = []
    for name, pool in nearest.pools(things).items():
        found = _remembered(name, pool, store)
        fresh += [found] if found.fact else []
        for slug, those in found.near.items():
            near.setdefault(slug, []).extend(those)
    _remember(fresh, store)
    return {slug: _chosen(slug, those, fields) for slug, those in near.items()}


def _remembered(name: str, pool: "Pool", store: Store) -> _Found:
    """The nearest in a pool: found anew, with the fact to remember, unless the pool is what it was."""
    from sitegen.search.nearest import nearest

    digest = _mark(pool)
    before = store.fact(f"near:{name}") or b""
    if before.startswith(digest):
        return _Found(name, b"", _decode(before[len(digest) :]))
    found = nearest(pool)
    return _Found(name, digest + msgspec.msgpack.encode(found), found)


def _mark(pool: "Pool") -> bytes:
    """Changes with anything that the nearest in a pool depend on."""
    return hashlib.blake2b(msgspec.msgpack.encode(pool), digest_size=16).digest()


def _remember(found: list[_Found], store: Store) -> None:
    if found:
        store.begin()
        for one in found:
            store.remember(f"near:{one.name}", one.fact)
        store.commit()


def _chosen(slug: str, near: list[tuple[str, int]], fields: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Those that are near enough, the ones of the same field first by as much as that counts."""
    own = set(fields[slug])
    found: dict[str, int] = {}
    for other, likeness in near:
        shared = not own.isdisjoint(fields[other])
        if likeness >= (SAME_FIELD if shared else OTHER_FIELD):
            found[other] = likeness + (AHEAD if shared else 0)
    return tuple(sorted(found, key=lambda other: (-found[other], other)))
