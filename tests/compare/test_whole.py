"""What becomes of a record, and how many people hold which version."""

import pytest

from sitegen.compare import whole
from sitegen.compare.points import Point
from sitegen.model.credential import Credential
from tests.compare.credentials import CALM, calm


@pytest.mark.parametrize(
    ("before", "after", "exists", "state"),
    [
        (None, CALM, True, "new"),
        (None, calm(status="draft"), True, "draft"),
        (calm(status="draft"), CALM, True, "published"),
        (CALM, calm(status="retired"), True, "retired"),
        (CALM, calm(title="Other"), True, "changed"),
        (CALM, None, True, "unreadable"),
        (CALM, None, False, "removed"),
    ],
)
def test_what_becomes_of_a_record(
    before: Credential | None, after: Credential | None, exists: bool, state: str
) -> None:
    assert whole.state(before, after, exists=exists) == state


@pytest.mark.parametrize(
    ("holders", "said"),
    [
        ({}, ""),
        ({"1.3": 1}, "1 person holds version 1.3."),
        ({"1.3": 41}, "41 people hold version 1.3."),
        ({"1.3": 41, "1.10": 2}, "2 people hold version 1.10 and 41 hold version 1.3."),
        (
            {"1.3": 1041, "1.1": 2, "2.0": 1},
            "1 person holds version 2.0, 1,041 hold version 1.3 and 2 hold version 1.1.",
        ),
    ],
)
def test_who_holds_what(holders: dict[str, int], said: str) -> None:
    assert whole.held(holders) == said


def test_a_headline() -> None:
    points = (
        Point(bearing="harder", text="More.", part=2), Point(bearing="harder", text="More.", part=3),
        Point(bearing="easier", text="Less.", part=1),
    )  # fmt: skip
    record = whole.Record(
        kind="credential", title="Calm", path="x", state="changed", holders={"1.3": 41}, points=points
    )
    assert (
        whole.headline(record)
        == "Parts 2 and 3 became stricter; part 1 became easier; 41 people hold version 1.3."
    )
    assert whole.headline(whole.Record(kind="credential", title="Calm", path="x", state="changed")) == ""
