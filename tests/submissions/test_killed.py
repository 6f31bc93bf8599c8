"""Killed at any moment during import, scoring, deciding or writing: nothing is lost, nothing is half written, and it goes on."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sitegen.signing import programme
from sitegen.submissions import decisions, inbox, office, outbox, scores
from tests.submissions import dying
from tests.submissions.house import ALMOST, ANA, BO, HEAD, PASSED, House


def deaths(house: House, work: Callable[[House], object]) -> Iterator[House]:
    """The house after each possible death in some work, which begins with mending as the commands do."""
    before = house.root.with_name("before")
    shutil.copytree(house.root, before)

    def mended_work() -> None:
        office.mend(house.root)
        work(house)

    seen = 0
    for _ in dying.each_death(house.root, mended_work):
        seen += 1
        yield house
        shutil.rmtree(house.root)
        shutil.copytree(before, house.root)
    assert seen >= 4


def leftovers(root: Path) -> list[str]:
    return [path.name for path in root.rglob(".*.new")]


@pytest.fixture
def sent(house: House) -> House:
    """A house to which Ana has sent something, and which was asked about before."""
    house.bring(HEAD + ANA)
    return house


def test_an_import_is_there_as_a_whole_or_not_at_all(house: House) -> None:
    export = HEAD + ANA + BO
    for after in deaths(house, lambda place: place.bring(export)):
        assert len(inbox.responses(after.root)) in (0, 2)
        assert [
            path for path in after.root.glob("private/inbox/harbor/*.jsonl") if not path.stat().st_size
        ] == []
        office.mend(after.root)
        after.bring(export)
        assert [case.response.name for case in after.cases] == ["Ana Lima", "Bo Aho"]
        assert after.bring(export).known == 2
        assert leftovers(after.root) == []


def test_a_longer_import_keeps_what_was_there(sent: House) -> None:
    for after in deaths(sent, lambda place: place.bring(HEAD + ANA + BO)):
        assert [case.response.name for case in after.cases][:1] == ["Ana Lima"]
        office.mend(after.root)
        after.bring(HEAD + ANA + BO)
        assert len(after.cases) == 2
        assert leftovers(after.root) == []


def test_a_score_is_the_one_before_or_the_one_after(sent: House) -> None:
    sent.score(sent.cases[0], "maren", ALMOST, "Half of them.")
    for after in deaths(sent, lambda place: place.score(place.cases[0], "maren", PASSED, "All of them.")):
        (case,) = after.cases
        (found,) = case.scores
        assert (found.rows[0].level, found.rows[0].feedback) in (
            (ALMOST, "Half of them."), (PASSED, "All of them."),
        )  # fmt: skip
        office.mend(after.root)
        after.score(case, "maren", PASSED, "All of them.")
        assert scores.of(after.root)[case.response.id][0].rows[0].level == PASSED
        assert leftovers(after.root) == []


def test_a_first_score_is_whole_or_not_there(sent: House) -> None:
    for after in deaths(sent, lambda place: place.score(place.cases[0])):
        (case,) = after.cases
        assert [len(score.rows) for score in case.scores] in ([], [1])
        office.mend(after.root)
        after.score(case)
        assert leftovers(after.root) == []


def test_a_decision_is_made_with_both_its_files_or_not_at_all_once_mended(sent: House) -> None:
    sent.score(sent.cases[0])
    for after in deaths(sent, lambda place: place.decide(place.cases[0], "earned")):
        was_made = after.cases[0].decision is not None
        office.mend(after.root)
        assert len(list(after.root.glob("decisions/*/*.yaml"))) == was_made
        if not was_made:
            after.decide(after.cases[0], "earned")
        decision = after.cases[0].decision
        assert decision is not None
        assert (after.root / decisions.public_path(decision)).read_text() == decisions.public_text(decision)
        assert leftovers(after.root) == []


def test_a_changed_decision_is_the_one_before_or_the_one_after(sent: House) -> None:
    sent.judged(sent.cases[0], "not yet")
    for after in deaths(sent, lambda place: place.decide(place.cases[0], "withdrawn", changes=True)):
        office.mend(after.root)
        decision = after.cases[0].decision
        assert decision is not None
        assert decision.outcome in ("not yet", "withdrawn")
        (public,) = after.root.glob("decisions/*/*.yaml")
        assert f"outcome: {decision.outcome}\n" in public.read_text()


def test_letters_go_on_where_they_stopped(sent: House) -> None:
    sent.bring(HEAD + ANA + BO)
    for case in sent.cases:
        sent.judged(case, "not yet")

    def write(place: House) -> None:
        at = place.office
        list(outbox.write(at, programme.site(place.root), outbox.waiting(at)))

    for after in deaths(sent, write):
        office.mend(after.root)
        write(after)
        texts = sorted(path.stem for path in (after.root / outbox.FOLDER).glob("*.txt"))
        assert texts == sorted(path.stem for path in (after.root / outbox.FOLDER).glob("*.html"))
        assert len(texts) == 2
        assert all(path.stat().st_size > 300 for path in (after.root / outbox.FOLDER).iterdir())
        assert leftovers(after.root) == []
