"""The private table and the letters."""

import csv
import io
from datetime import date
from pathlib import Path

import pytest

from sitegen.signing import private_records
from sitegen.signing.private_records import Letter, Person

ANA = Person(
    award="ab" * 16,
    credential="calm",
    version="1.0",
    awarded="2026-03-09",
    name="Ana Lima",
    email="ana@example.org",
    link="https://example.org/badges/ab/abab#who=x",
)
LETTER = Letter(
    title="Calm Starts",
    issuer="Harbor College",
    contact="https://harbor.example.org/contact",
    day=date(2026, 3, 9),
    expires=None,
    shown="",
    can_confirm=True,
)


@pytest.mark.parametrize(
    "name", ["Ana Lima", "=1+1", "'=1", "''=1", "-Ana", "'Ana", "O'Neil", "@ana", "Ana, “the\nbold”", ""]
)
def test_a_person_comes_back_from_the_table_as_they_went_in(tmp_path: Path, name: str) -> None:
    person = Person(**{**{field: getattr(ANA, field) for field in private_records.COLUMNS}, "name": name})
    private_records.write_table(tmp_path, "harbor", "b", [person])
    assert list(private_records.people(tmp_path, "harbor")) == [person]


@pytest.mark.parametrize("name", ["=1+1", "+1", "-1", "@x", "'=1"])
def test_no_cell_begins_like_a_formula(name: str) -> None:
    row = Person(**dict.fromkeys(private_records.COLUMNS, name))
    for line in csv.reader(io.StringIO(private_records.table([row]).decode())):
        assert not any(cell.startswith(tuple("=+-@")) for cell in line)


def test_a_letter_says_whom_it_is_for_what_and_where() -> None:
    text = private_records.letter_to(ANA, LETTER)
    assert text.startswith("To: ana@example.org\n\nDear Ana Lima,\n")
    assert ANA.link in text
    assert "The page does not say whose badge it is." in text
    assert "only with it can somebody confirm" in text
    assert LETTER.contact in text


def test_a_letter_promises_nothing_that_is_not_so() -> None:
    plain = Letter(
        title="Calm Starts",
        issuer="Harbor College",
        contact="",
        day=date(2026, 3, 9),
        expires=date(2028, 3, 9),
        shown="Ana Lima",
        can_confirm=False,
    )
    text = private_records.letter_to(ANA, plain)
    assert "It is valid until 2028-03-09." in text
    assert "shows your name, “Ana Lima”, as you agreed" in text
    assert "confirm" not in text


def test_who_wants_to_be_forgotten_is(tmp_path: Path) -> None:
    other = Person(
        **{**{field: getattr(ANA, field) for field in private_records.COLUMNS}, "award": "cd" * 16}
    )
    private_records.write_table(tmp_path, "harbor", "b", [ANA, other])
    private_records.write_letters(tmp_path, "harbor", "b", [(ANA, LETTER), (other, LETTER)])
    private_records.forget(tmp_path, "harbor", ANA.award)
    first, second = private_records.people(tmp_path, "harbor")
    assert (first.award, first.name, first.email, first.link) == (ANA.award, "", "", "")
    assert second == other
    letters = [path.stem for path in tmp_path.rglob("*.txt")]
    assert letters == [other.award]
    assert (tmp_path / "private/awards/harbor/b.csv").stat().st_mode & 0o077 == 0
