"""Path data becomes the lines that SVG would draw."""

import math

import pytest

from sitegen.pictures import path_data


def test_lines_are_kept_as_they_are() -> None:
    (line,) = path_data.flatten("M1 2L3 4H10V0")
    assert line.points == ((1, 2), (3, 4), (10, 4), (10, 0))


def test_small_letters_count_from_where_the_pen_is() -> None:
    (line,) = path_data.flatten("M1 2l2 2h7v-4")
    assert line.points == ((1, 2), (3, 4), (10, 4), (10, 0))


def test_z_closes_a_line_and_goes_back_to_its_start() -> None:
    first, second = path_data.flatten("M0 0H4V4ZL-1 -1")
    assert (first.closed, second.points) == (True, ((0, 0), (-1, -1)))


def test_each_m_begins_a_line() -> None:
    assert len(path_data.flatten("M0 0H1M5 5H6M9 9H10")) == 3


def test_numbers_may_repeat_after_one_letter() -> None:
    (line,) = path_data.flatten("M0 0 1 1 2 0L3 1 4 0")
    assert line.points == ((0, 0), (1, 1), (2, 0), (3, 1), (4, 0))


def test_a_curve_ends_where_it_says() -> None:
    (line,) = path_data.flatten("M0 0C0 10 10 10 10 0Q15 -5 20 0")
    assert line.points[-1] == (20, 0)


def test_a_curve_goes_through_its_middle() -> None:
    (line,) = path_data.flatten("M0 0C0 10 10 10 10 0")
    assert min(math.dist(point, (5, 7.5)) for point in line.points) < 1e-9


@pytest.mark.parametrize(("large", "sweep", "middle"), [(0, 1, (0, -5)), (1, 0, (0, 5))])
def test_a_half_circle_takes_the_side_that_its_flags_name(
    large: int, sweep: int, middle: tuple[int, int]
) -> None:
    (line,) = path_data.flatten(f"M-5 0A5 5 0 {large} {sweep} 5 0")
    assert min(math.dist(point, middle) for point in line.points) < 0.1


def test_two_arcs_make_a_circle_of_the_right_length() -> None:
    (line,) = path_data.flatten("M-5 0a5 5 0 1 1 10 0a5 5 0 1 1 -10 0Z")
    assert path_data.length(line) == pytest.approx(2 * math.pi * 5, rel=0.01)


def test_radii_too_small_to_reach_are_grown() -> None:
    (line,) = path_data.flatten("M0 0A1 1 0 0 1 10 0")
    assert min(math.dist(point, (5, -5)) for point in line.points) < 0.3


def test_an_arc_to_where_the_pen_is_draws_nothing() -> None:
    assert path_data.flatten("M3 3A1 1 0 0 1 3 3") == ()


def test_the_length_of_a_closed_line_counts_the_way_back() -> None:
    (line,) = path_data.flatten("M0 0H3V4Z")
    assert path_data.length(line) == 12
