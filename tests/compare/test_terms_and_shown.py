"""Terms and what visitors find, compared."""

from datetime import date

import pytest

from sitegen.compare import shown, terms
from sitegen.model.credential import Credential
from sitegen.model.issuer import Issuer
from sitegen.model.terms import Cost, Effort, Recognition, Review
from tests.compare.credentials import CALM, calm

BAY = Recognition(by="Bay District", grants="10 hours", as_of=date(2026, 1, 1))


@pytest.mark.parametrize(
    ("after", "said"),
    [
        (calm(effort=Effort(hours=1, weeks=3)), "Effort: 1 hour over 3 weeks; it was 12 hours."),
        (calm(cost=Cost(amount=40.5)), "Cost: 40.50 USD; it was free."),
        (calm(languages=("en", "es")), "Evidence in: en, es; it was en."),
        (calm(review=Review(days=30)), "An answer comes within: 30 days; it was 21 days."),
        (calm(review=Review(attempts=3)), "Tries: 3; it was as many as needed."),
        (calm(recognition=(BAY,)), "Bay District now accepts it: 10 hours."),
    ],
)
def test_other_terms(after: Credential, said: str) -> None:
    assert [point.text for point in terms.points(CALM, after)] == [said]


def test_recognition_that_ends_changes_or_is_confirmed() -> None:
    before = calm(recognition=(BAY,))
    later = Recognition(by="Bay District", grants="10 hours", as_of=date(2026, 5, 1))
    more = Recognition(by="Bay District", grants="15 hours", as_of=date(2026, 5, 1))
    assert [point.text for point in terms.points(before, CALM)] == ["Bay District no longer accepts it."]
    assert [point.text for point in terms.points(before, calm(recognition=(later,)))] == [
        "That Bay District accepts it was confirmed anew (2026-05-01)."
    ]
    (point,) = terms.points(before, calm(recognition=(more,)))
    assert (point.before, point.after) == ("10 hours", "15 hours")


def test_what_a_visitor_finds() -> None:
    after = calm(title="Calmer Routines", problems=("They run",), body="New.", related=("talk",))
    assert [point.text for point in shown.points(CALM, after)] == [
        "The title has changed.",
        "New problem it helps with: They run.",
        "No longer a problem it helps with: They never settle down.",
        "Text: new.",
        "New related credential: talk.",
    ]


def test_another_order() -> None:
    before, after = calm(related=("a", "b")), calm(related=("b", "a"))
    assert [point.text for point in shown.points(before, after)] == [
        "The order has changed: related credentials."
    ]


def test_records_of_other_kinds() -> None:
    before = Issuer(
        name="Bay", summary="A college beside the bay.", type="College", website="https://bay.example"
    )
    after = Issuer(name="Bay", summary="A college beside the sea.", type="College", maintainers=("ann",))
    assert [point.text for point in shown.points(before, after)] == [
        "The summary has changed.", "Website: gone.", "Who looks after it: new.",
    ]  # fmt: skip


def test_what_is_told_elsewhere_is_not_told_here() -> None:
    assert list(shown.points(CALM, calm(version="2.0", competency="Other.", effort=Effort(hours=1)))) == []
