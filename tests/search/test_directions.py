"""Directions side by side: the same inner products as one by one."""

import random

from sitegen.search import directions, meaning


def test_all_are_compared_as_each_is() -> None:
    chance = random.Random(3)
    rows = [[chance.randint(-7, 7) for _ in range(192)] for _ in range(50)]
    wish = [chance.randint(-(2**31), 2**31) for _ in range(192)]
    assert directions.Directions(rows).dots(wish) == [meaning.dot(wish, row) for row in rows]


def test_of_none_nothing_is_made() -> None:
    assert directions.Directions([]).dots([1, 2]) == []


def test_letters_that_mean_nothing_are_left_out() -> None:
    assert list(directions.block([0, 1], "HIHI", 2).documents) == [0, 1]
    assert list(directions.block([0, 1], "HIH", 2).documents) == []
    assert list(directions.block([0, 1], "HI!?", 2).documents) == []
