"""What a PNG may hold (PNG, third edition): header, chunks and amount are known before a pixel is drawn."""

import struct
import zlib
from collections.abc import Iterator

from sitegen.pictures.refusal import PictureError, require

SIGNATURE = b"\x89PNG\r\n\x1a\n"
MOST_PIXELS_A_SIDE = 4096
CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
"""Values a pixel has, for each colour type."""

DEPTHS = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
PASSES = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
"""Interlacing: the first column and row of each pass, and the steps between its columns and rows."""

KEPT = (b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND")
ANIMATION = (b"acTL", b"fcTL", b"fdAT")
STARTS = (
    (b"\xff\xd8", "is a JPEG, not a PNG."),
    (b"GIF8", "is a GIF, not a PNG."),
    (b"RIFF", "is a WebP, not a PNG."),
    (b"<", "is not a PNG; it begins like a web page or an SVG."),
    (b"PK", "is a zip archive, not a PNG."),
)
PIECE, INFLATED = 16_384, 1 << 20
"""How much is fed to the decompressor, and taken from it, at a time."""


def bare(data: bytes) -> bytes:
    """The PNG with only the chunks that make its pixels; raises `PictureError` if anything about it is wrong."""
    _check_signature(data)
    chunks = list(_chunks(data))
    names = [name for name, _ in chunks]
    _check_order(names)
    pixels = _expected(chunks[0][1])
    require(chunks[0][1][9] != 3 or b"PLTE" in names, "has no palette although it needs one.")
    _check_amount(b"".join(body for name, body in chunks if name == b"IDAT"), pixels)
    return SIGNATURE + b"".join(_chunk(name, body) for name, body in chunks if name in KEPT)


def _check_signature(data: bytes) -> None:
    if data.startswith(SIGNATURE):
        return
    start = data.removeprefix(b"\xef\xbb\xbf").lstrip()
    for magic, sentence in STARTS:
        require(not start.startswith(magic), sentence)
    raise PictureError("is not a PNG.")


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Every chunk's name and body, to the end of the file; a header that promises too much stops it."""
    at, name = len(SIGNATURE), b""
    while name != b"IEND":
        require(at + 12 <= len(data), "is cut short.")
        length, name = struct.unpack_from(">I4s", data, at)
        require(at + 12 + length <= len(data), "is cut short.")
        body = data[at + 8 : at + 8 + length]
        (told,) = struct.unpack_from(">I", data, at + 8 + length)
        require(told == zlib.crc32(name + body), "is damaged: a checksum does not fit.")
        if at == len(SIGNATURE):
            require(name == b"IHDR" and length == 13, "is damaged: it does not begin with its header.")
            _check_header(body)
        yield name, body
        at += 12 + length
    require(at == len(data), f"has {len(data) - at} more bytes after its end, where something may hide.")


def _check_header(header: bytes) -> None:
    width, height, depth, kind, *methods = struct.unpack(">IIBBBBB", header)
    most = MOST_PIXELS_A_SIDE
    require(
        0 < width <= most and 0 < height <= most,
        f"is {width} × {height} pixels; at most {most} × {most} are accepted.",
    )
    known = depth in DEPTHS.get(kind, ()) and methods[:2] == [0, 0] and methods[2] in (0, 1)
    require(known, "has a header that no PNG may have.")


def _check_order(names: list[bytes]) -> None:
    for name in names:
        require(name not in ANIMATION, "is animated; only still pictures are accepted.")
        require(name in KEPT or name[:1].islower(), "holds a part that is not known and cannot be left out.")
    for name in (b"IHDR", b"PLTE", b"tRNS", b"IEND"):
        require(names.count(name) <= 1, "is damaged: a part that may come once comes twice.")
    require(b"IDAT" in names, "holds no pixels.")


def _expected(header: bytes) -> int:
    """How many bytes the pixels take, unpacked, with one byte more for every row."""
    width, height = int.from_bytes(header[:4], "big"), int.from_bytes(header[4:8], "big")
    depth, kind, interlaced = header[8], header[9], header[12]
    bits = depth * CHANNELS[kind]
    if not interlaced:
        return height * (1 + (width * bits + 7) // 8)
    total = 0
    for left, top, across, down in PASSES:
        columns, rows = -(-(width - left) // across), -(-(height - top) // down)
        if columns > 0 and rows > 0:
            total += rows * (1 + (columns * bits + 7) // 8)
    return total


def _check_amount(packed: bytes, expected: int) -> None:
    """Unpack the pixels piece by piece, keeping none, and stop as soon as there are more than announced."""
    unpacker = zlib.decompressobj()
    amount = 0
    try:
        for at in range(0, len(packed), PIECE):
            piece = packed[at : at + PIECE]
            while piece and amount <= expected:
                amount += len(unpacker.decompress(piece, INFLATED))
                piece = unpacker.unconsumed_tail
    except zlib.error as error:
        raise PictureError("is damaged: its pixels cannot be unpacked.") from error
    require(amount <= expected, "holds more pixels than its header says.")
    require(amount == expected, "holds fewer pixels than its header says.")


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
