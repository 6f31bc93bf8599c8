"""`sitegen search`."""

import json
import shutil
from pathlib import Path

import pytest
from commandline import Ran

from sitegen import cli

BASE = Path(__file__).parents[1] / "cases" / "base"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small site, which is the current folder."""
    folder = tmp_path / "site"
    shutil.copytree(BASE, folder)
    monkeypatch.chdir(folder)
    monkeypatch.setenv("NO_COLOR", "1")
    return folder


@pytest.fixture
def title(site: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """The title of a credential of the site."""
    cli.run(["search", "students", "--json", "--drafts"])
    return str(json.loads(capsys.readouterr().out)["results"][0]["title"])


def asked(capsys: pytest.CaptureFixture[str], *words: str) -> Ran:
    code = cli.run(["search", *words])
    said = capsys.readouterr()
    return Ran(code, said.out, said.err)


def test_a_title_finds_its_credential(title: str, capsys: pytest.CaptureFixture[str]) -> None:
    ran = asked(capsys, title, "--drafts")
    assert ran.code == 0
    assert ran.out.startswith(f" 1  {title}  (")


def test_an_explanation_adds_up(title: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert " = words " in asked(capsys, title, "--drafts", "--explain").out


def test_only_so_many_answers(title: str, capsys: pytest.CaptureFixture[str]) -> None:
    document = json.loads(asked(capsys, title, "--drafts", "-n", "1", "--json").out)
    assert document["version"] == 1
    assert len(document["results"]) == 1


def test_nothing_found_is_said(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ran = asked(capsys, "the")
    assert (ran.code, ran.out) == (0, "")
    assert "Nothing was found." in ran.err


def test_graded_queries_are_evaluated(title: str, capsys: pytest.CaptureFixture[str]) -> None:
    document = json.loads(asked(capsys, title, "--drafts", "--json", "-n", "1").out)
    query = {"id": "q", "text": title, "relevant": {document["results"][0]["slug"]: 2}}
    Path("queries.jsonl").write_text(json.dumps(query) + "\n")
    assert "nDCG@10    1.000" in asked(capsys, "evaluate", "queries.jsonl", "--drafts").out


@pytest.mark.parametrize("text", ["", "{", '{"id": 1}', "\n\n"])
def test_a_file_of_another_form_is_refused(site: Path, capsys: pytest.CaptureFixture[str], text: str) -> None:
    Path("queries.jsonl").write_text(text)
    ran = asked(capsys, "evaluate", "queries.jsonl")
    assert ran.code == 2
    assert "a line looks like" in ran.err


def test_evaluate_may_also_be_what_somebody_looks_for(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert asked(capsys, "evaluate", "sources").code == 0


def test_an_audit_tells_what_is_hard_to_find(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ran = asked(capsys, "audit", "--drafts")
    assert ran.code == 0
    assert "Every credential is found" in ran.out
    document = json.loads(asked(capsys, "audit", "--drafts", "--json").out)
    assert document["ok"] is True
    assert document["stats"]["questions"] >= 2 * document["stats"]["credentials"] > 0
    assert set(document) == {"version", "ok", "hidden", "statements", "areas", "gaps", "stats"}


def test_a_strict_audit_minds_everything(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert json.loads(asked(capsys, "audit", "--json").out)["gaps"]
    assert asked(capsys, "audit", "--strict", "-q").code == 1


def test_audit_in_quotes_is_a_question(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "results" in json.loads(asked(capsys, '"audit"', "--json").out)


def test_nothing_is_analysed_again_that_is_known(
    site: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = asked(capsys, "students", "--drafts", "--json").out
    monkeypatch.setattr("sitegen.search.index.Analyst.analysis", None)
    assert asked(capsys, "students", "--drafts", "--json").out == first


def test_a_field_that_is_none_is_answered_by_a_sentence(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ran = asked(capsys, "author:smith", "students", "--drafts")
    assert ran.out
    assert "“author:” is not a field" in ran.err
    assert "competency" in ran.err
