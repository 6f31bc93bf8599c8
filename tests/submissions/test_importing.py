"""Imports: what is new, known, changed or refused, and what is said of each row."""

from collections.abc import Callable

import pytest

from sitegen.signing.refusal import Refused
from sitegen.submissions import inbox, responses
from tests.submissions.house import ANA, BO, FORM, HEAD, PASSED, House

Told = Callable[[str], list[str]]


def row(**cells: str) -> str:
    """A row that is in order but for the cells given."""
    usual = {
        "at": "3/1/2026 10:00:00", "email": "ana@example.org", "credential": "calm", "version": "1.0",
        "name": "Ana Lima", "evidence": "https://docs.example.org/a", "note": "",
    }  # fmt: skip
    return ",".join(f'"{cell}"' for cell in (usual | cells).values()) + "\n"


def test_the_same_export_twice_adds_nothing(house: House) -> None:
    assert len(house.bring(HEAD + ANA + BO).new) == 2
    again = house.bring(HEAD + ANA + BO)
    assert (again.new, again.changed, again.known, again.notices) == ((), (), 2, ())
    assert len(house.cases) == 2


def test_a_longer_export_adds_what_is_new(house: House) -> None:
    house.bring(HEAD + ANA)
    assert [one.name for one in house.bring(HEAD + BO + ANA).new] == ["Bo Aho"]
    assert [case.response.name for case in house.cases] == ["Ana Lima", "Bo Aho"]


def test_a_row_that_stands_there_twice_is_one(house: House) -> None:
    plan = house.bring(HEAD + ANA + ANA)
    assert (len(plan.new), plan.known) == (1, 1)


def test_every_row_is_counted_once(house: House) -> None:
    house.bring(HEAD + ANA)
    plan = house.plan(HEAD + ANA + BO + row(credential="clam") + row(at="soon") + "\n")
    assert (plan.rows, len(plan.new), plan.known, plan.refused) == (4, 1, 1, 2)


def test_ids_say_nothing_of_the_person_and_differ_from_house_to_house(house: House) -> None:
    (one,) = house.plan(HEAD + ANA).new
    (house.root / inbox.FOLDER / inbox.SECRET).unlink()
    (other,) = house.plan(HEAD + ANA).new
    assert one.id != other.id
    assert len(one.id) == 32


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ({"credential": ""}, "it does not say for which credential it was sent"),
        ({"credential": "clam"}, "there is no credential `clam`; did they mean `calm`?"),
        ({"email": "=cmd()"}, "`email` begins like a formula: =cmd()"),
        ({"name": "@SUM(A1)"}, "`name` begins like a formula: @SUM(A1)"),
        ({"email": "ana at example"}, "`ana at example` is no e-mail address"),
        ({"email": "", "name": ""}, "it does not say who sent it"),
        ({"at": ""}, "it has no time stamp"),
        ({"at": "31/12/2025 10:00"}, "the time stamp cannot be read: `31/12/2025 10:00`"),
        ({"at": "12/3/2026 10:00"}, "it was sent in the future, on 2026-12-03"),
    ],
)
def test_a_row_that_cannot_be_used_is_refused_and_the_rest_goes_on(
    house: House, cells: dict[str, str], words: str
) -> None:
    plan = house.bring(HEAD + row(**cells) + BO)
    assert [(notice.line, notice.words, notice.refused) for notice in plan.notices] == [(2, words, True)]
    assert [one.name for one in plan.new] == ["Bo Aho"]


def test_a_retired_credential_takes_nothing(house: House, told: Told) -> None:
    path = house.root / "content/credentials/harbor/calm.yaml"
    path.write_text(path.read_text().replace("status: published", "status: retired"))
    assert told(HEAD + ANA) == ["`calm` is retired and takes no submissions any more"]


def test_a_name_that_a_credential_had_before_is_understood(house: House) -> None:
    path = house.root / "content/credentials/harbor/calm.yaml"
    path.write_text(path.read_text() + "aliases: [quiet-starts]\n")
    (one,) = house.plan(HEAD + row(credential="quiet-starts")).new
    assert one.credential == "calm"


def test_the_address_of_a_page_will_do_for_a_credential(house: House) -> None:
    (one,) = house.plan(HEAD + row(credential="https://case.example.org/credentials/calm/")).new
    assert one.credential == "calm"


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ({"version": "0.9"}, "written for version 0.9, which is not there any more: `calm` is at 1.0"),
        ({"evidence": "http://x.example.org/a"}, "a link is not https and is not shown as one (evidence 1)"),
        ({"evidence": "javascript:alert(1)"}, "a link is not https and is not shown as one (evidence 1)"),
        ({"evidence": "=HYPERLINK(A1)"}, "an answer begins like a formula and is kept as plain text"),
    ],
)
def test_what_is_odd_is_said_and_kept(house: House, cells: dict[str, str], words: str) -> None:
    plan = house.plan(HEAD + row(**cells))
    assert [notice.words.startswith(words) for notice in plan.notices] == [True]
    assert len(plan.new) == 1
    assert plan.new[0].remarks[0].startswith(words)


def test_a_version_with_other_wording_only_is_told_apart(told: Told, house: House) -> None:
    path = house.root / "content/credentials/harbor/calm.yaml"
    path.write_text(path.read_text() + 'version: "1.3"\n')
    (words,) = told(HEAD + ANA)
    assert words == "written for version 1.0; since then only the wording changed (now 1.3)"


def test_two_people_with_one_address_are_noticed(told: Told) -> None:
    words = told(HEAD + ANA + row(at="3/3/2026 10:00:00", name="Bo Aho"))
    assert set(words) == {"2 people share the address ana@example.org: Ana Lima, Bo Aho"}


def test_one_person_with_two_addresses_is_noticed(told: Told) -> None:
    words = told(HEAD + ANA + row(at="3/3/2026 10:00:00", email="ana@home.example.org"))
    assert set(words) == {
        "Ana Lima sent this credential from 2 addresses: ana@example.org, ana@home.example.org"
    }


def test_people_who_were_known_before_are_not_spoken_of_again(house: House) -> None:
    house.bring(HEAD + ANA + row(at="3/3/2026 10:00:00", name="Cy Ito"))
    assert house.plan(HEAD + ANA + row(at="3/3/2026 10:00:00", name="Cy Ito") + BO).notices == ()


def test_invisible_signs_in_a_name_are_left_out(house: House) -> None:
    (one,) = house.plan(HEAD + row(name="Ana\u200b  Lima", email=" ana@example.org\u2060")).new
    assert (one.name, one.email) == ("Ana Lima", "ana@example.org")


def test_a_response_with_a_new_stamp_while_it_waits_is_the_same_one_changed(house: House) -> None:
    house.bring(HEAD + ANA + BO)
    plan = house.bring(HEAD + row(at="3/5/2026 9:00:00", evidence="https://docs.example.org/better") + BO)
    assert (len(plan.new), len(plan.changed), plan.known) == (0, 1, 1)
    assert [case.response.revision for case in house.cases] == [1, 2]
    assert house.bring(HEAD + ANA + BO).known == 2


def test_a_response_changed_after_scoring_is_noticed(house: House) -> None:
    house.bring(HEAD + ANA)
    house.score(house.cases[0], "maren")
    plan = house.bring(HEAD + ANA.replace("docs.example.org/ana", "docs.example.org/new"))
    assert [notice.words for notice in plan.notices] == ["this response was changed after maren scored it"]
    (case,) = house.cases
    assert (len(case.scores), case.standing) == (1, ())


def test_a_response_changed_after_not_yet_is_another_attempt(house: House) -> None:
    house.bring(HEAD + ANA)
    house.judged(house.cases[0], "not yet")
    plan = house.bring(HEAD + ANA.replace("docs.example.org/ana", "docs.example.org/new"))
    assert [notice.words for notice in plan.notices] == [
        "this response was changed after it was decided (not yet); it counts as another attempt"
    ]
    assert [house.office.attempt(case) for case in house.cases] == [1, 2]
    assert house.bring(HEAD + ANA.replace("docs.example.org/ana", "docs.example.org/new")).known == 1


def test_a_response_changed_after_it_was_earned_changes_nothing(house: House) -> None:
    house.bring(HEAD + ANA)
    house.score(house.cases[0], "maren", PASSED)
    house.decide(house.cases[0], "earned")
    plan = house.bring(HEAD + ANA.replace("docs.example.org/ana", "docs.example.org/new"))
    assert (plan.left, plan.new, plan.changed) == (1, (), ())
    assert plan.notices[0].words.endswith("(earned); the decision stands")


def test_a_second_submission_after_a_decision_is_new(house: House) -> None:
    house.bring(HEAD + ANA)
    house.judged(house.cases[0], "not yet")
    assert len(house.bring(HEAD + ANA + row(at="3/8/2026 10:00:00")).new) == 1


@pytest.mark.parametrize(
    ("form", "words"),
    [
        (
            FORM.replace("Your name:", "Your full name:"),
            "there is no column `Your full name` (is it `Your name` now?)",
        ),
        (
            FORM.replace("  Which credential?: credential\n", ""),
            "no column says for which credential it was sent",
        ),
        (FORM.replace("shape: google\n", ""), "no column says when a response was sent"),
        (FORM.replace(": note", ": nothing"), "holds `nothing`, which is nothing that is known"),
        (FORM + "  IP Address: note\n", "tells about the sender's machine and is never kept"),
        (
            FORM.replace("America/Los_Angeles", "Mars/Olympus"),
            "names a time zone that is not known: Mars/Olympus",
        ),
    ],
)
def test_a_wrong_mapping_brings_nothing_and_says_why(house: House, form: str, words: str) -> None:
    house.form(form)
    with pytest.raises(Refused) as refused:
        house.plan(HEAD + ANA)
    assert words in str(refused.value)


def test_a_column_that_is_not_asked_for_is_not_kept(house: House) -> None:
    house.form(FORM.replace("  Anything else?: note\n", ""))
    house.bring(HEAD + BO)
    assert house.cases[0].response.notes == ()


def test_consent_to_a_shown_name_is_only_the_agreed_answer(house: House) -> None:
    house.form(FORM.replace(": note", ": show name") + "agreed: Yes, show my name\n")
    plan = house.plan(
        HEAD + row(note="yes, show my name") + row(at="3/2/2026 1:00", note="Yes, but not my surname")
    )
    assert [one.shows_name for one in plan.new] == [True, False]


def test_persons_are_told_apart_by_address_and_name(house: House) -> None:
    plan = house.plan(HEAD + ANA + BO + row(at="3/4/2026 1:00", name="", email="ANA@example.org"))
    ana, bo, same = plan.new
    assert responses.is_same_person(ana, same)
    assert not responses.is_same_person(ana, bo)


def test_a_damaged_file_of_the_inbox_is_named(house: House) -> None:
    house.bring(HEAD + ANA)
    (path,) = house.root.glob("private/inbox/harbor/*.jsonl")
    path.write_bytes(path.read_bytes()[:-30] + b"\n")
    with pytest.raises(Refused, match=r"line 1 of private/inbox/harbor/000001\.jsonl is damaged"):
        inbox.responses(house.root)


def test_what_is_kept_to_know_a_response_again_says_nothing_of_the_person(house: House) -> None:
    (one,) = house.plan(HEAD + ANA).new
    assert "ana" not in one.key


def test_a_secret_that_has_gone_is_not_made_anew(house: House) -> None:
    house.bring(HEAD + ANA)
    (house.root / inbox.FOLDER / inbox.SECRET).unlink()
    with pytest.raises(Refused, match="is missing, by which responses are known again"):
        house.plan(HEAD + ANA)
