"""Typos, short forms, unfinished words."""

import pytest
from search import small

from sitegen.search import query
from sitegen.search.terms import ADDED, MOST_MENDED, distance, nearest, terms


@pytest.mark.parametrize(
    ("one", "other", "slips"),
    [("ticket", "ticket", 0), ("tikcet", "ticket", 1), ("tiket", "ticket", 1), ("tickte", "tickets", 2)],
)
def test_slips_are_counted(one: str, other: str, slips: int) -> None:
    assert distance(one, other, 2) == slips


def test_counting_stops_when_words_are_far_apart() -> None:
    assert distance("abcdefgh", "stuvwxyz", 2) == 3


def test_a_typo_is_taken_for_the_nearest_word() -> None:
    assert nearest("discusions", [("discussions", 1), ("die", 1)]) == "discussions"


def test_short_words_are_left_alone() -> None:
    assert nearest("cat", [("cats", 3), ("chat", 2)]) == ""


def test_a_known_word_is_no_typo() -> None:
    assert terms(small.catalog(), query.parse("hand")).mended == {}


def test_an_unknown_word_is_mended() -> None:
    found = terms(small.catalog(), query.parse("discusions"))
    assert found.mended == {"discusions": "discussions"}
    assert "discuss" in found.weights


def test_a_short_form_is_spelled_out() -> None:
    found = terms(small.catalog(), query.parse("SEL"))
    assert found.weights["emot"] == ADDED
    assert found.meaning == ("social", "emotional", "learning", "feelings")


def test_the_last_word_may_grow_while_typing() -> None:
    asked = query.parse("exit tick")
    grown = terms(small.catalog(), asked, typing=True).completions
    assert [term.term for term in grown] == ["ticket"]
    assert terms(small.catalog(), asked).completions == ()


def test_only_so_many_typos_are_mended() -> None:
    slips = "discusions discussons dscussions discussiions disccussions discussionz discussion5"
    assert len(terms(small.catalog(), query.parse(slips)).mended) == MOST_MENDED


def test_numbers_are_no_typos() -> None:
    assert nearest("20262027", [("20262028", 1)]) == ""


def test_a_topic_of_several_words_is_in_the_glossary() -> None:
    found = terms(small.catalog(), query.parse("exit ideas for formative assessments"))
    assert found.weights["ticket"] == ADDED
    assert found.meaning[:2] == ("exit", "ideas")
