"""Places of problems: from the way to a value to its line and column."""

from sitegen.problem import Problem, Span
from sitegen.read import locate

FILE = b"---\ntitle: Calm\nevidence:\n  - title: Ten\n    task: |\n      See [here](gone.md).\n---\nText [there](lost.md) and\n[again](gone.md).\n"


def _span(file: str = "a.md", data: bytes = FILE, **fields: object) -> Span:
    problem = Problem(code="x", message="", span=Span(file), **fields)  # type: ignore[arg-type]
    return locate.place(problem, data).span


def test_a_value_is_found() -> None:
    assert _span(path=("evidence", 0, "title")) == Span("a.md", 4, 12, 3)


def test_a_key_is_found() -> None:
    assert _span(path=("evidence", 0, "title"), on_key=True) == Span("a.md", 4, 5, 5)


def test_for_a_field_that_is_missing_the_nearest_thing_around_it_is_shown() -> None:
    assert _span(path=("evidence", 0, "rubric")).line == 4


def test_for_a_field_missing_at_the_top_the_first_field_is_shown() -> None:
    assert _span(path=(), on_key=True).line == 2


def test_words_in_a_long_text_are_found() -> None:
    assert _span(path=("evidence", 0, "task"), needle="gone.md") == Span("a.md", 6, 18, 7)


def test_words_in_the_text_below_the_fields_are_found_there() -> None:
    assert _span(path=("body",), needle="gone.md") == Span("a.md", 9, 9, 7)


def test_words_that_are_written_otherwise_leave_the_beginning_of_the_text() -> None:
    assert _span(path=("body",), needle="not there") == Span("a.md", 8)


def test_a_problem_that_has_its_place_keeps_it() -> None:
    problem = Problem(code="x", message="", span=Span("a.md", 3, 2), path=("title",))
    assert locate.place(problem, FILE) is problem


def test_a_problem_with_the_file_as_a_whole_has_no_line() -> None:
    assert _span() == Span("a.md")


def test_windows_line_ends_and_a_byte_order_mark_move_nothing() -> None:
    data = b"\xef\xbb\xbf" + FILE.replace(b"\n", b"\r\n")
    assert _span(data=data, path=("evidence", 0, "title")) == Span("a.md", 4, 12, 3)


def test_a_yaml_file_counts_from_its_first_line() -> None:
    assert _span("a.yaml", b"# x\ntitle: Calm\n", path=("title",)) == Span("a.yaml", 2, 8, 4)


def test_a_file_that_cannot_be_read_leaves_the_file_as_a_whole() -> None:
    assert _span(data=b"\xff", path=("title",)) == Span("a.md")


def test_columns_count_characters() -> None:
    assert _span("a.yaml", "é: {ü: 日本}\n".encode(), path=("é", "ü")) == Span("a.yaml", 1, 8, 2)
