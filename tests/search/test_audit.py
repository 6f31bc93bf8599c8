"""What is hard to find: credentials, problem statements that lead elsewhere, areas like one another, words that are missing."""

import pytest
from search import small

from sitegen.search import areas, audit
from sitegen.search.audit import Asked, Own
from sitegen.search.index import Source
from sitegen.search.published import Published

SAME = "the same three hands go up"
LOST = Source(slug="zz-lost", title="Talk", problems=(SAME,))


def asked(index: Published, sources: list[Source]) -> list[Asked]:
    ask = audit.ask(index)
    language = index.language
    return [
        ask(own)
        for source in sources
        for own in (*audit.questions(source), *audit.more_questions(language, source))
    ]


def test_a_credential_is_asked_for_by_title_statements_halves_and_competency() -> None:
    source = Source(
        slug="s",
        title="Talk moves",
        problems=("the same three loud hands go up in every discussion", "hands up"),
        texts={"competency": "Leads a discussion in which students answer one another, without the teacher"},
    )
    language = small.catalog().language
    assert [own.text for own in audit.questions(source)] == ["Talk moves", *source.problems]
    assert [(own.kind, own.text) for own in audit.more_questions(language, source)] == [
        (audit.PART, "three hands"),
        (audit.COMPETENCY, "leads discussion students answer one another without"),
    ]


def test_in_a_small_catalog_everything_is_found() -> None:
    found = asked(small.catalog(), small.SOURCES)
    assert audit.hidden(found) == []
    assert audit.led_away(found) == []
    assert audit.in_doubt(found) == set()


def test_a_statement_that_two_credentials_name_leads_to_one_of_them() -> None:
    sources = [*small.SOURCES, LOST]
    (led,) = audit.led_away(asked(small.catalog(None, sources), sources))
    assert (led.statement, led.place, led.why) == (SAME, 2, "names the same problem")


def test_a_statement_without_a_telling_word_finds_nothing() -> None:
    source = Source(slug="s", title="Talk", problems=("how do I do it",))
    (led,) = audit.led_away(asked(small.catalog(None, [source]), [source]))
    assert (led.place, led.first) == (0, "")


def test_a_credential_is_hidden_that_most_of_its_questions_do_not_find() -> None:
    many = [Source(slug=f"talk-{n:02}", title="Talk moves talk", problems=(SAME,)) for n in range(12)]
    found = asked(small.catalog(None, many), many)
    hidden = audit.hidden(found)
    assert len(hidden) == 2
    assert {(one.asked, one.found) for one in hidden} == {(2, 0)}
    assert audit.in_doubt(found) == {one.slug for one in hidden}


@pytest.mark.parametrize("text", ['"Talk" moves: title:exit', "“exit” tickets", "issuer:nobody talk"])
def test_marks_in_a_text_make_no_demands(text: str) -> None:
    assert audit.ask(small.catalog())(Own(slug="x", kind=audit.TITLE, text=text)).first


def test_what_the_glossary_explains_and_nobody_has_is_told() -> None:
    words = [gap.words for gap in audit.gaps(small.catalog())]
    assert "aac" in words
    assert "formative assessment" not in words


def test_areas_with_the_same_credentials_are_close() -> None:
    found = areas.close({"a": range(6), "b": range(7), "c": range(20, 26)}, ["IH"] * 26)
    assert (found[0].one, found[0].other, found[0].shared) == ("a", "b", 1.0)


def test_areas_about_different_things_are_not_close() -> None:
    abouts = ["OH"] * 6 + ["HO"] * 6
    assert areas.close({"a": range(6), "b": range(6, 12)}, abouts) == []


def test_areas_whose_credentials_are_mixed_are_close() -> None:
    abouts = ["OH", "HO"] * 6
    (pair,) = areas.close({"a": range(6), "b": range(6, 12)}, abouts)
    assert pair.shared == 0
    assert pair.mixed >= areas.MIXED


def test_without_directions_only_shared_credentials_count() -> None:
    assert [pair.mixed for pair in areas.close({"a": range(6), "b": range(6)}, [""] * 6)] == [0.0]
    assert areas.close({}, []) == []
