"""Two builds of the same sources differ in no byte and no file mode, wherever and however they are run."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.build import catalog_folder

PROJECT = Path(__file__).parents[2]
BUILD = """
import os, sys
from pathlib import Path
from sitegen import build
from sitegen.options import Options
root, workers, umask = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3], 8)
os.umask(umask)
result = build.build(Options(root=root, out=root / "public", workers=workers))
sys.exit(0 if result.published else str(result.problems))
"""

Published = dict[str, tuple[int, bytes]]
Build = Callable[..., Published]


def _files() -> catalog_folder.Files:
    files = catalog_folder.start()
    site = files["content/site.yaml"]
    assert isinstance(site, catalog_folder.Record)
    site.fields |= {
        "publish": {"social_cards": True},
        "docs": "docs",
        "theme": "own",
        "footer": "Für alle – 日本",
    }
    files["themes/own/templates/404.html"] = '{% extends "default/404.html" %}{% block tail %}é{% endblock %}'
    files["themes/own/assets/b.css"] = files["themes/own/assets/a.css"] = "p { margin: 0 }"
    files["content/credentials/lake/art.svg"] = catalog_folder.picture("teal")
    return files


def _build(root: Path, folder: Path, workers: int = 1, umask: str = "022", **environment: str) -> Published:
    run = subprocess.run(
        [sys.executable, "-W", "error", "-c", BUILD, str(root), str(workers), umask],
        cwd=folder, env={**os.environ, "PYTHONPATH": str(PROJECT), **environment}, capture_output=True, check=False,
        text=True, timeout=300,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    return catalog_folder.published(root / "public")


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> Published:
    """What comes of the sources where nothing is unusual."""
    root = tmp_path_factory.mktemp("usual")
    catalog_folder.write(_files(), root)
    return _build(root, root, TZ="UTC", LC_ALL="C.UTF-8", PYTHONHASHSEED="1")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The same sources in another folder."""
    catalog_folder.write(_files(), tmp_path / "site")
    return tmp_path / "site"


SURROUNDINGS: tuple[dict[str, Any], ...] = (
    {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "2"},
    {
        "TZ": "America/St_Johns",
        "LC_ALL": "C",
        "PYTHONUTF8": "0",
        "PYTHONCOERCECLOCALE": "0",
        "PYTHONHASHSEED": "3",
    },
    {
        "LC_ALL": "tr_TR.UTF-8",
        "LANG": "de_DE",
        "PYTHONHASHSEED": "4",
        "SOURCE_DATE_EPOCH": "1",
        "NO_COLOR": "1",
    },
    {"umask": "077"},
    {"umask": "000"},
    {"workers": 3},
)


@pytest.mark.parametrize(
    "surroundings", SURROUNDINGS, ids=lambda s: ",".join(f"{k}={v}" for k, v in s.items())
)
def test_surroundings_change_nothing(usual: Published, root: Path, surroundings: dict[str, Any]) -> None:
    assert _differing(usual, _build(root, root, **surroundings)) == []


def test_the_working_folder_changes_nothing(usual: Published, root: Path) -> None:
    assert _differing(usual, _build(root, Path("/"))) == []


def test_the_place_of_the_project_changes_nothing(usual: Published, tmp_path: Path) -> None:
    place = tmp_path / "a #1 ‘catalog’ 100% <b>" / "deep" / "er"
    catalog_folder.write(_files(), place)
    assert _differing(usual, _build(place, place)) == []


def test_the_order_in_which_files_were_made_changes_nothing(usual: Published, tmp_path: Path) -> None:
    backwards = dict(reversed(_files().items()))
    catalog_folder.write(backwards, tmp_path)
    assert _differing(usual, _build(tmp_path, tmp_path)) == []


def test_the_order_in_which_the_system_lists_files_changes_nothing(usual: Published, tmp_path: Path) -> None:
    filler = {f"content/pages/filler-{number}.md": catalog_folder.page("Filler", "") for number in range(60)}
    written = catalog_folder.write(filler | _files(), tmp_path)
    catalog_folder.write(_files(), tmp_path, written)
    assert _differing(usual, _build(tmp_path, tmp_path)) == []


def test_the_times_of_files_change_nothing(usual: Published, root: Path) -> None:
    for number, path in enumerate(sorted(root.rglob("*"))):
        os.utime(path, (number * 1e6, number * 1e7))
    assert _differing(usual, _build(root, root)) == []


def test_the_modes_of_files_change_nothing(usual: Published, root: Path) -> None:
    for path in root.rglob("*.*"):
        path.chmod(0o600)
    assert _differing(usual, _build(root, root)) == []


def test_building_once_more_from_nothing_changes_nothing(usual: Published, root: Path) -> None:
    _build(root, root)
    (root / ".sitegen" / "public.sqlite").unlink()
    assert _differing(usual, _build(root, root)) == []


def _differing(one: Published, other: Published) -> list[str]:
    """Addresses that only one of the two has, or that differ."""
    return sorted(address for address in one.keys() | other.keys() if one.get(address) != other.get(address))
