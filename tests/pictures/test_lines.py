"""Words are set in lines that fit."""

import pytest

from sitegen.pictures import fonts, lines

STEPS = ((80, 1), (60, 2), (40, 4))
ROOM = 600
TITLE = "Calm Routines for Students Affected by Trauma and by Change at Home"


def widest(block: lines.Block) -> float:
    return max(fonts.width(line, 700) * block.size / fonts.UNITS for line in block.lines)


@pytest.mark.parametrize(
    ("text", "size", "count"), [("Calm Routines", 80, 1), ("Calm Routines for Students", 60, 2)]
)
def test_the_largest_size_that_fits_is_taken(text: str, size: int, count: int) -> None:
    block = lines.fit(text, 700, ROOM, STEPS)
    assert (block.size, len(block.lines)) == (size, count)


def test_no_word_is_lost() -> None:
    assert " ".join(lines.fit(TITLE, 700, ROOM, STEPS).lines) == TITLE


def test_lines_are_of_like_length() -> None:
    block = lines.fit("one two three four five six", 700, ROOM, ((60, 2),))
    assert abs(len(block.lines[0]) - len(block.lines[1])) <= 5


@pytest.mark.parametrize("text", [TITLE, TITLE * 9, "x" * 300, "W" * 300, "i" * 300, "short " + "y" * 200])
def test_no_line_is_wider_than_its_room(text: str) -> None:
    assert widest(lines.fit(text, 700, ROOM, STEPS)) <= ROOM


@pytest.mark.parametrize("text", [TITLE * 9, "x" * 300])
def test_what_does_not_fit_ends_in_an_ellipsis(text: str) -> None:
    block = lines.fit(text, 700, ROOM, STEPS)
    assert (len(block.lines), block.lines[-1][-1]) == (4, "…")


def test_an_ellipsis_follows_a_letter() -> None:
    shortened = lines.shorten("Reading, writing, talking, listening, thinking", 500, 250, 30)
    assert shortened.removesuffix("…").isalpha() or shortened.removesuffix("…")[-1].isalpha()


def test_no_text_has_no_lines() -> None:
    assert lines.fit("", 700, ROOM, STEPS).lines == ()


def test_a_short_line_is_left_as_it_is() -> None:
    assert lines.shorten("Common Room", 500, ROOM, 30) == "Common Room"


def test_room_for_less_than_a_letter_does_no_harm() -> None:
    assert lines.shorten("Wide", 700, 1, 80) == "…"
