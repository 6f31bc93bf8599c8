"""Directions: sums of word vectors, and how they are written."""

import pytest
from search import small

from sitegen.search import meaning
from sitegen.search.meaning import FINE, Texts
from sitegen.search.vectors import Vectors

TEXTS = Texts(Vectors(small.file({"talk": (7, 0, -7, 1), "speak": (6, 1, -7, 0), "walk": (-7, 0, 7, -1)})))


def test_numbers_are_read_as_they_were_written() -> None:
    assert meaning.read("AHO") == [-7, 0, 7]


def test_a_number_is_written_as_so_many_steps() -> None:
    assert meaning.read(meaning.write([300, -300, 0, 0], 100)) == [1, -1, 0, 0]


def test_numbers_beyond_the_last_step_are_cut() -> None:
    assert meaning.read(meaning.write([1000, *[0] * 99], FINE))[0] == meaning.MOST


@pytest.mark.parametrize("numbers", [[], [0, 0]])
def test_nothing_has_no_direction(numbers: list[int]) -> None:
    assert meaning.write(numbers, FINE) == ""


def test_a_direction_does_not_depend_on_how_often_a_word_stands_there() -> None:
    once, often = (TEXTS.written([TEXTS.of(["talk"] * times)], FINE) for times in (1, 50))
    assert once == often


def test_words_without_a_vector_count_for_nothing() -> None:
    assert TEXTS.of(["unheard", "of"]) is None
    assert TEXTS.written([None, TEXTS.of(["talk", "unheard"])], FINE) == TEXTS.written(
        [TEXTS.of(["talk"])], FINE
    )


def test_opposite_directions_cancel_out() -> None:
    assert TEXTS.written([TEXTS.of(["talk", "walk"])], FINE) == ""


def test_a_coarser_direction_points_the_same_way() -> None:
    fine = TEXTS.written([TEXTS.of(["talk", "speak"])], FINE)
    one, other = meaning.read(fine), meaning.read(meaning.again(fine, meaning.COARSE))
    assert meaning.dot(one, other) / meaning.size(one) / meaning.size(other) > 0.95
    assert max(map(abs, other)) <= max(map(abs, one))
