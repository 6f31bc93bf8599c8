"""Exports as tables: lines, headings, and cells that a spreadsheet would calculate."""

import pytest

from sitegen.signing.refusal import Refused
from sitegen.submissions import cells, table


def test_rows_know_the_line_on_which_they_begin() -> None:
    found = table.read('a,b\n1,"two\nlines"\n\n,\n3,4\n')
    assert [(row.line, row.cells) for row in found.rows] == [(2, ["1", "two\nlines"]), (6, ["3", "4"])]


def test_headings_stand_on_one_line_and_are_told_apart() -> None:
    assert table.read('"Why,\n  so?",Why?,Why?\n').headings == ("Why, so?", "Why?", "Why? [2]")


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_cells_may_be_kept_apart_by_other_signs(sign: str) -> None:
    assert table.read(f"a{sign}b\n1{sign}2\n").rows[0].cells == ["1", "2"]


def test_a_row_that_is_damaged_is_named() -> None:
    with pytest.raises(Refused, match="the row that begins on line 3 cannot be read as CSV"):
        table.read('a,b\n1,2\n3,"four\n')


def test_an_empty_file_is_refused() -> None:
    with pytest.raises(Refused, match="this file is empty"):
        table.read("\n\n")


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x", "\tx", "\rx", "'=1"])
def test_a_cell_that_would_be_calculated_is_made_harmless(cell: str) -> None:
    assert cells.table([[cell]]).decode().lstrip('"').startswith("'")


@pytest.mark.parametrize("cell", ["plain", "", "1-1", 5, "2026-03-09"])
def test_other_cells_stay_as_they_are(cell: object) -> None:
    assert cells.table([[cell, "x"]]) == f"{cell},x\n".encode()
