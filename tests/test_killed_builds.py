"""A build whose process is killed leaves nothing behind that keeps the next one from working."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

SITE = """name: Killed
tagline: A catalog whose build is killed.
base_url: https://killed.example.org
publish: {social_cards: false}
"""
PAGE = "---\ntitle: Page {n}\nsummary: One of many pages, so that there is something to do.\n---\n\n{text}\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A site with enough pages to be read by more than one process."""
    (tmp_path / "content" / "pages").mkdir(parents=True)
    (tmp_path / "content" / "site.yaml").write_text(SITE)
    for n in range(300):
        text = "\n\n".join(f"Paragraph *{k}* of page {n}." for k in range(60))
        (tmp_path / "content" / "pages" / f"page-{n}.md").write_text(PAGE.format(n=n, text=text))
    return tmp_path


def build(project: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "sitegen", "-C", str(project), "build", "-j", "2"]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def children(process: int) -> list[int]:
    listed = Path(f"/proc/{process}/task/{process}/children").read_text()
    return [int(number) for number in listed.split()]


def alive(process: int) -> bool:
    """Whether a process still runs; one that has ended and only waits to be noticed does not."""
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state not in "ZX"


def until_it_has_workers(running: subprocess.Popen[str]) -> list[int]:
    """The workers of a build, as soon as it has some."""
    deadline = time.monotonic() + 60
    while running.poll() is None and time.monotonic() < deadline:
        if len(found := children(running.pid)) >= 2:
            return found
        time.sleep(0.005)
    pytest.fail("the build ended before it had workers")


def test_workers_of_a_killed_build_end_and_the_next_build_works(project: Path) -> None:
    with build(project) as running:
        workers = until_it_has_workers(running)
        os.kill(running.pid, signal.SIGKILL)
    deadline = time.monotonic() + 60
    while any(alive(worker) for worker in workers) and time.monotonic() < deadline:
        time.sleep(0.01)
    assert not any(alive(worker) for worker in workers)

    with build(project) as again:
        said, _ = again.communicate(timeout=120)
    assert again.returncode == 0, said
    assert len(list((project / "public").glob("page-*/index.html"))) == 300
