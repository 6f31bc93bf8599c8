"""How work is shared among processes: the same function over many items, in batches, results in order.

Forked workers inherit everything that was prepared, so nothing but small batches and small results crosses a pipe. Where
processes cannot be forked, or there is little to do, the work is done here and now: the results are the same.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, TypeVar

ItemT = TypeVar("ItemT")
ResultT = TypeVar("ResultT")

BATCH = 24
FEW = 48
"""Up to so many items are not worth a second process."""

Progress = Callable[[str, int, int], None]
"""Told what is being done, how many are done, and how many there are."""

_inherited: list[Callable[[Any], Any]] = []
"""What the workers of the pool being run do; set just before they are forked, and inherited by them."""


def count(wanted: int | None) -> int:
    """How many processes to use: as many as wanted, else as this process may run on."""
    if not hasattr(os, "fork"):
        return 1
    available = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, wanted or available)


def each(
    work: Callable[[ItemT], ResultT], items: Sequence[ItemT], processes: int, report: Callable[[int], None]
) -> Iterator[ResultT]:
    """`work` of every item, in the order of the items; `report` is told how many are done."""
    if processes == 1 or len(items) <= FEW:
        for number, item in enumerate(items, start=1):
            yield work(item)
            report(number)
        return
    yield from _forked(work, items, processes, report)


def _forked(
    work: Callable[[ItemT], ResultT], items: Sequence[ItemT], processes: int, report: Callable[[int], None]
) -> Iterator[ResultT]:
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import active_children, get_context

    _inherited.append(work)
    lifeline = os.pipe()
    done = 0
    pool = ProcessPoolExecutor(
        processes, mp_context=get_context("fork"), initializer=_settle, initargs=(lifeline,)
    )
    try:
        for results in pool.map(_batch, _batches(items)):
            yield from results
            done += len(results)
            report(done)
        pool.shutdown()
    except BaseException:
        for process in active_children():
            process.kill()
        pool.shutdown(wait=False, cancel_futures=True)
        raise
    finally:
        _inherited.pop()
        for end in lifeline:
            os.close(end)


def _settle(lifeline: tuple[int, int]) -> None:
    """In a new worker: die with the parent, leave Ctrl-C to it, and keep what was inherited out of garbage collection.

    Only the parent keeps the writing end of `lifeline` open, so its other end is at its end as soon as the parent is gone,
    however it went. Without this a killed build would leave workers behind that hold its lock.
    """
    import gc
    import signal
    from threading import Thread

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    reading, writing = lifeline
    os.close(writing)
    Thread(target=_follow, args=(reading,), daemon=True).start()
    gc.freeze()
    calm()


def calm() -> None:
    """Let garbage collection look at this process less often: a build makes many records, and hardly a ring among them."""
    import gc

    gc.set_threshold(50_000, 20, 100)


def _follow(reading: int) -> None:
    os.read(reading, 1)
    os._exit(1)


def _batch(items: list[Any]) -> list[Any]:
    return [_inherited[-1](item) for item in items]


def _batches(items: Iterable[ItemT]) -> Iterator[list[ItemT]]:
    rest = iter(items)
    while batch := list(islice(rest, BATCH)):
        yield batch
