"""Every form that can be imported: a file in its shape gives the report and the files that stand in its golden file.

`python tests/transfer/renew.py` writes the golden files again; look at what changed before you keep it.
"""

from pathlib import Path

import pytest
from commandline import Run

EXAMPLES = Path(__file__).parent / "examples"
WAYS = {
    "achievement.json": (),
    "assertion.json": (),
    "backpack.json": (),
    "badge-class.json": ("--issuer", "harbor"),
    "credential.json": (),
    "european.jsonld": (),
    "fedora.yaml": (),
    "framework.json": (),
    "list.csv": ("--map", str(EXAMPLES / "list.map.yaml")),
    "registry.json": (),
    "registry-old.json": ("--issuer", "harbor", "--yaml"),
    "skills.csv": ("--framework", "Open Skills"),
    "standards.csv": ("--framework", "Talk Standards", "--base", "https://case.example.org/uri/"),
}
"""How each example is imported."""


def outcome(run: Run, site: Path, name: str) -> str:
    """What an import says, and the files it makes."""
    before = {path for path in site.rglob("*") if path.is_file()}
    ran = run("import", str(EXAMPLES / name), "--yes", *WAYS[name])
    made = sorted(path for path in site.rglob("*") if path.is_file() and path not in before)
    parts = [f"=== {path.relative_to(site).as_posix()}\n{path.read_text(encoding='utf-8')}" for path in made]
    return f"exit code {ran.code}\n{ran.out}{''.join(parts)}"


@pytest.mark.parametrize("name", sorted(WAYS))
def test_a_file_becomes_what_its_golden_file_says(run: Run, site: Path, name: str) -> None:
    assert outcome(run, site, name) == (EXAMPLES / f"{name}.golden").read_text(encoding="utf-8")


def test_every_example_is_tried() -> None:
    there = {path.name for path in EXAMPLES.iterdir() if not path.name.endswith((".golden", ".map.yaml"))}
    assert there == set(WAYS)


@pytest.mark.parametrize("name", sorted(WAYS))
def test_nothing_is_written_without_yes(run: Run, site: Path, name: str) -> None:
    before = {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}
    run("import", str(EXAMPLES / name), *WAYS[name])
    assert {path: path.read_bytes() for path in site.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("name", ["assertion.json", "credential.json", "european.jsonld", "backpack.json"])
def test_nothing_about_a_person_is_taken_over(run: Run, site: Path, name: str) -> None:
    said = outcome(run, site, name)
    for personal in (
        "somebody@example.net",
        "kim@example.net",
        "Ana Example",
        "LA-1",
        "sha256$",
        "office@",
        "1999",
    ):
        assert personal not in said


@pytest.mark.parametrize("name", ["assertion.json", "credential.json", "european.jsonld"])
def test_an_award_is_left_out_and_never_called_checked(run: Run, site: Path, name: str) -> None:
    said = outcome(run, site, name)
    assert "1 award was not taken over" in said
    assert "nobody here can say that it was checked" in said


@pytest.mark.parametrize("name", sorted(WAYS))
def test_a_second_import_changes_nothing(run: Run, site: Path, name: str) -> None:
    outcome(run, site, name)
    before = {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}
    outcome(run, site, name)
    assert {path: path.read_bytes() for path in site.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("name", sorted(WAYS))
def test_what_is_written_is_in_form(run: Run, site: Path, name: str) -> None:
    run("fmt")
    outcome(run, site, name)
    assert run("fmt", "--check").code == 0
