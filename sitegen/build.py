"""The whole build, in the order it happens: sources in, site out."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

from msgspec import Struct

from sitegen import catalogs, making, memory, outcome, reads, remembered, version
from sitegen.options import Options, Result, lock_file, state_file
from sitegen.store import Store
from sitegen.workers import Progress
from sitegen.write import disk, lock, stage, swap, trees
from sitegen.write.recover import Standing, recover


def quiet(what: str, done: int, total: int) -> None:
    """Progress that nobody wants to see."""


def build(options: Options, progress: Progress = quiet, touched: reads.Touched = None) -> Result:
    """Publish the project's site, or say what keeps it from being published.

    `touched` are the files that have changed since the last build, for a caller that knows; None: look at all of them.

    An error leaves the published site as it was. Raises OSError if the disk refuses; the published site is whole then too.
    """
    try:
        return _build(options, progress, touched)
    except memory.DAMAGE:  # what was remembered cannot be read: forget it, and make everything again
        memory.forget(state_file(options))
        return _build(options, progress, None)


def _build(options: Options, progress: Progress, touched: reads.Touched) -> Result:
    started = time.perf_counter()
    with lock.held(lock_file(options), wait=options.wait), _store(options) as store:
        standing = recover(
            options.out, remembered.trees(store), remembered.protected(options), force=options.force
        )
        if standing.refusal is not None:
            return outcome.refused(standing.refusal, started)
        if store.afresh:
            standing = Standing(options.out)
        state = reads.read(options, store, progress, touched if standing.trees else None)
        return _publish(Run(options, store, standing, progress, started), state)


class Run(Struct, frozen=True):
    """One build: what was asked for, what is remembered, what is out, whom to tell, and when it began."""

    options: Options
    store: Store
    standing: Standing
    progress: Progress
    started: float


def _publish(run: Run, state: reads.State) -> Result:
    options, store, standing, started = run.options, run.store, run.standing, run.started
    if state.same and standing.trees is not None:
        return remembered.up_to_date(options, store, started)
    only_changed = state.entries_same and standing.trees is not None
    catalog = None if only_changed else catalogs.load(state, store)
    problems = outcome.problems(options, state, catalog, store)
    if remembered.stopped(options, problems):
        return outcome.unpublished(problems, started)
    site = making.Site(options, state.site, store)
    plan = site.plan(catalog[0], run.progress) if catalog is not None else site.again(state.changed)
    fresh = site.fresh(plan, reusable=standing.trees is not None)
    if not (fresh or plan.gone or plan.unwanted) and standing.trees is not None:
        return remembered.up_to_date(options, store, started)
    target = stage.prepare(standing)
    pages = list(site.make(fresh, target, run.progress))
    if faults := outcome.template_faults(pages):
        return outcome.unpublished((*problems, *faults), started)
    dropped = disk.drop(target, [*plan.unwanted, *outcome.left_over(site, pages)])
    changed = [*(address for page in pages for address in page.changed), *dropped]
    now = trees.after(target, changed)
    outcome.remember(store, options, pages, plan.gone, now)
    way = swap.publish(options.out, now)
    changes = outcome.Changes(len(changed) - len(dropped), len(dropped), way)
    return outcome.published(options, store, problems, changes, started)


def check(options: Options, progress: Progress = quiet) -> Result:
    """Read and check everything; publish nothing."""
    started = time.perf_counter()
    with lock.held(lock_file(options), wait=True), _store(options) as store:
        state = reads.read(options, store, progress)
        catalog = catalogs.load(state, store)
        problems = outcome.problems(options, state, catalog, store)
        return outcome.checked(options, store, problems, started)


@contextmanager
def _store(options: Options) -> Iterator[Store]:
    path = state_file(options)
    if options.clean:
        path.unlink(missing_ok=True)
    store = Store(path, version.of_code())
    try:
        yield store
    finally:
        store.rollback()
        store.close()
