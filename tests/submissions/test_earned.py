"""From earned decisions to one signed batch: each awarded once, and assessors known by what they hold."""

import json
import os
from pathlib import Path

import pytest
from commandline import Run

from sitegen.signing import awarding, key_file
from sitegen.submissions import earned
from tests.submissions.house import ANA, BO, HEAD, House

PHRASE = "four small blue words"


@pytest.fixture(autouse=True)
def _key(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(key_file, "USUAL", key_file.Cost(8, 1, 1))
    monkeypatch.setenv("SITEGEN_PASSPHRASE", PHRASE)
    assert run("keys", "new").code == 0


@pytest.fixture
def decided(house: House) -> House:
    """A house in which Ana has earned the credential and Bo has not yet."""
    house.bring(HEAD + ANA + BO)
    house.judged(house.cases[0], "earned")
    house.judged(house.cases[1], "not yet")
    return house


def lines(root: Path) -> list[dict[str, object]]:
    """Every award, whatever batch it is in."""
    files = sorted((root / "content" / "awards").rglob("*.jsonl"))
    return [json.loads(line) for path in files for line in path.read_text().splitlines()]


def test_what_was_earned_becomes_one_batch_with_the_rows_reached(run: Run, decided: House) -> None:
    ran = run("award", "--from-decisions", "--yes")
    assert ran.code == 0, ran.err
    (line,) = lines(decided.root)
    assert line["credentialSubject"]["result"][0]["achievedLevel"].endswith("row-1-level-1")
    assert line["awardedDate"].startswith("2026-03-09")
    assert "ana@example.org" not in json.dumps(line)
    assert run("check", "--strict").code == 0


def test_giving_the_command_twice_awards_nobody_twice(run: Run, decided: House) -> None:
    run("award", "--from-decisions", "--yes")
    ran = run("award", "--from-decisions", "--yes")
    assert (ran.code, ran.out) == (0, "")
    assert "Nothing that was decided waits for its award." in ran.err
    assert len(lines(decided.root)) == 1


def test_the_next_batch_has_only_what_is_new(run: Run, decided: House) -> None:
    run("award", "--from-decisions", "--yes")
    decided.bring(HEAD + ANA + BO + BO.replace("3/2/", "3/8/"))
    decided.judged(decided.cases[2], "earned")
    ran = run("award", "--from-decisions", "--yes")
    assert ran.out.startswith("Bo Aho  calm 1.0")
    assert "Awarded before: 1" in ran.err
    assert len(lines(decided.root)) == 2


def test_an_interrupt_before_the_batch_awards_nothing_and_the_next_run_goes_on(
    run: Run, decided: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(awarding.batches, "write", interrupted)
        assert run("award", "--from-decisions", "--yes").code == 130
    assert lines(decided.root) == []
    assert run("award", "--from-decisions", "--yes").code == 0
    assert len(lines(decided.root)) == 1


def test_an_interrupt_after_the_batch_is_not_made_good_by_a_second_award(
    run: Run, decided: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(awarding.private_records, "write_letters", interrupted)
        run("award", "--from-decisions", "--yes")
    for path in (decided.root / "private/awards").rglob("*.csv"):
        os.unlink(path)
    assert run("award", "--from-decisions", "--yes").code == 0
    assert len(lines(decided.root)) == 1


def test_a_dry_run_shows_and_writes_nothing(run: Run, decided: House) -> None:
    ran = run("award", "--from-decisions", "--dry-run")
    assert ran.out.startswith("Ana Lima  calm 1.0  2026-03-09")
    assert lines(decided.root) == []


def test_a_bar_that_moved_since_keeps_it_from_being_awarded(run: Run, decided: House) -> None:
    path = decided.root / "content/credentials/harbor/calm.yaml"
    path.write_text(path.read_text() + 'version: "2.0"\n')
    ran = run("award", "--from-decisions", "--yes")
    assert ran.code == 1
    assert "it was judged by version 1.0 of `calm`, which is at 2.0 by now" in ran.out


def test_decisions_are_not_mixed_with_other_ways_to_say_who(run: Run, decided: House) -> None:
    ran = run("award", "--from-decisions", "--name", "Ana")
    assert (ran.code, ran.err.partition("\n")[0]) == (2, "error: decisions say themselves who earned what")


def test_an_award_cannot_be_told_from_the_public_file(decided: House, run: Run) -> None:
    run("award", "--from-decisions", "--yes")
    award = str(lines(decided.root)[0]["id"]).rpartition("/")[2].removesuffix(".json")
    assert award not in "".join(path.read_text() for path in decided.root.glob("decisions/*/*.yaml"))
    assert len(award) == 32


def test_a_decision_that_was_awarded_stays(run: Run, decided: House) -> None:
    run("award", "--from-decisions", "--yes")
    ran = run("review", "decide", decided.cases[0].short, "withdrawn", "--change")
    assert ran.err.startswith("error: the badge for this was made already")


def test_who_sent_it_must_still_be_known(decided: House) -> None:
    for path in decided.root.glob("private/inbox/harbor/*.jsonl"):
        path.unlink()
    (fault,) = earned.of(decided.root, "harbor").faults
    assert "nobody knows who earned it" in fault.words


def test_only_who_holds_it_scores_it_if_the_page_says_so(run: Run, house: House) -> None:
    house.review("assessors_hold_it: true")
    house.bring(HEAD + ANA)
    short = house.cases[0].short
    score = ("review", "score", short, "--as", "maren", "--row", "1=1")
    ran = run(*score)
    assert ran.code == 2
    assert ran.err.startswith("error: maren is not known to hold `calm`, and its page says that assessors do")
    run("award", "calm", "--name", "Maren", "--email", "maren@example.org", "--yes")
    assert run("review", "assessor", "maren", "--email", "maren@example.org").code == 0
    assert run(*score).code == 0


def test_a_badge_is_known_by_its_own_link_where_the_tables_are_not(run: Run, house: House) -> None:
    house.review("assessors_hold_it: true")
    house.bring(HEAD + ANA)
    run("award", "calm", "--name", "Maren", "--email", "maren@example.org", "--yes")
    (table,) = (house.root / "private/awards").rglob("*.csv")
    link = table.read_text().splitlines()[1].rpartition(",")[2]
    table.unlink()
    score = ("review", "score", house.cases[0].short, "--as", "maren", "--row", "1=1")
    run("review", "assessor", "maren", "--email", "maren@example.org")
    assert run(*score).code == 2
    run("review", "assessor", "maren", "--badge", link)
    assert run(*score).code == 0


def test_a_revoked_badge_does_not_count(run: Run, house: House) -> None:
    house.review("assessors_hold_it: true")
    house.bring(HEAD + ANA)
    run("award", "calm", "--name", "Maren", "--email", "maren@example.org", "--yes")
    run("review", "assessor", "maren", "--email", "maren@example.org")
    award = str(lines(house.root)[0]["id"]).rpartition("/")[2].removesuffix(".json")
    run("revoke", award, "--reason", "An error", "--yes")
    assert run("review", "score", house.cases[0].short, "--as", "maren", "--row", "1=1").code == 2


def test_scoring_without_a_badge_is_noted_in_the_decision(run: Run, house: House) -> None:
    house.review("assessors_hold_it: true")
    house.bring(HEAD + ANA)
    short = house.cases[0].short
    run("review", "score", short, "--as", "maren", "--row", "1=1", "--without-badge")
    ran = run("review", "decide", short, "earned")
    assert "Not kept: maren is not known to hold `calm`" in ran.err


def test_nobody_scores_their_own_work(run: Run, house: House) -> None:
    house.bring(HEAD + ANA)
    run("review", "assessor", "ana", "--email", "Ana@Example.org")
    with_all = ("--without-badge", "--after-talk", "--complete")
    ran = run("review", "score", house.cases[0].short, "--as", "ana", "--row", "1=1", *with_all)
    assert ran.err.startswith("error: ana sent this in")
