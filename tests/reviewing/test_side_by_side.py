"""Several windows, people and commands at once: one is heard, the others are told, and files appear only where they belong."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from sitegen.submissions import decisions, scores
from tests.reviewing.asking import Client, areas
from tests.submissions.house import ALMOST, PASSED, House

WINDOWS = 8


def files(root: Path) -> set[str]:
    return {path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()}


def test_of_many_windows_that_save_at_once_one_is_heard(client: Client, house: House, ana: str) -> None:
    path = f"/as/maren/{ana}/"
    form = client.signs(path)
    words = [f"From window {number}." for number in range(WINDOWS)]
    with ThreadPoolExecutor(WINDOWS) as windows:
        answers = list(windows.map(lambda said: client.post(path, form | {"feedback-1": said}), words))
    heard = [said for said, answer in zip(words, answers, strict=True) if answer.status == 303]
    assert [answer.status for answer in answers].count(409) == WINDOWS - 1
    (score,) = house.cases[0].scores
    assert [row.feedback for row in score.rows] == heard
    told = [(said, answer) for said, answer in zip(words, answers, strict=True) if answer.status == 409]
    assert [areas(answer.text)["feedback-1"] for _, answer in told] == [said for said, _ in told]


def test_people_who_save_at_once_are_all_heard(client: Client, house: House, ana: str) -> None:
    people = [f"judge{number}" for number in range(WINDOWS)]
    forms = {name: client.signs(f"/as/{name}/{ana}/") | {"level-1": PASSED} for name in people}
    with ThreadPoolExecutor(WINDOWS) as windows:
        answers = list(windows.map(lambda name: client.post(f"/as/{name}/{ana}/", forms[name]), people))
    assert {answer.status for answer in answers} == {303}
    assert [score.assessor for score in house.cases[0].scores] == people


def test_of_many_who_decide_at_once_one_is_heard(client: Client, house: House, ana: str) -> None:
    house.score(house.cases[0], "maren", ALMOST, "Half of them.")
    path = f"/look/{ana}/decide/"
    form = client.signs(path)
    asked = [{"outcome": "not yet", "advice": f"Advice {number}."} for number in range(WINDOWS)]
    with ThreadPoolExecutor(WINDOWS) as windows:
        answers = list(windows.map(lambda fields: client.post(path, form | fields), asked))
    (heard,) = [fields for fields, answer in zip(asked, answers, strict=True) if answer.status == 303]
    decision = house.cases[0].decision
    assert decision is not None
    assert decision.advice == heard["advice"]


def test_a_command_between_a_page_and_its_form_is_noticed(client: Client, house: House, ana: str) -> None:
    path = f"/as/maren/{ana}/"
    form = client.signs(path)
    house.score(house.cases[0], "maren", ALMOST, "From the command line.")
    assert client.post(path, form | {"level-1": PASSED}).status == 409
    assert house.cases[0].scores[0].rows[0].feedback == "From the command line."


def test_nothing_is_kept_but_what_the_commands_keep(client: Client, house: House, ana: str, bo: str) -> None:
    before = files(house.root)
    levels: dict[str, str | list[str]] = {f"level_{number}": PASSED for number in (1, 2, 3)}
    client.send(f"/as/maren/{ana}/", **levels)
    client.send(f"/as/maren/{ana}/decide/", outcome="earned")
    client.send(f"/as/maren/{bo}/decide/", outcome="incomplete", missing="your-reflection")
    for path in ("/look/?all=1", "/as/maren/numbers/", f"/as/maren/{ana}/"):
        client.get(path)
    assert files(house.root) - before == {
        ".sitegen/review.lock",
        f"{scores.FOLDER}/{ana}.maren.json",
        *(f"{decisions.FOLDER}/{one}.json" for one in (ana, bo)),
        *(f"{decisions.PUBLIC_FOLDER}/harbor/{one}.yaml" for one in (ana, bo)),
    }
