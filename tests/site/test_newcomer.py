"""A newcomer: from an empty folder to a page in a browser, past mistakes that everybody makes, by the messages alone.

The newcomer knows what she wants to say (`FACTS`) and does what each message says, to the letter: she reads the hint, and
nothing else. A message without a file, a line or a remedy that can be followed so ends the test.
"""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser

from sitegen import cli
from tests.site import hosting

ISSUER = """---
name: Bay Museum
summary: A museum by the bay that shows educators how to look at things.
type: Museum
website: www.baymuseum.example
contact: education@baymuseum.example
since: 1998
form: https://forms.office.com/r/bay?credential=SG_CREDENTIAL
---

Two of us read what people send in, and answer within three weeks.
"""
AREA = """---
Name: Looking Closely
summary: Everything that has to do with seeing before judging.
hue: oliv
glyph: flag
---
"""
CREDENTIAL = """---
title: Looking Before Naming: Five Quiet Minutes
status: “published”
published: 14.03.2026
version: 2
focus_areas: [looking-closly]
problems:
  - They glance at a thing and say they are done
audience: [Informal educators]
effort: {hours: about 6}
languages: [English]
competency: Leads groups to look for five minutes before anybody names a thing.
key_method:
\tname: Five quiet minutes
  summary: Everybody looks and draws; then each says one thing that others can see.
evidence:
  - title: Two visits
    kinds: [observatoin]
    task: Send your notes of two visits, without names.
    rubric:
      - criterion: Time to look
        levels:
          Meets the standard: In both visits the group looked for five minutes or more before anybody explained.
          Allmost there: One visit began so, or both did for a shorter time.
          Not yet: The visits began with an explanation.
---

## How to begin

Choose one thing. <b>Say nothing about it.</b>
"""
FACTS = {"summary": "Leads groups to look long and quietly at one thing before anybody explains it."}
"""What only the newcomer can know."""

MOST_ROUNDS = 40


class Told(NamedTuple):
    """A message: the file it names, the line and the very words, and what to do."""

    file: str
    line: int
    column: int
    width: int
    hint: str

    @property
    def words(self) -> slice:
        return slice(self.column - 1, self.column - 1 + self.width)


def test_a_newcomer_gets_to_a_page_by_the_messages_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], browser: Browser
) -> None:
    monkeypatch.chdir(tmp_path)
    assert cli.run(["new", "hillside", "--name", "Hillside", "--url", "https://hillside.example"]) == 0
    monkeypatch.chdir(tmp_path / "hillside")
    for words in (["issuer", "Bay Museum"], ["focus-area", "Looking Closely"]):
        assert cli.run(["new", *words]) == 0
    assert cli.run(["new", "credential", "Looking Before Naming", "--issuer", "bay-museum"]) == 0
    Path("content/issuers/bay-museum.md").write_text(ISSUER, encoding="utf-8")
    Path("content/focus-areas/looking-closely.md").unlink()
    Path("content/focus-areas/Looking Closely.md").write_text(AREA, encoding="utf-8")
    Path("content/credentials/bay-museum/looking-before-naming.md").write_text(CREDENTIAL, encoding="utf-8")
    followed = _follow_until_green(capsys)
    assert len(followed) >= 15, followed
    assert cli.run(["check", "--strict"]) == 0
    assert cli.run(["build"]) == 0
    capsys.readouterr()
    _looks_right(browser, Path("public"))


def _follow_until_green(capsys: pytest.CaptureFixture[str]) -> list[str]:
    """Do what the first message says that can be followed to the letter, and ask again, until there is none.

    Returns the codes of what was followed. A message that asks to think (which file was meant?) may wait for another one,
    that goes away with the same slip; if only such are left, the test fails.
    """
    codes: list[str] = []
    for _ in range(MOST_ROUNDS):
        capsys.readouterr()
        cli.run(["check", "--format", "json"])
        problems = json.loads(capsys.readouterr().out)["problems"]
        if not problems:
            return codes
        codes.append(next(code for problem in problems if (code := _follow(problem))))
    raise AssertionError(f"still not green after {codes}")


def _follow(problem: dict) -> str:
    """Do what a message says; its code, or nothing if it cannot be done without thinking."""
    told = _told(problem)
    assert Path(told.file).is_file(), problem
    for pattern, remedy in REMEDIES:
        found = re.search(pattern, told.hint)
        if found and (remedy is not _add or found[1] in FACTS):
            remedy(told, found)
            return problem["code"]
    return ""


def _told(problem: dict) -> Told:
    place = problem.get("place", problem)
    told = Told(place["file"], place["line"], place["column"], place["width"], problem["hint"])
    assert told.file
    assert told.line or "rename" in told.hint, problem
    return told


def _replace(told: Told, found: re.Match[str]) -> None:
    _edit(told, lambda line: line[: told.words.start] + found[1] + line[told.words.stop :])


def _whole_line(told: Told, found: re.Match[str]) -> None:
    _edit(told, lambda line: re.match(" *", line)[0] + found[1])


def _delete(told: Told, _: re.Match[str]) -> None:
    _edit(told, lambda _: None)


def _spaces(told: Told, _: re.Match[str]) -> None:
    _edit(told, lambda line: line.replace("\t", "  "))


def _add(told: Told, found: re.Match[str]) -> None:
    _edit(told, lambda line: f"{line}\n{found[1]}: {FACTS[found[1]]}")


def _plain(told: Told, _: re.Match[str]) -> None:
    _edit(told, lambda line: re.sub(r"</?b>", "", line))


def _rename(told: Told, found: re.Match[str]) -> None:
    file = Path(told.file)
    file.rename(file.with_name(found[1] + file.suffix))


def _edit(told: Told, change: Callable[[str], str | None]) -> None:
    file = Path(told.file)
    lines = file.read_text(encoding="utf-8").split("\n")
    changed = change(lines[told.line - 1])
    lines[told.line - 1 : told.line] = [] if changed is None else [changed]
    file.write_text("\n".join(lines), encoding="utf-8")


REMEDIES: tuple[tuple[str, Callable[[Told, re.Match[str]], None]], ...] = (
    (r"^rename it to `([^`]+)`", _rename),
    (r"^put the whole text in quotes: `([^`]+)`", _whole_line),
    (r"^(?:.*; )?write `([\w]+: [^`]+)`", _whole_line),
    (r"write (?:its first day: )?`([^`]+)`", _replace),
    (r"^did you mean `([^`]+)`\?", _replace),
    (r"first day: `([^`]+)`", _replace),
    (r"^add `(\w+):`", _add),
    (r"or delete the line$", _delete),
    (r"^use spaces instead, two for each step", _spaces),
    (r"^write it in Markdown or as plain words", _plain),
)
"""What a hint can ask for, in the words in which it asks, and how that is done."""


def _looks_right(browser: Browser, folder: Path) -> None:
    with hosting.running(folder) as host:
        page = browser.new_page()
        try:
            page.goto(f"{host.origin}/credentials/looking-before-naming/")
            assert page.locator("h1").inner_text() == "Looking Before Naming: Five Quiet Minutes"
            text = page.locator("main").inner_text()
            assert "Bay Museum" in text
            assert "Choose one thing. Say nothing about it." in text
            page.goto(f"{host.origin}/focus-areas/looking-closely/")
            assert "Looking Before Naming: Five Quiet Minutes" in page.locator("main").inner_text()
        finally:
            page.close()
