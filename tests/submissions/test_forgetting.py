"""What somebody sent in is deleted if they ask for it, and stays deleted."""

from pathlib import Path

import pytest
from commandline import Run

from sitegen.submissions import earned, figures, forgetting, outbox
from tests.submissions.house import ANA, BO, HEAD, House


@pytest.fixture
def sent(house: House, run: Run) -> House:
    """A house in which Ana and Bo have been judged, and Ana was written to."""
    house.bring(HEAD + ANA + BO)
    house.judged(house.cases[0], "not yet", "Ana, your first minute is kind.")
    run("review", "send")
    return house


def everything(root: Path) -> str:
    """All that stands in `private/` and `decisions/`, names of files included."""
    files = [path for top in ("private", "decisions") for path in (root / top).rglob("*") if path.is_file()]
    return "\n".join(f"{path} {path.read_text()}" for path in files)


def test_nothing_of_the_person_is_left(sent: House, run: Run) -> None:
    short = sent.cases[0].short
    assert "Ana Lima" in everything(sent.root)
    ran = run("inbox", "forget", short, "--yes")
    assert ran.out == f"{short} is forgotten. Copies of private/ and the form itself may still have it.\n"
    left = everything(sent.root)
    assert not [word for word in ("Ana", "ana@", "docs.example.org/ana", "first minute") if word in left]
    assert "Bo Aho" in left


def test_the_same_export_does_not_bring_it_back(sent: House) -> None:
    forgetting.forget(sent.root, sent.cases[0])
    plan = sent.bring(HEAD + ANA.replace("/ana", "/new") + BO)
    assert (plan.new, plan.changed, plan.known) == ((), (), 2)


def test_the_outcome_stays_in_the_numbers_and_no_letter_is_owed(sent: House) -> None:
    forgetting.forget(sent.root, sent.cases[0])
    assert figures.by_credential(sent.office)["calm"].outcomes == {"not yet": 1}
    assert outbox.waiting(sent.office) == []


def test_what_was_not_decided_is_gone_from_the_list(sent: House) -> None:
    forgetting.forget(sent.root, sent.cases[1])
    assert [case.response.id for case in sent.cases] == [sent.cases[0].response.id]


def test_who_is_forgotten_is_not_awarded(sent: House) -> None:
    sent.judged(sent.cases[1], "earned")
    forgetting.forget(sent.root, sent.cases[1])
    assert earned.of(sent.root, "harbor") == earned.Earned((), 0, ())


def test_it_is_asked_before(sent: House, run: Run) -> None:
    assert run("inbox", "forget", sent.cases[0].short).code == 2
    assert sent.cases[0].response.name == "Ana Lima"
