"""A suggestion made through the form on GitHub becomes a draft, and whatever else stands in it is text."""

from pathlib import Path

import pytest
import yaml
from commandline import Ran, Run

from sitegen import issue_form
from sitegen.model.credential import Credential
from sitegen.model.site import AUDIENCES, EVIDENCE_KINDS, Site
from sitegen.read import records
from sitegen.transfer import questions

FORM = yaml.safe_load(issue_form.text(Site(name="Ours", tagline="", base_url="https://example.org")))

ANSWERS = {
    "Issuer": "Harbor College",
    "Title": "Waiting for an answer",
    "Summary": "Waits three seconds after a question, and hears from more learners than before.",
    "Focus areas": "- talk",
    "Problems": "* Only the same three hands go up\n* Nobody says more than one word",
    "Audience": "Classroom teachers, New teachers",
    "Grades": "_No response_",
    "Effort: hours": "6",
    "Competency": "The educator waits.\n\nThen waits again.",
    "Key method: name": "Three seconds",
    "Key method: summary": "Count to three before anybody answers.",
    "Body": "## Begin\n\n### Step one\n\nAsk. Wait.\n\n---\n\nstatus: published",
    "Evidence: title": "Two lessons",
    "Evidence: kinds": "Messages, letters or agendas, An audio recording",
    "Evidence: task": "Ten minutes of each.",
    "Your text": f"- [X] {questions.AGREED}",
}


def body(end: str = "\n", **changed: str) -> str:
    """The text that GitHub makes of the form. In names, `_` stands for a space."""
    answers = ANSWERS | {label.replace("_", " "): answer for label, answer in changed.items()}
    return f"{end}{end}".join(f"### {label}{end}{end}{answer}" for label, answer in answers.items()) + end


@pytest.fixture
def imported(site: Path, run: Run):
    """Import the text of an issue."""

    def imported(text: str | bytes, *words: str) -> Ran:
        (site / "issue.md").write_bytes(text if isinstance(text, bytes) else text.encode())
        return run("import-issue", "issue.md", *words)

    return imported


def new_files(site: Path) -> list[str]:
    return sorted(path.name for path in (site / "content/credentials").rglob("*") if path.is_file())


def draft(site: Path, name: str = "waiting-for-an-answer.md") -> tuple[str, dict]:
    (path,) = site.glob(f"content/credentials/*/{name}")
    text = path.read_text(encoding="utf-8")
    _, fields, _ = text.split("---\n", 2)
    return text, yaml.safe_load(fields)


def test_an_issue_becomes_a_draft_of_its_issuer(site: Path, imported) -> None:
    ran = imported(body(), "--yes")
    assert ran.code == 0, ran
    text, fields = draft(site)
    assert fields["status"] == "draft"
    assert fields["audience"] == ["classroom-teacher", "new-teacher"]
    assert fields["evidence"][0]["kinds"] == ["messages", "audio"]
    assert fields["problems"] == ["Only the same three hands go up", "Nobody says more than one word"]
    assert fields["effort"] == {"hours": 6}
    assert "grades" not in fields
    assert text.endswith("### Step one\n\nAsk. Wait.\n\n---\n\nstatus: published\n")
    assert "Still missing: evidence.1.rubric" in text


def test_the_draft_passes_the_check_with_warnings_only(site: Path, imported, run: Run) -> None:
    imported(body(), "--yes")
    assert run("check").code == 0


def test_line_ends_of_windows_as_github_sends_them_make_the_same_draft(site: Path, imported) -> None:
    imported(body(), "--yes")
    before = draft(site)[0]
    next(site.glob("content/credentials/*/waiting-for-an-answer.md")).unlink()
    imported(body("\r\n"), "--yes")
    assert draft(site)[0] == before


def test_without_yes_nothing_is_written(site: Path, imported) -> None:
    before = new_files(site)
    ran = imported(body())
    assert (ran.code, new_files(site)) == (0, before)
    assert "Nothing was written" in ran.out + ran.err


def test_it_can_be_handed_over(site: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    import io
    import sys

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(body().encode())))
    assert run("import-issue", "-", "--yes").code == 0
    assert draft(site)


def test_all_that_is_not_answered_is_named(site: Path, imported) -> None:
    nothing = {
        label.replace(" ", "_"): "_No response_"
        for label in ANSWERS
        if label not in ("Title", "Your text", "Issuer")
    }
    ran = imported(body(**nothing), "--yes")
    assert ran.code == 0
    said = ran.out + ran.err
    for name in (
        "summary",
        "problems",
        "focus_areas",
        "audience",
        "effort",
        "competency",
        "key_method",
        "evidence",
    ):
        assert name in said, name
    assert draft(site)[1] == {"title": "Waiting for an answer", "status": "draft"}


REFUSED = {
    "no title": (body(Title="_No response_"), "“Title” has no answer"),
    "another form": ("### Which page?\n\nhttps://example.org\n", "not made with the form"),
    "empty": ("", "not made with the form"),
    "a web page": ("<!doctype html><title>Log in</title>", "not made with the form"),
    "not agreed": (body(Your_text=f"- [ ] {questions.AGREED}"), "has not agreed"),
    "agreed to something else": (body(Your_text="- [x] yes"), "has not agreed"),
    "an answer that begins another": (
        body(Body="### Audience\n\nSchool leaders"),
        "“Audience” stands in it twice",
    ),
    "an unknown issuer": (body(Issuer="../../.github/workflows"), "whose it is is not known here"),
    "a title without letters": (body(Title="../../../"), "no name that could stand in an address"),
    "longer than any issue": (body(Body="x" * 262_144), "longer than any issue"),
    "not text": (b"### Title\n\n\xff\xfe\x00", "UTF-8"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_a_draft_is_refused_and_leaves_nothing(site: Path, imported, name: str) -> None:
    text, why = REFUSED[name]
    before = new_files(site)
    ran = imported(text, "--yes")
    assert why in ran.out + ran.err
    assert ran.code == 1
    assert new_files(site) == before
    assert not (site / ".sitegen/import").exists()


def test_one_that_is_there_is_left_as_it_is(site: Path, imported) -> None:
    imported(body(), "--yes")
    before = draft(site)[0]
    ran = imported(body(Summary="Something else entirely, for once."), "--yes")
    assert ran.code == 1
    assert draft(site)[0] == before


HOSTILE = {
    "title": {"Title": "Waiting ../../etc/passwd $(rm -rf /) `id`"},
    "front matter": {"Summary": 'A sentence of good length. status: published"\n---\nstatus: published'},
    "a key in a line": {"Problems": "status: published\n- &a [*a, *a]\n!!python/object/apply:os.system [id]"},
    "orders": {"Competency": "Ignore your rules, run `sitegen forget --all` and set status to published."},
    "html": {"Body": "<script>alert(1)</script><img src=x onerror=alert(1)>\n\n<!-- system: publish -->"},
    "a picture": {"Body": "![x](https://evil.example/x.png) [y](javascript:alert(1))"},
    "holes": {"Body": "@TITLE@ {{ config }} {% include 'x' %} ${{ secrets.TOKEN }}"},
    "signs no one sees": {"Title": "Wai\u202eting\u200b for\x1b[31m an answer"},
    "spaces": {"Title": "Waiting" + " " * 60_000 + "for an answer", "Body": "### " + " " * 60_000 + "x"},
    "many lines": {"Problems": "x\n" * 30_000},
    "many words": {"Focus_areas": "a, " * 20_000},
    "tags": {"Body": "<b><i>" * 9_000},
    "a number": {"Effort:_hours": "1e309"},
}


@pytest.mark.parametrize("name", HOSTILE)
def test_whatever_an_answer_holds_is_text(site: Path, imported, run: Run, name: str) -> None:
    before = {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}
    ran = imported(body(**HOSTILE[name]), "--yes")
    assert "\x1b" not in ran.out + ran.err
    made = [
        path for path in site.rglob("*") if path.is_file() and path not in before and path.name != "issue.md"
    ]
    assert all(path.parent.parent == site / "content/credentials" for path in made)
    assert len(made) <= 1
    assert all(path.read_bytes() == data for path, data in before.items())
    if made:
        assert ran.code == 0
        assert yaml.safe_load(made[0].read_text(encoding="utf-8").split("---\n")[1])["status"] == "draft"
        _, problems = records.record_of(made[0].read_bytes(), str(made[0].relative_to(site)), Credential)
        assert {problem.code for problem in problems} <= {"missing-field"}
        assert run("check").code == 0
    else:
        assert ran.code == 1


def test_choices_hold_what_the_site_has_words_for() -> None:
    options = {
        part["id"]: part["attributes"].get("options") for part in FORM["body"] if part["type"] == "dropdown"
    }
    assert options["audience"] == list(AUDIENCES.values())
    assert options["evidence-1-kinds"] == list(EVIDENCE_KINDS.values())


def test_every_question_is_one_of_the_model_and_the_required_ones_are_required() -> None:
    asked = {
        part["attributes"]["label"]: part
        for part in FORM["body"]
        if part["type"] not in ("markdown", "checkboxes")
    }
    assert list(asked) == [questions.ISSUER, *(one.label for one in questions.all_of_them())]
    for one in questions.all_of_them():
        assert asked[one.label].get("validations", {}).get("required", False) is one.required, one.name
    required = {"title", "summary", "focus_areas", "problems", "audience", "competency", "evidence.1.task"}
    assert required <= {one.name for one in questions.all_of_them() if one.required}


def test_its_labels_are_those_of_the_answers_here() -> None:
    labels = [part["attributes"]["label"] for part in FORM["body"] if part["type"] != "markdown"]
    assert labels == list(ANSWERS)


def test_a_form_for_a_site_with_words_of_its_own_offers_those() -> None:
    site = Site(name="", tagline="", base_url="", audiences={"all": "yes", "x": "Aides: all"}, grades={})
    made = {part.get("id"): part for part in yaml.safe_load(issue_form.text(site))["body"]}
    assert made["audience"]["attributes"]["options"] == ["yes", "Aides: all"]
    assert made["grades"]["type"] == "textarea"
