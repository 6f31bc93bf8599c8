"""The second half of a build: from the catalog to files in the stage, making only what differs."""

import hashlib
from collections.abc import Iterator
from functools import partial

import msgspec
from msgspec import Struct, structs

from sitegen import catalogs, indexing, neighbours, site_view, workers
from sitegen.awards import bundles
from sitegen.documents import Documents
from sitegen.makers import Makers
from sitegen.model.catalog import Catalog
from sitegen.model.site import Site as Settings
from sitegen.options import Options, state_file
from sitegen.plan import facets, hosts, pages
from sitegen.plan.job import Job
from sitegen.plan.lookup import Lookup
from sitegen.problem import Problem
from sitegen.read import tree
from sitegen.render import theme
from sitegen.rows import PageRow
from sitegen.store import Store
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
    files: tuple[str, ...]
    """All its files, if it is a job for the search's index."""
    problem: Problem | None = None


class Site:
    """The site being made."""

    def __init__(self, options: Options, settings: Settings, store: Store) -> None:
        self.options = options
        self.store = store
        self.build = int(store.fact("build") or 0) + 1
        self.theme = theme.load(options.root, settings.theme)
        settings = structs.replace(settings, host=options.host or settings.host)
        view = site_view.of(settings, preview=options.preview)
        self.makers = Makers(settings, view, self.theme)
        self._settings = _digest(msgspec.json.encode([settings, view]))
        self._made_with_of: dict[str, bytes] = {}
        self._documents = Documents(str(state_file(options)))

    def plan(self, catalog: Catalog, progress: Progress) -> Plan:
        """All files of the catalog, whatever was there before."""
        shown = catalog if self.options.drafts else catalogs.public(catalog)
        look = Lookup(shown, neighbours.of(shown, self.options, self.store, progress))
        assets = (Job(asset.address, "asset", b"") for asset in self.theme.assets)
        jobs = [*pages.plan(look), *bundles.jobs(look), *assets]
        if shown.site.publish.search:
            indexing.refresh(shown, self.options, self.store, progress)
            (listed,) = (job.payload for job in jobs if job.address == facets.address())
            jobs += indexing.jobs(shown.site.language, listed, self.store)
        jobs = hosts.adapted(jobs, look, self.makers.site, preview=self.options.preview)
        names = {job.address for job in jobs}
        gone = tuple(name for name in self.store.page_keys() if name not in names)
        return Plan(jobs, gone, self._unwanted(jobs, gone))

    def again(self, sources: tuple[str, ...]) -> Plan:
        """The files that come from some sources, as they were planned last time."""
        rows = [row for path in sources for row in self.store.pages_from(path)]
        jobs = [Job(row.address, row.maker, row.payload, row.source) for row in rows]
        settings = self.makers.site
        if settings.publish.search and indexing.refresh_again(
            sources, settings.language, self.options, self.store
        ):
            listed = self.store.page(facets.address())
            jobs += indexing.jobs(settings.language, listed.payload if listed else b"", self.store)
        return Plan(jobs)

    def _unwanted(self, jobs: list[Job], gone: tuple[str, ...]) -> tuple[str, ...]:
        """The files that no job makes any more: of jobs that have gone, and of bundles that have changed."""
        before = self.store.payloads(bundles.MAKER)
        now = {job.address: job.payload for job in jobs if job.maker == bundles.MAKER}
        files = {name for name in gone if name not in before and name not in indexing.MAKERS}
        for name in set(gone) & indexing.MAKERS.keys():
            files.update(self.made_before(name))
        changed = {name for name in before.keys() | now.keys() if before.get(name) != now.get(name)}
        files.update(*(bundles.addresses(before[name]) for name in changed & before.keys()))
        files.difference_update(*(bundles.addresses(now[name]) for name in changed & now.keys()))
        return tuple(sorted(files))

    def made_before(self, name: str) -> list[str]:
        """The files that a job for the search's index made when it was done last."""
        return msgspec.json.decode(self.store.fact(f"files:{name}") or b"[]", type=list[str])

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
                job.address, job.maker, job.source, item.key, self.build, item.reason, job.payload, len(files)
            )
            yield Made(row, changed, files if job.address in indexing.MAKERS else (), problem)

    def _one(self, job: Job, stage: Stage) -> tuple[tuple[str, ...], tuple[str, ...], Problem | None]:
        """Do a job: the files that differ now, all that it made, and what kept it from being done."""
        changed: list[str] = []
        files: list[str] = []
        for made in self._files(job):
            if isinstance(made, Problem):
                return tuple(changed), tuple(files), made
            address, data = made
            files.append(address)
            if disk.put(stage, address, data):
                changed.append(address)
        return tuple(changed), tuple(files), None

    def _files(self, job: Job) -> Iterator[tuple[str, bytes] | Problem]:
        if job.maker == bundles.MAKER:
            yield from self.makers.bundle(job, partial(tree.part, self.options.root, job.source))
            return
        if job.maker in indexing.MAKERS.values():
            yield from indexing.files(job, self._documents.analyses())
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
