"""Bytes of an export → text, and the encoding it was in: UTF-8, UTF-16 or Windows-1252, tried in this order and named."""

from msgspec import Struct

from sitegen.signing.refusal import Refused

MAX_BYTES = 50_000_000


class Decoded(Struct, frozen=True):
    """The text of a file, and what it was saved as, for the report."""

    text: str
    name: str


def decode(data: bytes) -> Decoded:
    """The text of an export; raises Refused if it is no text, or too large."""
    if len(data) > MAX_BYTES:
        raise Refused(f"this file is larger than {MAX_BYTES // 1_000_000} MB", "export fewer rows at once")
    if data[:4] == b"PK\x03\x04" or data[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
        raise Refused(
            "this is an Excel workbook, and CSV is needed",
            "open it in Excel, choose Save As, and then “CSV UTF-8 (Comma delimited)”",
        )
    found = _unicode(data) or _windows(data)
    if "\0" in found.text:
        raise Refused("this file is no text", "export the responses as CSV, and try again")
    return found


def _unicode(data: bytes) -> Decoded | None:
    """The text if it is Unicode; UTF-16 without a mark is known by its zero bytes."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _tried(data, "utf-16", "UTF-16")
    if data.startswith(b"\xef\xbb\xbf"):
        return _tried(data, "utf_8_sig", "UTF-8 with a byte order mark")
    start = data[:200]
    if start.count(0) * 3 > len(start):
        return _tried(data, "utf-16-be" if start[:1] == b"\0" else "utf-16-le", "UTF-16")
    return _tried(data, "utf-8", "UTF-8")


def _tried(data: bytes, codec: str, name: str) -> Decoded | None:
    try:
        return Decoded(data.decode(codec), name)
    except UnicodeDecodeError:
        return None


def _windows(data: bytes) -> Decoded:
    found = _tried(data, "cp1252", "Windows-1252")
    if found is None:
        raise Refused(
            "this file is saved in an encoding that is not known here (neither UTF-8 nor UTF-16 nor Windows-1252)",
            "open it in a spreadsheet and save it as “CSV UTF-8”",
        )
    return found
