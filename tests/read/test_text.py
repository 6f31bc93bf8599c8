"""Bytes → text: what is refused, where, and what makes no difference."""

import pytest

from sitegen.problem import Problem
from sitegen.read import text


def _problem(data: bytes) -> Problem:
    content, problems = text.decode(data, "a.md")
    assert content == ""
    return problems[0]


def test_plain_text_is_itself() -> None:
    assert text.decode("Grüße\n".encode(), "a.md") == ("Grüße\n", [])


def test_a_byte_order_mark_makes_no_difference() -> None:
    assert text.decode(b"\xef\xbb\xbfa\n", "a.md") == text.decode(b"a\n", "a.md")


def test_windows_line_ends_make_no_difference() -> None:
    assert text.decode(b"a\r\nb\r\n", "a.md") == text.decode(b"a\nb\n", "a.md")


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"ok\nca\xe9\n", id="Latin-1"),
        pytest.param(b"ok\n\xc0\xaf\n", id="overlong slash"),
        pytest.param(b"ok\n\xe0\x80\xaf\n", id="overlong slash in three bytes"),
        pytest.param(b"ok\n\xed\xa0\x80\n", id="lone surrogate"),
        pytest.param(b"ok\n\xf4\x90\x80\x80\n", id="beyond Unicode"),
        pytest.param(b"ok\n\x80\n", id="continuation without a start"),
        pytest.param(b"ok\n\xe2\x80", id="cut short"),
    ],
)
def test_what_is_not_utf8_is_refused_with_its_line(data: bytes) -> None:
    problem = _problem(data)
    assert (problem.code, problem.span.line) == ("not-utf8", 2)


@pytest.mark.parametrize("name", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf16_is_refused(name: str) -> None:
    assert _problem("Grüße".encode(name)).code in ("not-utf8", "hidden-character")


def test_utf16_with_its_mark_is_called_by_its_name() -> None:
    assert "UTF-16" in _problem("é\n".encode("utf-16")).message


@pytest.mark.parametrize(
    "code",
    [
        *(
            0x00,
            0x08,
            0x0B,
            0x0C,
            0x0D,
            0x1B,
            0x7F,
            0x85,
            0x9F,
            0xAD,
            0x200B,
            0x2028,
            0x2029,
            0x202A,
            0x202E,
            0x2060,
        ),
        *(0x2064, 0x2066, 0x2069, 0xFEFF, 0xFFF9, 0xE0001, 0xE0041, 0xE007F),
    ],
    ids=lambda code: f"U+{code:04X}",
)
def test_a_character_that_cannot_be_seen_is_refused_with_its_place(code: int) -> None:
    problem = _problem(f"first\nab{chr(code)}c\n".encode())
    assert (problem.code, problem.span.line, problem.span.column) == ("hidden-character", 2, 3)


@pytest.mark.parametrize("code", [0x1B, 0x202E, 0x200B])
def test_the_message_names_the_character_and_does_not_hold_it(code: int) -> None:
    problem = _problem(f"a{chr(code)}".encode())
    assert f"U+{code:04X}" in problem.message and chr(code) not in problem.message + problem.hint


@pytest.mark.parametrize(
    "sign", ["\u200c", "\u200d", "\u00a0", "\ufe0f", "é", "e\u0301", "日本", "👩‍🏫", "\t"]
)
def test_characters_that_scripts_and_emoji_need_are_kept(sign: str) -> None:
    assert text.decode(f"a{sign}b".encode(), "a.md") == (f"a{sign}b", [])


def test_line_ends_of_carriage_returns_alone_are_refused() -> None:
    problem = _problem(b"a\rb\rc")
    assert (problem.code, problem.span.line, problem.span.column) == ("hidden-character", 1, 2)


def test_a_second_byte_order_mark_is_refused() -> None:
    assert _problem(b"\xef\xbb\xbf\xef\xbb\xbfa").code == "hidden-character"


def test_the_largest_text_that_is_read() -> None:
    assert text.decode(b"a" * text.MAX_BYTES, "a.md")[1] == []


def test_a_byte_more_is_refused() -> None:
    assert _problem(b"a" * (text.MAX_BYTES + 1)).code == "file-too-large"


def test_a_few_of_many_hidden_characters_are_named() -> None:
    _, problems = text.decode("\u200b".encode() * 10_000, "a.md")
    assert len(problems) == text.MOST_SHOWN
