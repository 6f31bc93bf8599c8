"""What is printed for a character, and how wide it is."""

import pytest

from sitegen.reports import visible


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("calm", 4),
        ("Größe", 5),
        ("u\u0308ber", 4),  # u and a combining diaeresis
        ("日本", 4),
        ("👩\u200d🏫", 4),  # two wide signs, joined by one without width
        ("\t", visible.TAB),
        ("ab\tc", visible.TAB + 1),
        ("각", 2),
        ("\u1112\u1161\u11ab", 2),  # the same kind of syllable, spelt in letters
    ],
)
def test_width(text: str, columns: int) -> None:
    assert visible.width(text) == columns


@pytest.mark.parametrize(
    "character",
    [
        "\x00",
        "\x1b",
        "\x7f",
        "\x9b",
        "\r",
        "\u202e",
        "\u2066",
        "\u200b",
        "\u200f",
        "\u2028",
        "\ufeff",
        "\udc80",
        "\U000e0041",
    ],
)
def test_what_could_change_the_terminal_is_spelt_out(character: str) -> None:
    shown = visible.line(f"a{character}b")
    assert character not in shown
    assert f"<U+{ord(character):04X}>" in shown


def test_a_line_stays_one_line() -> None:
    assert visible.line("one\ntwo three") == "one two three"


def test_joiners_that_scripts_need_are_kept() -> None:
    assert visible.line("می\u200cخواهم") == "می\u200cخواهم"


def test_long_text_is_cut_in_the_middle() -> None:
    shown = visible.shortened("a" * 1_000_000, 500)
    assert len(shown) == 499
    assert "…" in shown
