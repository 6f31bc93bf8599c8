"""Deciding on a page: what follows from the scores, what stands against it, and what a decision leaves."""

import pytest

from sitegen.submissions import decisions
from tests.reviewing.asking import Client, areas, hidden, named, picked
from tests.submissions.house import ALMOST, PASSED, House


def test_earned_is_decided_as_the_command_decides_it(client: Client, house: House, ana: str) -> None:
    house.score(house.cases[0])
    answer = client.send(f"/as/maren/{ana}/decide/", outcome="earned")
    assert (answer.status, answer.headers["Location"]) == (303, f"{client.top}/as/maren/{ana}/?done=decided")
    decision = house.cases[0].decision
    assert decision is not None
    assert (decision.outcome, decision.assessors, decision.at) == ("earned", ("maren",), house.now)
    assert (house.root / decisions.public_path(decision)).read_text() == decisions.public_text(decision)


def test_not_yet_takes_advice_and_a_day(client: Client, house: House, ana: str) -> None:
    house.score(house.cases[0], "maren", ALMOST, "Half of them.")
    answer = client.send(f"/look/{ana}/decide/", outcome="not yet", advice="Film two.\r\n", by="2026-06-01")
    assert answer.status == 303
    decision = house.cases[0].decision
    assert decision is not None
    assert (decision.advice, str(decision.by)) == ("Film two.", "2026-06-01")
    assert decision.rows[0].feedback == "Half of them."


@pytest.mark.parametrize(
    ("found", "fields", "words"),
    [
        ((PASSED, ""), {"outcome": "not yet"}, "Every row has passed, so it is earned."),
        ((ALMOST, "No."), {"outcome": "earned"}, "Not every row has passed"),
        ((ALMOST, ""), {"outcome": "not yet"}, "Nothing says what is missing in"),
        ((PASSED, ""), {}, "No outcome is picked."),
        ((PASSED, ""), {"outcome": "lost"}, "No outcome is picked."),
        ((ALMOST, "No."), {"outcome": "not yet", "by": "soon"}, "“soon” is no day."),
        ((ALMOST, "No."), {"outcome": "not yet", "by": "2020-01-01"}, "has passed, and is to be the day"),
        ((ALMOST, "No."), {"outcome": "incomplete"}, "Something has come for every part."),
        (
            (ALMOST, "No."),
            {"outcome": "incomplete", "missing": "nothing"},
            "There is no part of the evidence",
        ),
    ],
)
def test_what_does_not_fit_is_refused_and_what_was_typed_is_kept(
    client: Client, house: House, found: tuple[str, str], fields: dict[str, str], words: str
) -> None:
    house.score(house.cases[0], "maren", *found)
    answer = client.send(f"/look/{house.cases[0].response.id}/decide/", advice="Kept advice.", **fields)
    assert answer.status == 422
    assert words in answer.text
    assert areas(answer.text)["advice"] == "Kept advice."
    assert picked(answer.text).get("outcome") == (
        fields.get("outcome") if fields.get("outcome") != "lost" else None
    )
    assert house.cases[0].decision is None


def test_nothing_is_decided_before_enough_people_scored_it(client: Client, house: House, ana: str) -> None:
    house.review("assessors: 2")
    house.score(house.cases[0])
    words = "1 assessor has scored it as it is now, and its page promises 2."
    assert f"{words} Until then it cannot be decided" in client.get(f"/look/{ana}/decide/").text
    answer = client.send(f"/look/{ana}/decide/", outcome="earned")
    assert answer.status == 422
    assert words in answer.text
    assert house.cases[0].decision is None


def test_where_assessors_differ_they_pick_what_they_agree_on(client: Client, house: House, ana: str) -> None:
    house.review("assessors: 2")
    house.score(house.cases[0], "maren", PASSED)
    house.score(house.cases[0], "tobias", ALMOST, "Half of them.")
    path = f"/as/maren/{ana}/decide/"
    assert client.get(path).text.count("they differ") == 3
    assert "0 of 3 rows have the same level" in client.get(path).text
    assert "The assessors differ" in client.send(path, outcome="earned", level_1=PASSED).text
    agreed = client.send(path, outcome="earned", level_1=PASSED, level_2=PASSED, level_3=PASSED)
    assert agreed.status == 303
    decision = house.cases[0].decision
    assert decision is not None
    assert [row.level for row in decision.rows] == [PASSED] * 3


def test_who_has_not_scored_yet_can_only_say_that_it_is_incomplete_or_withdrawn(
    client: Client, house: House, ana: str
) -> None:
    house.score(house.cases[0], "tobias", PASSED, "Secret words.")
    text = client.get(f"/as/maren/{ana}/decide/").text
    assert [one for one in ("earned", "not yet", "incomplete", "withdrawn") if f'value="{one}"' in text] == [
        "incomplete", "withdrawn",
    ]  # fmt: skip
    answer = client.send(f"/as/maren/{ana}/decide/", outcome="earned")
    assert answer.status == 422
    assert "Secret words." not in answer.text
    assert house.cases[0].decision is None


def test_what_is_missing_is_ticked_and_decided_without_a_score(client: Client, house: House, bo: str) -> None:
    text = client.get(f"/as/maren/{bo}/decide/").text
    assert 'name="missing" value="your-reflection" checked' in text
    assert 'name="missing" value="ten-openings">' in text
    client.send(f"/as/maren/{bo}/decide/", outcome="incomplete", missing=["your-reflection", "ten-openings"])
    decision = house.cases[1].decision
    assert decision is not None
    assert decision.missing == ("your-reflection", "ten-openings")


def test_after_the_last_attempt_a_conversation_has_to_be_ticked(client: Client, house: House) -> None:
    from tests.reviewing.conftest import HEAD_2, PARTLY, WHOLE

    house.review("attempts: 1")
    house.judged(house.cases[0], "not yet")
    house.bring(HEAD_2 + WHOLE + PARTLY + WHOLE.replace("3/1/2026", "3/6/2026"))
    case = house.cases[2]
    path = f"/as/maren/{case.response.id}/"
    levels = {f"level_{n}": PASSED for n in (1, 2, 3)}
    assert "This is attempt 2, and after 1 a conversation comes first." in client.send(path, **levels).text
    assert client.send(path, **levels, waive="after_talk").status == 303
    assert client.send(f"{path}decide/", outcome="earned").status == 422
    assert client.send(f"{path}decide/", outcome="earned", waive="after_talk").status == 303
    decision = house.cases[2].decision
    assert decision is not None
    assert decision.waived == ("this is attempt 2, and after 1 a conversation comes first",)


def test_a_decision_is_replaced_only_if_that_is_ticked(client: Client, house: House, ana: str) -> None:
    house.judged(house.cases[0], "not yet")
    path = f"/as/maren/{ana}/decide/"
    assert "This was decided on 2026-03-09: not yet." in client.send(path, outcome="withdrawn").text
    assert client.send(path, outcome="withdrawn", waive="change").status == 303
    decision = house.cases[0].decision
    assert decision is not None
    assert decision.outcome == "withdrawn"


def test_a_decided_submission_is_shown_with_its_decision_and_without_a_form(
    client: Client, house: House, ana: str
) -> None:
    house.judged(house.cases[0], "not yet", "Say <b>more</b>.")
    text = client.get(f"/as/maren/{ana}/?done=decided").text
    assert "Decided on 2026-03-09: not yet." in text
    assert 'name="level-1"' not in text
    assert "Say &lt;b&gt;more&lt;/b&gt;." in text


def test_a_score_that_was_changed_meanwhile_makes_a_decision_stale(
    client: Client, house: House, ana: str
) -> None:
    house.score(house.cases[0], "maren", PASSED)
    path = f"/look/{ana}/decide/"
    old = client.signs(path)
    house.score(house.cases[0], "maren", ALMOST, "On second thoughts: half of them.")
    answer = client.post(path, old | {"outcome": "earned", "advice": "Well done."})
    assert (answer.status, areas(answer.text)["advice"]) == (409, "Well done.")
    assert "On second thoughts" in answer.text
    assert picked(answer.text)["outcome"] == "earned"
    assert house.cases[0].decision is None
    again = client.post(path, hidden(answer.text) | {"outcome": "not yet", "advice": "Well done."})
    assert again.status == 303


def test_two_people_who_decide_at_once_are_not_both_heard(client: Client, house: House, ana: str) -> None:
    house.score(house.cases[0], "maren", ALMOST, "Half.")
    path = f"/look/{ana}/decide/"
    old = client.signs(path)
    assert client.post(path, old | {"outcome": "not yet"}).status == 303
    other = client.post(path, old | {"outcome": "withdrawn", "advice": "Mine."})
    assert (other.status, areas(other.text)["advice"]) == (409, "Mine.")
    decision = house.cases[0].decision
    assert decision is not None
    assert decision.outcome == "not yet"


def test_the_same_decision_sent_twice_is_made_once(client: Client, house: House, ana: str) -> None:
    house.score(house.cases[0])
    path = f"/look/{ana}/decide/"
    form = client.signs(path) | named({"outcome": "earned"})
    assert [client.post(path, form).status for _ in range(2)] == [303, 303]
    assert len(list((house.root / decisions.FOLDER).iterdir())) == 1


def test_numbers_and_their_chart_are_those_of_the_command(client: Client, house: House) -> None:
    assert "Nothing was scored by two people yet." in client.get("/look/numbers/").text
    house.score(house.cases[0], "maren", PASSED)
    house.score(house.cases[0], "tobias", ALMOST, "Half.")
    house.decide(house.cases[1], "incomplete")
    text = client.get("/look/numbers/").text
    assert "1 submission was scored by two people" in text
    assert '<th scope="row">calm: students-begin-alone</th><td>1</td><td>0</td><td>0.00</td>' in text
    assert (
        '<th scope="row">calm</th><td>1</td><td>0</td><td>2026-03-01</td><td>0</td><td>0</td><td>1</td>'
        in text
    )
    chart = client.get("/look/chart.svg")
    assert chart.headers["Content-Type"] == "image/svg+xml"
    assert "incomplete: 1" in chart.text
