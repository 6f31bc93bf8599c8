"""Scoring on a page: what is shown beside the rubric, what is kept, and what becomes of a form that cannot be kept."""

from collections.abc import Callable

import pytest

from sitegen.reviewing import saving
from sitegen.submissions import decisions, inbox, scores
from tests.reviewing.asking import Client, areas, named, picked
from tests.reviewing.conftest import HEAD_2, PARTLY, WHOLE
from tests.submissions.house import ALMOST, PASSED, House

ALL = {"level_1": PASSED, "level_2": PASSED, "level_3": PASSED}


def found(house: House, judge: str = "maren") -> dict[str, tuple[str, str]]:
    """What an assessor found in what Ana sent, by row."""
    (score,) = [one for one in house.cases[0].scores if one.assessor == judge]
    return {row.row: (row.level, row.feedback) for row in score.rows}


def test_levels_and_feedback_are_kept_as_the_command_keeps_them(
    client: Client, house: House, ana: str
) -> None:
    answer = client.send(f"/as/maren/{ana}/", **ALL, feedback_2="Short, and clear.\r\nGood.")
    assert (answer.status, answer.headers["Location"]) == (303, f"{client.top}/as/maren/{ana}/?done=whole")
    assert found(house) == {
        "students-begin-alone": (PASSED, ""),
        "the-task-is-short": (PASSED, "Short, and clear.\nGood."),
        "it-names-what-changed": (PASSED, ""),
    }
    (score,) = house.cases[0].scores
    assert (score.at, score.version, score.revision) == (house.now, "1.0", 1)


def test_the_next_look_shows_what_was_kept(client: Client, ana: str) -> None:
    answer = client.send(f"/as/maren/{ana}/", level_2=ALMOST, feedback_3='<b>Bold</b> & "quoted"')
    assert answer.headers["Location"].endswith("?done=saved")
    text = client.get(f"/as/maren/{ana}/").text
    assert picked(text) == {"level-1": "", "level-2": ALMOST, "level-3": ""}
    assert areas(text)["feedback-3"] == '<b>Bold</b> & "quoted"'


def test_a_level_and_feedback_can_be_taken_back(client: Client, house: House, ana: str) -> None:
    client.send(f"/as/maren/{ana}/", level_1=PASSED, feedback_1="All of them.")
    client.send(f"/as/maren/{ana}/", level_1="", feedback_1="", level_2=PASSED)
    assert found(house) == {"the-task-is-short": (PASSED, "")}


def test_saving_can_lead_on_to_deciding_once_every_row_is_scored(client: Client, ana: str) -> None:
    path = f"/as/maren/{ana}/"
    assert client.send(path, level_1=PASSED, go="decide").headers["Location"].endswith(f"{ana}/?done=saved")
    assert client.send(path, **ALL, go="decide").headers["Location"].endswith(f"{ana}/decide/")


def test_the_sender_is_not_named(client: Client, ana: str) -> None:
    for path in ("/look/", f"/as/maren/{ana}/", f"/as/maren/{ana}/decide/"):
        text = client.get(path).text
        assert "Ana" not in text
        assert "ana@" not in text


def test_what_was_sent_is_shown_beside_what_was_asked(client: Client, bo: str) -> None:
    text = client.get(f"/as/maren/{bo}/").text
    for words in (
        "Ten openings: <b>something came</b>", "Your reflection: <b>nothing that can be opened</b>",
        "Tell what changed in your room.", "Anything else?</h3><p class=\"written\" dir=\"auto\">Thanks!</p>",
        'href="https://docs.example.org/bo" target="_blank" rel="noreferrer noopener">https://docs.example.org/bo</a>'
        ' <span class="host">(opens docs.example.org)</span>',
    ):  # fmt: skip
        assert words in text


@pytest.mark.parametrize(
    "answer",
    ["javascript:alert(1)", "http://docs.example.org/x", "data:text/html;base64,PGI+", "https://good.org@evil.example/",
     "<script>alert(1)</script>", "<a href='https://x.example'>y</a>", "\\\\server\\share", "//evil.example/x",
     "https://x.example/\u202egpj.exe"],
)  # fmt: skip
def test_a_hostile_answer_stays_text(client: Client, house: House, answer: str) -> None:
    house.bring(HEAD_2 + f'3/3/2026 10:00:00,mo@example.org,calm,1.0,Mo,"{answer}","{answer}","{answer}"\n')
    text = client.get(f"/as/maren/{house.cases[2].response.id}/").text
    assert 'class="host"' not in text.replace("(opens x.example)", "") or "<a href='https" in answer
    for sign in ("<script>alert", 'javascript:alert(1)"', "href='", "\u202e"):
        assert sign not in text


def test_a_missing_part_is_said_first_and_can_be_let_pass(client: Client, house: House, bo: str) -> None:
    path = f"/as/maren/{bo}/"
    refused = client.send(path, **ALL, feedback_1="Fine.")
    assert refused.status == 422
    assert "Nothing that can be opened came for: your-reflection" in refused.text
    assert areas(refused.text)["feedback-1"] == "Fine."
    assert picked(refused.text)["level-2"] == PASSED
    assert house.cases[1].scores == ()
    assert client.send(path, **ALL, waive="complete").status == 303
    assert house.cases[1].scores[0].waived == ("nothing that can be opened came for: your-reflection",)


@pytest.mark.parametrize("level", ["Superb", "0", "4", "Meets the standard\x00"])
def test_a_level_that_is_none_is_refused(client: Client, house: House, ana: str, level: str) -> None:
    answer = client.send(f"/as/maren/{ana}/", level_1=level, feedback_2="Stays.")
    assert (answer.status, areas(answer.text)["feedback-2"]) == (422, "Stays.")
    assert house.cases[0].scores == ()


def test_words_that_cannot_be_kept_are_refused_and_given_back(client: Client, house: House, ana: str) -> None:
    for words in ("x" * 4_001, "a\x07b"):
        answer = client.send(f"/as/maren/{ana}/", feedback_1=words)
        assert answer.status == 422
        assert "too long, or has a character" in answer.text
        assert areas(answer.text)["feedback-1"] == words
    assert house.cases[0].scores == ()


def test_a_second_assessor_is_not_shown_what_the_first_one_found(
    client: Client, house: House, ana: str
) -> None:
    house.review("assessors: 2")
    client.send(f"/as/maren/{ana}/", **ALL, feedback_1="Secret words.")
    for path in (f"/as/tobias/{ana}/", f"/as/tobias/{ana}/decide/", f"/look/{ana}/", f"/look/{ana}/decide/"):
        assert "Secret words." not in client.get(path).text
    client.send(f"/as/tobias/{ana}/", level_1=ALMOST, level_2=PASSED, level_3=PASSED)
    for path in (f"/as/tobias/{ana}/", f"/as/tobias/{ana}/decide/", f"/look/{ana}/", f"/look/{ana}/decide/"):
        assert "Secret words." in client.get(path).text


def test_a_second_opinion_beyond_what_is_needed_is_formed_blind(client: Client, ana: str) -> None:
    client.send(f"/as/maren/{ana}/", **ALL, feedback_1="Secret words.")
    assert "Secret words." not in client.get(f"/as/tobias/{ana}/").text
    text = client.get(f"/as/tobias/{ana}/decide/").text
    assert "Secret words." not in text
    assert "stays hidden until you have scored every row" in text


def test_two_assessors_with_open_pages_do_not_get_into_each_others_way(
    client: Client, house: House, ana: str
) -> None:
    first, second = client.signs(f"/as/maren/{ana}/"), client.signs(f"/as/tobias/{ana}/")
    for judge, signs in (("maren", first), ("tobias", second)):
        assert client.post(f"/as/{judge}/{ana}/", signs | named(ALL)).status == 303
    assert sorted(score.assessor for score in house.cases[0].scores) == ["maren", "tobias"]


def test_a_form_from_a_second_window_keeps_both(client: Client, house: House, ana: str) -> None:
    path = f"/as/maren/{ana}/"
    old = client.signs(path)
    client.send(path, level_1=PASSED, feedback_1="From the first window.")
    answer = client.post(path, old | named({"level_1": ALMOST, "feedback_1": "From the second."}))
    assert answer.status == 409
    assert saving.STALE[1:] in answer.text
    assert areas(answer.text)["feedback-1"] == "From the second."
    assert picked(answer.text)["level-1"] == ALMOST
    assert "Kept in the meantime:</b> Meets the standard" in answer.text
    assert "From the first window." in answer.text
    assert found(house) == {"students-begin-alone": (PASSED, "From the first window.")}


def test_after_looking_the_second_window_can_be_saved(client: Client, house: House, ana: str) -> None:
    from tests.reviewing.asking import hidden

    path = f"/as/maren/{ana}/"
    old = client.signs(path)
    client.send(path, level_1=PASSED)
    shown = client.post(path, old | named({"level_1": ALMOST}))
    assert client.post(path, hidden(shown.text) | named({"level_1": ALMOST})).status == 303
    assert found(house) == {"students-begin-alone": (ALMOST, "")}


def test_the_same_form_sent_twice_is_kept_once(client: Client, house: House, ana: str) -> None:
    path = f"/as/maren/{ana}/"
    form = client.signs(path) | named({**ALL, "feedback_1": " Good. "})
    assert [client.post(path, form).status for _ in range(2)] == [303, 303]
    assert found(house)["students-begin-alone"] == (PASSED, "Good.")


def changed(house: House) -> None:
    house.bring(HEAD_2 + WHOLE.replace("We begin sooner.", "We begin much sooner."))


def decided(house: House) -> None:
    house.decide(house.cases[0], "withdrawn")


def moved(house: House) -> None:
    path = house.root / "content/credentials/harbor/calm.yaml"
    path.write_text('version: "2.0"\n' + path.read_text())


@pytest.mark.parametrize("meanwhile", [decided, moved])
def test_whatever_else_happens_meanwhile_makes_a_form_stale(
    client: Client, house: House, ana: str, meanwhile: Callable[[House], None]
) -> None:
    path = f"/as/maren/{ana}/"
    old = client.signs(path)
    meanwhile(house)
    answer = client.post(path, old | named({**ALL, "feedback_1": "Two minutes of work."}))
    assert answer.status == 409
    assert areas(answer.text)["feedback-1"] == "Two minutes of work."
    assert house.cases[0].scores == ()


def test_a_response_that_was_changed_meanwhile_makes_a_form_stale(client: Client, house: House) -> None:
    house.form((house.root / "content/forms/harbor.yaml").read_text() + "  Number: id\n")
    export = HEAD_2.replace("Timestamp", "Number,Timestamp") + "7," + WHOLE.replace("3/1", "3/4")
    house.bring(export)
    (name,) = [case.response.id for case in house.cases if case.response.submitted.day == 4]
    old = client.signs(f"/as/maren/{name}/")
    house.bring(export.replace("We begin sooner.", "We begin much sooner."))
    answer = client.post(f"/as/maren/{name}/", old | named(ALL))
    assert answer.status == 409
    assert "We begin much sooner." in answer.text


def test_what_was_found_before_a_change_is_shown_and_can_be_kept(
    client: Client, house: House, ana: str
) -> None:
    client.send(f"/as/maren/{ana}/", **ALL, feedback_1="As before.")
    moved(house)
    text = client.get(f"/as/maren/{ana}/").text
    assert "You found before:</b> Meets the standard" in text
    assert picked(text)["level-1"] == ""
    client.send(f"/as/maren/{ana}/", level_2=ALMOST, waive="same")
    assert found(house)["students-begin-alone"] == (PASSED, "As before.")
    assert found(house)["the-task-is-short"] == (ALMOST, "")
    assert house.cases[0].scores[0].version == "2.0"


def test_a_submission_that_is_forgotten_meanwhile_gives_the_words_back(
    client: Client, house: House, ana: str
) -> None:
    from sitegen.submissions import forgetting

    old = client.signs(f"/as/maren/{ana}/")
    forgetting.forget(house.root, house.cases[0])
    answer = client.post(f"/as/maren/{ana}/", old | named({"feedback_1": "My words."}))
    assert answer.status == 422
    assert "My words." in answer.text
    assert not list((house.root / scores.FOLDER).glob("*"))


def test_nobody_scores_what_came_from_their_own_address(client: Client, house: House, ana: str) -> None:
    (house.root / "private/assessors").mkdir()
    (house.root / "private/assessors/maren.json").write_text('{"name":"maren","email":"ana@example.org"}')
    assert "maren sent this in" in client.get("/as/maren/").text.lower()
    text = client.get(f"/as/maren/{ana}/").text
    assert "You cannot score this. Maren sent this in." in text
    assert 'name="seen"' not in text
    signs = client.signs(f"/as/tobias/{ana}/")
    assert client.post(f"/as/maren/{ana}/", signs | named(ALL)).status == 409
    assert house.cases[0].scores == ()


def test_who_does_not_hold_a_credential_is_told_and_can_go_on(client: Client, house: House, ana: str) -> None:
    house.review("assessors_hold_it: true")
    assert "is not known to hold" in client.get("/as/maren/").text
    assert client.send(f"/as/maren/{ana}/", **ALL).status == 422
    assert client.send(f"/as/maren/{ana}/", **ALL, waive="without_badge").status == 303
    assert "is not known to hold" in house.cases[0].scores[0].waived[0]


def test_somebody_who_only_looks_cannot_score(client: Client, house: House, ana: str) -> None:
    assert "level-1" not in client.get(f"/look/{ana}/").text
    signs = client.signs(f"/as/maren/{ana}/")
    assert client.post(f"/look/{ana}/", signs | named(ALL)).status == 422
    assert house.cases[0].scores == ()


def test_a_credential_that_cannot_be_read_is_said(client: Client, house: House, ana: str) -> None:
    path = house.root / "content/credentials/harbor/calm.yaml"
    old = client.signs(f"/as/maren/{ana}/")
    path.write_text("title: [\n")
    assert "Its credential cannot be read" in client.get("/as/maren/").text
    assert client.get(f"/as/maren/{ana}/").status == 404
    answer = client.post(f"/as/maren/{ana}/", old | named({"feedback_1": "Mine."}))
    assert (answer.status, "Mine." in answer.text) == (422, True)


def test_a_damaged_file_is_named(client: Client, house: House) -> None:
    folder = house.root / scores.FOLDER
    folder.mkdir()
    (folder / "a.maren.json").write_text("{")
    for path in ("/", "/as/maren/"):
        answer = client.get(path)
        assert answer.status == 404
        assert "private/scores/a.maren.json is damaged" in answer.text


def test_what_a_killed_command_left_is_mended_first(client: Client, house: House, ana: str) -> None:
    made = house.decide(house.cases[1], "incomplete")
    (house.root / decisions.public_path(made)).unlink()
    left = house.root / inbox.FOLDER / "harbor" / ".a.new"
    left.write_text("half")
    client.send(f"/as/maren/{ana}/", **ALL)
    assert (house.root / decisions.public_path(made)).is_file()
    assert not left.exists()


@pytest.mark.parametrize("path", ["/as/Maren%20M./", "/as/..%2f..%2fx/", "/as/" + "a" * 41 + "/", "/nowhere/", "/as/maren/zzzz/",
                                  "/as/maren/4/", "/as/maren/numbers/x/", "/look/x/decide/y/"])  # fmt: skip
def test_what_is_not_there_is_a_page_that_says_so(client: Client, path: str) -> None:
    answer = client.get(path)
    assert answer.status == 404
    assert "This did not work" in answer.text


def test_a_name_is_asked_for_and_a_wrong_one_explained(client: Client) -> None:
    assert client.get("/?name=maren").headers["Location"] == f"{client.top}/as/maren/"
    answer = client.get("/?name=Maren+M.%3Cb%3E")
    assert answer.status == 422
    assert "cannot be an assessor" in answer.text.replace("&#39;", "'")
    assert "<b>" not in answer.text.replace("<b>Bold", "")


def test_the_list_is_cut_into_pages(client: Client, house: House) -> None:
    rows = "".join(WHOLE.replace("ana@", f"p{n}@").replace("Ana Lima", f"P {n}") for n in range(60))
    house.bring(HEAD_2 + WHOLE + PARTLY + rows)
    first, second = client.get("/look/").text, client.get("/look/?page=2").text
    assert (first.count("card pad"), second.count("card pad")) == (50, 12)
    assert 'href="' + client.top + '/look/?page=2"' in first
    for odd in ("0", "-1", "x", "99999999", "%C2%B2"):
        assert client.get(f"/look/?page={odd}").status == 200


def test_a_fault_of_ours_keeps_what_was_typed(
    client: Client, ana: str, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    form = client.signs(f"/as/maren/{ana}/") | {"feedback-1": "My words."}
    monkeypatch.setattr(saving, "score", lambda *_: 1 / 0)
    answer = client.post(f"/as/maren/{ana}/", form)
    assert (answer.status, "My words." in answer.text) == (500, True)
    assert "ZeroDivisionError" not in answer.text
    assert "ZeroDivisionError" in capfd.readouterr().err


def test_a_full_disk_keeps_what_was_typed(client: Client, ana: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    form = client.signs(f"/as/maren/{ana}/") | {"feedback-1": "My words."}
    monkeypatch.setattr(scores, "save", full)
    answer = client.post(f"/as/maren/{ana}/", form)
    assert (answer.status, "My words." in answer.text) == (503, True)
    assert "No space left on device" in answer.text
