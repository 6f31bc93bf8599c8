"""What is asked of earners, compared."""

import pytest
from msgspec.structs import replace

from sitegen.compare import asked
from sitegen.model.credential import Credential
from tests.compare.credentials import CALM, LEVELS, LOG, PLAN, ROW, calm, plan, row

SECOND = replace(ROW, criterion="The plan for bad days")


def _said(after: Credential, before: Credential = CALM) -> list[tuple[str, str, int]]:
    return [(point.bearing, point.text, point.part) for point in asked.points(before, after)]


def test_nothing_asked_otherwise() -> None:
    assert _said(calm(title="Other", body="Other.")) == []


def test_another_line_break_is_no_other_demand() -> None:
    assert _said(plan(task="Send two plans\nfor a week.")) == []


@pytest.mark.parametrize(
    ("after", "bearing", "text", "part"),
    [
        (calm(competency="Plans and tries routines."), "asked", "The competency reads differently.", 0),
        (calm(evidence=(PLAN,)), "easier", "Part 2 is gone: “A log”.", 0),
        (calm(evidence=(PLAN, LOG, replace(PLAN, title="A talk", task="Talk."))), "harder", "Part 3 is new: “A talk”.", 0),
        (plan(kinds=("plan", "audio")), "easier", "Part 1 also accepts audio.", 1),
        (plan(kinds=("audio",)), "asked", "Part 1 asks for evidence of another kind.", 1),
        (plan(task="Send four plans for a week."), "harder", "Part 1: the task asks for more.", 1),
        (plan(task="Send one plans for a week."), "easier", "Part 1: the task asks for less.", 1),
        (plan(task="Send 2 plans for a month."), "asked", "Part 1: the task reads differently.", 1),
        (plan(rubric=(ROW, SECOND)), "harder", "Part 1 has one more row: “The plan for bad days”.", 1),
        (row(levels=LEVELS | {"Almost there": "Names two."}), "harder",
         "Part 1, “The moments”: the level “Almost there” asks for more.", 1),
        (row(criterion="The hard moments"), "asked", "Part 1: a row has another name.", 1),
        (calm(passing_level="Almost there"), "easier",
         "“Almost there” is now the lowest level that passes; it was “Meets the standard”.", 0),
        (calm(needs_students=False), "easier", "One no longer needs students.", 0),
    ],
)  # fmt: skip
def test_a_change_of_what_is_asked(after: Credential, bearing: str, text: str, part: int) -> None:
    assert _said(after) == [(bearing, text, part)]


def test_the_other_way_round() -> None:
    assert _said(CALM, plan(rubric=(ROW, SECOND))) == [
        ("easier", "Part 1 has lost the row “The plan for bad days”.", 1)
    ]
    assert _said(CALM, plan(kinds=("plan", "audio"))) == [("harder", "Part 1 no longer accepts audio.", 1)]
    assert _said(CALM, calm(passing_level="Not yet"))[0][0] == "harder"


def test_parts_that_change_places() -> None:
    assert [text for _, text, _ in _said(calm(evidence=(LOG, PLAN)))] == [
        "“A log” was part 2 and is part 1.",
        "“A plan” was part 1 and is part 2.",
    ]


def test_a_part_of_another_name_is_still_the_same_part() -> None:
    assert _said(plan(title="Your plan")) == [("asked", "Part 1 has another name.", 1)]


def test_a_part_before_the_others_is_new_and_the_others_are_not() -> None:
    talk = replace(PLAN, title="A talk", task="Talk to somebody.")
    assert [point[:2] for point in _said(calm(evidence=(talk, PLAN, LOG)))] == [
        ("harder", "Part 1 is new: “A talk”.")
    ]


def test_other_names_of_levels() -> None:
    names = ("Yes", "Nearly", "No")
    levels = dict(zip(names, LEVELS.values(), strict=True))
    parts = tuple(replace(part, rubric=(replace(ROW, levels=levels),)) for part in (PLAN, LOG))
    assert [text for _, text, _ in _said(calm(rubric_levels=names, evidence=parts))] == [
        "The rubric levels have other names."
    ]
