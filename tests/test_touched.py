"""Which lines a change touches."""

import pytest

from sitegen import touched


@pytest.mark.parametrize(
    ("before", "now", "lines"),
    [
        (b"a\nb\nc\n", b"a\nb\nc\n", []),
        (b"a\nb\nc\n", b"a\nX\nc\n", [2]),
        (b"a\nb\nc\n", b"a\nb\nc\nd\ne\n", [4, 5]),
        (b"a\nb\nc\n", b"N\na\nb\nc\n", [1]),
        (b"a\nb\nc\n", b"a\nc\n", [2]),
        (b"", b"a\nb\n", [1, 2]),
        (b"a\r\nb\r\n", b"a\r\nb\r\nc\r\n", [3]),
    ],
)
def test_lines_that_are_new_or_different(before: bytes, now: bytes, lines: list[int]) -> None:
    assert [line for part in touched.lines(before, now) for line in part] == lines
