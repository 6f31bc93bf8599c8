"""Whether a build would change anything: asked first, because the answer is often no, and needs little code."""

import time

import msgspec

from sitegen import remembered, version
from sitegen.options import Options, Result, lock_file, state_file
from sitegen.read import tree
from sitegen.store import Store
from sitegen.write import lock
from sitegen.write.recover import recover


def result(options: Options) -> Result | None:
    """The result of a build that has nothing to do; None if there may be something, or if that cannot be told."""
    started = time.perf_counter()
    if options.clean or not state_file(options).is_file():
        return None
    try:
        with lock.held(lock_file(options), wait=False):
            return _result(options, started)
    except BlockingIOError:
        return None


def _result(options: Options, started: float) -> Result | None:
    store = Store(state_file(options), version.of_code())
    try:
        if not _same(options, store):
            return None
        standing = recover(options.out, remembered.trees(store), remembered.protected(options))
        return remembered.up_to_date(options, store, started) if standing.trees else None
    finally:
        store.close()


def _same(options: Options, store: Store) -> bool:
    """Whether all files are as they were when the site was last published, with the same options."""
    folders = store.fact("folders")
    if store.afresh or not folders or store.fact("planned") != remembered.plan_options(options):
        return False
    found = tree.scan(options.root, tuple(msgspec.json.decode(folders)))
    now = {s.path: (s.size, s.modified, s.inode) for s in found.sources}
    return not found.problems and now == store.stats()
