"""A row of bits as status lists have it: packed with gzip, as text (Bitstring Status List 1.0, 3.2 and 3.3)."""

import base64
import binascii
import re
import struct
import zlib

from sitegen.badges.refusal import Refused

LEAST = 131_072
"""The fewest bits a list may have, so that nobody can tell from it who was meant."""

MOST_BYTES = 2_000_000
"""How many bytes a list may have; a small text can be packed so that it becomes gigabytes."""

_GZIP = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff"
"""A gzip header without a time and without a system, so that the same bits always give the same text."""

_TEXT = re.compile(r"u[A-Za-z0-9_-]+")


def empty(length: int = LEAST) -> bytes:
    """Bits that are all clear; `length` is rounded up to whole bytes, and to the fewest allowed."""
    return bytes((max(length, LEAST) + 7) // 8)


def is_set(bits: bytes, index: int) -> bool:
    """Whether a bit is set; bit 0 is the highest of the first byte. Raises IndexError beyond the end."""
    return bool(bits[index >> 3] & (0x80 >> (index & 7)))


def changed(bits: bytes, index: int, *, on: bool) -> bytes:
    """The bits with one of them set or cleared; raises IndexError beyond the end."""
    row = bytearray(bits)
    mask = 0x80 >> (index & 7)
    row[index >> 3] = row[index >> 3] | mask if on else row[index >> 3] & ~mask
    return bytes(row)


def indices(bits: bytes) -> tuple[int, ...]:
    """Which bits are set."""
    return tuple(
        at * 8 + bit for at, byte in enumerate(bits) if byte for bit in range(8) if byte & (0x80 >> bit)
    )


def packed(bits: bytes) -> str:
    """The bits as text: `u`, then base64url of their gzip. The same bits give the same text."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    body = packer.compress(bits) + packer.flush()
    whole = _GZIP + body + struct.pack("<II", zlib.crc32(bits), len(bits))
    return "u" + base64.urlsafe_b64encode(whole).rstrip(b"=").decode()


def unpacked(text: str) -> bytes:
    """The bits in such a text. Refused: text of another form, and what is too short or becomes too long."""
    if not _TEXT.fullmatch(text):
        raise _damaged()
    try:
        data = base64.urlsafe_b64decode(text[1:] + "=" * (-(len(text) - 1) % 4))
        unpacker = zlib.decompressobj(31)
        bits = unpacker.decompress(data, MOST_BYTES + 1)
    except (binascii.Error, zlib.error):
        raise _damaged() from None
    if len(bits) > MOST_BYTES:
        raise Refused("status-bomb", "it becomes far too large when it is unpacked")
    if not unpacker.eof or unpacker.unused_data:
        raise _damaged()
    if len(bits) * 8 < LEAST:
        raise Refused("status-short", f"it has fewer than {LEAST:,} places")
    return bits


def _damaged() -> Refused:
    return Refused("status-damaged", "it is damaged and cannot be unpacked")
