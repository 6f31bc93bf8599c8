"""Encodings of exports: tried in one order, and named."""

import pytest

from sitegen.signing.refusal import Refused
from sitegen.submissions import encodings

TEXT = "Name,Würde\nZoë,“yes” – naïve\n"


@pytest.mark.parametrize(
    ("codec", "name"),
    [
        ("utf-8", "UTF-8"),
        ("utf-8-sig", "UTF-8 with a byte order mark"),
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16"),
        ("utf-16-be", "UTF-16"),
        ("cp1252", "Windows-1252"),
    ],
)
def test_every_encoding_gives_the_same_text(codec: str, name: str) -> None:
    assert encodings.decode(TEXT.encode(codec)) == encodings.Decoded(TEXT, name)


def test_a_workbook_is_refused_with_the_way_to_save_it() -> None:
    with pytest.raises(Refused, match="Excel workbook") as refused:
        encodings.decode(b"PK\x03\x04....")
    assert "CSV UTF-8" in refused.value.hint


@pytest.mark.parametrize("data", [b"a\0b", b"\x81\x8d\xff,"])
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(Refused, match=r"no text|not known here"):
        encodings.decode(data)
