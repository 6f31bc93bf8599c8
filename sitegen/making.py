"""The second half of a build: from the catalog to files in the stage, making only what differs."""

import hashlib
import os
from collections.abc import Iterator
from functools import partial
from urllib.parse import quote

import msgspec
from msgspec import Struct

from sitegen import catalogs, site_view, workers
from sitegen.awards import bundles
from sitegen.makers import Makers
from sitegen.model.catalog import Catalog
from sitegen.model.site import Site as Settings
from sitegen.options import Options, state_file
from sitegen.plan import pages
from sitegen.plan.job import Job
from sitegen.plan.lookup import Lookup
from sitegen.problem import Problem
from sitegen.read import tree
from sitegen.render import theme
from sitegen.store import PageRow, Store
from sitegen.workers import Progress
from sitegen.write import disk
from sitegen.write.trees import Stage

DIGEST = 16
"""Bytes of a digest."""

FEW = 100
"""Up to so many keys are asked for one by one."""

NOTHING = bytes(DIGEST)
"""Stands for the digest of no document."""


class Plan(Struct, frozen=True):
    """The jobs to have, the names of those to have no longer, and the files to remove."""

    jobs: list[Job]
    gone: tuple[str, ...] = ()
    unwanted: tuple[str, ...] = ()


class Fresh(Struct, frozen=True):
    """A job that must be done, the key of its result, and why."""

    job: Job
    key: bytes
    reason: str


class Made(Struct, frozen=True):
    """A job that was done, and the files whose bytes differ from those that were there; or what kept it from being done."""

    row: PageRow
    changed: tuple[str, ...]
    problem: Problem | None = None


class Site:
    """The site being made."""

    def __init__(self, options: Options, settings: Settings, store: Store) -> None:
        self.options = options
        self.store = store
        self.build = int(store.fact("build") or 0) + 1
        self.theme = theme.load(options.root, settings.theme)
        view = site_view.of(settings)
        self.makers = Makers(settings, view, self.theme)
        self._settings = _digest(msgspec.json.encode([settings, view]))
        self._made_with_of: dict[str, bytes] = {}
        self._documents = Documents(str(state_file(options)))

    def plan(self, catalog: Catalog) -> Plan:
        """All files of the catalog, whatever was there before."""
        shown = catalog if self.options.drafts else catalogs.public(catalog)
        look = Lookup(shown)
        assets = (Job(asset.address, "asset", b"") for asset in self.theme.assets)
        jobs = [*pages.plan(look), *bundles.jobs(look), *assets]
        names = {job.address for job in jobs}
        gone = tuple(name for name in self.store.page_keys() if name not in names)
        return Plan(jobs, gone, self._unwanted(jobs, gone))

    def again(self, sources: tuple[str, ...]) -> Plan:
        """The files that come from some sources, as they were planned last time."""
        rows = [row for path in sources for row in self.store.pages_from(path)]
        return Plan([Job(row.address, row.maker, row.payload, row.source) for row in rows])

    def _unwanted(self, jobs: list[Job], gone: tuple[str, ...]) -> tuple[str, ...]:
        """The files that no job makes any more: of jobs that have gone, and of bundles that have changed."""
        before = self.store.payloads(bundles.MAKER)
        now = {job.address: job.payload for job in jobs if job.maker == bundles.MAKER}
        files = {name for name in gone if name not in before}
        changed = [payload for name, payload in before.items() if now.get(name) != payload]
        if changed:
            files.update(*map(bundles.addresses, changed))
            files.difference_update(*map(bundles.addresses, now.values()))
        return tuple(sorted(files))

    def fresh(self, plan: Plan, *, reusable: bool) -> list[Fresh]:
        """The jobs whose result is not already in the published tree."""
        few = len(plan.jobs) <= FEW
        known = self.store.page_key if few else self.store.page_keys().get
        digest = self.store.document_digest if few else self.store.document_digests().get
        found: list[Fresh] = []
        for job in plan.jobs:
            key = self._key(job, (digest(job.source) if job.source else None) or NOTHING)
            before = known(job.address)
            if before != key or not reusable:
                found.append(Fresh(job, key, _reason(before, key)))
        return found

    def _key(self, job: Job, document: bytes) -> bytes:
        """What the bytes of a job depend on: three digests, of how it is made, of its document, of all else."""
        return self._made_with(job.maker) + document + _digest(job.payload)

    def _made_with(self, maker: str) -> bytes:
        found = self._made_with_of.get(maker)
        if found is None:
            found = self._made_with_of[maker] = _digest(self._settings + self.makers.fingerprint(maker))
        return found

    def make(self, fresh: list[Fresh], stage: Stage, progress: Progress) -> Iterator[Made]:
        """Make files and put them into the stage."""

        total = len(fresh)
        results = workers.each(
            lambda item: self._one(item.job, stage),
            fresh,
            workers.count(self.options.workers),
            lambda done: progress("Making pages", done, total),
        )
        for item, (changed, files, problem) in zip(fresh, results, strict=True):
            job = item.job
            row = PageRow(
                job.address, job.maker, job.source, item.key, self.build, item.reason, job.payload, files
            )
            yield Made(row, changed, problem)

    def _one(self, job: Job, stage: Stage) -> tuple[tuple[str, ...], int, Problem | None]:
        """Do a job: the files that differ now, how many it made, and what kept it from being done."""
        changed: list[str] = []
        files = 0
        for made in self._files(job):
            if isinstance(made, Problem):
                return tuple(changed), files, made
            address, data = made
            files += 1
            if disk.put(stage, address, data):
                changed.append(address)
        return tuple(changed), files, None

    def _files(self, job: Job) -> Iterator[tuple[str, bytes] | Problem]:
        if job.maker == bundles.MAKER:
            yield from self.makers.bundle(job, partial(tree.part, self.options.root, job.source))
            return
        data = self.makers.make(job, self._documents.get(job.source))
        yield data if isinstance(data, Problem) else (job.address, data)


def _digest(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=DIGEST).digest()


def _reason(before: bytes | None, key: bytes) -> str:
    """Why a page must be made; the words are those that `sitegen why` explains."""
    if not before:
        return "new"
    made_with, document, around = (
        before[n : n + DIGEST] == key[n : n + DIGEST] for n in (0, DIGEST, 2 * DIGEST)
    )
    return "theme" if not made_with else "source" if not document else "around" if not around else "afresh"


class Documents:
    """The documents in the memory, for any process: a connection must not cross a fork."""

    def __init__(self, path: str) -> None:
        self.path = path
        self._process = 0

    def get(self, source: str) -> bytes:
        """The encoded document of a source; empty for no source."""
        if not source:
            return b""
        if self._process != os.getpid():
            import sqlite3

            self._connection = sqlite3.connect(f"file:{quote(self.path)}?mode=ro", uri=True)
            self._process = os.getpid()
        row = self._connection.execute("SELECT document FROM reading WHERE path = ?", (source,)).fetchone()
        return bytes(row[0]) if row else b""
