"""Two texts, compared word by word."""

import pytest

from sitegen.compare import texts


@pytest.mark.parametrize(
    ("before", "after", "bearing"),
    [
        ("Log four weeks.", "Log six weeks.", "harder"),
        ("Log 6 weeks.", "Log 4 weeks.", "easier"),
        ("Log four weeks.", "Log 6 weeks.", "harder"),
        ("Two plans and two logs.", "Three plans and one log.", "asked"),
        ("Two plans and two logs.", "Three plans and one logs.", "asked"),
        ("At most 4 pages.", "At most 6 pages.", "asked"),
        ("Within two days.", "Within one days.", "asked"),
        ("Log four weeks.", "Log many weeks.", "asked"),
        ("Log.", "Log it.", "asked"),
    ],
)
def test_only_numbers_tell_a_direction(before: str, after: str, bearing: str) -> None:
    assert texts.direction(before, after) == bearing


def test_what_differs_is_shown_with_some_words_around() -> None:
    before = "one two three four five six OLD seven eight nine ten eleven twelve"
    assert texts.excerpt(before, before.replace("OLD", "NEW WORDS")) == (
        "… two three four five six OLD seven eight nine ten eleven …",
        "… two three four five six NEW WORDS seven eight nine ten eleven …",
    )


def test_texts_that_have_nothing_in_common_are_shown_whole() -> None:
    assert texts.excerpt("a b", "c d") == ("a b", "c d")


def test_a_word_that_is_put_before_all_others() -> None:
    assert texts.excerpt("b c", "a b c") == ("b c", "a b c")


def test_long_texts_are_cut() -> None:
    before, _ = texts.excerpt(" ".join(f"a{n}" for n in range(500)), "b")
    assert len(before.split()) <= texts.MOST_WORDS + 2


def test_a_repeated_word_does_not_count_twice() -> None:
    assert texts.excerpt("go go", "go go go") == ("go go", "go go go")
