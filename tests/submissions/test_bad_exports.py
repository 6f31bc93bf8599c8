"""Everything that can be wrong with an export, in one: each has words of its own, and what is in order is brought in."""

from pathlib import Path

import pytest
from commandline import Run

from tests.submissions.house import FORM, House

HEAD = "No,Timestamp,Email Address,Which credential?,Version,Your name,Your ten openings,Anything else?\n"
GOOD = '1,3/1/2026 10:00:00,ana@example.org,calm,1.0,Ana Lima,"https://docs.example.org/ana",\n'
ROWS = {
    "a formula for an address": ('2,3/2/2026 10:00:00,"=1+1",calm,1.0,Bo,https://docs.example.org/b,\n', "`email` begins like a formula"),
    "a formula as an answer": (
        '3,3/2/2026 11:00:00,cy@example.org,calm,1.0,Cy,"=HYPERLINK(""https://evil.example"")",\n',
        "an answer begins like a formula and is kept as plain text",
    ),
    "no number": (',3/2/2026 12:00:00,di@example.org,calm,1.0,Di,https://docs.example.org/d,\n', "it has no number"),
    "no credential": ("5,3/2/2026 13:00:00,ed@example.org,,1.0,Ed,https://docs.example.org/e,\n", "it does not say for which credential"),
    "an unknown credential": (
        "6,3/2/2026 14:00:00,fy@example.org,clam,1.0,Fy,https://docs.example.org/f,\n", "there is no credential `clam`; did they mean `calm`?",
    ),
    "a version of the past": (
        "7,3/2/2026 15:00:00,gus@example.org,calm,0.9,Gus,https://docs.example.org/g,\n", "written for version 0.9, which is not there any more",
    ),
    "one address for two": (
        "8,3/2/2026 16:00:00,gus@example.org,calm,1.0,Hieronymus,https://docs.example.org/h,\n", "2 people share the address gus@example.org",
    ),
    "two addresses for one": (
        "9,3/2/2026 17:00:00,ana@home.example.org,calm,1.0,Ana Lima,https://docs.example.org/i,\n", "Ana Lima sent this credential from 2 addresses",
    ),
    "an attachment that is not https": (
        "10,3/2/2026 18:00:00,ivo@example.org,calm,1.0,Ivo,http://docs.example.org/j,\n", "a link is not https and is not shown as one",
    ),
}  # fmt: skip
REFUSED = ("a formula for an address", "no credential", "an unknown credential")


@pytest.fixture
def export(house: House, tmp_path: Path) -> Path:
    """The file to bring in; the form knows its columns."""
    house.form(FORM.replace("columns:\n", "columns:\n  No: id\n"))
    return tmp_path / "answers.csv"


@pytest.mark.parametrize("kind", ROWS)
def test_each_fault_has_its_own_words_and_the_rest_goes_on(
    run: Run, house: House, export: Path, kind: str
) -> None:
    export.write_text(
        HEAD
        + GOOD
        + ("" if kind != "one address for two" else ROWS["a version of the past"][0])
        + ROWS[kind][0]
    )
    ran = run("inbox", "import", str(export), "--form", "harbor")
    own = [line for line in ran.out.splitlines() if ROWS[kind][1] in line]
    assert own
    assert ran.code == (1 if kind in REFUSED else 0)
    assert house.cases[0].response.name == "Ana Lima"


def test_all_of_them_at_once_are_counted_and_told_apart(run: Run, house: House, export: Path) -> None:
    export.write_text(HEAD + GOOD + "".join(row for row, _ in ROWS.values()))
    ran = run("inbox", "import", str(export), "--form", "harbor")
    assert [kind for kind, (_, words) in ROWS.items() if words not in ran.out] == []
    assert ran.out.endswith("10 rows: 7 new, 3 refused.\n")
    assert len({words for _, words in ROWS.values()}) == len(ROWS)


def test_a_response_that_is_changed_after_it_was_scored_is_told(run: Run, house: House, export: Path) -> None:
    export.write_text(HEAD + GOOD)
    run("inbox", "import", str(export), "--form", "harbor")
    run("review", "score", house.cases[0].short, "--as", "maren", "--row", "1=1")
    export.write_text(HEAD + GOOD.replace("/ana", "/better") + ROWS["no number"][0])
    ran = run("inbox", "import", str(export), "--form", "harbor")
    assert "this response was changed after maren scored it" in ran.out
    assert ran.out.endswith("2 rows: 1 new, 1 changed since.\n")
    shown = run("review", "open", house.cases[0].short, "--as", "maren").out
    assert "it was changed after it was scored; the scores were about what it said before" in shown


def test_a_wrong_mapping_is_said_and_nothing_is_brought_in(run: Run, house: House, export: Path) -> None:
    house.form(FORM.replace("Your name:", "Your full name:"))
    export.write_text(HEAD + GOOD)
    ran = run("inbox", "import", str(export), "--form", "harbor")
    assert (ran.code, house.cases) == (2, ())
    assert "there is no column `Your full name` (is it `Your name` now?)" in ran.err


def test_assessors_are_told_of_shared_addresses_and_shared_names_without_names(
    run: Run, house: House, export: Path
) -> None:
    export.write_text(HEAD + GOOD + "".join(row for row, _ in ROWS.values()))
    run("inbox", "import", str(export), "--form", "harbor")
    by_name = {case.response.name + case.response.email[:8]: case.short for case in house.cases}
    gus, other = by_name["Gusgus@exam"], by_name["Hieronymusgus@exam"]
    shown = run("review", "open", gus).out
    assert f"somebody of another name sends from the same address ({other})" in shown
    assert "Hieronymus" not in shown
    ana, home = by_name["Ana Limaana@exam"], by_name["Ana Limaana@home"]
    assert (
        f"somebody of the same name sent this from another address ({home})" in run("review", "open", ana).out
    )
