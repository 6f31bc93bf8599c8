"""A process that dies at a moment in which files change: the first one, the second one, until it gets through."""

import io
import os
from collections.abc import Callable, Iterator
from pathlib import Path

CALLS = ("open", "fdopen", "fsync", "link", "unlink", "replace", "rename", "mkdir")
"""What changes files, or stands between two steps that do."""


def each_death(root: Path, work: Callable[[], object]) -> Iterator[int]:
    """Do `work` again and again, each time in a process that dies one moment later; the number of the moment.

    The last run, which gets through, is not told of. `root` is what the caller puts back as it was in between.
    """
    assert root.is_dir()
    at = 1
    while _died(at, work):
        yield at
        at += 1


def _died(at: int, work: Callable[[], object]) -> bool:
    child = os.fork()
    if child == 0:
        status = 1
        try:
            _arm(at)
            work()
            status = 0
        finally:
            os._exit(status)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert status in (0, 9), "the work failed by itself"
    return status == 9


def _arm(at: int) -> None:
    """Let the moment numbered `at` end the process, without any tidying up: there is one before and one after each call."""
    seen = 0

    def moment() -> None:
        nonlocal seen
        seen += 1
        if seen == at:
            os._exit(9)

    def guarding(call: Callable[..., object], matters: Callable[..., bool]) -> Callable[..., object]:
        def guarded(*arguments: object, **options: object) -> object:
            if not matters(*arguments, **options):
                return call(*arguments, **options)
            moment()
            result = call(*arguments, **options)
            moment()
            return result

        return guarded

    for name in CALLS:
        setattr(os, name, guarding(getattr(os, name), lambda *_, **__: True))
    io.open = guarding(io.open, lambda _, mode="r", *__, **___: mode[0] != "r")  # type: ignore[assignment]
