"""What the tests of the published site share: the repository's content built once, a host for it, and a browser."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from sitegen.write import lock
from tests.site import browsing, hosting, links, parsed

REPOSITORY = Path(__file__).parents[2]
SOURCES = ("content", "docs", "themes")


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The published folder of the repository's own content; whoever comes first builds it for all workers."""
    own = tmp_path_factory.getbasetemp()
    shared = (own if worker_id == "master" else own.parent) / "sample-site"
    shared.mkdir(exist_ok=True)
    with lock.held(shared / "lock", wait=True):
        if not (shared / "built").exists():
            _build(shared)
            (shared / "built").touch()
    return shared / "public"


def _build(project: Path) -> None:
    for name in SOURCES:
        shutil.copytree(REPOSITORY / name, project / name, dirs_exist_ok=True)
    command = [sys.executable, "-m", "sitegen", "build", "--strict", "-C", str(project)]
    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="session")
def pages(folder: Path) -> dict[str, parsed.Page]:
    """All pages by the address of their file."""
    return parsed.load(folder)


@pytest.fixture(scope="session")
def published(folder: Path, pages: dict[str, parsed.Page]) -> links.Published:
    """The published folder as what its links lead to."""
    return links.Published(folder, pages)


@pytest.fixture(scope="session")
def rows(folder: Path) -> list[dict[str, object]]:
    """What search and filters know of each credential."""
    return json.loads((folder / "data" / "catalog.json").read_text("utf-8"))["rows"]


@pytest.fixture(scope="package")
def host(folder: Path) -> Iterator[hosting.Host]:
    """A host on this machine that shows the site under the headers of a real one."""
    with hosting.running(folder) as host:
        yield host


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """The one browser; it ends with the tests of this folder."""
    with browsing.chromium() as browser:
        yield browser


@pytest.fixture
def visit(browser: Browser, host: hosting.Host) -> Iterator[Callable[..., browsing.Visit]]:
    """Begins a visit, as in `visit(viewport=PHONE)`; when the test ends, nothing must have gone wrong in any."""
    begun: list[browsing.Visit] = []

    def begin(**options: object) -> browsing.Visit:
        begun.append(browsing.Visit(browser, host.origin, **options))
        return begun[-1]

    yield begin
    for one in begun:
        one.close()
    assert [problem for one in begun for problem in one.problems] == []
