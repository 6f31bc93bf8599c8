"""Mailboxes: offices, and no persons."""

import pytest

from sitegen.check import mailboxes
from tests.check import records


def _codes(address: str) -> list[str]:
    catalog = records.catalog(records.issuer("harbor", mailbox=address))
    return [problem.code for problem in mailboxes.check(catalog)]


@pytest.mark.parametrize(
    "name", ["credentials", "info", "micro-credentials", "Evidence", "harbor", "harbor.badges", "office2"]
)
def test_an_office_may_be_named(name: str) -> None:
    assert _codes(f"{name}@college.example.org") == []


@pytest.mark.parametrize("name", ["ana.lee", "alee", "a.lee2", "ana", "mr-baker"])
def test_a_person_may_not(name: str) -> None:
    assert _codes(f"{name}@credentials.example.org") == ["personal-mailbox"]


def test_issuers_need_no_mailbox() -> None:
    assert list(mailboxes.check(records.catalog())) == []
