"""A house to try things in, what it says of an export, and a way to run commands there."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from commandline import Ran, Run

from sitegen import cli
from tests.submissions.house import BASE, FORM, House


@pytest.fixture(autouse=True)
def _no_waiting_for_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing here has to outlive a power cut; who is killed loses nothing that was written."""
    monkeypatch.setattr(os, "fsync", lambda _: None)


@pytest.fixture
def house(tmp_path: Path) -> House:
    """A small site with a form, and nothing sent in yet."""
    folder = tmp_path / "site"
    shutil.copytree(BASE, folder)
    found = House(folder)
    found.form(FORM)
    return found


@pytest.fixture
def told(house: House) -> Callable[[str], list[str]]:
    """The words of all notices about an export."""
    return lambda export: [notice.words for notice in house.plan(export).notices]


@pytest.fixture
def run(
    house: House, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Run:
    """Run a command in the house: `run("review", "list")`."""
    for name in ("NO_COLOR", "FORCE_COLOR", "CI"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "settings"))
    monkeypatch.chdir(house.root)

    def ran(*words: str) -> Ran:
        capsys.readouterr()
        code = cli.run(words)
        said = capsys.readouterr()
        return Ran(code, said.out, said.err)

    return ran
