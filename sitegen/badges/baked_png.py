"""A badge inside a PNG: text chunks of their own, beside the picture (Open Badges 2.0 and 3.0, Baking)."""

import struct
import zlib
from collections.abc import Iterator

from sitegen.badges.refusal import Refused

SIGNATURE = b"\x89PNG\r\n\x1a\n"
CREDENTIAL = b"openbadgecredential"
ASSERTION = b"openbadges"
MOST_CHUNKS = 20_000
_TEXT_CHUNKS = (b"iTXt", b"tEXt", b"zTXt")
_PLAIN = b"\x00\x00\x00\x00\x00"
"""Between keyword and text of an iTXt chunk: the keyword's end, two bytes for "not packed", no language, no translation."""


def put(picture: bytes, credential: bytes, assertion: bytes = b"") -> bytes:
    """The PNG with a 3.0 credential and, if given, a 2.0 assertion in it; what it held before is taken out."""
    before, after = parted(picture)
    return b"".join((before, chunks(credential, assertion), after))


def parted(picture: bytes) -> tuple[bytes, bytes]:
    """The PNG without any badge, in two pieces, between which `chunks` fit: made once for many awards."""
    kept = [(name, body) for name, body in _chunks(picture) if not _keyword(name, body)]
    head, *rest = (_chunk(name, body) for name, body in kept)
    return SIGNATURE + head, b"".join(rest)


def chunks(credential: bytes, assertion: bytes = b"") -> bytes:
    """The chunks that hold a badge."""
    texts = ((ASSERTION, assertion), (CREDENTIAL, credential))
    return b"".join(_chunk(b"iTXt", keyword + _PLAIN + text) for keyword, text in texts if text)


def taken(picture: bytes) -> dict[bytes, bytes]:
    """The badges in a PNG, by keyword. Refused: a damaged file, two badges of one kind, and badges that are packed."""
    found: dict[bytes, bytes] = {}
    for name, body in _chunks(picture):
        keyword = _keyword(name, body)
        if keyword in found:
            raise Refused("two-badges", "the picture holds more than one badge")
        if keyword:
            found[keyword] = _text(name, body[len(keyword) + 1 :])
    return found


def _keyword(name: bytes, body: bytes) -> bytes:
    """The keyword of a chunk that holds a badge; empty for all others. Case is no excuse for a second badge."""
    keyword = body.partition(b"\x00")[0].lower() if name in _TEXT_CHUNKS else b""
    return keyword if keyword in (CREDENTIAL, ASSERTION) else b""


def _text(name: bytes, rest: bytes) -> bytes:
    if name == b"tEXt":
        return rest
    if name == b"zTXt" or rest[:1] != b"\x00":
        raise Refused("packed-badge", "the badge in the picture is packed, which badges must not be")
    language, _, translated = rest[2:].partition(b"\x00")
    keyword, end, text = translated.partition(b"\x00")
    if language or keyword or not end:
        raise Refused("damaged-picture", "the badge in the picture is not written as badges are")
    return text


def _chunks(picture: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Every chunk's name and body, up to the end of the picture, which must be the end of the file."""
    at, name, count = len(SIGNATURE), b"", 0
    while name != b"IEND":
        count += 1
        length, name = (
            struct.unpack_from(">I4s", picture, at) if at + 12 <= len(picture) else (len(picture), b"")
        )
        if at + 12 + length > len(picture):
            raise Refused("damaged-picture", "the picture is cut short")
        body = picture[at + 8 : at + 8 + length]
        (told,) = struct.unpack_from(">I", picture, at + 8 + length)
        if told != zlib.crc32(name + body):
            raise Refused("damaged-picture", "the picture is damaged: a checksum does not fit")
        if count > MOST_CHUNKS or (count == 1) != (name == b"IHDR"):
            raise Refused("damaged-picture", "the picture is not built as a PNG is")
        yield name, body
        at += 12 + length
    if at != len(picture):
        raise Refused("damaged-picture", "the picture goes on after its end, where something may hide")


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
