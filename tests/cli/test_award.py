"""`sitegen award` and the commands that change awards."""

import json
import os
import subprocess
import sys
from pathlib import Path

import click
import pytest
from commandline import Run

from sitegen.cli import award_orders, pass_phrase, signing_options
from sitegen.signing import key_file

PHRASE = "four small blue words"
TABLE = "credential,name,email,show name\ncalm,Ana Lima,ana@example.org,yes\ncalm,Bo Aho,bo@example.org,\n"
ANA = ("award", "calm", "--name", "Ana Lima", "--email", "ana@example.org", "--show-name", "--yes")


@pytest.fixture(autouse=True)
def _key(run: Run, site: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(key_file, "USUAL", key_file.Cost(8, 1, 1))
    monkeypatch.setenv("SITEGEN_PASSPHRASE", PHRASE)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "settings"))
    assert run("keys", "new").code == 0


def lines(site: Path) -> list[dict[str, object]]:
    """Every line of every batch, oldest first."""
    batches = (site / "content" / "awards").rglob("*.jsonl")
    found = [json.loads(line) for path in batches for line in path.read_text().splitlines()]
    return sorted(found, key=lambda one: one["proof"][0]["created"])


def award(site: Path) -> str:
    return str(lines(site)[0]["id"]).rpartition("/")[2].removesuffix(".json")


def test_one_award_is_made_from_the_options(run: Run, site: Path) -> None:
    ran = run(*ANA, "--row", "students-begin-alone=Meets the standard", "--expires", "2099-01-01")
    assert ran.code == 0
    assert ran.out.startswith("Ana Lima  calm 1.0  ")
    assert "Made 1 award in content/awards/harbor/" in ran.out
    (line,) = lines(site)
    assert line["credentialSubject"]["name"] == "Ana Lima"
    assert len(line["credentialSubject"]["result"]) == 1
    assert len(list((site / "private").rglob("*.txt"))) == 1


def test_check_is_content_with_what_was_written(run: Run, site: Path) -> None:
    run(*ANA)
    assert run("check", "--strict").code == 0


def test_a_dry_run_writes_nothing(run: Run, site: Path, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(TABLE)
    ran = run("award", "--from", str(tmp_path / "a.csv"), "--dry-run")
    assert ran.code == 0
    assert [line.partition("  ")[0] for line in ran.out.splitlines()] == ["Ana Lima", "Bo Aho"]
    assert "2 awards would be made. Nothing was written." in ran.err
    assert not (site / "content" / "awards").exists()
    assert not (site / "private").exists()


def test_a_table_is_awarded_only_if_somebody_says_so(run: Run, site: Path, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(TABLE)
    ran = run("award", "--from", str(tmp_path / "a.csv"))
    assert ran.code == 2
    assert "nobody is there to confirm it" in ran.err
    assert not (site / "content" / "awards").exists()
    assert run("award", "--from", str(tmp_path / "a.csv"), "--yes").code == 0
    assert len(lines(site)) == 2


def test_every_problem_of_a_table_is_shown_with_its_line(run: Run, site: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("credential,name,awarded\ncalm,Ana,2099-01-01\nclam,Bo,\ncalm,=1,\ncalm,Cy,\n")
    ran = run("award", "--from", str(path), "--yes")
    assert ran.code == 1
    assert [line for line in ran.out.splitlines() if "error:" in line] == [
        f"{path}:2: error: 2099-01-01 lies in the future",
        f"{path}:3: error: there is no credential `clam`; did you mean `calm`?",
        f"{path}:4: error: `name` begins like a formula: =1",
    ]
    assert ran.out.endswith("3 problems, so nothing is awarded.\n")
    assert not (site / "content" / "awards").exists()


def test_a_hostile_cell_cannot_write_to_the_terminal(run: Run, site: Path, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("credential,name\n\x1b[2Jcalm,\x1b]0;x\x07Ana\n")
    ran = run("award", "--from", str(tmp_path / "a.csv"))
    assert ran.code == 1
    assert "\x1b" not in ran.out + ran.err


def test_a_table_that_is_not_there_is_named(run: Run, site: Path) -> None:
    ran = run("award", "--from", "march.csv")
    assert ran.code == 2
    assert ran.err.startswith("error: march.csv cannot be read: No such file or directory\n")


def test_columns_that_are_not_used_are_mentioned(run: Run, site: Path, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("credential,name,school\ncalm,Ana,Hill School\n")
    assert "Columns that are not used: school" in run("award", "--from", str(tmp_path / "a.csv")).err


def test_nothing_to_award_is_asked_back(run: Run, site: Path) -> None:
    ran = run("award")
    assert ran.code == 2
    assert "what is to be awarded, and to whom?" in ran.err


def test_questions_take_the_place_of_options(run: Run, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter(["Ana Lima", "calm", "ana@example.org", ""])
    for module in (award_orders, signing_options, pass_phrase):
        monkeypatch.setattr(module, "somebody_is_there", lambda: True)
    monkeypatch.setattr(click, "prompt", lambda *_, **__: next(answers))
    monkeypatch.setattr(click, "confirm", lambda *_, **__: True)
    assert run("award").code == 0
    assert lines(site)[0]["credentialSubject"]["name"] == "Ana Lima"


def test_who_says_no_awards_nothing(run: Run, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no(*_: object, **__: object) -> None:
        raise click.Abort

    monkeypatch.setattr(signing_options, "somebody_is_there", lambda: True)
    monkeypatch.setattr(click, "confirm", no)
    ran = run(*ANA[:-1])
    assert ran.code == 130
    assert not (site / "content" / "awards").exists()


def test_the_wrong_pass_phrase_awards_nothing(run: Run, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITEGEN_PASSPHRASE", PHRASE + "!")
    ran = run(*ANA)
    assert ran.code == 2
    assert ran.err.startswith("error: the pass phrase does not fit this key")
    assert not (site / "content" / "awards").exists()


def test_a_slip_in_the_pass_phrase_can_be_mended_at_the_terminal(
    run: Run, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter(["four small", "four small bleu words", PHRASE])
    monkeypatch.delenv("SITEGEN_PASSPHRASE")
    monkeypatch.setattr(pass_phrase, "somebody_is_there", lambda: True)
    monkeypatch.setattr(click, "prompt", lambda *_, **__: next(answers))
    assert run(*ANA).code == 0
    assert len(lines(site)) == 1


def test_three_wrong_pass_phrases_are_enough(run: Run, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.delenv("SITEGEN_PASSPHRASE")
    monkeypatch.setattr(pass_phrase, "somebody_is_there", lambda: True)
    monkeypatch.setattr(click, "prompt", lambda words, **_: asked.append(words) or "wrong")
    ran = run(*ANA)
    assert ran.code == 2
    assert ran.err.startswith("error: the pass phrase does not fit this key")
    assert len(asked) == 3


def test_a_key_file_that_others_can_read_signs_nothing(run: Run, site: Path, tmp_path: Path) -> None:
    (file,) = (tmp_path / "settings" / "sitegen" / "keys").iterdir()
    file.chmod(0o644)
    ran = run(*ANA)
    assert ran.code == 2
    assert "can be read by others on this machine (mode 0644)" in ran.err


def test_a_key_file_inside_a_repository_signs_nothing(run: Run, site: Path, tmp_path: Path) -> None:
    (tmp_path / "settings" / ".git").mkdir()
    ran = run(*ANA)
    assert ran.code == 2
    assert "lies inside a repository" in ran.err


def test_the_key_of_another_issuer_signs_nothing(run: Run, site: Path, tmp_path: Path) -> None:
    text = (site / "content/issuers/harbor.md").read_text()
    other = text[: text.index("keys:")].replace("Harbor", "Quarry") + "---\n"
    (site / "content/issuers/quarry.md").write_text(other)
    assert run("keys", "new", "--issuer", "quarry").code == 0
    (file,) = (tmp_path / "settings" / "sitegen" / "keys").glob("quarry-*")
    ran = run(*ANA, "--key", str(file))
    assert ran.code == 2
    assert "is no key of `harbor`" in ran.err


def test_a_second_award_is_refused_and_again_makes_it(run: Run, site: Path) -> None:
    run(*ANA)
    ran = run(*ANA)
    assert ran.code == 1
    assert f"Ana Lima holds `calm` 1.0 already ({award(site)})" in ran.out
    assert run(*ANA, "--again").code == 0


def test_an_award_is_suspended_reinstated_and_revoked(run: Run, site: Path) -> None:
    run(*ANA)
    name = award(site)[:10]
    for step, said in (
        ("suspend", "Suspended"),
        ("reinstate", "Reinstated"),
        ("revoke", "Revoked"),
    ):
        ran = run(step, name, "--reason", "Under review", "--yes")
        assert ran.code == 0
        assert f"{said} 1 award." in ran.out
    ran = run("reinstate", name, "--reason", "Under review", "--yes")
    assert ran.code == 2
    assert "what is revoked stays revoked" in ran.err


def test_a_reason_is_needed(run: Run, site: Path) -> None:
    run(*ANA)
    assert run("revoke", award(site), "--yes").code == 2
    assert "a reason is needed" in run("revoke", award(site), "--reason", " ", "--yes").err


def test_an_award_is_renewed(run: Run, site: Path) -> None:
    run(*ANA, "--expires", "2099-01-01")
    assert run("renew", award(site), "--yes").err.startswith("error: until when?\n")
    assert run("renew", award(site), "--expires", "2099-12-31", "--yes").code == 0
    first, second = lines(site)
    assert first["id"] == second["id"]
    assert second["validUntil"] == "2099-12-31T23:59:59Z"
    assert run("renew", award(site), "--for-ever", "--yes").code == 0
    assert "validUntil" not in lines(site)[2]


def test_a_dry_run_of_a_change_writes_nothing(run: Run, site: Path) -> None:
    run(*ANA)
    ran = run("forget", award(site), "--dry-run")
    assert ran.code == 0
    assert "Nothing was written." in ran.err
    assert len(lines(site)) == 1
    assert "Ana Lima" in next((site / "private").rglob("*.csv")).read_text()


def test_a_name_is_withdrawn_here_and_in_private(run: Run, site: Path) -> None:
    run(*ANA)
    assert run("forget", award(site), "--yes").code == 0
    assert "name" not in lines(site)[1]["credentialSubject"]
    assert "Ana" not in "".join(path.read_text() for path in (site / "private").rglob("*.*"))


def test_what_a_lost_key_signed_is_signed_again(run: Run, site: Path) -> None:
    run(*ANA)
    key = str(lines(site)[0]["proof"][0]["verificationMethod"])[-8:]
    run("keys", "compromised", "--reason", "A laptop was stolen")
    run("keys", "new")
    ran = run("reissue", "--signed-with", key, "--yes")
    assert ran.code == 1
    assert "when somebody else may have had" in ran.out
    assert len(lines(site)) == 1
    ran = run("reissue", "--signed-with", key, "--skip", "--yes")
    assert ran.code == 0
    assert "Signed 0 awards again; the status lists are signed with the present key" in ran.out


def test_reissue_asks_which(run: Run, site: Path) -> None:
    assert run("reissue").err.startswith("error: which awards?\n")


def test_an_award_that_is_not_there_is_refused(run: Run, site: Path) -> None:
    ran = run("revoke", "0" * 32, "--reason", "x", "--yes")
    assert ran.code == 2
    assert "there is no award" in ran.err


def test_an_award_in_a_site_with_verify_is_valid(run: Run, site: Path) -> None:
    run(*ANA)
    (batch,) = (site / "content" / "awards").rglob("*.jsonl")
    assert run("verify", str(batch)).code == 0


KILLED = """
import os, signal, sys
from sitegen import cli
from sitegen.signing import key_file
key_file.USUAL = key_file.Cost(8, 1, 1)
name, ending = sys.argv[1:3]
real = getattr(os, name)
def maybe(*given, **more):
    if str(given[-1]).endswith(ending):
        os.kill(os.getpid(), signal.SIGKILL)
    return real(*given, **more)
setattr(os, name, maybe)
cli.run(sys.argv[3:])
"""


@pytest.mark.parametrize(
    ("step", "ending"), [("link", ".csv"), ("replace", "harbor.json"), ("link", ".jsonl")]
)
def test_a_killed_command_leaves_no_award_and_no_letter(
    run: Run, site: Path, tmp_path: Path, step: str, ending: str
) -> None:
    (tmp_path / "a.csv").write_text(TABLE)
    words = ["award", "--from", str(tmp_path / "a.csv"), "--yes"]
    source = str(Path(__file__).parents[2])
    done = subprocess.run(
        [sys.executable, "-c", KILLED, step, ending, *words],
        check=False,
        env={**os.environ, "PYTHONPATH": source},
        cwd=site,
    )
    assert done.returncode == -9
    assert lines(site) == []
    assert list((site / "private").rglob("*.txt")) == []
    assert run("check", "--strict").code == 0
    assert run(*words).code == 0
    assert len(lines(site)) == 2
