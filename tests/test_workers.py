"""Work shared among processes: the results are those of one process, in order, and trouble is told."""

import os
import signal
from collections.abc import Callable, Iterator
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest

from sitegen import workers

MANY = range(workers.FEW + 60)


def _each(work: Callable[[int], object], processes: int = 3, items: range = MANY) -> list[object]:
    return list(workers.each(work, items, processes, lambda _: None))


@pytest.mark.parametrize("processes", [1, 2, 5])
@pytest.mark.parametrize("items", [range(0), range(1), range(workers.FEW), MANY], ids=len)
def test_results_come_in_the_order_of_the_items(processes: int, items: range) -> None:
    assert _each(lambda number: number * 2, processes, items) == [number * 2 for number in items]


def test_much_work_is_shared_among_processes() -> None:
    found = set(_each(lambda _: os.getpid()))
    assert os.getpid() not in found


def test_little_work_is_done_here() -> None:
    assert set(_each(lambda _: os.getpid(), items=range(workers.FEW))) == {os.getpid()}


def test_one_process_does_everything_itself() -> None:
    assert set(_each(lambda _: os.getpid(), processes=1)) == {os.getpid()}


@pytest.mark.parametrize("processes", [1, 3])
def test_progress_ends_with_everything_done(processes: int) -> None:
    told: list[int] = []
    list(workers.each(lambda number: number, MANY, processes, told.append))
    assert (told[-1], told) == (len(MANY), sorted(told))


def _fail(number: int) -> int:
    if number == 90:
        raise LookupError("ninety")
    return number


@pytest.mark.parametrize("processes", [1, 3])
def test_a_fault_is_raised_here(processes: int) -> None:
    with pytest.raises(LookupError, match="ninety"):
        _each(_fail, processes)


def test_results_before_a_fault_are_given() -> None:
    results: Iterator[object] = workers.each(_fail, MANY, 3, lambda _: None)
    assert [next(results) for _ in range(workers.BATCH)] == list(range(workers.BATCH))
    with pytest.raises(LookupError):
        list(results)


def _die(number: int) -> int:
    if number == 90:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def test_a_worker_that_is_killed_is_told_of() -> None:
    with pytest.raises(BrokenProcessPool):
        _each(_die)


def test_after_a_fault_work_can_be_shared_again() -> None:
    with pytest.raises(LookupError):
        _each(_fail)
    assert _each(lambda number: number) == list(MANY)


def test_workers_inherit_what_was_prepared(tmp_path: Path) -> None:
    prepared = {"opened": (tmp_path / "a").open("w")}  # could not be sent to another process
    with prepared["opened"]:
        assert _each(lambda _: len(prepared)) == [1] * len(MANY)


@pytest.mark.parametrize("wanted", [1, 2, 7])
def test_as_many_processes_as_wanted(wanted: int) -> None:
    assert workers.count(wanted) == wanted


def test_without_a_wish_at_least_one() -> None:
    assert workers.count(None) >= 1


def test_where_processes_cannot_be_forked_there_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "fork")
    assert workers.count(8) == 1
