"""Why a page is as it is: its sources, its templates, and what the last build did."""

from pathlib import Path

import pytest

from sitegen import build
from sitegen.options import Options
from sitegen.why import Why, why
from tests.awards import signed_site
from tests.build import catalog_folder
from tests.build.catalog_folder import Record


@pytest.fixture
def project(tmp_path: Path) -> Path:
    files = catalog_folder.start()
    _edit(files, "content/site.yaml").fields["theme"] = "own"
    files["themes/own/templates/credential.html"] = '{% extends "default/credential.html" %}'
    catalog_folder.write(files, tmp_path)
    _build(tmp_path)
    return tmp_path


def _edit(files: catalog_folder.Files, path: str) -> Record:
    record = files[path]
    assert isinstance(record, Record)
    return record


def _build(root: Path) -> None:
    assert build.build(Options(root=root, out=root / "public", workers=1)).published


def _why(root: Path, page: str) -> Why:
    found = why(root, root / "public", page)
    assert found is not None
    return found


def _change(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text()
    assert old in text
    (root / path).write_text(text.replace(old, new))


CALM = "content/credentials/harbor/c0.md"


@pytest.mark.parametrize(
    "page",
    [
        "/credentials/c0/", "credentials/c0", "credentials/c0/index.html", "public/credentials/c0/index.html",
        "./public/credentials/c0/", "https://small.example.org/credentials/c0/",
        "https://small.example.org/credentials/c0/?x=1#evidence",
    ],
)  # fmt: skip
def test_a_page_may_be_named_in_many_ways(project: Path, page: str) -> None:
    assert _why(project, page).sources == (CALM,)


@pytest.mark.parametrize(
    "page", ["/", "index.html", "https://small.example.org/", "https://small.example.org"]
)
def test_the_home_page_may_be_named_in_many_ways(project: Path, page: str) -> None:
    assert _why(project, page).maker == "home"


def test_a_site_below_a_path_knows_its_full_addresses(tmp_path: Path) -> None:
    files = catalog_folder.start()
    _edit(files, "content/site.yaml").fields["base_url"] = "https://small.example.org/catalog"
    catalog_folder.write(files, tmp_path)
    _build(tmp_path)
    assert _why(tmp_path, "https://small.example.org/catalog/credentials/c0/").sources == (CALM,)


@pytest.fixture
def signed(tmp_path: Path) -> Path:
    """A site with two batches of awards."""
    root = signed_site.make(tmp_path / "signed", 1, 2)
    signed_site.put(root, "content/awards/harbor/second.jsonl", signed_site.lines(3))
    _build(root)
    return root


THIRD = f"badges/30/3{'0' * 31}"


@pytest.mark.parametrize(
    "page",
    [
        f"/{THIRD}", f"{THIRD}.html", f"public/{THIRD}.html", f"https://case.example.org/{THIRD}", f"/{THIRD}.json",
        f"/{THIRD}.ob2.json", f"/{THIRD}.png",
    ],
)  # fmt: skip
def test_the_files_of_an_award_come_from_its_batch(signed: Path, page: str) -> None:
    found = _why(signed, page)
    assert (found.sources, found.maker) == (("content/awards/harbor/second.jsonl",), "awards")
    assert found.address.startswith(f"/{THIRD}")
    assert "badge.html" in found.templates


def test_the_address_of_an_award_is_that_of_its_page(signed: Path) -> None:
    assert _why(signed, f"{THIRD}.html").address == f"/{THIRD}"


def test_what_was_asked_for_awards_comes_from_a_batch(signed: Path) -> None:
    (name,) = (path.name for path in (signed / "public/badges/classes").glob("*.oembed.json"))
    assert _why(signed, f"/badges/classes/{name}").sources == ("content/awards/harbor/first.jsonl",)


def test_an_award_that_was_revoked_shows_what_the_catalog_says(signed: Path) -> None:
    signed_site.put(signed, "content/status/harbor.json", signed_site.status_list(3))
    _build(signed)
    assert "the rest of the catalog" in _why(signed, f"/{THIRD}").reason
    assert not _why(signed, f"/badges/10/1{'0' * 31}").made_in_last_build


@pytest.mark.parametrize(
    "page", [f"/badges/40/4{'0' * 31}", "/badges/", "/badges/ab/harbor", f"/{THIRD}.zip"]
)
def test_an_award_that_does_not_exist_has_no_reason(signed: Path, page: str) -> None:
    assert why(signed, signed / "public", page) is None


def test_a_page_that_does_not_exist_has_no_reason(project: Path) -> None:
    assert why(project, project / "public", "/nowhere/") is None


@pytest.mark.parametrize("page", ["", "..", "/../../etc/passwd", "%00", "https://[", "a" * 5000])
def test_nonsense_has_no_reason_or_is_the_home_page(project: Path, page: str) -> None:
    found = why(project, project / "public", page)
    assert found is None or found.maker == "home"


def test_before_the_first_build_nothing_is_known(tmp_path: Path) -> None:
    assert why(tmp_path, tmp_path / "public", "/") is None


def test_asking_before_the_first_build_leaves_nothing_behind(tmp_path: Path) -> None:
    why(tmp_path, tmp_path / "public", "/")
    assert list(tmp_path.iterdir()) == []


def test_the_templates_of_a_page_are_named(project: Path) -> None:
    templates = _why(project, "/credentials/c0/").templates
    assert {"credential.html", "default/credential.html", "base.html"} <= set(templates)


def test_a_file_without_a_template_has_none(project: Path) -> None:
    assert _why(project, "/robots.txt").templates == ()


def test_a_new_page_is_called_new(project: Path) -> None:
    found = _why(project, "/credentials/c0/")
    assert (found.made_in_last_build, "did not exist" in found.reason) == (True, True)


def test_a_changed_source_is_the_reason(project: Path) -> None:
    _change(project, CALM, "Do the first thing", "Do another thing")
    _build(project)
    assert "its content file had changed" in _why(project, "/credentials/c0/").reason


def test_a_page_on_which_others_appear_names_the_rest_of_the_catalog(project: Path) -> None:
    _change(project, CALM, "Credential number 0", "Credential number zero")
    _build(project)
    assert "the rest of the catalog" in _why(project, "/credentials/").reason


def test_a_changed_theme_is_the_reason(project: Path) -> None:
    (project / "themes/own/templates/_crumbs.html").write_text("x")
    _build(project)
    assert "theme" in _why(project, "/credentials/c0/").reason


def test_a_page_that_was_left_alone_says_so(project: Path) -> None:
    _change(project, CALM, "Do the first thing", "Do another thing")
    _build(project)
    found = _why(project, "/credentials/c1/")
    assert (found.made_in_last_build, "nothing it shows had changed" in found.reason) == (False, True)


def test_asking_changes_nothing(project: Path) -> None:
    before = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}
    why(project, project / "public", "/credentials/c0/")
    assert {path: path.read_bytes() for path in project.rglob("*") if path.is_file()} == before
