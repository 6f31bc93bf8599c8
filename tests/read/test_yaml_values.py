"""YAML → values: text stays text, places are known, and nothing hostile gets through."""

from typing import Any

import pytest

from sitegen.read import yaml_values
from sitegen.read.yaml_builder import MAX_DEPTH, MAX_NODES, Mark


def _value(text: str) -> Any:
    value, faults = yaml_values.values(text)
    assert faults == []
    return value


def _codes(text: str) -> list[str]:
    return [fault.code for fault in yaml_values.values(text)[1]]


@pytest.mark.parametrize(
    "scalar",
    [
        *(
            "no",
            "NO",
            "yes",
            "on",
            "true",
            "010",
            "1.10",
            "1e3",
            "0x1f",
            "12:30:45",
            "2018-10-01",
            "2026-02-30",
            "=",
        ),
        *(".inf", ".nan", "1_000", "Null", "NULL", "-", "!", "é"),
    ],
)
def test_nothing_is_guessed_from_how_a_text_looks(scalar: str) -> None:
    assert _value(f"a: '{scalar}'\n") == {"a": scalar}


@pytest.mark.parametrize("scalar", ["no", "010", "1.10", "12:30:45", "2018-10-01", "=", "Null"])
def test_nothing_is_guessed_without_quotes_either(scalar: str) -> None:
    assert _value(f"a: {scalar}\n") == {"a": scalar}


@pytest.mark.parametrize("nothing", ["", "~", "null"])
def test_an_empty_value_is_nothing(nothing: str) -> None:
    assert _value(f"a: {nothing}\n") == {"a": None}


@pytest.mark.parametrize("quoted", ["''", '""'])
def test_an_empty_text_in_quotes_is_a_text(quoted: str) -> None:
    assert _value(f"a: {quoted}\n") == {"a": ""}


@pytest.mark.parametrize("text", ["", "\n", "# nothing\n"])
def test_no_fields_are_no_fields(text: str) -> None:
    assert _value(text) == {}


def test_the_end_of_a_block_of_text_has_no_line_end() -> None:
    assert _value("a: |\n  one\n  two\n\n\nb: c\n") == {"a": "one\ntwo", "b": "c"}


def test_folded_text_is_joined() -> None:
    assert _value("a: >\n  one\n  two\n") == {"a": "one two"}


def test_lists_and_fields_nest() -> None:
    assert _value("a: [b, {c: d}]\ne:\n  - f: g\n") == {"a": ["b", {"c": "d"}], "e": [{"f": "g"}]}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a: &x b\n", "yaml-alias"),
        ("a: *x\n", "yaml-alias"),
        ("a: &x [*x]\n", "yaml-alias"),
        ("&x a: b\n", "yaml-alias"),
        ("<<: {a: b}\n", "yaml-alias"),
        ("a: {<<: [b]}\n", "yaml-alias"),
        ("a: !!str b\n", "yaml-tag"),
        ("a: !!python/object/apply:os.system [id]\n", "yaml-tag"),
        ("a: ! b\n", "yaml-tag"),
        ("!!map {a: b}\n", "yaml-tag"),
        ("a: !!binary aGk=\n", "yaml-tag"),
        ("? [a]\n: b\n", "yaml-key"),
        ("{a: b}: c\n", "yaml-key"),
        ("a: b\n---\nc: d\n", "yaml-two-documents"),
        ("a: b\na: c\n", "repeated-field"),
        ("a: {b: c, b: d}\n", "repeated-field"),
        ("a: [b\n", "yaml-syntax"),
        ("a: b: c\n", "yaml-syntax"),
        ("a: 'b\n", "yaml-syntax"),
        ("\ta: b\n", "yaml-syntax"),
        ("%TAG ! tag:x,2000:\n--- !a b\n", "yaml-tag"),
    ],
)
def test_what_yaml_can_say_and_content_must_not(text: str, code: str) -> None:
    assert _codes(text) == [code]


def test_a_key_may_stand_in_two_different_places() -> None:
    assert _value("a: {x: '1'}\nb: {x: '2'}\n") == {"a": {"x": "1"}, "b": {"x": "2"}}


def test_the_first_of_repeated_fields_counts() -> None:
    assert yaml_values.values("a: one\na: two\n")[0] == {"a": "one"}


def test_a_repeated_field_says_where_it_was_given_first() -> None:
    assert "2 lines above" in yaml_values.values("a: one\nb: x\na: two\n")[1][0].hint


def test_every_repeated_field_is_named() -> None:
    assert _codes("a: 1\na: 2\nb: 1\nb: 2\n") == ["repeated-field", "repeated-field"]


def test_the_deepest_nesting_that_is_read() -> None:
    assert _codes("[" * MAX_DEPTH + "]" * MAX_DEPTH) == []


@pytest.mark.parametrize("depth", [MAX_DEPTH + 2, 1_000, 32_000])
@pytest.mark.parametrize(("opened", "closed"), [("[", "]"), ("{a: ", "}")])
def test_deeper_nesting_is_refused(depth: int, opened: str, closed: str) -> None:
    assert _codes(opened * depth + closed * depth) == ["yaml-too-deep"]


def test_deep_nesting_that_never_ends_is_refused() -> None:
    assert _codes("[" * 64_000) == ["yaml-too-deep"]


def test_deep_nesting_by_indentation_is_refused() -> None:
    assert _codes("".join(f"{' ' * depth}a:\n" for depth in range(200))) == ["yaml-too-deep"]


def test_too_many_values_are_refused() -> None:
    assert _codes("- a\n" * (MAX_NODES + 1)) == ["yaml-too-deep"]


def test_an_alias_bomb_is_not_unfolded() -> None:
    levels = "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 9))
    assert _codes("a0: &a0 [lol]\n" + levels) == ["yaml-alias"]


@pytest.mark.parametrize("escape", ["\\ud800", "\\U00110000", "\\xZZ", "\\q"])
def test_an_escape_that_stands_for_no_character_is_a_fault(escape: str) -> None:
    assert _codes(f'a: "{escape}"\n') == ["yaml-syntax"]


@pytest.mark.parametrize(
    "escape", ["\\u202e", "\\0", "\\x1b", "\\e", "\\u200b", "\\L", "\\ufeff", "\\U000E0041"]
)
@pytest.mark.parametrize("shape", ['a: "x{}y"\n', '"x{}y": a\n', 'a: ["x{}y"]\n'])
def test_an_escape_for_a_character_that_cannot_be_seen_is_refused(escape: str, shape: str) -> None:
    assert _codes(shape.format(escape)) == ["hidden-character"]


def test_values_know_their_places() -> None:
    marks = yaml_values.marks("a: one\nb:\n  - x\n  - yes: zed\n")
    assert marks.values[("b", 1, "yes")] == Mark(3, 9, 3)


def test_keys_know_their_places() -> None:
    marks = yaml_values.marks("a: one\nb:\n  - x\n  - yes: zed\n")
    assert marks.keys[("b", 1, "yes")] == Mark(3, 4, 3)


def test_places_are_known_up_to_a_fault() -> None:
    assert ("a",) in yaml_values.marks("a: one\nb: [\n").values


def test_a_syntax_fault_has_its_line() -> None:
    assert yaml_values.values("a: b\nc: d: e\n")[1][0].mark.line == 1
