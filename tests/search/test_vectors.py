"""Word vectors: their file, and what it says of words."""

import pytest
from search import small

from sitegen.search import vectors
from sitegen.search.vectors import Vectors, VectorsError

ROWS = {"talk": (7, 0, -7, 1), "speak": (6, 1, -7, 0), "école": (0, 7, 0, 0)}


def test_a_row_is_read_back() -> None:
    assert Vectors(small.file(ROWS)).row("talk") == (3.5, 0.0, -3.5, 0.5)


def test_words_need_not_be_plain_letters() -> None:
    assert Vectors(small.file(ROWS)).row("école") == (0.0, 3.5, 0.0, 0.0)


@pytest.mark.parametrize("word", ["", "aaa", "talks", "zzz", "\udcff".encode(errors="replace").decode()])
def test_an_unknown_word_has_no_row(word: str) -> None:
    assert Vectors(small.file(ROWS)).row(word) is None


def test_words_together_have_a_direction() -> None:
    found = Vectors(small.file(ROWS)).of(["talk", "unheard", "speak"])
    assert found is not None
    assert vectors.likeness(found, found) == pytest.approx(1)


def test_unknown_words_mean_nothing() -> None:
    assert Vectors(small.file(ROWS)).of(["unheard"]) is None


@pytest.mark.parametrize(
    "data", [b"", b"PK", small.file(ROWS)[:-1], small.file(ROWS) + b"x", small.file(ROWS)[:30]]
)
def test_another_file_or_a_part_of_one_is_refused(data: bytes) -> None:
    with pytest.raises(VectorsError):
        Vectors(data)


def test_the_package_knows_what_teachers_mean() -> None:
    english = vectors.load("english.vectors")
    assert english is not None
    quiet, silent, fractions = (
        english.of(text.split()) for text in ("quiet student", "silent kids", "fractions")
    )
    assert vectors.likeness(quiet, silent) > 0.4 > vectors.likeness(quiet, fractions)


def test_a_package_without_them_does_without() -> None:
    assert vectors.load("klingon.vectors") is None
    assert vectors.load("") is None
