"""What a small change costs: in a new process, and while a server watches."""

import os
import signal
import socket
import statistics
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import edits
import processes
import workshop
from figures import Figure, Results, spread
from processes import Command, Cost
from workshop import Workshop

BARS = {"nothing": 100.0, "text": 300.0, "serve": 60.0, "serve-ratio": 0.1, "help": 100.0}
SETTLE = 0.15
"""Seconds between a save and the command that a person then types."""
REST = 1.2
"""Seconds of quiet between two saves under a server."""
PATIENCE = 180.0
GLANCE = 0.0005


def one_shot(shop: Workshop, size: int, rounds: int) -> Results:
    """A new process after no change, after a change of one text, and after a change of one title."""
    project = shop.project("sitegen", size)
    _build_first(shop, size)
    runs: list[Cost] = []
    for number, credential in enumerate(edits.pick(project, rounds)):
        runs.append(_timed("nothing", shop, size, lambda: True))
        words = f"Bench sentence {number} of {time.time_ns()}."
        credential.change_text(words)
        runs.append(_timed("text", shop, size, partial(credential.shows, words)))
        _timed("settling", shop, size, lambda: True)
        title = f"Bench Title {number} of {time.time_ns()}"
        credential.change_title(title)
        runs.append(_timed("title", shop, size, partial(_everywhere, project, credential, title)))
        _timed("settling", shop, size, lambda: True)
    workshop.complete(project, shop.addresses(size))
    return Results(tuple(_figure(label, runs) for label in ("nothing", "text", "title")), tuple(runs))


def _everywhere(project: Path, credential: edits.Credential, title: str) -> bool:
    """Whether the page and the list it stands in have the new title."""
    return credential.shows(title) and edits.lists_with(project, title) == 1


def _build_first(shop: Workshop, size: int) -> None:
    processes.run("first", shop.sitegen(size, "build"))
    workshop.complete(shop.project("sitegen", size), shop.addresses(size))


def _timed(label: str, shop: Workshop, size: int, arrived: Callable[[], bool]) -> Cost:
    time.sleep(SETTLE)
    cost = processes.run(label, shop.sitegen(size, "build"))
    if not arrived():
        raise SystemExit(f"{label}: the build ended without the change")
    return cost


def _figure(label: str, runs: list[Cost]) -> Figure:
    what = {"nothing": "nothing changed", "text": "one text changed", "title": "one title changed"}[label]
    walls = [run.wall * 1000 for run in runs if run.label == label]
    return Figure(
        "changed",
        f"new process, {what}",
        statistics.median(walls),
        "ms",
        BARS.get(label),
        spread(walls, "ms"),
    )


def served(shop: Workshop, size: int, rounds: int) -> Results:
    """From saving a file to new bytes of its page on disk, while each tool's server runs, one server at a time."""
    ours, theirs = [], []
    saves = 4
    for number in range(max(1, rounds // saves)):
        port = _free_port()
        words = ("server", "--port", str(port), "--bind", "127.0.0.1", "--disableLiveReload")
        project = shop.project("hugo", size)
        workshop.clear(project, memory=True)
        theirs += _saves(shop.hugo(size, *words), project, port, (number, saves))
        port = _free_port()
        ours += _saves(
            shop.sitegen(size, "serve", "--port", str(port)),
            shop.project("sitegen", size),
            port,
            (number, saves),
        )
    middle, other = statistics.median(ours), statistics.median(theirs)
    return Results(
        (
            Figure("serve", "save → new bytes", middle, "ms", BARS["serve"], spread(ours, "ms")),
            Figure(
                "serve",
                "save → new bytes ÷ Hugo server's",
                middle / other,
                "×",
                BARS["serve-ratio"],
                spread(theirs, "ms"),
            ),
        )
    )


def _saves(command: Command, project: Path, port: int, part: tuple[int, int]) -> list[float]:
    number, saves = part
    found = []
    with _server(command, project, port):
        for place, credential in enumerate(edits.pick(project, saves + 1)):
            words = f"Saved {number}-{place} at {time.time_ns()}."
            credential.change_text(words)
            saved = time.perf_counter()
            _wait(partial(credential.shows, words), f"{command.words[0]} did not follow a save", GLANCE)
            found.append((time.perf_counter() - saved) * 1000)
            time.sleep(REST)
    return found[1:]  # the first save warms the server up


@contextmanager
def _server(command: Command, project: Path, port: int) -> Iterator[None]:
    process = processes.start(command, subprocess.DEVNULL)
    try:
        _wait(lambda: _answers(process, port), f"{command.words[0]} does not answer on port {port}", 0.1)
        _wait((project / "public" / "sitemap.xml").is_file, "the server built nothing", 0.1)
        time.sleep(3 * REST)
        yield
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGINT)
            process.wait(30)


def _wait(done: Callable[[], bool], otherwise: str, glance: float) -> None:
    end = time.perf_counter() + PATIENCE
    while not done():
        if time.perf_counter() > end:
            raise SystemExit(otherwise)
        time.sleep(glance)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _answers(process: subprocess.Popen[bytes], port: int) -> bool:
    if process.poll() is not None:
        raise SystemExit(f"{process.args!r} ended with {process.returncode}")
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def help_page(shop: Workshop, size: int, rounds: int) -> Results:
    """How long the command line takes to say what it can do."""
    runs = [processes.run("help", shop.sitegen(size, "--help")) for _ in range(max(5, rounds))]
    walls = [run.wall * 1000 for run in runs]
    return Results(
        (
            Figure(
                "help", "sitegen --help", statistics.median(walls), "ms", BARS["help"], spread(walls, "ms")
            ),
        ),
        tuple(runs),
    )
