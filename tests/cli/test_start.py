"""The command line as a whole: what it imports, what it says of wrong words, and its exit codes."""

import os
import subprocess
import sys
from pathlib import Path

import click
import pytest
from commandline import Run

from sitegen import __version__
from sitegen.cli import commands, manual

ROOT = Path(__file__).parents[2]
HEAVY = ("yaml", "jinja2", "markdown_it", "msgspec", "PIL", "nh3", "sqlite3", "watchfiles")


def python(code: str, **surroundings: str) -> subprocess.CompletedProcess[str]:
    """Run code in a process of its own, which must not fail."""
    path = {**os.environ, "PYTHONPATH": str(ROOT), **surroundings}
    return subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check="_SITEGEN_COMPLETE" not in surroundings,
        env=path,
    )


@pytest.mark.parametrize("words", [["--help"], ["--version"]])
def test_nothing_heavy_is_imported_before_a_command_needs_it(words: list[str]) -> None:
    code = (
        "import sys, sitegen.cli\n"
        f"sitegen.cli.run({words!r})\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)"
    )
    assert python(code).stderr == "[]\n"


def test_build_imports_nothing_heavy_before_it_has_found_a_site() -> None:
    code = (
        "import sys, sitegen.cli\n"
        "assert sitegen.cli.run(['build']) == 2\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    assert python(code).stdout == "[]\n"


def test_help_names_every_command_with_the_first_sentence_of_its_own(run: Run) -> None:
    said = run("--help").out
    width = max(map(len, commands.COMMANDS)) + 2
    for name, sentence in commands.COMMANDS.items():
        assert f"{name:{width}}{sentence}" in said
        command = commands.sitegen.get_command(click.Context(commands.sitegen), name)
        assert command is not None
        assert command.get_short_help_str(limit=80) == sentence


@pytest.mark.parametrize("name", commands.COMMANDS)
def test_help_starts_with_examples_and_fits_eighty_columns(run: Run, name: str) -> None:
    ran = run(name, "-h")
    assert ran.code == 0
    assert ran.out.startswith(f"Examples:\n  sitegen {name}")
    assert max(map(len, ran.out.splitlines())) <= 80


@pytest.mark.parametrize("name", commands.COMMANDS)
def test_every_command_has_the_common_options(run: Run, name: str) -> None:
    said = run(name, "--help").out
    assert all(
        option in said for option in ("-C DIR", "-q, --quiet", "-v, --verbose", "--color [", "-h, --help")
    )


def test_the_reference_of_commands_is_what_the_commands_say() -> None:
    page = ROOT / "docs" / "reference" / "commands.md"
    assert page.read_text(encoding="utf-8") == manual.render()


def test_the_version(run: Run) -> None:
    assert run("--version").out == f"sitegen {__version__}\n"


def test_a_slip_of_the_finger(run: Run) -> None:
    ran = run("biuld")
    assert ran.code == 2
    assert ran.err.startswith("error: no command `biuld`; did you mean `build`?\n")
    assert ran.out == ""


def test_a_command_that_is_like_none(run: Run) -> None:
    assert run("xyzzy").err.startswith("error: no command `xyzzy`\n")


def test_a_wrong_option(run: Run) -> None:
    ran = run("build", "--strct")
    assert ran.code == 2
    assert "--strict" in ran.err
    assert "`sitegen build --help`" in ran.err


def test_no_words_at_all_show_the_help(run: Run) -> None:
    ran = run()
    assert ran.code == 2
    assert "sitegen new my-catalog" in ran.err


@pytest.mark.parametrize("name", ["check", "build", "serve", "schema"])
def test_a_folder_without_a_site(run: Run, name: str) -> None:
    ran = run(name)
    assert ran.code == 2
    assert ran.err.startswith("error: there is no site in this folder (no content/site.yaml)\n")
    assert "`sitegen new my-catalog` starts one" in ran.err


def test_a_site_above_is_named(run: Run, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(site / "content" / "issuers")
    assert "there is one above: add `-C ../..`" in run("check").err


def test_a_folder_that_does_not_exist(run: Run) -> None:
    ran = run("check", "-C", "nowhere")
    assert ran.code == 2
    assert "there is no folder nowhere" in ran.err


def test_the_folder_can_be_given_before_or_after_the_command(
    run: Run, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(site.parent)
    assert run("-C", "site", "check").out == run("check", "-C", "site").out == "No problems.\n"


def test_shells_complete_commands_and_issuers(site: Path) -> None:
    def completed(words: str, number: int) -> str:
        surroundings = {"_SITEGEN_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": str(number)}
        return python("from sitegen.cli import main; main()", **surroundings).stdout

    assert completed("sitegen bu", 1) == "plain,build\n"
    assert completed("sitegen new credential --issuer ha", 4) == "plain,harbor\n"
    assert completed("sitegen explain yaml-sy", 2) == "plain,yaml-syntax\n"
