"""Rows of bits: the highest first, packed the same way every time, and never unpacked without bound."""

import base64
import gzip

import pytest

from sitegen.badges import bits
from sitegen.badges.refusal import Refused


def as_text(data: bytes) -> str:
    return "u" + base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def test_bit_0_is_the_highest_of_the_first_byte() -> None:
    row = bits.changed(bits.changed(bits.empty(), 0, on=True), 9, on=True)
    assert row[:2] == b"\x80\x40"
    assert bits.is_set(row, 0) and bits.is_set(row, 9) and not bits.is_set(row, 1)
    assert bits.indices(row) == (0, 9)


def test_a_bit_can_be_cleared() -> None:
    row = bits.changed(bits.empty(), 131_071, on=True)
    assert bits.changed(row, 131_071, on=False) == bits.empty()


def test_there_is_nothing_beyond_the_end() -> None:
    with pytest.raises(IndexError):
        bits.is_set(bits.empty(), 131_072)
    with pytest.raises(IndexError):
        bits.changed(bits.empty(), 131_072, on=True)


def test_a_row_has_a_crowd_to_hide_in() -> None:
    assert len(bits.empty(1)) * 8 == 131_072
    assert len(bits.empty(131_073)) * 8 == 131_080


def test_packing_gives_the_same_text_and_comes_back() -> None:
    row = bits.changed(bits.empty(), 4711, on=True)
    text = bits.packed(row)
    assert text == bits.packed(row)
    assert text.startswith("uH4sIAAAAAAAC_")  # no time, no system
    assert bits.unpacked(text) == row
    assert gzip.decompress(base64.urlsafe_b64decode(text[1:] + "==")) == row


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "status-damaged"),
        ("u", "status-damaged"),
        ("z" + bits.packed(bits.empty())[1:], "status-damaged"),
        (bits.packed(bits.empty()) + "=", "status-damaged"),
        (bits.packed(bits.empty()) + "\n", "status-damaged"),
        ("uAAAAA", "status-damaged"),
        ("uA", "status-damaged"),
        (bits.packed(bits.empty())[:-8], "status-damaged"),
        (as_text(gzip.compress(bits.empty(), mtime=0) + b"more"), "status-damaged"),
        (as_text(gzip.compress(bytes(16_383), mtime=0)), "status-short"),
        (as_text(gzip.compress(bytes(2_000_001), mtime=0)), "status-bomb"),
        (as_text(gzip.compress(bytes(200_000_000), 1, mtime=0)), "status-bomb"),
    ],
)
def test_other_texts_are_refused(text: str, code: str) -> None:
    with pytest.raises(Refused) as refused:
        bits.unpacked(text)
    assert refused.value.code == code


def test_the_largest_row_is_read() -> None:
    assert bits.unpacked(bits.packed(bytes(2_000_000))) == bytes(2_000_000)
