import random

import pytest

from sitegen.search import meaning
from sitegen.search.columns import WIDEST, Columns

LETTERS = "ABCDEFGHIJKLMNO"


def directions(width, count, seed=1):
    chance = random.Random(seed)
    return ["".join(chance.choices(LETTERS, k=width)) for _ in range(count)] + ["A" * width, "O" * width]


@pytest.mark.parametrize("width", [1, 7, 192, WIDEST])
def test_products_are_those_of_the_numbers_one_by_one(width):
    written = directions(width, 20)
    columns = Columns(written)
    for letters in written:
        own = meaning.read(letters)
        assert columns.products(letters) == [meaning.dot(own, meaning.read(other)) for other in written]


def test_no_directions_have_no_products():
    assert Columns([]).products("HHHH") == []
