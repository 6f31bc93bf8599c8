"""Word vectors: their file, and what it says of words."""

import pytest
from search import small

from sitegen.search import meaning, vectors
from sitegen.search.vectors import Row, Vectors, VectorsError

ROWS = {"talk": (7, 0, -7, 1), "speak": (6, 1, -7, 0), "école": (0, 7, 0, 0)}


def test_a_row_is_read_back() -> None:
    assert Vectors(small.file(ROWS)).row("talk") == Row(vectors.SCALE // 2, (7, 0, -7, 1))


def test_words_need_not_be_plain_letters() -> None:
    assert Vectors(small.file(ROWS)).row("école") == Row(vectors.SCALE // 2, (0, 7, 0, 0))


@pytest.mark.parametrize("word", ["", "aaa", "talks", "zzz", "\udcff"])
def test_an_unknown_word_has_no_row(word: str) -> None:
    assert Vectors(small.file(ROWS)).row(word) is None


def test_all_words_are_listed_in_their_order() -> None:
    assert [word for word, _ in Vectors(small.file(ROWS)).words()] == ["speak", "talk", "école"]


@pytest.mark.parametrize(
    "data", [b"", b"PK", small.file(ROWS)[:-1], small.file(ROWS) + b"x", small.file(ROWS)[:30]]
)
def test_another_file_or_a_part_of_one_is_refused(data: bytes) -> None:
    with pytest.raises(VectorsError):
        Vectors(data)


def test_the_package_knows_what_teachers_mean() -> None:
    english = vectors.load("english.vectors")
    assert english is not None
    texts = meaning.Texts(english)
    quiet, silent, fractions = (
        meaning.read(texts.written([texts.of(text.split())], meaning.FINE))
        for text in ("quiet student", "silent kids", "fractions")
    )
    near, far = (
        meaning.dot(quiet, other) / meaning.size(quiet) / meaning.size(other) for other in (silent, fractions)
    )
    assert near > 0.4 > far


def test_a_package_without_them_does_without() -> None:
    assert vectors.load("klingon.vectors") is None
    assert vectors.load("") is None
