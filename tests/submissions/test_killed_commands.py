"""Whole commands killed at any moment: the same command, given again, comes to the same end as if nothing had happened."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from sitegen import cli
from sitegen.submissions import decisions, inbox
from tests.submissions import dying
from tests.submissions.house import ALMOST, ANA, BO, HEAD, House

State = dict[str, object]


def state(house: House) -> State:
    """All that people would call the result, without the moments at which it came about."""
    files = {path.relative_to(house.root).as_posix() for path in house.root.rglob("*") if path.is_file()}
    return {
        "people": [case.response.name for case in house.cases],
        "scores": [[(one.assessor, one.rows) for one in case.scores] for case in house.cases],
        "outcomes": [case.decision.outcome if case.decision else "" for case in house.cases],
        "files": {path for path in files if not path.startswith(("private/letters/", ".sitegen/"))},
    }


def dies_and_goes_on(house: House, *words: str) -> None:
    """Kill a command at each moment in turn; after every death, what was there before still is, and it can be given again."""
    before = house.root.with_name("before")
    shutil.copytree(house.root, before)
    people = [case.response.name for case in house.cases]

    def command() -> None:
        quiet = os.open(os.devnull, os.O_WRONLY)
        os.dup2(quiet, 1)
        os.dup2(quiet, 2)
        assert cli.run(words) == 0

    ends: list[State] = []  # to be the same as that of the last run, which nobody killed
    deaths = 0
    for _ in dying.each_death(house.root, command):
        deaths += 1
        assert [case.response.name for case in house.cases][: len(people)] == people
        assert cli.run(words) in (0, 2)  # 2: it was done already, and says so
        ends.append(state(house))
        shutil.rmtree(house.root)
        shutil.copytree(before, house.root)
    assert deaths >= 8
    assert [end for end in ends if end != state(house)] == []


@pytest.fixture
def at_home(house: House, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> House:
    """The house in plain surroundings, with a fixed secret so that ids are the same each time."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "settings"))
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.csv").write_text(HEAD + ANA + BO)
    folder = house.root / inbox.FOLDER
    folder.mkdir(parents=True)
    (folder / inbox.SECRET).write_text("00" * 32 + "\n")
    return house


Prepare = Callable[[House], object]


@pytest.fixture
def sent(at_home: House) -> House:
    """A house to which Ana and Bo have sent something."""
    at_home.bring(HEAD + ANA + BO)
    return at_home


def site(house: House) -> tuple[str, str]:
    return ("-C", str(house.root))


def test_an_import(at_home: House) -> None:
    dies_and_goes_on(at_home, *site(at_home), "inbox", "import", "a.csv", "--form", "harbor")


def test_a_longer_import(at_home: House) -> None:
    at_home.bring(HEAD + ANA)
    dies_and_goes_on(at_home, *site(at_home), "inbox", "import", "a.csv", "--form", "harbor")


def test_a_score(sent: House) -> None:
    words = ("--row", "1=2", "--feedback", "1=Half of them.")
    dies_and_goes_on(sent, *site(sent), "review", "score", sent.cases[0].short, "--as", "maren", *words)


def test_a_decision(sent: House) -> None:
    sent.score(sent.cases[0], "maren", ALMOST, "Half of them.")
    dies_and_goes_on(sent, *site(sent), "review", "decide", sent.cases[0].short, "not-yet")


def test_letters(sent: House) -> None:
    for case in sent.cases:
        sent.judged(case, "not yet")
    dies_and_goes_on(sent, *site(sent), "review", "send")


def test_forgetting(sent: House) -> None:
    sent.judged(sent.cases[0], "not yet", "Ana, your first minute is kind.")
    short = sent.cases[0].short
    people = [case.response.name for case in sent.cases]
    assert people == ["Ana Lima", "Bo Aho"]
    before = sent.root.with_name("before")
    shutil.copytree(sent.root, before)
    words = (*site(sent), "-q", "inbox", "forget", short, "--yes")
    deaths = 0
    for _ in dying.each_death(sent.root, lambda: cli.run(words)):
        deaths += 1
        assert cli.run(words) == 0
        texts = [path.read_text() for path in sent.root.glob("private/**/*") if path.is_file()]
        assert [text for text in texts if "Ana" in text or "first minute" in text] == []
        assert sum("Bo Aho" in text for text in texts) == 1
        assert decisions.of(sent.root)[sent.cases[0].response.id].outcome == "not yet"
        shutil.rmtree(sent.root)
        shutil.copytree(before, sent.root)
    assert deaths >= 8


def test_an_assessor(sent: House) -> None:
    dies_and_goes_on(sent, *site(sent), "review", "assessor", "maren", "--email", "maren@example.org")
