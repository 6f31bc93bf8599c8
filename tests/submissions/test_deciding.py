"""Scores and decisions: what fits, what does not, and the terms of the credential."""

import pytest

from sitegen.signing.refusal import Refused
from sitegen.submissions import agreement, decisions, evidence, office, rubric
from tests.submissions.house import ALMOST, ANA, HEAD, PASSED, House

AGAIN = ANA.replace("3/1/2026", "3/8/2026")
THIRD = ANA.replace("3/1/2026", "3/9/2026").replace("10:00:00", "1:00:00")


def refused(house: House, outcome: str, **asked: object) -> str:
    with pytest.raises(Refused) as found:
        house.decide(house.cases[-1], outcome, **asked)
    return str(found.value)


@pytest.fixture
def sent(house: House) -> House:
    """A house to which Ana has sent something."""
    house.bring(HEAD + ANA)
    return house


def test_what_passed_in_every_row_is_earned(sent: House) -> None:
    sent.score(sent.cases[0], "maren", PASSED, "All ten begin at once.")
    decision = sent.decide(sent.cases[0], "earned")
    assert [(row.row, row.level) for row in decision.rows] == [("students-begin-alone", PASSED)]
    assert (decision.attempt, decision.assessors, decision.days) == (1, ("maren",), 8)


def test_the_file_to_be_committed_says_nothing_of_the_person(sent: House) -> None:
    decision = sent.judged(sent.cases[0], "not yet", "Ana, your opening words are kind.")
    text = (sent.root / decisions.public_path(decision)).read_text()
    assert text == (
        f'{decisions.HEAD}submission: {decision.response}\ncredential: calm\nversion: "1.0"\nsubmitted: 2026-03-01\n'
        "decided: 2026-03-09\noutcome: not yet\nattempt: 1\nassessors: 1\nlevels:\n  students-begin-alone: Almost there\n"
    )


def test_what_is_private_can_be_read_by_its_owner_only(sent: House) -> None:
    sent.judged(sent.cases[0], "not yet")
    files = [path for path in (sent.root / "private").rglob("*") if path.is_file()]
    assert {path.stat().st_mode & 0o777 for path in files} == {0o600}
    assert len(files) == 4


def test_nothing_is_earned_below_the_level_that_passes(sent: House) -> None:
    sent.score(sent.cases[0], "maren", ALMOST, "Half of them.")
    assert refused(sent, "earned") == "not every row has passed: students-begin-alone"


def test_not_yet_needs_a_row_that_did_not_pass(sent: House) -> None:
    sent.score(sent.cases[0], "maren", PASSED)
    assert refused(sent, "not yet") == "every row has passed, so it is earned"


def test_not_yet_needs_words_about_what_is_missing(sent: House) -> None:
    sent.score(sent.cases[0], "maren", ALMOST)
    assert refused(sent, "not yet") == "nothing says what is missing in: students-begin-alone"


def test_nothing_is_judged_that_nobody_scored(sent: House) -> None:
    assert refused(sent, "earned") == "0 assessors have scored it as it is now, and its page promises 1"


def test_two_assessors_are_waited_for(sent: House) -> None:
    sent.review("assessors: 2")
    sent.score(sent.cases[0], "maren")
    assert refused(sent, "earned") == "1 assessor has scored it as it is now, and its page promises 2"


def test_assessors_who_differ_have_to_agree_first(sent: House) -> None:
    sent.review("assessors: 2")
    sent.score(sent.cases[0], "maren", PASSED)
    sent.score(sent.cases[0], "tobias", ALMOST, "Half of them.")
    assert refused(sent, "earned").startswith(
        f"the assessors differ (students-begin-alone: {PASSED} or {ALMOST})"
    )
    decision = sent.decide(sent.cases[0], "not yet", levels=(("1", "2"),))
    assert (decision.rows[0].level, decision.rows[0].feedback) == (ALMOST, "Half of them.")


def test_scores_of_what_was_said_before_do_not_count(sent: House) -> None:
    sent.score(sent.cases[0])
    sent.bring(HEAD + ANA.replace("docs.example.org/ana", "docs.example.org/new"))
    assert refused(sent, "earned").startswith("0 assessors have scored it as it is now")
    sent.score(sent.cases[0], "maren", "", "", "same")
    assert sent.decide(sent.cases[0], "earned").revision == 2


def test_scores_by_another_bar_do_not_count(sent: House) -> None:
    sent.score(sent.cases[0])
    path = sent.root / "content/credentials/harbor/calm.yaml"
    path.write_text(path.read_text() + 'version: "2.0"\n')
    assert refused(sent, "earned").startswith("0 assessors have scored it as it is now")
    sent.score(sent.cases[0], "maren", "", "", "same")
    assert sent.decide(sent.cases[0], "earned").version == "2.0"


def test_incomplete_needs_no_scores_and_is_no_attempt(sent: House) -> None:
    decision = sent.decide(sent.cases[0], "incomplete", missing=("1",))
    assert (decision.missing, decision.rows) == (("ten-openings",), ())
    sent.bring(HEAD + ANA + AGAIN)
    assert sent.office.attempt(sent.cases[1]) == 1


def test_incomplete_names_by_itself_what_did_not_come(house: House) -> None:
    house.bring(HEAD + ANA.replace("https://", "http://"))
    assert house.decide(house.cases[0], "incomplete").missing == ("ten-openings",)


def test_what_is_complete_is_not_called_incomplete(sent: House) -> None:
    assert refused(sent, "incomplete") == "something has come for every part"


def test_completeness_comes_before_scoring(house: House) -> None:
    house.bring(HEAD + ANA.replace("https://", "http://"))
    with pytest.raises(Refused, match="nothing that can be opened came for: ten-openings"):
        house.score(house.cases[0])
    house.score(house.cases[0], "maren", PASSED, "", "complete")
    assert house.decide(house.cases[0], "earned").waived == (
        "nothing that can be opened came for: ten-openings",
    )


def test_a_part_without_a_column_of_its_own_is_not_missed(house: House) -> None:
    path = house.root / "content/forms/harbor.yaml"
    path.write_text(path.read_text().replace("evidence 1", "evidence"))
    house.bring(HEAD + ANA)
    (case,) = house.cases
    assert evidence.missing(case.response, rubric.of(house.office.credential(case).record)) == ()


def test_a_conversation_comes_after_the_last_attempt(sent: House) -> None:
    sent.review("attempts: 1")
    assert sent.judged(sent.cases[0], "not yet").needs_talk
    sent.bring(HEAD + ANA + AGAIN)
    with pytest.raises(Refused, match="this is attempt 2, and after 1 a conversation comes first"):
        sent.score(sent.cases[1])
    sent.score(sent.cases[1], "maren", PASSED, "", "after_talk")
    assert refused(sent, "earned") == "this is attempt 2, and after 1 a conversation comes first"
    assert sent.decide(sent.cases[1], "earned", waived=frozenset({"after_talk"})).attempt == 2


def test_attempts_are_counted_for_each_person(sent: House) -> None:
    sent.judged(sent.cases[0], "not yet")
    sent.bring(HEAD + ANA + AGAIN.replace("Ana Lima", "Bo Aho"))
    assert sent.office.attempt(sent.cases[1]) == 1


def test_a_decision_is_not_made_twice_unless_it_is_to_be_changed(sent: House) -> None:
    sent.judged(sent.cases[0], "not yet")
    assert refused(sent, "withdrawn") == "this was decided on 2026-03-09: not yet"
    assert sent.decide(sent.cases[0], "withdrawn", changes=True).outcome == "withdrawn"
    assert len(list((sent.root / "decisions/harbor").iterdir())) == 1


def test_one_version_is_earned_once(sent: House) -> None:
    sent.judged(sent.cases[0], "earned")
    sent.bring(HEAD + ANA + AGAIN)
    sent.score(sent.cases[1])
    assert refused(sent, "earned").startswith("the same person earned this version already, on 2026-03-09")


def test_what_is_decided_is_not_scored_any_more(sent: House) -> None:
    sent.judged(sent.cases[0], "earned")
    with pytest.raises(Refused, match="this was decided on 2026-03-09: earned"):
        sent.score(sent.cases[0], "tobias")


def test_a_day_that_has_passed_is_no_day_to_answer_by(sent: House) -> None:
    sent.score(sent.cases[0], "maren", ALMOST, "Half.")
    assert "has passed" in refused(sent, "not yet", by=sent.now.date())


@pytest.mark.parametrize("word", ["rows", "level"])
def test_names_of_rows_and_levels_are_checked(sent: House, word: str) -> None:
    asked = rubric.of(sent.office.credential(sent.cases[0]).record)
    with pytest.raises(Refused, match="there is no"):
        asked.row("start") if word == "rows" else asked.level("4")


def test_a_public_file_that_is_missing_is_written_again(sent: House) -> None:
    path = sent.root / decisions.public_path(sent.judged(sent.cases[0], "earned"))
    before = path.read_bytes()
    path.unlink()
    assert office.mend(sent.root) == [path.relative_to(sent.root).as_posix()]
    assert path.read_bytes() == before
    assert office.mend(sent.root) == []


def test_a_submission_is_named_by_the_beginning_of_its_id(sent: House) -> None:
    (case,) = sent.cases
    assert sent.office.find(case.short.upper()) == case
    with pytest.raises(Refused, match="there is no submission `abc`"):
        sent.office.find("abc")


def test_agreement_is_measured_as_cohen_did() -> None:
    pairs = [("a", "a")] * 20 + [("a", "b")] * 5 + [("b", "a")] * 10 + [("b", "b")] * 15
    found = agreement.measure(pairs)
    assert (found.pairs, found.equal) == (50, 35)
    assert found.kappa == pytest.approx(0.4)


@pytest.mark.parametrize(
    ("pairs", "kappa"),
    [([("a", "a"), ("b", "b")], 1.0), ([("a", "b"), ("b", "a")], -1.0), ([("a", "a")] * 3, None), ([], None)],
)
def test_kappa_at_its_ends(pairs: list[tuple[str, str]], kappa: float | None) -> None:
    assert agreement.measure(pairs).kappa == kappa


def test_agreement_over_a_set_is_told_by_row(house: House) -> None:
    house.bring(
        HEAD
        + ANA
        + AGAIN.replace("ana", "bo").replace("Ana", "Bo")
        + THIRD.replace("ana", "cy").replace("Ana", "Cy")
    )
    for case, levels in zip(house.cases, [(PASSED, PASSED), (PASSED, ALMOST), (ALMOST,)], strict=True):
        for judge, level in zip(("maren", "tobias"), levels, strict=False):
            house.score(case, judge, level, "x")
    found = agreement.of(house.cases)
    assert (found.submissions, found.all.pairs, found.all.equal) == (2, 2, 1)
    assert list(found.rows) == [("calm", "students-begin-alone")]
    assert agreement.of(house.cases, ("maren", "nobody")).submissions == 0
