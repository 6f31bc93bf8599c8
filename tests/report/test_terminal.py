"""Problems for a person at a terminal."""

import re

from sitegen import report
from sitegen.problem import Problem, Span
from sitegen.reports import ink, terminal

FILES = {"content/calm.md": b"---\nversion: 1.10\nstatsu: published\nstatus: draft\n"}
STATSU = Problem(
    code="unknown-field",
    message="`statsu` is not a field",
    hint="did you mean `status`?",
    span=Span("content/calm.md", 3, 1, 6),
)
TAKEN = Problem(
    code="name-taken",
    message="two files have one name",
    span=Span("content/b.md"),
    severity="warning",
    related=(Span("content/a.md"), Span("content/c.md", 4, 2)),
)


def lines(*problems: Problem, form: report.TextForm = "full", **look: object) -> list[str]:
    return list(report.text(problems, form, FILES.get, report.Look(**look)))  # type: ignore[arg-type]


def test_a_problem_with_its_place_excerpt_and_hint() -> None:
    assert lines(STATSU)[:8] == [
        "error[unknown-field]: `statsu` is not a field",
        " --> content/calm.md:3:1",
        "2 | version: 1.10",
        "3 | statsu: published",
        "  | ^^^^^^",
        "4 | status: draft",
        "  = help: did you mean `status`?",
        "",
    ]


def test_a_problem_of_a_whole_file_names_the_other_places() -> None:
    assert lines(TAKEN)[:5] == [
        "warning[name-taken]: two files have one name",
        " --> content/b.md",
        "  = see also: content/a.md",
        "  = see also: content/c.md:4:2",
        "",
    ]


def test_the_summary_counts_errors_warnings_and_files() -> None:
    assert terminal.summary([STATSU, TAKEN, TAKEN]) == "1 error and 2 warnings in 2 files."
    assert terminal.summary([TAKEN]) == "1 warning in 1 file."
    assert terminal.summary([]) == "No problems."


def test_the_reference_is_offered_once() -> None:
    assert [line for line in lines(STATSU, TAKEN) if "sitegen explain" in line] == [
        "Run `sitegen explain unknown-field` to read more about a problem like the first one."
    ]


def test_a_line_each() -> None:
    assert lines(STATSU, TAKEN, form="concise") == [
        "content/calm.md:3:1: error[unknown-field] `statsu` is not a field (did you mean `status`?)",
        "content/b.md: warning[name-taken] two files have one name",
        "1 error and 1 warning in 2 files.",
    ]


def test_the_fifty_first_problem_gets_a_line() -> None:
    shown = lines(*[STATSU] * (terminal.MOST_EXCERPTS + 2))
    assert sum(line.startswith(" -->") for line in shown) == terminal.MOST_EXCERPTS
    assert "… and 2 more, in short:" in shown
    assert sum(line.startswith("content/calm.md:3:1:") for line in shown) == 2


def test_places_are_seen_from_the_readers_folder() -> None:
    assert " --> ../site/content/calm.md:3:1" in lines(STATSU, prefix="../site/")


def test_words_of_strangers_cannot_move_the_cursor() -> None:
    evil = Problem(
        code="unknown-field",
        message="`\x1b[2Jx\n::error::y\u202e`",
        hint="\x07",
        span=Span("a\x1b]0;b\n.md", 1),
    )
    text = "\n".join(lines(evil) + lines(evil, form="concise"))
    assert not any(character in text for character in "\x1b\x07\u202e")
    assert "::error::" not in [line[:9] for line in text.split("\n")]


def test_words_of_strangers_are_cut() -> None:
    long = Problem(code="broken-link", message="x" * 1_000_000, span=Span("a.md"))
    assert max(map(len, lines(long))) < 600


def test_a_file_that_cannot_be_read_again_is_named_all_the_same() -> None:
    gone = Problem(code="needs-date", message="must be a date", span=Span("content/gone.md", 3, 2))
    assert lines(gone)[:2] == ["error[needs-date]: must be a date", " --> content/gone.md:3:2"]


def test_colours_change_no_word() -> None:
    coloured = [re.sub(r"\033\[[\d;]*m", "", line) for line in lines(STATSU, TAKEN, ink=ink.coloured)]
    assert coloured == lines(STATSU, TAKEN)
    assert any("\033[1;31m" in line for line in lines(STATSU, ink=ink.coloured))
