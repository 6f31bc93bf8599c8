"""Which code is running: another release of a library is other code, and so makes everything again."""

import sys
from pathlib import Path

import pytest

from sitegen import build, version
from sitegen.options import Options
from tests.build import catalog_folder


@pytest.fixture
def packages(tmp_path: Path) -> Path:
    """A folder of installed packages."""
    folder = tmp_path / "site-packages"
    for name in ("jinja2-3.1.6", "PyYAML-6.0.2", "pytest-8.3.0"):
        (folder / f"{name}.dist-info").mkdir(parents=True)
    return folder


def _upgraded(folder: Path, before: str, after: str) -> bool:
    """Whether an upgrade is seen."""
    word = version.of_libraries([str(folder)])
    (folder / f"{before}.dist-info").rename(folder / f"{after}.dist-info")
    return version.of_libraries([str(folder)]) != word


@pytest.mark.parametrize(
    ("before", "after"), [("jinja2-3.1.6", "jinja2-3.1.7"), ("PyYAML-6.0.2", "pyyaml-6.0.3")]
)
def test_another_release_of_a_library_is_seen(packages: Path, before: str, after: str) -> None:
    assert _upgraded(packages, before, after)


def test_a_library_that_comes_or_goes_is_seen(packages: Path) -> None:
    before = version.of_libraries([str(packages)])
    (packages / "markdown_it_pyrs-0.4.0.dist-info").mkdir()
    assert version.of_libraries([str(packages)]) != before


def test_what_makes_no_page_may_change(packages: Path) -> None:
    assert not _upgraded(packages, "pytest-8.3.0", "pytest-8.4.0")


def test_folders_that_are_missing_or_hold_no_packages_are_passed_over(packages: Path, tmp_path: Path) -> None:
    (tmp_path / "jinja2-9.dist-info").mkdir()
    places = [str(packages), str(tmp_path), str(tmp_path / "gone-packages"), ""]
    assert version.of_libraries(places) == version.of_libraries([str(packages)])


def test_every_library_named_is_one_that_is_installed() -> None:
    found = {name for place in sys.path if place.endswith("-packages") for name in version._releases(place)}
    assert {name.partition("-")[0].lower() for name in found} == version.LIBRARIES


@pytest.mark.parametrize("after", ["jinja2-3.1.6", "jinja2-3.1.7"])
def test_only_after_an_upgrade_everything_is_made_again(
    packages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, after: str
) -> None:
    monkeypatch.syspath_prepend(str(packages))
    root = tmp_path / "site"
    catalog_folder.write(catalog_folder.start(), root)
    options = Options(root=root, out=root / "public", workers=1)
    build.build(options)
    page = root / "public" / "about" / "index.html"
    page.write_text("made by another release")
    upgraded = _upgraded(packages, "jinja2-3.1.6", after)
    build.build(options)
    assert (page.read_text() != "made by another release") is upgraded
