import pytest

from sitegen.model import wording
from sitegen.model.terms import Cost, Effort
from sitegen.plan import words


@pytest.mark.parametrize(
    ("number", "text"), [(0, "0 parts"), (1, "1 part"), (2, "2 parts"), (2041, "2,041 parts")]
)
def test_numbers_agree_with_their_noun(number, text):
    assert wording.count(number, "part") == text


def test_an_irregular_plural_can_be_given():
    assert wording.count(2, "person", "people") == "2 people"


@pytest.mark.parametrize(
    ("cost", "text"),
    [
        (Cost(), "Free"),
        (Cost(amount=25), "$25"),
        (Cost(amount=25.5), "$25.50"),
        (Cost(amount=1200), "$1,200"),
        (Cost(amount=40, currency="CAD"), "40 CAD"),
    ],
)
def test_costs_read_as_people_write_them(cost, text):
    assert words.cost(cost) == text


@pytest.mark.parametrize(
    ("effort", "text"),
    [(Effort(hours=1), "About 1 hour"), (Effort(hours=12, weeks=5), "About 12 hours over 5 weeks")],
)
def test_effort_names_weeks_only_if_they_are_known(effort, text):
    assert words.effort(effort) == text


@pytest.mark.parametrize(
    ("items", "text"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_lists_end_with_and(items, text):
    assert words.listed(items) == text
