"""The lines around a problem, and the caret below its words."""

import pytest

from sitegen.problem import Span
from sitegen.reports import excerpt, ink


def shown(text: str, span: Span, columns: int = 80) -> list[str]:
    return excerpt.render(excerpt.lines_of(text.encode()), span, columns, ink.plain)


def caret(line: str, column: int, width: int = 1, columns: int = 80) -> tuple[str, str]:
    """The line as printed and what stands below it, without the margin."""
    printed, below = shown(line, Span("f.md", 1, column, width), columns)
    return printed.removeprefix("1 | "), below.removeprefix("  | ")


def test_a_line_of_context_on_either_side() -> None:
    assert shown("one\ntwo\nthree\nfour\n", Span("f.md", 2, 1, 3)) == [
        "1 | one",
        "2 | two",
        "  | ^^^",
        "3 | three",
    ]


def test_the_margin_is_as_wide_as_the_widest_number() -> None:
    text = "\n".join(f"line {number}" for number in range(1, 12))
    assert shown(text, Span("f.md", 9, 1, 4)) == [" 8 | line 8", " 9 | line 9", "   | ^^^^", "10 | line 10"]


def test_the_first_and_the_last_line_have_one_neighbour() -> None:
    assert shown("one\ntwo\n", Span("f.md", 1)) == ["1 | one", "  | ^", "2 | two"]
    assert shown("one\ntwo\n", Span("f.md", 2)) == ["1 | one", "2 | two", "  | ^"]


def test_a_caret_after_the_end_of_a_line() -> None:
    assert caret("title:", 7) == ("title:", "      ^")


def test_a_place_that_is_not_in_the_file_has_no_excerpt() -> None:
    assert shown("one\n", Span("f.md", 7)) == []
    assert shown("one\n", Span("f.md", 0)) == []


def test_a_file_that_is_no_text_has_no_excerpt() -> None:
    assert excerpt.lines_of(b"\xff\xfe-\x00-\x00") == []
    assert excerpt.lines_of(None) == []


def test_lines_are_counted_as_problems_count_them() -> None:
    assert excerpt.lines_of(b"\xef\xbb\xbfone\r\ntwo\x0bthree") == ["one", "two\x0bthree"]


@pytest.mark.parametrize(
    ("line", "column", "width", "below"),
    [
        ("a\tb: c", 3, 1, "    ^"),
        ("\tname", 1, 1, "^^^^"),
        ("日本: x", 1, 2, "^^^^"),
        ("日本: x", 5, 1, "      ^"),
        ("u\u0308ber alles", 7, 5, "     ^^^^^"),
        ("a\u202eb", 2, 1, " ^^^^^^^^"),
        ("a\u202eb", 3, 1, "         ^"),
        ("naïve: é", 8, 1, "       ^"),
    ],
)
def test_the_caret_stands_below_the_words(line: str, column: int, width: int, below: str) -> None:
    assert caret(line, column, width)[1] == below


def test_a_long_line_is_cut_around_the_caret() -> None:
    line, below = caret("x" * 500 + "HERE" + "y" * 500, 501, 4, columns=60)
    assert len(line) <= 60
    assert line[below.index("^") :].startswith("HERE")
    assert line.startswith("…")
    assert line.endswith("…")


def test_a_long_mark_is_cut() -> None:
    line, below = caret("start " + "x" * 5_000, 7, 5_000, columns=60)
    assert len(line) <= 60
    assert len(below) <= 60


def test_a_line_of_a_million_characters_is_shown_in_part() -> None:
    line, below = caret("x" * 1_000_000, 900_000, 100_000)
    assert len(line) <= 80
    assert "^" in below


@pytest.mark.parametrize("columns", [1, 20, 24, 40])
def test_a_narrow_terminal_gets_something(columns: int) -> None:
    line, below = caret("key: a value that is rather long for this", 6, 35, columns=columns)
    assert "^" in below
    assert line


def test_long_lines_of_context_are_cut_at_their_end() -> None:
    before = shown("x" * 500 + "\nhere\n", Span("f.md", 2), columns=60)[0]
    assert len(before) <= 60
    assert before.endswith("…")
