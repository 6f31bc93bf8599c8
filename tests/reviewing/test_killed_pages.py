"""The pages' process killed at any moment while a form is kept: the old is there or the new, and the form can be sent again."""

import shutil
from datetime import datetime
from http import HTTPStatus

from sitegen.reviewing import routes, sheet, verdict, visit
from sitegen.reviewing.request import Fields, Request
from sitegen.reviewing.room import Room
from sitegen.submissions import decisions, office
from tests.submissions import dying
from tests.submissions.house import ALMOST, PASSED, House


def room(house: House) -> Room:
    def clock() -> datetime:
        return house.now

    return Room(house.root, house.root.parent / "keys", "Harbor", "a secret", clock)


def send(house: House, path: tuple[str, ...], fields: Fields) -> int:
    """Send the form of a page as it is now, past the gate; the status of the answer."""
    here = visit.begin(room(house), path[1])
    work = visit.take(here, path[2])
    seen = (verdict if path[-1] == "decide" else sheet).seen(here, work)
    request = Request(path=path, query={}, fields={**fields, "seen": (seen,)}, is_form=True)
    return routes.answer(room(house), request).status


def dies_and_goes_on(house: House, path: tuple[str, ...], fields: Fields) -> list[int]:
    """Send a form in a process that dies at each moment in turn, then again; what came of the second time."""
    before = house.root.with_name("before")
    shutil.copytree(house.root, before)
    came: list[int] = []

    def work() -> None:
        send(house, path, fields)

    for _ in dying.each_death(house.root, work):
        assert len(house.cases) == 2
        came.append(send(house, path, fields))
        office.mend(house.root)
        assert list(house.root.rglob(".*.new")) == []
        check(house)
        shutil.rmtree(house.root)
        shutil.copytree(before, house.root)
    assert len(came) >= 8
    return came


def check(house: House) -> None:
    """Every decision has both its files, and they say the same."""
    for case in house.cases:
        if case.decision is not None:
            public = house.root / decisions.public_path(case.decision)
            assert public.read_text() == decisions.public_text(case.decision)


def test_a_score(house: House, ana: str) -> None:
    house.score(house.cases[0], "maren", ALMOST, "Half of them.")
    levels: Fields = {f"level-{number}": (PASSED,) for number in (1, 2, 3)}
    came = dies_and_goes_on(house, ("as", "maren", ana), levels)
    assert set(came) == {HTTPStatus.SEE_OTHER}


def test_a_first_score(house: House, ana: str) -> None:
    came = dies_and_goes_on(house, ("as", "maren", ana), {"level-1": (PASSED,), "feedback-1": ("All.",)})
    assert set(came) == {HTTPStatus.SEE_OTHER}


def test_a_decision(house: House, ana: str) -> None:
    house.score(house.cases[0])
    came = dies_and_goes_on(house, ("as", "maren", ana, "decide"), {"outcome": ("earned",)})
    assert set(came) <= {
        HTTPStatus.SEE_OTHER,
        HTTPStatus.UNPROCESSABLE_ENTITY,
    }  # the second: it was decided already
