"""`sitegen keys`."""

import json
import stat
from pathlib import Path

import pytest
from commandline import Run

from sitegen.signing import key_file

PHRASE = "four small blue words"


@pytest.fixture(autouse=True)
def _phrase(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(key_file, "USUAL", key_file.Cost(8, 1, 1))
    monkeypatch.setenv("SITEGEN_PASSPHRASE", PHRASE)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "settings"))


def listed(run: Run) -> list[dict[str, str]]:
    return list(json.loads(run("keys", "list", "--json").out)["keys"])


def test_a_new_key_lies_outside_the_site_and_its_public_part_in_the_issuers_file(
    run: Run, site: Path, tmp_path: Path
) -> None:
    ran = run("keys", "new")
    assert ran.code == 0
    (file,) = (tmp_path / "settings" / "sitegen" / "keys").iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    public = json.loads(file.read_text())["key"]
    assert public in ran.out
    assert f"  - key: {public}\n" in (site / "content/issuers/harbor.md").read_text()
    assert run("check", "--strict").code == 0


def test_a_key_is_never_printed_and_never_in_the_site(run: Run, site: Path, tmp_path: Path) -> None:
    ran = run("keys", "new")
    (file,) = (tmp_path / "settings" / "sitegen" / "keys").iterdir()
    private = key_file.unseal(key_file.decode(file.read_bytes(), ""), PHRASE).private_bytes_raw()
    said = (ran.out + ran.err).encode()
    written = b"".join(path.read_bytes() for path in site.rglob("*") if path.is_file())
    for form in (private, private.hex().encode(), PHRASE.encode()):
        assert form not in said
        assert form not in written


def test_a_folder_inside_the_site_is_refused(run: Run, site: Path) -> None:
    ran = run("keys", "new", "--keys", "private/keys")
    assert ran.code == 2
    assert ran.err.startswith("error: private/keys lies inside the site, and keys must never be published\n")


def test_a_folder_inside_a_repository_is_refused(run: Run, site: Path, tmp_path: Path) -> None:
    (tmp_path / "dotfiles" / ".git").mkdir(parents=True)
    ran = run("keys", "new", "--keys", str(tmp_path / "dotfiles" / "keys"))
    assert ran.code == 2
    assert "lies inside a repository" in ran.err


def test_without_a_pass_phrase_and_without_a_person_it_says_how_to_give_one(
    run: Run, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SITEGEN_PASSPHRASE")
    ran = run("keys", "new")
    assert ran.code == 2
    assert "nobody is there to ask" in ran.err
    assert "--passphrase-file FILE" in ran.err


def test_a_pass_phrase_can_stand_in_a_file(
    run: Run, site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SITEGEN_PASSPHRASE")
    file = tmp_path / "phrase"
    file.write_text(PHRASE + "\r\nand a note\n")
    file.chmod(0o600)
    assert run("keys", "new", "--passphrase-file", str(file)).code == 0
    (key,) = (tmp_path / "settings" / "sitegen" / "keys").iterdir()
    assert key_file.unseal(key_file.decode(key.read_bytes(), ""), PHRASE)


def test_a_file_with_a_pass_phrase_that_others_can_read_is_refused(
    run: Run, site: Path, tmp_path: Path
) -> None:
    file = tmp_path / "phrase"
    file.write_text(PHRASE)
    file.chmod(0o644)
    ran = run("keys", "new", "--passphrase-file", str(file))
    assert ran.code == 2
    assert "can be read by others" in ran.err


def test_a_short_pass_phrase_is_refused(run: Run, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITEGEN_PASSPHRASE", "secret")
    ran = run("keys", "new")
    assert ran.code == 2
    assert "this pass phrase is too short" in ran.err
    assert listed(run) == []


def test_a_second_key_is_made_by_rotating(run: Run, site: Path) -> None:
    run("keys", "new")
    ran = run("keys", "new")
    assert ran.code == 2
    assert "`sitegen keys rotate` makes a new one" in ran.err
    assert run("keys", "rotate").code == 0
    assert [bool(key["until"]) for key in listed(run)] == [True, False]
    assert all(key["file"] for key in listed(run))


def test_a_retired_key_stays_listed(run: Run, site: Path) -> None:
    run("keys", "new")
    (key,) = listed(run)
    ran = run("keys", "retire", key["key"][-8:], "--until", "2099-12-31")
    assert ran.code == 0
    assert listed(run)[0]["until"] == "2099-12-31"


def test_a_day_that_is_none_is_refused(run: Run, site: Path) -> None:
    ran = run("keys", "retire", "--until", "31.12.2026")
    assert ran.code == 2
    assert "as in 2026-03-09" in ran.err


def test_a_lost_key_says_so_and_what_to_do_next(run: Run, site: Path) -> None:
    run("keys", "new")
    ran = run("keys", "compromised", "--reason", "A laptop was stolen")
    assert ran.code == 0
    assert "sitegen keys new --issuer harbor" in ran.err
    assert "sitegen reissue --issuer harbor --signed-with" in ran.err
    assert listed(run)[0]["state"] == "given up"
    assert "reason: A laptop was stolen\n" in (site / "content/issuers/harbor.md").read_text()
    assert run("check", "--strict").code == 0
    assert run("keys", "new").code == 0


def test_a_key_whose_public_part_is_nowhere_is_listed_too(run: Run, site: Path) -> None:
    before = (site / "content/issuers/harbor.md").read_bytes()
    run("keys", "new")
    (site / "content/issuers/harbor.md").write_bytes(before)
    assert [key["state"] for key in listed(run)] == ["not listed"]


def test_the_list_is_for_people_too(run: Run, site: Path) -> None:
    assert "There is no key yet" in run("keys", "list").err
    run("keys", "new")
    (line,) = run("keys", "list").out.splitlines()
    assert line.startswith("harbor  z6Mk")
    assert "  in use  from " in line


def test_an_unknown_issuer_is_refused_with_those_there_are(run: Run, site: Path) -> None:
    ran = run("keys", "new", "--issuer", "harbour")
    assert ran.code == 2
    assert "no issuer `harbour`; did you mean `harbor`?" in ran.err
