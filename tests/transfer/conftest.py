"""A small site to import into, and a way to run commands."""

import shutil
from pathlib import Path

import pytest
from commandline import Ran, Run

from sitegen import cli

BASE = Path(__file__).parents[1] / "cases" / "base"


@pytest.fixture(autouse=True)
def _plain_surroundings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No terminal, no colours, no CI: whatever the surroundings of the tests are."""
    for name in ("NO_COLOR", "FORCE_COLOR", "CI", "GITHUB_STEP_SUMMARY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("TMPDIR", str(tmp_path))


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command: `run("import", "badge.json")`."""

    def ran(*words: str) -> Ran:
        capsys.readouterr()
        code = cli.run(words)
        said = capsys.readouterr()
        return Ran(code, said.out, said.err)

    return ran


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small site without problems, which is the current folder."""
    folder = tmp_path / "site"
    shutil.copytree(BASE, folder)
    monkeypatch.chdir(folder)
    return folder
