"""`sitegen new` and `sitegen init`."""

from pathlib import Path

import pytest
from commandline import Run

RECORDS = [
    ("credential", "content/credentials/harbor/one-more-thing"),
    ("issuer", "content/issuers/one-more-thing"),
    ("focus-area", "content/focus-areas/one-more-thing"),
]


def files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_a_new_site_has_what_it_needs(run: Run, tmp_path: Path) -> None:
    ran = run("new", "catalog")
    assert ran.code == 0
    made = files(tmp_path / "catalog")
    assert {
        "README.md",
        ".gitignore",
        "netlify.toml",
        "content/site.yaml",
        "schema/credential.schema.json",
    } <= set(made)
    credentials = [path for path in made if path.startswith("content/credentials/")]
    assert len(credentials) == 3
    assert sum(path.endswith(".yaml") for path in credentials) == 1
    assert "cd catalog" in ran.err


def test_every_file_of_a_new_site_is_counted(run: Run, tmp_path: Path) -> None:
    assert (
        run("new", "catalog").out == f"Made a site of {len(files(tmp_path / 'catalog'))} files in catalog/\n"
    )


def test_a_new_site_is_free_of_warnings_and_can_be_built(run: Run) -> None:
    run("new", "catalog")
    assert run("-C", "catalog", "check", "--strict").out == "No problems.\n"
    assert run("-C", "catalog", "schema", "--check").code == 0
    assert run("-C", "catalog", "build", "-j", "1").code == 0


def test_a_new_site_has_the_name_and_address_that_were_given(run: Run, tmp_path: Path) -> None:
    run("new", "catalog", "--name", "Teaching: it's “ours”", "--url", "https://x.example.org/")
    text = (tmp_path / "catalog" / "content" / "site.yaml").read_text(encoding="utf-8")
    assert text.startswith('name: "Teaching: it\'s “ours”"\n')
    assert "base_url: https://x.example.org\n" in text
    assert run("-C", "catalog", "check").code == 0


def test_an_address_that_cannot_be_one_is_refused_before_anything_is_written(
    run: Run, tmp_path: Path
) -> None:
    ran = run("new", "catalog", "--url", "http://x.example.org")
    assert ran.code == 2
    assert "`base_url` must be the address of a site" in ran.err
    assert not (tmp_path / "catalog").exists()


def test_a_folder_that_is_not_empty_is_left_alone(run: Run, tmp_path: Path) -> None:
    (tmp_path / "thesis.docx").write_text("three years of work")
    ran = run("new", ".")
    assert ran.code == 2
    assert ran.err.startswith("error: this folder is not empty\n")
    assert files(tmp_path) == ["thesis.docx"]


def test_init_starts_in_this_folder_even_if_git_was_there_first(run: Run, tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    assert run("init").code == 0
    assert run("check").code == 0


@pytest.mark.parametrize("ending", [[], ["--yaml"]])
@pytest.mark.parametrize(("kind", "path"), RECORDS)
def test_a_new_record_is_accepted_by_check(
    run: Run, site: Path, kind: str, path: str, ending: list[str]
) -> None:
    ran = run("new", kind, "One more: “thing”", *ending)
    assert ran.code == 0
    assert (site / f"{path}.{'yaml' if ending else 'md'}").is_file()
    assert run("check").code == 0
    assert "Next:" in ran.err


def test_a_new_pathway_is_accepted_by_check(run: Run, site: Path) -> None:
    assert run("new", "pathway", "First Year").code == 2
    run("new", "credential", "Calm Ends")
    assert run("new", "pathway", "First Year").code == 0
    assert run("check").code == 0


def test_two_new_credentials_do_not_share_a_problem(run: Run, site: Path) -> None:
    run("new", "credential", "One Thing")
    run("new", "credential", "Another Thing")
    assert run("check", "--strict").out == "No problems.\n"


def test_a_yaml_file_tells_editors_its_schema(run: Run, site: Path) -> None:
    run("new", "credential", "Calm Ends", "--yaml")
    first = (site / "content/credentials/harbor/calm-ends.yaml").read_text(encoding="utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=../../../schema/credential.schema.json"


def test_nothing_is_overwritten(run: Run, site: Path) -> None:
    before = (site / "content/credentials/harbor/calm.yaml").read_bytes()
    ran = run("new", "credential", "Calm!!", "--slug", "calm")
    assert ran.code == 2
    assert "there is a credential `calm` already" in ran.err
    assert (site / "content/credentials/harbor/calm.yaml").read_bytes() == before
    assert run("new", "issuer", "Harbor").code == 2


@pytest.mark.parametrize("slug", ["../escape", "a/b", "Calm", ".", "con.txt", "x" * 81])
def test_a_slug_cannot_lead_elsewhere(run: Run, site: Path, slug: str) -> None:
    before = files(site.parent)
    assert run("new", "issuer", "Somebody", "--slug", slug).code == 2
    assert files(site.parent) == before


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Über — uns’re Tür", "uber-unsre-tur"),
        ("  Calm,   Starts!  ", "calm-starts"),
        ("Straße 7", "strasse-7"),
        ("100% Talk", "100-talk"),
    ],
)
def test_slugs_are_made_from_titles(run: Run, site: Path, title: str, slug: str) -> None:
    run("new", "issuer", title)
    assert (site / "content" / "issuers" / f"{slug}.md").is_file()


def test_a_title_without_latin_letters_needs_a_slug(run: Run, site: Path) -> None:
    assert "add `--slug`" in run("new", "issuer", "学校").err
    assert run("new", "issuer", "学校", "--slug", "xuexiao").code == 0
    assert run("check").code == 0


def test_an_issuer_must_be_named_if_there_are_two(run: Run, site: Path) -> None:
    run("new", "issuer", "Bay Museum")
    ran = run("new", "credential", "Calm Ends")
    assert ran.code == 2
    assert "add `--issuer` with one of: bay-museum, harbor" in ran.err
    assert "did you mean `harbor`?" in run("new", "credential", "Calm Ends", "--issuer", "habor").err


def test_what_is_wrong_with_a_title_is_said_before_anything_is_written(run: Run, site: Path) -> None:
    before = files(site)
    ran = run("new", "credential", "x" * 100)
    assert ran.code == 2
    assert "`title` has 100 characters; at most 90 fit" in ran.err
    assert files(site) == before


def test_a_kind_that_is_nearly_named_right(run: Run, site: Path) -> None:
    assert "did you mean `credential`?" in run("new", "credental", "Calm Ends").err


def test_quiet_says_nothing(run: Run) -> None:
    assert run("new", "catalog", "-q") == (0, "", "")
