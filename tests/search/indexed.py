"""A built site with the index of its search beside its pages, as a build will put it there."""

from pathlib import Path

import msgspec

from sitegen import catalogs, reads, version
from sitegen.model.credential import Credential
from sitegen.model.document import Document
from sitegen.options import Options
from sitegen.search import files, language, meaning, rows, sources, vectors, words
from sitegen.search.files import Setting
from sitegen.search.index import Analyst, Source
from sitegen.store import Store

LIST = ' data-index="'


def of(project: Path) -> list[Source]:
    """The credentials of a project that its search can find."""
    wanted = Options(root=project, out=project / "public")
    store = Store(project / "index-test.db", version.of_code())
    decoder = msgspec.json.Decoder(Document[Credential])
    try:
        state = reads.read(wanted, store, lambda what, done, total: None)
        shown = catalogs.public(catalogs.load(state, store)[0])
        offered = (entry for entry in shown.credentials.values() if entry.record.status != "retired")
        found = [store.reading(entry.path) for entry in offered]
    finally:
        store.close()
    return [sources.of(decoder.decode(row.document), shown) for row in found if row is not None]


def add(project: Path, public: Path) -> None:
    """Put the files of the index beside the pages of a built site, and tell its pages where they are."""
    english = language.of("en")
    table = vectors.load(english.vectors)
    assert table is not None
    analyst = Analyst(english, meaning.Texts(table))
    analyses = {source.slug: analyst.analyse(source) for source in of(project)}
    catalog = (public / "data" / "catalog.json").read_bytes()
    setting = rows.setting(catalog, Setting(language=english, vectors=table))
    built = files.files(rows.entries(catalog, analyses), setting) | dict(words.files(table, english))
    for address, data in built.items():
        path = public / address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    (script,) = (public / "assets").glob("search.*.js")
    told = f' data-search="/data/" data-engine="/assets/{script.name}"{LIST}'
    for page in public.rglob("*.html"):
        text = page.read_text("utf-8")
        if LIST in text and "data-search=" not in text:
            page.write_text(text.replace(LIST, told, 1), "utf-8")
