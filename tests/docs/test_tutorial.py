"""The tutorial: every command and file in it is carried out, in the order of its lessons, as a reader would."""

import os
import shlex
import signal
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import lesson
import pytest

REPOSITORY = Path(__file__).parents[2]
LESSONS = [
    REPOSITORY / "docs" / "tutorial" / name
    for name in ("first-site.md", "first-credential.md", "first-organization.md")
]
PATIENCE = 60
"""Seconds after which a command is taken to hang."""


@pytest.fixture
def shell(tmp_path: Path) -> dict[str, str]:
    """The environment of a reader who has installed sitegen, has no browser open and sees no colours."""
    programs = tmp_path / "bin"
    programs.mkdir()
    program = programs / "sitegen"
    program.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m sitegen "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    return {
        "PATH": f"{programs}:{os.environ['PATH']}",
        "PYTHONPATH": str(REPOSITORY),
        "PYTHONDONTWRITEBYTECODE": "1",
        "HOME": str(tmp_path),
        "BROWSER": "true",
        "LC_ALL": "C.UTF-8",
        "COLUMNS": "100",
        "TERM": "dumb",
    }


def test_lessons_do_what_they_say(tmp_path: Path, shell: dict[str, str]) -> None:
    folder = tmp_path / "reader"
    folder.mkdir()
    for page in LESSONS:
        for step in lesson.steps(page):
            if isinstance(step, lesson.Writing):
                step.carry_out(folder)
            elif step.text.startswith("cd "):
                folder = (folder / step.text.removeprefix("cd ")).resolve()
                assert folder.is_dir(), step.where
            elif step.text.startswith("sitegen serve"):
                _serve(step, folder, shell)
            else:
                _run(step, folder, shell)


def test_every_page_of_the_tutorial_is_carried_out() -> None:
    assert sorted(LESSONS) == sorted((REPOSITORY / "docs" / "tutorial").glob("*.md"))


def _run(step: lesson.Command, folder: Path, shell: dict[str, str]) -> None:
    done = subprocess.run(
        step.text, shell=True, cwd=folder, env=shell, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, text=True, timeout=PATIENCE, check=False,
    )  # fmt: skip
    _compare(step, done.stdout)
    assert done.returncode == (1 if "error[" in done.stdout else 0), f"{step.where}: {step.text}"


def _serve(step: lesson.Command, folder: Path, shell: dict[str, str]) -> None:
    """Start the server, look at the address that it names, and interrupt it as the reader is told to."""
    with subprocess.Popen(
        shlex.split(step.text), cwd=folder, env=shell, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, text=True,
    ) as server:  # fmt: skip
        assert server.stdout is not None
        try:
            printed = list(_until_address(server.stdout))
            address = next(
                (word for word in " ".join(printed).split() if word.startswith("http://127.0.0.1:")), ""
            )
            assert address, f"{step.where}: `{step.text}` names no address:\n{''.join(printed)}"
            with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
                assert answer.status == 200, step.where
        finally:
            server.send_signal(signal.SIGINT)
        rest = server.stdout.read()
    _compare(step, "".join(printed) + rest)


def _until_address(lines: Iterator[str]) -> Iterator[str]:
    for line in lines:
        yield line
        if line.startswith("Look at"):
            return


def _compare(step: lesson.Command, printed: str) -> None:
    assert lesson.agrees(step.output, printed), (
        f"{step.where} states of `{step.text}`:\n" + "\n".join(step.output) + f"\n\nBut it prints:\n{printed}"
    )
