"""`sitegen fmt`: one form for every file, which says the same as before and stays as it is."""

from pathlib import Path

import pytest
from commandline import Run
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.model.credential import Credential
from sitegen.model.site import Site
from sitegen.read import places, records, tree, yaml_values
from sitegen.transfer import canonical, formatting

TOP = Path(__file__).parents[2]
CALM = "content/credentials/harbor/calm.yaml"


def record_files() -> list[str]:
    sources = [source.path for source in tree.scan(TOP, ("content",)).sources]
    kinds = {path: places.place(path, None) for path in sources}
    return [
        p for p, place in kinds.items() if isinstance(place, places.Place) and place.kind in places.RECORDS
    ]


def record_type(path: str) -> type:
    place = places.place(path, None)
    return places.RECORDS[place.kind] if isinstance(place, places.Place) else Site


FILES = [*record_files(), "content/site.yaml"]


@pytest.mark.parametrize("path", FILES)
def test_a_file_of_the_sample_says_the_same_afterwards(path: str) -> None:
    data, kind = (TOP / path).read_bytes(), record_type(path)
    formatted = formatting.file(data, path, kind)
    assert formatted.why == ""
    assert records.record_of(formatted.data, path, kind) == records.record_of(data, path, kind)


@pytest.mark.parametrize("path", FILES)
def test_a_file_of_the_sample_stays_as_it_is_the_second_time(path: str) -> None:
    kind = record_type(path)
    once = formatting.file((TOP / path).read_bytes(), path, kind).data
    assert formatting.file(once, path, kind).data == once


SIGNS = st.characters(
    codec="utf-8", exclude_categories=("Cs", "Cc", "Cf", "Zl", "Zp"), include_characters="\n\t"
)
TEXTS = st.text(SIGNS, max_size=200) | st.sampled_from(
    [
        "",
        " a",
        "a ",
        "a: b",
        "# a",
        "a # b",
        "- a",
        "yes",
        "1.10",
        "2026-01-01",
        "null",
        "~",
        "'a'",
        '"',
        "'\"",
        "a\n\n b\n",
    ]
)


@settings(max_examples=200, deadline=None)
@given(
    title=TEXTS,
    task=TEXTS,
    level=TEXTS,
    name=TEXTS.filter(lambda text: "\n" not in text and text not in ("", "<<")),
)
def test_any_text_comes_back_as_it_was(title: str, task: str, level: str, name: str) -> None:
    values = {"title": title, "competency": title, "problems": [task],
              "evidence": [{"task": task, "rubric": [{"levels": {name: level}}]}]}  # fmt: skip
    again, faults = yaml_values.values(canonical.text(values, Credential))
    assert not faults
    assert again == values


MESSY = """\
# yaml-language-server: $schema=../../../schema/credential.schema.json
summary: "Begin a lesson in a way that settles everyone."  # one sentence
title: 'Calm Starts'
version: '1.10'

# for whom
audience:
  - classroom-teacher
focus_areas: [ talk ]
problems: [My class takes ten minutes to settle]
effort:
  hours: 3
competency: Begins lessons calmly.
key_method: {name: A task on the desk, summary: "A short task: waits where students sit."}
evidence:
# the only part
- title: Ten openings
  kinds: [plan]
  task: "Send ten openings.\\n\\n# Not a comment"
  rubric:
  - levels:
      Meets the standard: All ten need no word from the teacher.
      Almost there: Half of them do.
      Not yet: Each begins with an explanation.
    criterion: Students begin alone
# the end
"""

NEAT = """\
# yaml-language-server: $schema=../../../schema/credential.schema.json
title: Calm Starts
summary: Begin a lesson in a way that settles everyone. # one sentence
version: "1.10"
focus_areas: [talk]
problems:
  - My class takes ten minutes to settle
# for whom
audience: [classroom-teacher]
effort: {hours: 3}
competency: Begins lessons calmly.
key_method:
  name: A task on the desk
  summary: >
    A short task: waits where students sit.
evidence:
  # the only part
  - title: Ten openings
    kinds: [plan]
    task: |
      Send ten openings.

      # Not a comment
    rubric:
      - criterion: Students begin alone
        levels:
          Meets the standard: All ten need no word from the teacher.
          Almost there: Half of them do.
          Not yet: Each begins with an explanation.
# the end
"""


def test_order_quotes_and_comments_are_as_they_should_be() -> None:
    assert formatting.file(MESSY.encode(), "a.yaml", Credential).data.decode() == NEAT


def test_a_comment_without_a_place_leaves_the_file_alone() -> None:
    text = NEAT.replace("effort: {hours: 3}", "effort: {\n  # about\n  hours: 3}")
    formatted = formatting.file(text.encode(), "a.yaml", Credential)
    assert formatted.data == text.encode()
    assert formatted.why == "a comment in it would lose its place"


def test_a_long_text_is_folded_and_no_word_is_lost() -> None:
    text = NEAT.replace("Begins lessons calmly.", "Begins  lessons calmly. " * 20 + "Ends.")
    formatted = formatting.file(text.encode(), "a.yaml", Credential).data.decode()
    assert all(len(line) <= 120 for line in formatted.split("\n"))
    assert formatting.values_of(formatted.encode(), "a.yaml") == formatting.values_of(text.encode(), "a.yaml")


def test_the_text_below_the_fields_is_not_touched() -> None:
    data = b"---\nsummary: Everything about who speaks.\nname: Talk\n---\n\n  odd   text  \n\n\n* x\n"
    formatted = formatting.file(data, "a.md", places.RECORDS["focus-area"]).data
    assert (
        formatted
        == b"---\nname: Talk\nsummary: Everything about who speaks.\n---\n\n  odd   text  \n\n\n* x\n"
    )


def test_a_file_with_a_problem_is_left_alone(run: Run, site: Path) -> None:
    (site / CALM).write_text("titel: Calm\n")
    ran = run("fmt", CALM)
    assert f"left alone  {CALM}: it has problems, which `sitegen check` shows" in ran.err
    assert (site / CALM).read_text() == "titel: Calm\n"


def test_a_draft_that_is_not_finished_is_put_into_form(run: Run, site: Path) -> None:
    (site / CALM).write_text("status: draft\ntitle: 'Calm Starts'\n")
    run("fmt", CALM)
    assert (site / CALM).read_text() == "title: Calm Starts\nstatus: draft\n"


def test_check_changes_nothing_and_says_so_by_its_exit_code(run: Run, site: Path) -> None:
    before = (site / CALM).read_bytes()
    ran = run("fmt", "--check")
    assert ran.code == 1
    assert f"would change  {CALM}" in ran.out
    assert (site / CALM).read_bytes() == before


def test_after_fmt_check_is_content_and_the_site_says_the_same(run: Run, site: Path) -> None:
    assert run("fmt").code == 0
    assert run("fmt", "--check").code == 0
    assert run("check").out == "No problems.\n"


def test_only_the_files_named_are_touched(run: Run, site: Path) -> None:
    before = (site / CALM).read_bytes()
    run("fmt", "content/issuers")
    assert (site / CALM).read_bytes() == before


def test_a_place_that_is_not_there_is_wrong_use(run: Run, site: Path) -> None:
    assert run("fmt", "content/nowhere").code == 2
