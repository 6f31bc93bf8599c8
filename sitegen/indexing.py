"""The index of the search in a build: what is analysed again, what is kept, and the jobs that make its files.

A credential is analysed again only if its document changed, or the names of its issuer and focus areas that stand beside it
in the search. Putting the analyses together is one job, which is done again when any of them, or the list of credentials, is
another than before.
"""

import hashlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

import msgspec
from msgspec import Struct

from sitegen import workers
from sitegen.documents import Documents
from sitegen.model.catalog import Catalog
from sitegen.model.credential import Credential
from sitegen.model.document import Document
from sitegen.model.glossary import Glossary
from sitegen.options import Options, state_file
from sitegen.plan.job import Job
from sitegen.read import places
from sitegen.rows import AnalysisRow
from sitegen.store import Store
from sitegen.workers import Progress

if TYPE_CHECKING:
    from sitegen.search.language import Language

INDEX = "data/search"
"""The job that makes the index, named for the folder of its files."""
WORDS = "data/words"
"""The job that publishes the word vectors."""
MAKERS = {INDEX: "search-index", WORDS: "search-words"}

_encode = msgspec.msgpack.Encoder().encode


class Names(Struct, frozen=True):
    """What an analysis depends on and is not in the credential's file."""

    language: str
    issuer: str
    areas: tuple[str, ...]


class Order(Struct, frozen=True):
    """All that the files of the index depend on: language, digest of all analyses, list of credentials, own glossary."""

    language: str
    analyses: bytes
    catalog: bytes
    glossary: bytes = b""


class _Task(NamedTuple):
    path: str
    digest: bytes
    names: bytes


def refresh(catalog: Catalog, options: Options, store: Store, progress: Progress) -> None:
    """Analyse the credentials of a catalog (without drafts, if they are not to be shown) that are not known as they are."""
    names = {
        entry.path: _encode(_names(catalog, entry.issuer, entry.record.focus_areas))
        for entry in catalog.credentials.values()
        if entry.record.status != "retired"
    }
    known, digests = store.analysis_keys(), store.document_digests()
    wanted = {path: (digests.get(path, b""), about) for path, about in names.items()}
    tasks = [_Task(path, *key) for path, key in wanted.items() if known.get(path) != key]
    _analyse(tasks, known.keys() - wanted.keys(), (catalog.site.language, options, store, progress))


def refresh_again(changed: tuple[str, ...], language: str, options: Options, store: Store) -> bool:
    """Analyse again those of some files that are in the index, all names being as before; whether there was one."""
    known = store.analysis_keys()
    tasks = [
        _Task(path, store.document_digest(path) or b"", known[path][1]) for path in changed if path in known
    ]
    _analyse(tasks, set(), (language, options, store, _quiet))
    return bool(tasks)


def _quiet(_what: str, _done: int, _total: int) -> None:
    """A few credentials are analysed before a bar could be drawn."""


def jobs(language: str, catalog: bytes, store: Store) -> Iterator[Job]:
    """The jobs for the index over the list of credentials in `catalog` (the bytes of `data/catalog.json`)."""
    from sitegen.search import language as languages

    digest = hashlib.blake2b(digest_size=16)
    for path, key in sorted(store.analysis_keys().items()):
        digest.update(_encode((path, key)))
    yield Job(INDEX, MAKERS[INDEX], _encode(Order(language, digest.digest(), catalog, glossary(store))))
    if languages.of(language).vectors:
        yield Job(WORDS, MAKERS[WORDS], language.encode())


def understood(language: str, own: bytes) -> "Language":
    """A language with the catalog's own glossary."""
    from sitegen.search import glossary as glossaries
    from sitegen.search import language as languages

    tongue = languages.of(language)
    return glossaries.extended(tongue, msgspec.json.decode(own, type=Glossary)) if own else tongue


def glossary(store: Store) -> bytes:
    """The catalog's own glossary as it was read; nothing if there is none."""
    row = store.reading(places.GLOSSARY)
    return row.entry if row else b""


def files(job: Job, analyses: dict[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """The files of a job for the index; `analyses` are all that are kept, by the credential's slug."""
    from sitegen.search import files as index_files
    from sitegen.search import language as languages
    from sitegen.search import rows, vectors, words

    if job.maker == MAKERS[WORDS]:
        tongue = languages.of(job.payload.decode())
        table = vectors.load(tongue.vectors)
        if table is not None:
            yield from words.files(table, tongue)
        return
    order = msgspec.msgpack.decode(job.payload, type=Order)
    tongue = understood(order.language, order.glossary)
    base = index_files.Setting(
        language=tongue, vectors=vectors.load(tongue.vectors) if tongue.vectors else None
    )
    setting = rows.setting(order.catalog, base)
    yield from index_files.files(rows.entries(order.catalog, analyses), setting).items()


def _names(catalog: Catalog, issuer: str, areas: tuple[str, ...]) -> Names:
    found = catalog.issuers.get(issuer)
    known = [catalog.focus_areas[slug].record.name for slug in areas if slug in catalog.focus_areas]
    return Names(catalog.site.language, found.record.name if found else issuer, tuple(known))


def _analyse(tasks: list[_Task], gone: set[str], tools: tuple[str, Options, Store, Progress]) -> None:
    language, options, store, progress = tools
    if not tasks and not gone:
        return
    from sitegen.search import language as languages
    from sitegen.search import meaning, sources, vectors
    from sitegen.search.index import Analyst
    from sitegen.search.situations import Situations

    tongue = languages.of(language)
    table = vectors.load(tongue.vectors) if tongue.vectors else None
    texts = meaning.Texts(table) if table is not None else None
    analyst = Analyst(tongue, texts)
    situations = Situations(tongue.situations if texts else (), texts)
    decoder = msgspec.json.Decoder(Document[Credential])
    documents = Documents(str(state_file(options)))

    def one(task: _Task) -> AnalysisRow:
        document = decoder.decode(documents.get(task.path))
        names = msgspec.msgpack.decode(task.names, type=Names)
        source = sources.named(document, names.issuer, names.areas)
        found = analyst.analysis(source)
        topics = " ".join(f"{slug}:{near}" for slug, near in situations.of(found.about).items())
        return AnalysisRow(
            task.path, document.slug, task.digest, task.names, found.about, topics, _encode(found)
        )

    done = workers.each(
        one, tasks, workers.count(options.workers), lambda number: progress("Indexing", number, len(tasks))
    )
    store.begin()
    store.save_analyses(done, gone)
    store.commit()
