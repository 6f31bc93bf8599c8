"""Words, stop words and stems."""

import pytest

from sitegen.search import language


def test_words_are_small_letters_without_marks() -> None:
    assert language.words("Exit-Tickets, ÉCOLE & “talk”!") == ["exit", "tickets", "école", "talk"]


@pytest.mark.parametrize("text", ["don't", "don’t", "dont"])
def test_an_apostrophe_joins(text: str) -> None:
    assert language.words(text) == ["dont"]


def test_no_word_is_longer_than_any_real_one() -> None:
    assert language.words("a" * 10_000) == ["a" * language.LONGEST]


def test_stop_words_and_single_letters_tell_nothing() -> None:
    assert language.telling(language.of("en"), "how do I get a B in the class") == ["class"]


def test_forms_of_a_word_share_a_stem() -> None:
    assert set(language.stems(language.of("en"), "routine routines")) == {"routin"}


def test_another_language_has_its_own_stems() -> None:
    german = language.of("de-CH")
    assert german.stem("klassen") == german.stem("klasse")
    assert "und" in german.stop


def test_a_language_that_nobody_knows_has_words_at_least() -> None:
    assert language.stems(language.of("x-klingon"), "tlhIngan Hol") == ["tlhingan", "hol"]


def test_letters_of_other_scripts_are_words() -> None:
    assert language.words("教室 的 مدرسة") == ["教室", "的", "مدرسة"]


def test_a_language_with_a_stemmer_knows_endings_the_longest_first() -> None:
    endings = language.of("es").endings
    assert {"iendo", "es", "aciones"} <= set(endings)
    assert list(endings) == sorted(endings, key=lambda ending: (-len(ending), ending))
    assert language.of("en").endings == language.of("x-klingon").endings == ()
