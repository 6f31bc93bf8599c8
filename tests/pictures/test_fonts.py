"""Texts are brought down to what the typeface can draw."""

import pytest

from sitegen.pictures import fonts


@pytest.mark.parametrize(
    "text", ["é ñ ö ş ł đ", "Łódź, Škoda, Ñandú", "Đặng Thị ơư", "“It’s 5–6 × ½ …”", "ÆØÅ ß İı"]
)
def test_latin_letters_with_marks_are_kept(text: str) -> None:
    assert fonts.legible(text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cafe\u0301", "Café"),
        ("Ⅳ ② Ａ", "IV 2 A"),
        ("co\u2011teaching", "co-teaching"),
        ("🎉 Play & Learn 🧩", "Play & Learn"),
        ("👩🏽\u200d🏫 Teach", "Teach"),
        ("a\u202eb\u200bc\u00ad", "abc"),
        ("tab\tand\nline", "tab and line"),
        ("A\u00a0\u2009B", "A B"),
        ("Z\u0335\u0336a\u030d\u0311l\u0353g\u034ao", "Zalgo"),
        ("\x00\x1b[31mred", "[31mred"),
        ("\ud800 half", "half"),
        ("\ufdfa hello there", "hello there"),
    ],
)
def test_signs_are_replaced_or_left_out(text: str, expected: str) -> None:
    assert fonts.legible(text) == expected


@pytest.mark.parametrize(
    "text", ["", "   ", "🎉🎉", "دعم الطلاب 2", "教育の質 A", "Обучение", "\u0301\u0302"]
)
def test_a_text_that_would_lose_most_of_its_letters_is_left_out(text: str) -> None:
    assert fonts.legible(text) == ""


def test_what_is_legible_stays_legible() -> None:
    text = fonts.legible("Réussir 🎉 l’année — ﬁn")
    assert fonts.legible(text) == text


def test_bold_is_wider_than_regular() -> None:
    assert fonts.width("Teaching", 700) > fonts.width("Teaching", 400)


def test_letters_that_would_gape_stand_closer() -> None:
    assert fonts.width("To", 700) < fonts.advance("T", 700) + fonts.advance("o", 700)


def test_a_space_has_width_but_no_picture() -> None:
    assert (fonts.advance(" ", 700) > 0, fonts.sign(" ", 700, 40, 0)) == (True, None)


def test_a_sign_stands_on_the_line() -> None:
    sign = fonts.sign("H", 700, 100, 0)
    assert sign is not None
    assert sign.down + sign.mask.height == 0


def test_a_sign_between_two_pixels_is_another_picture() -> None:
    whole, between = fonts.sign("l", 700, 40, 0), fonts.sign("l", 700, 40, 2)
    assert whole is not None
    assert between is not None
    assert whole.mask.tobytes() != between.mask.tobytes()
