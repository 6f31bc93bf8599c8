"""Who is asked to review which files: the list that GitHub reads."""

from pathlib import Path

import pytest

from sitegen import cli, generated, owners
from sitegen.model.issuer import Issuer
from sitegen.model.site import Repository, Site


def site(*maintainers: str, folder: str = "") -> Site:
    repository = Repository(url="https://github.com/example/catalog", folder=folder)
    return Site(
        name="A",
        tagline="B",
        base_url="https://a.example.org",
        maintainers=maintainers,
        repository=repository,
    )


def issuer(*maintainers: str) -> Issuer:
    return Issuer(name="Harbor", summary="A college by the water.", type="College", maintainers=maintainers)


def asked(text: str, path: str) -> str:
    """Who is asked about a file, as GitHub reads the list: the last pattern that fits counts."""
    found = ""
    for line in text.splitlines():
        pattern, _, names = line.partition(" ")
        if line and not line.startswith("#") and _fits(pattern, path):
            found = names
    return found


def _fits(pattern: str, path: str) -> bool:
    if pattern == "*":
        return True
    below = pattern.removeprefix("/")
    return path.startswith(below.removesuffix("*")) if below.endswith(("/", "*")) else path == below


MADE = owners.within(
    "", site("mira", "jonas"), {"harbor": issuer("maren", "tobias"), "bay": issuer("example/bay-team")}
)


@pytest.mark.parametrize(
    ("path", "names"),
    [
        ("content/credentials/harbor/calm.md", "@maren @tobias"),
        ("content/awards/harbor/2026.jsonl", "@maren @tobias"),
        ("content/status/harbor.json", "@maren @tobias"),
        ("content/status/harbor.suspended.json", "@maren @tobias"),
        ("content/credentials/bay/tide.yaml", "@example/bay-team"),
        ("content/credentials/nobody/calm.md", "@mira @jonas"),
        ("content/issuers/harbor.md", "@mira @jonas"),
        ("content/site.yaml", "@mira @jonas"),
        (".github/workflows/check.yml", "@mira @jonas"),
        ("requirements.txt", "@mira @jonas"),
    ],
)
def test_who_is_asked_about_a_file(path: str, names: str) -> None:
    assert asked(MADE, path) == names


def test_an_issuer_whose_name_begins_alike_is_another_one() -> None:
    made = owners.within("", site("mira"), {"bay": issuer("a"), "bay-two": issuer("b")})
    assert asked(made, "content/status/bay-two.json") == "@b"
    assert asked(made, "content/credentials/bay-two/x.md") == "@b"


def test_without_maintainers_of_the_catalog_issuers_look_after_their_own_file() -> None:
    made = owners.within("", site(), {"harbor": issuer("maren")})
    assert asked(made, "content/issuers/harbor.md") == "@maren"
    assert asked(made, "content/site.yaml") == ""


def test_an_issuer_that_names_nobody_is_the_catalogs_concern() -> None:
    assert "harbor" not in owners.within("", site("mira"), {"harbor": issuer()})


def test_lines_of_others_stay_and_come_after_ours() -> None:
    theirs = "# ours\n/docs/ @writers\n"
    first = owners.within(theirs, site("mira"), {})
    assert first.endswith(theirs)
    again = owners.within(first, site("jonas"), {})
    assert again == first.replace("@mira", "@jonas")
    assert asked(again, "docs/index.md") == "@writers"


def test_catalogs_in_folders_of_one_repository_do_not_disturb_one_another() -> None:
    one = owners.within("", site("mira", folder="catalogs/a/"), {"harbor": issuer("maren")})
    two = owners.within(one, site("jonas", folder="catalogs/b/"), {})
    assert asked(two, "catalogs/a/content/site.yaml") == "@mira"
    assert asked(two, "catalogs/b/content/site.yaml") == "@jonas"
    assert asked(two, "catalogs/a/content/credentials/harbor/calm.md") == "@maren"
    assert asked(two, "README.md") == ""


def test_the_list_stands_at_the_top_of_the_repository(tmp_path: Path) -> None:
    root = tmp_path / "catalogs" / "a"
    _write(root, "repository: {url: 'https://github.com/example/c', folder: catalogs/a/}")
    assert "../../.github/CODEOWNERS" in generated.files(root)


def test_a_site_that_says_it_stands_elsewhere_writes_nothing_outside_itself(tmp_path: Path) -> None:
    _write(tmp_path, "repository: {url: 'https://github.com/example/c', folder: catalogs/a/}")
    assert [path for path in generated.files(tmp_path) if "CODEOWNERS" in path] == []


def test_a_list_that_is_a_link_is_not_written_through(tmp_path: Path) -> None:
    root, elsewhere = tmp_path / "site", tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "CODEOWNERS").write_text("* @somebody\n")
    _write(root, "")
    (root / ".github").symlink_to(elsewhere)
    assert cli.run(["-C", str(root), "schema", "-q"]) == 2
    assert (elsewhere / "CODEOWNERS").read_text() == "* @somebody\n"
    assert not (root / "schema").exists()


def test_a_list_in_another_encoding_is_left_as_it_is(tmp_path: Path) -> None:
    _write(tmp_path, "")
    (tmp_path / ".github").mkdir()
    (tmp_path / owners.FILE).write_bytes("# für uns\n".encode("latin-1"))
    assert cli.run(["-C", str(tmp_path), "schema", "-q"]) == 2
    assert (tmp_path / owners.FILE).read_bytes() == "# für uns\n".encode("latin-1")


def test_owners_are_not_made_from_settings_that_cannot_be_read(tmp_path: Path) -> None:
    _write(tmp_path, "statsu: x")
    with pytest.raises(generated.UnreadableError):
        generated.files(tmp_path)


def test_an_issuer_that_cannot_be_read_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _write(tmp_path, "")
    (tmp_path / "content" / "issuers").mkdir()
    (tmp_path / "content" / "issuers" / "bay.md").write_text("---\nname: Bay\n---\n")
    assert cli.run(["-C", str(tmp_path), "schema"]) == 2
    assert "content/issuers/bay.md: `" in capsys.readouterr().err


def _write(root: Path, more: str) -> None:
    (root / "content").mkdir(parents=True)
    (root / "content" / "site.yaml").write_text(
        f"name: A\ntagline: B\nbase_url: https://a.example.org\nmaintainers: [mira, jonas]\n{more}\n"
    )
