"""The editor in the browser knows the records as they are, and what it saves is a record."""

import shutil
from pathlib import Path

import msgspec
import pytest
import yaml

from sitegen import cms
from sitegen.cli import new_admin, run
from sitegen.model.credential import Credential
from sitegen.model.focus_area import FocusArea
from sitegen.model.issuer import Issuer
from sitegen.model.site import Repository, Site
from sitegen.read import records

HERE = Path(__file__).parent
SITE = Site(
    name="",
    tagline="",
    base_url="https://example.org",
    repository=Repository(url="https://github.com/example/catalog", folder="site/"),
)
TEXT = cms.config(SITE, {"credentials/harbor": {"md", "yaml"}, "issuers": {"md"}, "focus-areas": {"md"}})
MADE = yaml.safe_load(TEXT)


def collection(name: str) -> dict:
    return next(one for one in MADE["collections"] if one["name"] == name)


def test_it_works_on_the_repository_by_proposals() -> None:
    assert MADE["backend"] == {
        "name": "github",
        "repo": "example/catalog",
        "branch": "main",
        "open_authoring": True,
    }
    assert MADE["publish_mode"] == "editorial_workflow"


def test_there_is_a_collection_for_each_folder_and_kind_of_file() -> None:
    found = {one["name"]: (one["folder"], one["extension"], one["format"]) for one in MADE["collections"]}
    assert found == {
        "credentials-harbor": ("site/content/credentials/harbor", "md", "yaml-frontmatter"),
        "credentials-harbor-yaml": ("site/content/credentials/harbor", "yaml", "yaml"),
        "focus-areas": ("site/content/focus-areas", "md", "yaml-frontmatter"),
        "issuers": ("site/content/issuers", "md", "yaml-frontmatter"),
    }


@pytest.mark.parametrize(
    ("name", "record", "without"),
    [
        ("credentials-harbor", Credential, set()),
        ("issuers", Issuer, {"keys", "maintainers"}),
        ("focus-areas", FocusArea, set()),
    ],
)
def test_it_names_all_fields_there_are_and_no_other(
    name: str, record: type[msgspec.Struct], without: set[str]
) -> None:
    fields = {one["name"]: one["required"] for one in collection(name)["fields"]}
    there = {
        one.encode_name: one.required
        for one in msgspec.structs.fields(record)
        if one.encode_name not in without
    }
    assert fields == there


def test_what_is_within_a_field_has_its_own() -> None:
    fields = {one["name"]: one for one in collection("credentials-harbor")["fields"]}
    evidence = {one["name"]: one for one in fields["evidence"]["fields"]}
    assert (fields["evidence"]["widget"], fields["evidence"]["min"], fields["evidence"]["max"]) == (
        "list",
        1,
        8,
    )
    assert evidence["kinds"]["options"][0] == {"label": "A lesson or unit plan", "value": "plan"}
    assert evidence["task"]["modes"] == ["raw"]
    (levels,) = (one for one in evidence["rubric"]["fields"] if one["name"] == "levels")
    assert [one["name"] for one in levels["fields"]] == ["Meets the standard", "Almost there", "Not yet"]
    assert fields["problems"]["field"]["maxlength"] == 160
    assert fields["status"]["options"] == ["draft", "published", "retired"]


def test_nothing_within_a_group_that_may_be_left_out_is_asked_for() -> None:
    form = next(one for one in collection("credentials-harbor")["fields"] if one["name"] == "form")
    assert not any(one["required"] for one in form["fields"])


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    assert run(["new", str(folder), "-q"]) == 0
    settings = folder / "content/site.yaml"
    words = "repository: {url: https://github.com/example/catalog}\npublish: {admin: true}\n"
    settings.write_text(settings.read_text(encoding="utf-8") + words, encoding="utf-8")
    return folder


@pytest.fixture
def package(tmp_path: Path) -> Path:
    folder = tmp_path / "package"
    (folder / "dist").mkdir(parents=True)
    (folder / "package.json").write_text('{"version": "9.9.9"}')
    for name in ("decap-cms.js", "1.decap-cms.js", "cms.js", "decap-cms.js.map"):
        (folder / "dist" / name).write_text(f"// {name}\n")
    return folder


def test_what_it_saved_passes_the_check_and_fmt_changes_only_its_form(site: Path) -> None:
    """`saved.md` is the sample as the real editor wrote it; tools/try_editor.py makes it."""
    file = site / "content/credentials/example-school/the-first-five-minutes.md"
    shutil.copyfile(HERE / "saved.md", file)
    assert run(["-C", str(site), "check", "--strict", "-q"]) == 0
    before = file.read_bytes()
    assert run(["-C", str(site), "fmt", "-q"]) == 0
    after = file.read_bytes()
    assert after != before
    assert records.record_of(after, file.name, Credential) == records.record_of(before, file.name, Credential)


def test_another_version_must_be_asked_for(
    site: Path, package: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["-C", str(site), "new", "admin", str(package)]) == 2
    assert "9.9.9" in capsys.readouterr().err
    assert not (site / "admin").exists()


def test_the_page_loads_the_script_beside_it_if_it_is_the_one_that_was_brought(
    site: Path, package: Path
) -> None:
    assert run(["-C", str(site), "new", "admin", str(package), "--any-version", "-q"]) == 0
    assert sorted(path.name for path in (site / "admin").iterdir()) == [
        "1.decap-cms.js",
        "config.yml",
        "decap-cms.js",
        "index.html",
    ]
    page = (site / "admin/index.html").read_text(encoding="utf-8")
    assert '<script src="decap-cms.js" integrity="sha384-' in page
    assert "://" not in page
    assert "noindex" in page
    assert new_admin.INTEGRITY not in page


def test_its_configuration_is_kept_true(site: Path, package: Path) -> None:
    run(["-C", str(site), "new", "admin", str(package), "--any-version", "-q"])
    assert run(["-C", str(site), "schema", "-q"]) == 0
    (site / "content/credentials/another-school").mkdir()
    assert run(["-C", str(site), "schema", "--check"]) == 1
    assert run(["-C", str(site), "schema", "-q"]) == 0
    assert "content/credentials/another-school" in (site / "admin/config.yml").read_text(encoding="utf-8")


def test_a_way_to_log_in_that_somebody_wrote_there_stays(site: Path, package: Path) -> None:
    run(["-C", str(site), "new", "admin", str(package), "--any-version", "-q"])
    file = site / "admin/config.yml"
    text = file.read_text(encoding="utf-8")
    text = text.replace(
        "  open_authoring: true\n", "  open_authoring: true\n  base_url: https://login.example.org\n"
    )
    file.write_text(text, encoding="utf-8")
    assert run(["-C", str(site), "schema", "--check"]) == 0


def test_nothing_is_made_without_a_repository_or_without_the_package(
    site: Path, package: Path, tmp_path: Path
) -> None:
    assert run(["-C", str(site), "new", "admin", str(tmp_path)]) == 2
    settings = site / "content/site.yaml"
    settings.write_text(
        settings.read_text(encoding="utf-8").replace("github.com", "gitlab.com"), encoding="utf-8"
    )
    assert run(["-C", str(site), "new", "admin", str(package), "--any-version"]) == 2
    assert not (site / "admin").exists()
