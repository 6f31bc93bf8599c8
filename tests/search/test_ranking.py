"""The order of answers, and why each is where it is."""

import pytest
from search import small

from sitegen.search import ranking, vectors
from sitegen.search.index import Source

BAD = [
    "",
    " ",
    "a",
    "x" * 10_000,
    "how do I get it to do that",
    "🎉🎉🎉",
    "מורה שקט",
    "<script>alert(1)</script>",
    '?*"()',
    '""',
    "issuer:",
    ":::",
    "meine Schüler reden nicht",
    "\x00\ud800",
]


def slugs(text: str, **how: bool) -> list[str]:
    return [hit.slug for hit in ranking.search(small.catalog(), text, **how).hits]


def test_a_title_counts_more_than_a_body() -> None:
    assert slugs("exit ticket") == ["exit-tickets", "home-visits"]


def test_more_words_never_empty_the_list() -> None:
    assert slugs("exit ticket zeppelin quantum")[0] == "exit-tickets"


def test_a_phrase_must_stand_together() -> None:
    assert slugs('"exit tickets"') == ["exit-tickets"]


def test_a_phrase_that_no_document_has_is_taken_as_words() -> None:
    answer = ranking.search(small.catalog(), '"tickets visits"')
    assert answer.missed == ("tickets visits",)
    assert {hit.slug for hit in answer.hits} == {"exit-tickets", "home-visits"}


def test_a_demand_must_be_met() -> None:
    assert slugs("issuer:harbor answer") == ["talk-moves"]


def test_a_demand_alone_lists_all_that_meet_it() -> None:
    assert set(slugs("issuer:harbor")) == {"exit-tickets", "talk-moves"}


FIELDED = Source(
    slug="fielded",
    title="Entry slips",
    problems=("late starts",),
    texts={
        "summary": "Short questions.",
        "competency": "Opens lessons",
        "method": "Doorway greeting",
        "body": "Bring a clipboard.",
        "focus": "Reading to Learn",
        "issuer": "Quarry Hill College",
    },
)


@pytest.mark.parametrize(
    ("demand", "met"),
    [
        ("title:slips", True),
        ("title:slip", True),
        ("title:sli", True),
        ("title:greeting", False),
        ("problems:starts", True),
        ("problems:clipboard", False),
        ("summary:questions", True),
        ("competency:lesson", True),
        ("competency:slips", False),
        ("method:greeting", True),
        ("method:opens", False),
        ("body:clipboard", True),
        ("body:doorway", False),
        ("focus:reading", True),
        ("area:learn", True),
        ("area:slips", False),
        ("issuer:quarry", True),
        ("issuer:harbor", False),
        ("title:slpis", True),
        ('method:"doorway greeting"', True),
        ('method:"doorway clipboard"', False),
        ("title:slips body:clipboard", True),
        ("title:slips body:greeting", False),
        ("title:the", True),
    ],
)
def test_a_demand_looks_into_its_own_field(demand: str, *, met: bool) -> None:
    index = small.catalog(None, [*small.SOURCES, FIELDED])
    found = [hit.slug for hit in ranking.search(index, f"{demand} short questions").hits]
    assert ("fielded" in found) == met


def test_a_demand_alone_orders_by_its_words() -> None:
    both = Source(slug="both", title="A long title with many words and tickets")
    found = ranking.search(small.catalog(None, [*small.SOURCES, both]), "title:tickets").hits
    assert [hit.slug for hit in found] == ["exit-tickets", "both"]
    assert found[0].score > found[1].score > 0


def test_a_field_that_is_none_is_said() -> None:
    answer = ranking.search(small.catalog(), "author:smith exit ticket")
    assert answer.unknown == ("author",)
    assert answer.hits[0].slug == "exit-tickets"


def test_an_unfinished_word_finds_what_it_may_become() -> None:
    assert slugs("visi", typing=True) == ["home-visits"]
    assert slugs("visi") == []


def test_the_reason_is_the_nearest_problem() -> None:
    hit = ranking.search(small.catalog(), "discussions die").hits[0]
    assert hit.problem == "discussions die after one answer"
    assert hit.matched == ("discussions", "die")


def test_meaning_finds_what_words_do_not() -> None:
    meaning = vectors.Vectors(
        small.file({"families": (7, 0), "mothers": (6, 1), "hands": (0, 7), "tickets": (1, 7)})
    )
    hit = ranking.search(small.catalog(meaning), "mothers").hits[0]
    assert (hit.slug, hit.words) == ("home-visits", 0.0)
    assert hit.meaning > 0.9


def test_equals_stand_in_an_order_that_does_not_change() -> None:
    twins = [Source(slug=slug, title="Exit tickets") for slug in ("c", "a", "b")]
    orders = [
        [hit.slug for hit in ranking.search(small.catalog(None, order), "exit").hits]
        for order in (twins, twins[::-1])
    ]
    assert orders[0] == orders[1]


def test_a_problem_statement_brings_its_document_first() -> None:
    assert slugs("nobody got it and I find out too late")[0] == "exit-tickets"
    first = ranking.search(small.catalog(), "parents never answer my messages").hits[0]
    assert first.problem == "parents never answer my messages"
    assert first.statement > 0.2


@pytest.mark.parametrize("text", BAD)
@pytest.mark.parametrize("typing", [False, True])
def test_whatever_is_asked_there_is_an_answer(text: str, *, typing: bool) -> None:
    meaning = vectors.load("english.vectors")
    assert len(ranking.search(small.catalog(meaning), text, typing=typing).hits) <= 3


def test_an_empty_catalog_has_no_answers() -> None:
    assert ranking.search(small.catalog(None, []), "exit").hits == ()
