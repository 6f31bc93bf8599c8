"""The reference of problems: an entry for every code that the source can give, and for no other."""

import problem_codes
import pytest

from sitegen import explain

ENTRIES = explain.entries()


def test_every_code_has_an_entry_and_every_entry_a_code() -> None:
    assert sorted(ENTRIES) == sorted(problem_codes.found())


def test_entries_are_in_the_order_of_the_alphabet() -> None:
    assert list(ENTRIES) == sorted(ENTRIES)


@pytest.mark.parametrize("code", ENTRIES)
def test_an_entry_starts_with_a_sentence(code: str) -> None:
    first = explain.meanings()[code]
    assert first[0].isupper()
    assert first.endswith(".")
    assert len(first) <= 180


@pytest.mark.parametrize("code", ENTRIES)
def test_an_entry_says_how_to_mend_it(code: str) -> None:
    assert ENTRIES[code].count("\n\n") >= 1
