"""A house with two submissions for a credential of two parts, and a server of its pages."""

import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from sitegen.reviewing.room import Room
from sitegen.reviewing.server import Server
from tests.reviewing.asking import Client
from tests.site.browsing import chromium
from tests.submissions.house import BASE, FORM, HEAD, House

MORE = """      - criterion: The task is short
        levels:
          Meets the standard: Three minutes at most.
          Almost there: Some students wait for help.
          Not yet: It takes longer than the opening.
  - title: Your reflection
    kinds: [reflection]
    task: Tell what changed in your room.
    rubric:
      - criterion: It names what changed
        levels:
          Meets the standard: One change, with what students did before and after.
          Almost there: A change is named, without an example.
          Not yet: It is about intentions.
"""
HEAD_2 = HEAD.replace("Anything", "Reflection,Anything")
WHOLE = "3/1/2026 10:00:00,ana@example.org,calm,1.0,Ana Lima,https://docs.example.org/ana,We begin sooner.,\n"
PARTLY = "3/2/2026 11:30:00,bo@example.org,calm,1.0,Bo Aho,https://docs.example.org/bo,,Thanks!\n"


@pytest.fixture(autouse=True)
def _no_waiting_for_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing here has to outlive a power cut; who is killed loses nothing that was written."""
    monkeypatch.setattr(os, "fsync", lambda _: None)


@pytest.fixture
def house(tmp_path: Path) -> House:
    """A small site to which Ana has sent everything, and Bo one part of two."""
    folder = tmp_path / "site"
    shutil.copytree(BASE, folder)
    found = House(folder)
    path = folder / "content/credentials/harbor/calm.yaml"
    path.write_text(path.read_text() + MORE)
    found.form(FORM.replace("  Anything", "  Reflection: evidence 2\n  Anything"))
    found.bring(HEAD_2 + WHOLE + PARTLY)
    return found


@contextmanager
def serving(house: House) -> Iterator[Server]:
    """A server of a house's pages while the block runs; its clock stands still."""

    def clock() -> datetime:
        return house.now

    server = Server(0, Room(house.root, house.root.parent / "keys", "Harbor", "a secret", clock))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture
def server(house: House) -> Iterator[Server]:
    """The server of the house's pages."""
    with serving(house) as found:
        yield found


@pytest.fixture
def client(server: Server) -> Client:
    """A browser that was let in."""
    return Client(server).enter()


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """The one browser; it ends with the tests of this folder."""
    with chromium() as found:
        yield found


@pytest.fixture
def ana(house: House) -> str:
    """The id of what Ana sent, which is whole."""
    return house.cases[0].response.id


@pytest.fixture
def bo(house: House) -> str:
    """The id of what Bo sent, of which a part is missing."""
    return house.cases[1].response.id
