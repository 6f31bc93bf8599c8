"""`sitegen inbox` and `sitegen review` as they are typed: what is said, and with which exit code."""

from pathlib import Path

import click
import pytest
from commandline import Run

from sitegen.cli import review_score
from sitegen.submissions import decisions
from tests.submissions.house import ANA, BO, HEAD, House

OLD = ANA.replace("3/1/2026", "3/1/2025")


@pytest.fixture
def export(tmp_path: Path) -> Path:
    """An export with two rows."""
    path = tmp_path / "a.csv"
    path.write_text(HEAD + OLD + BO)
    return path


@pytest.fixture
def brought(run: Run, house: House, export: Path) -> House:
    """A house into which the export was brought."""
    assert run("inbox", "import", str(export), "--form", "harbor").code == 0
    return house


def test_an_import_says_what_it_read_and_counts_every_row(run: Run, export: Path) -> None:
    ran = run("inbox", "import", str(export), "--form", "harbor")
    assert (ran.code, ran.out) == (0, "2 rows: 2 new.\n")
    assert ran.err.startswith(f"Read {export} as UTF-8.\n")
    assert run("inbox", "import", str(export), "--form", "harbor").out == "2 rows: 2 known already.\n"


def test_a_refused_row_is_named_with_its_line(run: Run, export: Path) -> None:
    export.write_text(HEAD + ANA.replace("calm", "clam") + BO)
    ran = run("inbox", "import", str(export), "--form", "harbor")
    assert ran.code == 1
    assert ran.out.startswith(
        f"{export}:2: error: there is no credential `clam`; did they mean `calm`?\n  = help: ask"
    )
    assert ran.out.endswith("2 rows: 1 new, 1 refused.\n")


def test_a_dry_run_writes_nothing(run: Run, house: House, export: Path) -> None:
    assert run("inbox", "import", str(export), "--form", "harbor", "--dry-run").out == "2 rows: 2 new.\n"
    assert house.cases == ()


def test_columns_that_are_left_aside_are_named(run: Run, export: Path) -> None:
    export.write_text(HEAD.replace("\n", ",School,IP Address\n") + ANA.replace("\n", ",Hill,192.0.2.7\n"))
    ran = run("inbox", "import", str(export), "--form", "harbor")
    assert "Columns left aside: School\nColumns about machines, dropped: IP Address\n" in ran.err


def test_a_form_that_is_not_there_is_named(run: Run, export: Path) -> None:
    ran = run("inbox", "import", str(export), "--form", "north")
    assert (ran.code, ran.err.splitlines()[:2]) == (
        2, ["error: there is no form `north` (content/forms/north.yaml)", "  = help: the forms here are: harbor"],
    )  # fmt: skip


def test_the_file_of_a_form_is_checked_like_any_other(run: Run, house: House, export: Path) -> None:
    house.form("time_zone: UTC\nshape: gogle\n")
    ran = run("inbox", "import", str(export), "--form", "harbor")
    assert ran.code == 1
    assert "--> content/forms/harbor.yaml:2:8" in ran.out


def test_the_list_shows_what_waits_and_whether_it_is_late(run: Run, brought: House) -> None:
    first, second = brought.cases
    assert run("review", "list").out == (
        f"{first.short}  sent 2025-03-01  due 2025-03-22 LATE  calm  attempt 1  scored by 0 of 1\n"
        f"{second.short}  sent 2026-03-02  due 2026-03-23{_late(brought)}  calm  attempt 1  scored by 0 of 1\n"
    )
    assert "Ana Lima" in run("review", "list", "--names").out


def _late(house: House) -> str:
    """Whether today lies after the day on which Bo was promised an answer."""
    from datetime import UTC, date, datetime

    return " LATE" if datetime.now(UTC).date() > date(2026, 3, 23) else ""


def test_a_submission_is_shown_beside_the_rubric_without_a_name(run: Run, brought: House) -> None:
    out = run("review", "open", brought.cases[1].short).out
    for words in (
        "Calm Starts 1.0  (calm)", "asked   Send ten openings.", "sent    https://docs.example.org/bo",
        "row 1   Students begin alone  [students-begin-alone]", "1 Meets the standard (passes): All ten need",
        "Anything else?: Thanks!",
    ):  # fmt: skip
        assert words in out
    assert "Bo Aho" not in out


def test_assessors_are_blind_to_each_other_until_both_are_done(run: Run, brought: House) -> None:
    brought.review("assessors: 2")
    short = brought.cases[0].short
    run("review", "score", short, "--as", "maren", "--row", "1=2", "--feedback", "1=Half of them.")
    assert "Half of them." in run("review", "open", short, "--as", "maren").out
    for look in ((), ("--as", "tobias")):
        assert "Half of them." not in run("review", "open", short, *look).out
    run("review", "score", short, "--as", "tobias", "--row", "1=1")
    for look in ((), ("--as", "tobias")):
        assert "maren: Almost there. Half of them." in run("review", "open", short, *look).out


def test_a_second_opinion_is_formed_blind_though_one_would_do(run: Run, brought: House) -> None:
    short = brought.cases[0].short
    run("review", "score", short, "--as", "maren", "--row", "1=2", "--feedback", "1=Half of them.")
    assert "Half of them." not in run("review", "open", short, "--as", "tobias").out


def test_a_hostile_answer_cannot_write_to_the_terminal(run: Run, export: Path, house: House) -> None:
    export.write_text(HEAD + ANA.replace("https://docs.example.org/ana", "\x1b[2J\u202egood") + BO)
    ran = run("inbox", "import", str(export), "--form", "harbor")
    shown = run("review", "open", house.cases[0].short)
    assert not {"\x1b", "\u202e"} & set(ran.out + shown.out)


def test_the_road_from_an_export_to_a_letter(run: Run, brought: House) -> None:
    short = brought.cases[0].short
    ran = run("review", "score", short, "--as", "maren", "--row", "1=Almost there")
    assert ran.out == "maren has scored 1 of 1 rows.\n"
    ran = run("review", "decide", short, "not-yet")
    assert ran.err.startswith("error: nothing says what is missing in: students-begin-alone")
    run("review", "score", short, "--as", "maren", "--feedback", "1=Six of ten begin with a word from you.")
    ran = run("review", "decide", short, "not-yet", "--advice", "Film two more.")
    assert ran.out.startswith(f"{short} is decided: not yet. To be committed: decisions/harbor/{short}")
    ran = run("review", "send")
    assert ran.out.startswith(f"{short}  Ana Lima  private/letters/{short}")
    assert run("review", "send").out == ""
    assert run("review", "list").out.startswith(brought.cases[1].short)


def test_a_dry_run_of_letters_names_who_would_get_one(run: Run, brought: House) -> None:
    run("review", "decide", brought.cases[0].short, "incomplete", "--missing", "1")
    assert run("review", "send", "--dry-run").out == f"{brought.cases[0].short}  Ana Lima\n"
    assert not (brought.root / "private/letters").exists()


def test_answers_to_questions_are_kept_one_by_one(
    run: Run, brought: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter(["2", "Half of them."])
    monkeypatch.setattr(review_score, "somebody_is_there", lambda: True)
    monkeypatch.setattr(click, "prompt", lambda *_, **__: next(answers))
    assert run("review", "score", brought.cases[0].short, "--as", "maren").code == 0
    (score,) = brought.cases[0].scores
    assert (score.rows[0].level, score.rows[0].feedback) == ("Almost there", "Half of them.")


def test_who_stops_answering_goes_on_another_day(
    run: Run, brought: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(review_score, "somebody_is_there", lambda: True)
    monkeypatch.setattr(click, "prompt", lambda *_, **__: "")
    ran = run("review", "score", brought.cases[0].short, "--as", "maren")
    assert ran.out.endswith("maren has scored 0 of 1 rows; still open: students-begin-alone.\n")


def test_without_anybody_to_ask_the_levels_are_asked_back(run: Run, brought: House) -> None:
    ran = run("review", "score", brought.cases[0].short, "--as", "maren")
    assert (ran.code, ran.err.splitlines()[0]) == (2, "error: which levels?")


def test_a_public_file_that_went_missing_is_written_by_the_next_command(run: Run, brought: House) -> None:
    run("review", "decide", brought.cases[0].short, "withdrawn")
    (path,) = brought.root.glob(f"{decisions.PUBLIC_FOLDER}/harbor/*.yaml")
    path.unlink()
    assert "which was missing or had been changed" in run("review", "send").err
    assert path.is_file()


def test_numbers_are_told_and_written(run: Run, brought: House) -> None:
    run("review", "decide", brought.cases[0].short, "withdrawn")
    ran = run("review", "stats", "--csv", "private/a.csv", "--chart", "private/a.svg")
    assert ran.out.startswith("calm  1 waiting")
    assert "1 withdrawn" in ran.out
    assert (brought.root / "private/a.csv").read_text().startswith("credential,row,waiting")
    assert (brought.root / "private/a.svg").read_text().startswith("<svg")


def test_agreement_is_told_for_each_row(run: Run, brought: House) -> None:
    assert run("review", "agreement").err == "Nothing was scored by two people yet.\n"
    for judge, level in (("maren", "1"), ("tobias", "2")):
        run("review", "score", brought.cases[0].short, "--as", judge, "--row", f"1={level}")
    assert run("review", "agreement").out == (
        "calm  students-begin-alone  0 of 1 equal (0 %)  kappa 0.00\nall 1 submissions  0 of 1 equal (0 %)  kappa 0.00\n"
    )


def test_assessors_are_listed(run: Run, house: House) -> None:
    run("review", "assessor", "maren", "--email", "maren@example.org")
    assert run("review", "assessor").out == "maren  maren@example.org  0 badges given\n"
    assert run("review", "assessor", "Maren M.").err.startswith(
        "error: `Maren M.` cannot be an assessor's name here"
    )


def test_what_people_sent_does_not_keep_the_site_from_being_built(run: Run, brought: House) -> None:
    run("review", "decide", brought.cases[0].short, "withdrawn")
    assert run("check", "--strict").code == 0
