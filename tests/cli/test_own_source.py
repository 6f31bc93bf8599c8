"""What a new site's host is told to install: the very copy of sitegen that made the site, if that can be had elsewhere."""

import json
from importlib import metadata
from pathlib import Path

import pytest
from commandline import Run
from packaging.requirements import Requirement

COMMIT = "0123456789abcdef0123456789abcdef01234567"
GIT = {"url": "https://github.com/an-organization/sitegen", "vcs_info": {"vcs": "git", "commit_id": COMMIT}}
WHEEL = {
    "url": "https://example.org/sitegen-1.0-py3-none-any.whl",
    "archive_info": {"hashes": {"sha256": "ab12"}},
}


class Installed:
    def __init__(self, noted: str | None) -> None:
        self.noted = noted

    def read_text(self, name: str) -> str | None:
        assert name == "direct_url.json"
        return self.noted


def made(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch, noted: str | None) -> list[str]:
    with monkeypatch.context() as patch:
        patch.setattr(metadata, "distribution", lambda name: Installed(noted))
        assert run("new", "catalog").code == 0
    text = (folder / "catalog" / "requirements.txt").read_text(encoding="utf-8")
    assert text.endswith("\n")
    return [line for line in text.splitlines() if not line.startswith("#")]


def test_a_copy_from_a_repository_is_named_with_its_commit(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (line,) = made(run, tmp_path, monkeypatch, json.dumps(GIT))
    assert line == f"sitegen @ git+https://github.com/an-organization/sitegen@{COMMIT}"
    assert Requirement(line).name == "sitegen"


def test_a_copy_from_an_address_is_named_with_its_digest(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (line,) = made(run, tmp_path, monkeypatch, json.dumps(WHEEL))
    assert line == "sitegen @ https://example.org/sitegen-1.0-py3-none-any.whl#sha256=ab12"


@pytest.mark.parametrize(
    "noted",
    [
        None,
        "no JSON",
        json.dumps({"url": "file:///home/me/sitegen", "dir_info": {}}),
        json.dumps({**GIT, "url": "https://me:secret@github.com/an-organization/sitegen"}),
        json.dumps({**GIT, "url": "https://example.org/x\n--index-url https://evil.example"}),
    ],
)
def test_a_copy_that_nobody_else_can_have_is_left_to_be_named(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, noted: str | None
) -> None:
    assert made(run, tmp_path, monkeypatch, noted) == []
    text = (tmp_path / "catalog" / "requirements.txt").read_text(encoding="utf-8")
    assert "-py3-none-any.whl" in text
    assert "secret" not in text
