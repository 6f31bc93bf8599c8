"""Taking a question apart."""

import pytest

from sitegen.search import query
from sitegen.search.query import Demand


def test_words_keep_their_order() -> None:
    assert query.parse("Exit tickets, again?").words == ("exit", "tickets", "again")


def test_quotes_make_a_phrase_and_its_words_count_too() -> None:
    question = query.parse('quick "exit ticket" ideas')
    assert question.phrases == (("exit", "ticket"),)
    assert question.words == ("quick", "exit", "ticket", "ideas")


def test_a_quote_that_was_not_closed_ends_with_the_question() -> None:
    assert query.parse('"exit ticket').phrases == (("exit", "ticket"),)


def test_a_field_makes_a_demand() -> None:
    question = query.parse('issuer:Harbor writing title:"exit ticket"')
    assert question.demands == (Demand("issuer", ("harbor",)), Demand("title", ("exit", "ticket")))
    assert question.words == ("writing",)


def test_a_colon_after_any_other_word_is_only_a_mark() -> None:
    question = query.parse("problem:solving at 10:30")
    assert question.demands == ()
    assert question.words == ("problem", "solving", "at", "10", "30")


def test_a_demand_for_nothing_is_none() -> None:
    assert query.parse("issuer:!! writing").demands == ()


def test_the_last_word_may_be_unfinished() -> None:
    assert query.parse("exit tick").unfinished == "tick"
    assert query.parse("exit tick ").unfinished == ""


def test_only_so_much_of_a_question_is_read() -> None:
    assert len(query.parse("word " * 10_000).words) == query.MOST_WORDS


def test_every_field_may_be_named() -> None:
    text = " ".join(f"{field}:Talk" for field in query.FIELDS)
    assert query.parse(text).demands == tuple(Demand(field, ("talk",)) for field in query.FIELDS)
    assert query.parse("area:reading").demands == (Demand("focus", ("reading",)),)


def test_the_words_of_demands_are_asked_if_there_are_no_others() -> None:
    assert query.parse("title:rubrics issuer:harbor").words == ("rubrics",)
    assert query.parse("title:rubrics writing").words == ("writing",)


@pytest.mark.parametrize(
    ("text", "unknown", "words"),
    [
        ("author:smith exit", ("author",), ("author", "smith", "exit")),
        ('author:"exit ticket"', ("author",), ("author", "exit", "ticket")),
        ("at 10:30", (), ("at", "10", "30")),
        ("https://example.org", (), ("https", "example", "org")),
        ("note: ask", (), ("note", "ask")),
    ],
)
def test_what_is_no_field_is_looked_for_everywhere(
    text: str, unknown: tuple[str, ...], words: tuple[str, ...]
) -> None:
    question = query.parse(text)
    assert (question.unknown, question.words, question.demands) == (unknown, words, ())
