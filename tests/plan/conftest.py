"""Fixtures: the small catalog, and ways to change one thing in it."""

from collections.abc import Callable
from typing import Any

import pytest
import small_catalog
from msgspec.structs import replace

from sitegen.model.catalog import Catalog, listing
from sitegen.model.credential import Credential
from sitegen.model.document import Document, Entry
from sitegen.model.site import Repository, Site
from sitegen.plan.lookup import Lookup


@pytest.fixture
def site() -> Site:
    return Site(
        name="Open Shelf",
        tagline="Credentials for people who teach.",
        base_url="https://shelf.example.org",
        repository=Repository(url="https://github.com/example/shelf"),
    )


@pytest.fixture
def documents() -> dict[str, Document[Credential]]:
    return small_catalog.documents()


@pytest.fixture
def catalog(site: Site) -> Catalog:
    credentials = {
        slug: Entry(path=d.path, slug=slug, issuer=d.issuer, record=listing(d.record))
        for slug, d in small_catalog.documents().items()
    }
    return Catalog(
        site=site,
        credentials=credentials,
        issuers=small_catalog.entries("issuers", small_catalog.issuers()),
        focus_areas=small_catalog.entries("focus-areas", small_catalog.focus_areas()),
        pathways=small_catalog.entries("pathways", small_catalog.pathways()),
        pages=small_catalog.entries("pages", small_catalog.pages()),
    )


@pytest.fixture
def look(catalog: Catalog) -> Lookup:
    return Lookup(catalog)


@pytest.fixture
def many(catalog: Catalog) -> Callable[[int], Lookup]:
    """Makes a catalog with so many offered credentials in the focus area `talk`, all by the museum."""

    def made(number: int) -> Lookup:
        model = catalog.credentials["loud-talk"]
        slugs = [f"c{place:04}" for place in range(number)]
        return Lookup(replace(catalog, credentials={slug: replace(model, slug=slug) for slug in slugs}))

    return made


@pytest.fixture
def with_site(catalog: Catalog) -> Callable[..., Lookup]:
    """Makes the same catalog for a site with other settings."""

    def made(**changes: Any) -> Lookup:
        return Lookup(replace(catalog, site=replace(catalog.site, **changes)))

    return made


@pytest.fixture
def with_record(catalog: Catalog) -> Callable[..., Lookup]:
    """Makes the same catalog with one record changed: its kind as in `credentials`, its slug, and fields."""

    def made(kind: str, slug: str, **changes: Any) -> Lookup:
        entries = dict(getattr(catalog, kind))
        entries[slug] = replace(entries[slug], record=replace(entries[slug].record, **changes))
        return Lookup(replace(catalog, **{kind: entries}))

    return made
