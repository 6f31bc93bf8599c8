"""The whole of `sitegen serve`: build, show, watch, build again, tell the page, end."""

import http.client
import os
import queue
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from sitegen import report, serve
from sitegen.options import Options
from sitegen.serving import server
from sitegen.serving.news import News

DEADLINE = 60.0
PAGE = "public/credentials/calm/index.html"
CONTENT = {
    "site.yaml": """\
name: Small
tagline: A catalog as small as can be.
base_url: https://small.example.org
""",
    "issuers/harbor.md": """\
---
name: Harbor College
summary: A college that stands in for all issuers here.
type: College
form: {url: "https://docs.google.com/forms/d/e/1a2b3c/viewform"}
---
""",
    "focus-areas/talk.md": """\
---
name: Talk
summary: Everything about who speaks and who listens.
---
""",
    "credentials/harbor/calm.yaml": """\
title: Calm Starts
summary: Begin a lesson in a way that settles everyone.
status: published
focus_areas: [talk]
problems: [My class takes ten minutes to settle]
audience: [classroom-teacher]
effort: {hours: 3}
competency: Begins lessons calmly.
key_method: {name: A task on the desk, summary: A short task waits where students sit.}
evidence:
  - title: Ten openings
    kinds: [plan]
    task: Send ten openings.
    rubric:
      - criterion: Students begin alone
        levels:
          Meets the standard: All ten need no word from the teacher.
          Almost there: Half of them do.
          Not yet: Each begins with an explanation.
""",
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small site that has no problems."""
    for name, text in CONTENT.items():
        path = tmp_path / "site" / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return tmp_path / "site"


def credential(project: Path) -> Path:
    return project / "content" / "credentials" / "harbor" / "calm.yaml"


def change(project: Path, before: str, after: str) -> None:
    path = credential(project)
    text = path.read_text()
    assert before in text
    path.write_text(text.replace(before, after))


class Shown:
    """A site being served in the background of a test."""

    def __init__(self, project: Path) -> None:
        self.said: queue.Queue[str] = queue.Queue()
        options = Options(root=project, out=project / "public", wait=True)
        self.resident = serve.Resident(options, self.said.put, report.Look())
        self.may_be_shown = self.resident.build()
        self.first = self.resident.board.news
        found = server.open_near(0, self.resident.shown, self.resident.board)
        assert isinstance(found, server.Server)
        self.server = found
        self.stop = threading.Event()
        self.follower = threading.Thread(target=self.resident.follow, args=(found, self.stop))

    def good(self) -> News:
        """The news of the first build, which went well."""
        assert not self.first.problems
        return self.first

    def news(self, known: News) -> News:
        """The first news that are not `known`."""
        return self.resident.board.wait(known, DEADLINE)

    def hears(self, words: str) -> str:
        """The next line said that holds these words."""
        while words not in (line := self.said.get(timeout=DEADLINE)):
            pass
        return line

    def get(self, path: str) -> tuple[int, bytes]:
        connection = http.client.HTTPConnection("127.0.0.1", self.server.server_port, timeout=DEADLINE)
        try:
            connection.request("GET", path)
            response = connection.getresponse()
            return response.status, response.read()
        finally:
            connection.close()


@pytest.fixture
def show() -> Iterator[Callable[[Path], Shown]]:
    """Serves a project until the test ends; everything it needs has been loaded and watched when it returns."""
    running: list[tuple[Shown, Any]] = []

    def begin(project: Path) -> Shown:
        shown = Shown(project)
        context = server.running(shown.server)
        context.__enter__()
        shown.follower.start()
        running.append((shown, context))
        return shown

    yield begin
    for shown, context in running:
        shown.stop.set()
        shown.follower.join(DEADLINE)
        context.__exit__(None, None, None)


def test_a_change_is_built_and_told(project: Path, show: Callable[[Path], Shown]) -> None:
    shown = show(project)
    before = shown.good()
    change(project, "Begins lessons calmly.", "Begins lessons gladly.")
    assert shown.news(before).version != before.version
    assert b"Begins lessons gladly." in shown.get("/credentials/calm/")[1]
    assert "Begins lessons gladly." in (project / PAGE).read_text()


def test_an_error_leaves_the_last_good_site_and_is_told(project: Path, show: Callable[[Path], Shown]) -> None:
    shown = show(project)
    before = shown.good()
    change(project, "hours: 3", "hours: many")
    told = shown.news(before)
    assert told.version == before.version
    assert told.problems[0].startswith("content/credentials/harbor/calm.yaml, line ")
    assert "error[" in shown.hears("error[")
    assert shown.hears("The last good site stays.")
    assert b"Begins lessons calmly." in shown.get("/credentials/calm/")[1]


def test_a_mended_error_is_told(project: Path, show: Callable[[Path], Shown]) -> None:
    shown = show(project)
    before = shown.good()
    change(project, "hours: 3", "hours: many")
    broken = shown.news(before)
    change(project, "hours: many", "hours: 3")
    assert shown.news(broken) == before
    assert shown.hears("No errors are left")


def test_a_site_that_has_no_pages_yet_appears_when_it_can(
    project: Path, show: Callable[[Path], Shown]
) -> None:
    change(project, "hours: 3", "hours: many")
    shown = show(project)
    assert shown.may_be_shown
    before = shown.first
    assert before.problems
    assert shown.get("/")[0] == 503
    change(project, "hours: many", "hours: 3")
    assert shown.news(before).version != before.version
    assert shown.get("/")[0] == 200


def test_a_new_place_of_the_site_is_followed(project: Path, show: Callable[[Path], Shown]) -> None:
    shown = show(project)
    before = shown.good()
    settings = project / "content" / "site.yaml"
    settings.write_text(settings.read_text().replace("small.example.org", "small.example.org/catalog"))
    shown.news(before)
    shown.stop.set()
    shown.follower.join(DEADLINE)
    assert shown.get("/catalog/credentials/calm/")[0] == 200
    assert shown.server.address.endswith("/catalog/")


def test_a_full_disk_ends_nothing(
    project: Path, show: Callable[[Path], Shown], monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = show(project)
    before = shown.good()

    def refuse(_: Options, **__: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(serve, "build", refuse)
        change(project, "calmly", "gladly")
        told = shown.news(before)
    assert "No space left on device" in told.problems[0]
    change(project, "gladly", "kindly")
    assert shown.news(told).version != before.version


def test_documentation_and_themes_are_watched(project: Path) -> None:
    (project / "themes").mkdir()
    (project / "docs").mkdir()
    settings = project / "content" / "site.yaml"
    settings.write_text(settings.read_text() + "docs: docs\n")
    shown = Shown(project)
    shown.server.server_close()
    watched = {Path(place).name for place in shown.resident.places()}
    assert {"content", "docs", "themes", "default"} <= watched


def test_a_folder_that_is_not_ours_is_neither_filled_nor_shown(project: Path) -> None:
    (project / "public").mkdir()
    (project / "public" / "letter.txt").write_text("private")
    said: list[str] = []
    assert serve.run(project, project / "public", port=0, say=said.append) == 2
    assert any("output-not-ours" in line for line in said)
    assert os.listdir(project / "public") == ["letter.txt"]


def test_no_port_is_wrong_use(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "open_near", lambda *_: "no port")
    said: list[str] = []
    assert serve.run(project, project / "public", port=0, say=said.append) == 2
    assert said[-1] == "no port"


@pytest.fixture
def process(project: Path) -> Iterator[subprocess.Popen[str]]:
    """`serve.run` as a process of its own."""
    code = (
        "import pathlib, signal, sys\nfrom sitegen import serve\nroot = pathlib.Path(sys.argv[1])\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"  # whatever the tests were started with
        "sys.exit(serve.run(root, root / 'public', port=0))"
    )
    package = Path(serve.__file__).parent.parent
    with subprocess.Popen(
        [sys.executable, "-c", code, str(project)],
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(package)},
    ) as running:
        yield running
        running.kill()


def test_an_interrupt_ends_it_and_frees_the_port(process: subprocess.Popen[str]) -> None:
    assert process.stderr is not None
    lines = iter(process.stderr.readline, "")
    found = next(m for line in lines if (m := re.search(r"http://127\.0\.0\.1:(\d+)/", line)))
    connection = http.client.HTTPConnection("127.0.0.1", int(found[1]), timeout=DEADLINE)
    connection.request("GET", "/.sitegen/events")
    events = connection.getresponse()
    line = next(line for line in iter(events.readline, b"") if line.startswith(b"data: "))
    assert msgspec.json.decode(line.removeprefix(b"data: "), type=News).problems == ()
    process.send_signal(signal.SIGINT)
    assert process.wait(DEADLINE) == 130
    assert list(lines) == ["Stopped.\n"]
    events.read()
    connection.close()
    with pytest.raises(ConnectionRefusedError):
        connection.connect()
