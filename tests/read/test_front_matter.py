"""Front matter: where fields end and text begins."""

import pytest

from sitegen.problem import Problem
from sitegen.read import front_matter
from sitegen.read.front_matter import Parts


def _parts(text: str) -> Parts:
    parts = front_matter.split(text, "a.md")
    assert isinstance(parts, Parts)
    return parts


def _code(text: str) -> str:
    problem = front_matter.split(text, "a.md")
    assert isinstance(problem, Problem)
    return problem.code


def test_fields_and_text_are_told_apart() -> None:
    parts = _parts("---\na: b\nc: d\n---\ntext\nmore\n")
    assert (parts.fields, parts.body) == ("a: b\nc: d\n", "text\nmore\n")


def test_each_part_knows_the_line_on_which_it_starts() -> None:
    parts = _parts("---\na: b\nc: d\n---\ntext\n")
    assert (parts.fields_line, parts.body_line) == (2, 5)


def test_there_may_be_no_text() -> None:
    assert _parts("---\na: b\n---").body == ""


def test_there_may_be_no_fields() -> None:
    assert _parts("---\n---\ntext").fields.strip() == ""


def test_a_rule_in_the_text_ends_nothing() -> None:
    assert _parts("---\na: b\n---\none\n\n---\n\ntwo").body == "one\n\n---\n\ntwo"


def test_spaces_after_the_dashes_make_no_difference() -> None:
    assert _parts("---  \na: b\n--- \ntext").body == "text"


@pytest.mark.parametrize("line", [" ---", "----", "--- x", "- - -", "--"])
def test_what_only_looks_like_the_end_is_a_field(line: str) -> None:
    assert _parts(f"---\na: |\n{line}\n---\ntext").body == "text"


@pytest.mark.parametrize("text", ["", "a: b\n", "\n---\na: b\n---\n", " ---\na: b\n---\n", "# Title\n"])
def test_a_file_that_does_not_begin_with_dashes_has_no_fields(text: str) -> None:
    assert _code(text) == "no-front-matter"


@pytest.mark.parametrize("text", ["---", "---\n", "---\na: b\n", "---\na: b\n----\n"])
def test_fields_that_never_end_are_refused(text: str) -> None:
    assert _code(text) == "front-matter-not-closed"
