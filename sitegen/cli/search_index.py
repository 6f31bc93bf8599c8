"""The index of a site's credentials as its content stands now; what a build has analysed is not analysed again."""

from typing import TYPE_CHECKING, NamedTuple

from sitegen.cli import bar, options, site

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sitegen.model.catalog import Catalog
    from sitegen.search.files import Entry
    from sitegen.search.index import Source
    from sitegen.search.published import Published


class Opened(NamedTuple):
    """An index to ask; what it was made of, the same credentials as documents and as entries; who is in which focus area."""

    published: "Published"
    sources: "Sequence[Source]"
    entries: "Sequence[Entry]"
    areas: "Mapping[str, Sequence[str]]"


def of(setting: options.Setting, *, drafts: bool) -> Opened:
    """The index of all credentials that can be found, with drafts if they are wanted."""
    root = site.root(setting)
    import msgspec

    from sitegen import catalogs, indexing, reads, version
    from sitegen.documents import Documents
    from sitegen.model.credential import Credential
    from sitegen.model.document import Document
    from sitegen.options import Options, lock_file, state_file
    from sitegen.search import files, inside, sources, vectors
    from sitegen.store import Store
    from sitegen.write import lock

    wanted = Options(root=root, out=root / "public", drafts=drafts)
    decoder = msgspec.json.Decoder(Document[Credential])
    with lock.held(lock_file(wanted), wait=True), bar.progress(setting) as show:
        store = Store(state_file(wanted), version.of_code())
        try:
            state = reads.read(wanted, store, show)
            whole = catalogs.load(state, store)[0]
            shown = whole if drafts else catalogs.public(whole)
            indexing.refresh(shown, wanted, store, show)
            tongue = indexing.understood(state.site.language, indexing.glossary(store))
            offered = (entry for entry in shown.credentials.values() if entry.record.status != "retired")
            rows = [store.reading(entry.path) for entry in offered]
        finally:
            store.close()
        kept = Documents(str(state_file(wanted))).analyses()
    found = [sources.of(decoder.decode(row.document), shown) for row in rows if row is not None]
    table = vectors.load(tongue.vectors) if tongue.vectors else None
    entries, told = inside.entries(found, files.Setting(language=tongue, vectors=table), kept)
    return Opened(inside.asked(entries, told), found, entries, _areas(shown, found))


def _areas(catalog: "Catalog", sources: "Sequence[Source]") -> dict[str, list[str]]:
    """The credentials in each focus area, by the area's name."""
    members: dict[str, list[str]] = {}
    for source in sources:
        for area in catalog.credentials[source.slug].record.focus_areas:
            if area in catalog.focus_areas:
                members.setdefault(catalog.focus_areas[area].record.name, []).append(source.slug)
    return members
