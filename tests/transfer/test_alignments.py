"""Statements of frameworks: into a credential, into a file, or onto the screen."""

from pathlib import Path

from commandline import Run

FRAMEWORK = str(Path(__file__).parent / "examples" / "framework.json")
CALM = "content/credentials/harbor/calm.yaml"


def test_whole_statements_go_into_a_credential_and_others_are_named(run: Run, site: Path) -> None:
    ran = run("import", FRAMEWORK, "--into", "calm", "--yes")
    assert "Students ask each other.: it lacks url" in ran.out
    assert f"Added 1 alignment to {CALM}." in ran.out
    assert "name: Students build on what others said." in (site / CALM).read_text()
    assert run("check").code == 0


def test_a_second_time_adds_nothing(run: Run, site: Path) -> None:
    run("import", FRAMEWORK, "--into", "calm", "--yes")
    before = (site / CALM).read_bytes()
    assert "Added 0 alignments" in run("import", FRAMEWORK, "--into", "calm", "--yes").out
    assert (site / CALM).read_bytes() == before


def test_a_dry_run_only_says_so(run: Run, site: Path) -> None:
    before = (site / CALM).read_bytes()
    assert "Would add 1 alignment " in run("import", FRAMEWORK, "--into", "calm").out
    assert (site / CALM).read_bytes() == before


def test_a_credential_that_is_not_there_is_wrong_use(run: Run, site: Path) -> None:
    ran = run("import", FRAMEWORK, "--into", "calmer")
    assert ran.code == 2
    assert "did you mean `calm`?" in ran.err


def test_more_than_fit_change_nothing(run: Run, site: Path) -> None:
    rows = "".join(f"I{n},Statement {n},https://x.example.org/{n}\n" for n in range(41))
    (site / "many.csv").write_text("Identifier,fullStatement,uri\n" + rows)
    before = (site / CALM).read_bytes()
    ran = run("import", "many.csv", "--framework", "Many", "--into", "calm", "--yes")
    assert ran.code == 2
    assert "at most 40 fit" in ran.err
    assert (site / CALM).read_bytes() == before


def test_they_go_into_a_file_of_their_own(run: Run, site: Path) -> None:
    run("import", FRAMEWORK, "-o", "statements.yaml", "--yes")
    assert (site / "statements.yaml").read_text().startswith("# Statements to choose from")
    assert run("import", FRAMEWORK, "-o", "statements.yaml", "--yes").code == 2
