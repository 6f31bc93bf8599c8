"""`sitegen explain`, `schema` and `doctor`."""

import json
from pathlib import Path

import pytest
from commandline import Run

from sitegen import explain, schema
from sitegen.cli import examine


def test_a_problem_is_explained(run: Run) -> None:
    ran = run("explain", "needs-date")
    assert ran.code == 0
    assert ran.out.startswith("needs-date\n\nA date is not written as year, month and day")
    assert "\n    published: 2026-03-14\n" in ran.out
    assert "```" not in ran.out


@pytest.mark.parametrize("word", ["error[needs-date]", "[needs-date]", "`needs-date`"])
def test_a_code_may_be_copied_with_its_brackets(run: Run, word: str) -> None:
    assert run("explain", word).out == run("explain", "needs-date").out


def test_a_code_that_is_nearly_named_right(run: Run) -> None:
    ran = run("explain", "need-date")
    assert ran.code == 2
    assert "did you mean `needs-date`?" in ran.err


def test_all_codes_with_a_sentence_each(run: Run) -> None:
    assert len(run("explain", "--list").out.splitlines()) == len(explain.entries())


def test_an_installed_package_has_its_own_copy(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    copy = tmp_path / "problems.md"
    copy.write_text("---\n---\n\n## one\n\nFirst. More.\n\n## two\n\nSecond.\n")
    monkeypatch.setattr(explain, "PLACES", (copy, *explain.PLACES))
    explain.entries.cache_clear()
    assert explain.meanings() == {"one": "First.", "two": "Second."}
    explain.entries.cache_clear()


def test_schemas_are_written_once(run: Run, site: Path) -> None:
    assert run("schema", "--check").code == 1
    assert run("schema").code == 0
    assert run("schema", "--check") == (0, "", "")
    assert run("schema").err == "Everything is up to date.\n"


def test_the_field_reference_is_written_where_there_is_documentation(run: Run, site: Path) -> None:
    (site / "docs" / "reference").mkdir(parents=True)
    run("schema")
    assert (site / "docs" / "reference" / "fields.md").read_text(encoding="utf-8") == schema.reference()


def test_schemas_name_the_site_they_belong_to(run: Run, site: Path) -> None:
    run("schema")
    made = json.loads((site / "schema" / "credential.schema.json").read_text(encoding="utf-8"))
    assert made["$id"] == "https://case.example.org/schema/credential.schema.json"


def test_this_machine_is_fit(run: Run, site: Path) -> None:
    ran = run("doctor")
    assert ran.code == 0
    assert "ok    python " in ran.out
    assert "ok    folder " in ran.out
    assert ran.out.endswith("Everything that is needed is here.\n")
    assert sorted(path.name for path in site.iterdir()) == ["content"]


def test_a_folder_without_a_site_is_worth_a_note(run: Run) -> None:
    assert "note  content" in run("doctor").out


def test_a_missing_package_is_bad(run: Run, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(examine, "NEEDED", ("no-such-package-anywhere",))
    ran = run("doctor", "--json")
    assert ran.code == 1
    bad = [finding for finding in json.loads(ran.out)["findings"] if finding["state"] == "bad"]
    assert [finding["what"] for finding in bad] == ["no-such-package-anywhere"]
