"""Scripts and style sheets without what a browser has no use for, and with all that it has."""

import pytest

from sitegen.render import lean


@pytest.mark.parametrize("word", ["is(a, b)", "where(a)", "not(.c)", "has(a)", "first-child", "last-child"])
def test_a_pseudo_class_below_something_else_stays_there(word: str) -> None:
    style = f"@layer pages {{ .x {{ color: red; }} @media print {{ .x :{word} {{ color: red; }} }} }}"
    assert f".x *:{word.replace(', ', ',')}{{color:red}}" in lean.lean("a.css", style.encode()).decode()


def test_a_pseudo_class_of_something_stays_its_own() -> None:
    style = b".x:is(a, b) { color: red; } .x:hover { color: red; }"
    assert lean.lean("a.css", style) == b".x:is(a,b){color:red}.x:hover{color:red}"


def test_other_files_stay_as_they_are() -> None:
    assert lean.lean("a.svg", b"<svg> <!-- x --> </svg>") == b"<svg> <!-- x --> </svg>"
