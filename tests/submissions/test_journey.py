"""The whole road on the command line: two attempts, two letters, two assessors, one badge that is valid."""

import json
from pathlib import Path

import pytest
from commandline import Run

from sitegen.signing import key_file
from tests.submissions.house import ANA, HEAD, House

FIRST = HEAD + ANA
SECOND = FIRST + ANA.replace("3/1/2026", "3/5/2026").replace("/ana,", "/ana-again,")


@pytest.fixture(autouse=True)
def _key(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(key_file, "USUAL", key_file.Cost(8, 1, 1))
    monkeypatch.setenv("SITEGEN_PASSPHRASE", "four small blue words")
    assert run("keys", "new").code == 0


def score(run: Run, short: str, levels: dict[str, str], words: str) -> None:
    for judge, level in levels.items():
        ran = run("review", "score", short, "--as", judge, "--row", f"1={level}", "--feedback", f"1={words}")
        assert ran.code == 0, ran.err


def test_not_yet_then_earned_then_a_valid_badge(run: Run, house: House, tmp_path: Path) -> None:
    house.review("assessors: 2, attempts: 2")
    export = tmp_path / "responses.csv"
    export.write_text(FIRST)
    assert run("inbox", "import", str(export), "--form", "harbor").out == "1 row: 1 new.\n"
    first = house.cases[0].short
    score(run, first, {"maren": "2", "tobias": "3"}, "Half of them wait for you.")
    assert run("review", "decide", first, "not-yet").code == 2
    assert run("review", "decide", first, "not-yet", "--row", "1=2", "--by", "2099-06-01").code == 0
    letter = house.root / run("review", "send").out.split()[-1]
    assert "1 June 2099" in letter.read_text()

    export.write_text(SECOND)
    assert run("inbox", "import", str(export), "--form", "harbor").out == "2 rows: 1 new, 1 known already.\n"
    second = house.cases[1].short
    assert "attempt 2" in run("review", "list").out
    score(run, second, {"maren": "1", "tobias": "1"}, "All ten begin at once.")
    assert run("review", "decide", second, "earned").code == 0
    assert run("review", "send").out.startswith(f"{second}  Ana Lima")
    assert run("award", "--from-decisions", "--yes").code == 0
    assert run("award", "--from-decisions", "--yes").out == ""

    (batch,) = (house.root / "content" / "awards" / "harbor").iterdir()
    badge = tmp_path / "badge.json"
    badge.write_bytes(batch.read_bytes().strip())
    assert "result" in json.loads(badge.read_bytes())["credentialSubject"]
    assert run("verify", str(badge)).code == 0
    assert run("check", "--strict").code == 0
    assert "1 earned; 1 not yet" in run("review", "stats").out
