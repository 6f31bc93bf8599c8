"""A wheel carries all that a new site needs: installed in an empty environment, it makes and builds one."""

import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Python of an environment that holds the wheel; the libraries it needs are lent by the one that runs the tests."""
    folder = tmp_path_factory.mktemp("wheel")
    run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder / "dist")], REPOSITORY)
    venv.create(folder / "environment", with_pip=False)
    python = folder / "environment" / "bin" / "python"
    site = run([str(python), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"], folder).strip()
    (wheel,) = (folder / "dist").glob("sitegen-*.whl")
    run([sys.executable, "-m", "zipfile", "-e", str(wheel), site], folder)
    (Path(site) / "lent.pth").write_text(sysconfig.get_path("purelib"))
    return python


def run(command: list[str], folder: Path) -> str:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_what_is_run_is_what_the_wheel_brought(installed: Path, tmp_path: Path) -> None:
    found = run([str(installed), "-c", "import sitegen; print(sitegen.__file__)"], tmp_path)

    assert Path(found.strip()).is_relative_to(installed.parent.parent)


def test_everything_in_the_package_comes_along(installed: Path, tmp_path: Path) -> None:
    """Word vectors and the notices that must go with them among the rest."""
    there = run([str(installed), "-c", "import sitegen; print(sitegen.__path__[0])"], tmp_path).strip()
    missing = [path for path in _files(REPOSITORY / "sitegen") if not (Path(there) / path).is_file()]

    assert missing == []


def _files(package: Path) -> list[Path]:
    """The files of the package, by their paths in it, without what Python leaves there."""
    paths = (path.relative_to(package) for path in package.rglob("*") if path.is_file())
    return sorted(path for path in paths if "__pycache__" not in path.parts)


def test_a_new_site_is_made_and_built_in_an_empty_folder(installed: Path, tmp_path: Path) -> None:
    run([str(installed), "-m", "sitegen", "new", "."], tmp_path)
    run([str(installed), "-m", "sitegen", "check", "--strict"], tmp_path)
    run([str(installed), "-m", "sitegen", "build"], tmp_path)

    page = (tmp_path / "public" / "index.html").read_text()
    assert "<h1" in page
    assert list((tmp_path / "public" / "assets").glob("site.*.css"))


def test_explanations_of_problems_come_along(installed: Path, tmp_path: Path) -> None:
    said = run([str(installed), "-m", "sitegen", "explain", "unknown-field"], tmp_path)

    assert "unknown-field" in said
