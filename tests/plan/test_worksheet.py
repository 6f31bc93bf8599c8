"""Worksheets: everything one needs to get evidence ready, in a file that any editor opens."""

import msgspec
import pytest
from msgspec.structs import replace

from sitegen.plan import pages, worksheet


@pytest.fixture
def text(site, documents):
    def made(**changes):
        document = documents["calm-start"]
        changed = replace(document, record=replace(document.record, **changes))
        sheet = msgspec.json.decode(msgspec.json.encode(changed), type=worksheet.Sheet)
        return worksheet.text(site, sheet, "Lake College").decode()

    return made


def test_it_says_whose_worksheet_of_which_version_it_is(text):
    said = text()
    assert said.startswith("# A Calm Start: worksheet\n")
    assert "Version 1.0, offered by Lake College: <https://shelf.example.org/credentials/calm-start/>" in said


def test_every_part_stands_in_the_checklist_and_has_its_task_and_rubric(text):
    said = text()
    assert "- [ ] Part 1 is ready: A week of notes\n" in said
    assert "## Part 1: A week of notes\n" in said
    assert "What to send: Observation notes or a log, A written reflection\n" in said
    assert "\nKeep *notes*.\n" in said
    assert "### What changed\n" in said


def test_every_level_can_be_ticked_and_those_that_pass_say_so(text):
    levels = [line for line in text().splitlines() if line.startswith("- [ ] **")]
    assert levels == [
        "- [ ] **Great** (passes): Great: words",
        "- [ ] **Good enough** (passes): Good enough: words",
        "- [ ] **Not yet**: Not yet: words",
    ]


def test_questions_have_room_for_answers(text):
    assert "### What did you stop doing?\n\n…\n" in text(reflection=("What did you stop doing?",))
    assert "Questions" not in text(reflection=())


def test_signs_in_titles_mean_nothing(text):
    assert text(title="*A* <b> [x](y) `z` # |").startswith(
        "# \\*A\\* \\<b\\> \\[x\\](y) \\`z\\` \\# \\|: worksheet\n"
    )


def test_headings_in_a_task_stay_below_their_part(text, documents):
    (part,) = documents["calm-start"].record.evidence
    said = text(evidence=(replace(part, task="# One\n\nText\n\n## Two"),))
    assert "\n### One\n" in said
    assert "\n#### Two\n" in said


def test_a_credential_that_says_the_least_has_one_too(site):
    sheet = msgspec.json.decode(b'{"slug":"x","record":{"title":"T","summary":"S"}}', type=worksheet.Sheet)
    assert worksheet.text(site, sheet, "I").startswith(b"# T: worksheet\n")


def test_a_site_publishes_them_only_if_it_wants_to(look, with_site):
    def sheets(one):
        return [job.address for job in pages.plan(one) if job.maker == "worksheet"]

    assert sheets(look) == []
    wanting = with_site(publish=replace(look.site.publish, worksheets=True))
    assert "credentials/calm-start/worksheet.md" in sheets(wanting)
    assert "credentials/old-way/worksheet.md" not in sheets(wanting)


def test_what_changes_around_a_credential_leaves_its_worksheet_as_it_is(with_site, with_record, look):
    def jobs(one):
        publish = replace(one.site.publish, worksheets=True)
        one.site = replace(one.site, publish=publish)
        return [job for job in pages.plan(one) if job.maker == "worksheet"]

    before = jobs(look)
    other = with_record("focus_areas", "reading", name="Reading and more")
    assert jobs(other) == before
