"""PNG files that people bring: good ones lose all but pixels, bad ones are refused in plain words."""

import io
import random
import struct
import zlib

import pytest
from PIL import Image, PngImagePlugin

from sitegen.pictures import safety
from sitegen.pictures.refusal import PictureError

SIGNATURE = b"\x89PNG\r\n\x1a\n"


def chunk(name: bytes, body: bytes = b"") -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def header(width: int = 10, height: int = 10, depth: int = 8, kind: int = 0, interlaced: int = 0) -> bytes:
    return chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, kind, 0, 0, interlaced))


def made(*parts: bytes) -> bytes:
    return SIGNATURE + b"".join(parts)


PIXELS = chunk(b"IDAT", zlib.compress(bytes(110)))
END = chunk(b"IEND")
GOOD = made(header(), PIXELS, END)


def saved(image: Image.Image, **options: object) -> bytes:
    output = io.BytesIO()
    image.save(output, "PNG", **options)
    return output.getvalue()


def noisy(mode: str, size: tuple[int, int] = (37, 23)) -> Image.Image:
    channels = len(Image.new(mode, (1, 1)).getbands())
    return Image.frombytes(mode, size, random.Random(5).randbytes(size[0] * size[1] * channels))


REFUSED = {
    "empty": (b"", "is empty."),
    "web page": (b"<!doctype html><script>1</script>", "is not a PNG; it begins like a web page or an SVG."),
    "web page after spaces": (b"\xef\xbb\xbf \n<html>", "is not a PNG; it begins like a web page or an SVG."),
    "jpeg": (b"\xff\xd8\xff\xe0 JFIF", "is a JPEG, not a PNG."),
    "zip": (b"PK\x03\x04", "is a zip archive, not a PNG."),
    "noise": (b"hello", "is not a PNG."),
    "only a signature": (SIGNATURE, "is cut short."),
    "bomb by header": (made(header(100_000, 100_000), PIXELS, END), "is 100000 × 100000 pixels"),
    "one side too long": (made(header(4097, 1), PIXELS, END), "is 4097 × 1 pixels"),
    "no width": (made(header(0, 1), PIXELS, END), "is 0 × 1 pixels"),
    "odd header": (made(header(depth=7), PIXELS, END), "has a header that no PNG may have."),
    "header not first": (
        made(chunk(b"tEXt", b"a\0b"), header(), PIXELS, END),
        "does not begin with its header.",
    ),
    "two headers": (made(header(), header(), PIXELS, END), "a part that may come once comes twice."),
    "no pixels": (made(header(), END), "holds no pixels."),
    "no end": (made(header(), PIXELS), "is cut short."),
    "cut short": (GOOD[:-20], "is cut short."),
    "chunk too long": (made(header(), struct.pack(">I4s", 2**31, b"IDAT") + bytes(20)), "is cut short."),
    "wrong checksum": (GOOD[:-1] + b"\0", "a checksum does not fit."),
    "archive behind": (GOOD + b"PK\x03\x04 secrets", "has 12 more bytes after its end"),
    "animated": (made(header(), chunk(b"acTL", bytes(8)), PIXELS, END), "is animated"),
    "unknown part": (made(header(), chunk(b"EVIL"), PIXELS, END), "holds a part that is not known"),
    "no palette": (made(header(kind=3), PIXELS, END), "has no palette"),
    "too many pixels": (made(header(5, 5), PIXELS, END), "holds more pixels than its header says."),
    "too few pixels": (made(header(50, 50), PIXELS, END), "holds fewer pixels than its header says."),
    "pixels not packed": (made(header(), chunk(b"IDAT", b"not zlib"), END), "its pixels cannot be unpacked."),
    "bomb by pixels": (
        made(header(), chunk(b"IDAT", zlib.compress(bytes(60_000_000))), END),
        "holds more pixels than its header says.",
    ),
    "too large": (GOOD + bytes(2_000_000), "is 2.0 MB; at most 2 MB are accepted."),
}


@pytest.mark.parametrize(("data", "sentence"), REFUSED.values(), ids=REFUSED.keys())
def test_a_bad_file_is_refused_in_plain_words(data: bytes, sentence: str) -> None:
    assert sentence in (safety.check_png(data) or "")


@pytest.mark.parametrize("data", [data for data, _ in REFUSED.values()], ids=REFUSED.keys())
def test_a_bad_file_is_never_cleaned(data: bytes) -> None:
    with pytest.raises(PictureError):
        safety.clean_png(data)


def test_a_row_that_cannot_be_drawn_is_refused() -> None:
    wrong = made(header(), chunk(b"IDAT", zlib.compress(b"\x09" * 110)), END)
    assert safety.check_png(wrong) == "is damaged and cannot be drawn."


@pytest.mark.parametrize("mode", ["1", "L", "LA", "RGB", "RGBA"])
def test_pixels_stay_the_same(mode: str) -> None:
    image = noisy("L").point([0] * 128 + [255] * 128).convert("1") if mode == "1" else noisy(mode)
    cleaned = Image.open(io.BytesIO(safety.clean_png(saved(image))))
    assert cleaned.convert("RGBA").tobytes() == image.convert("RGBA").tobytes()


def test_clear_colours_of_a_palette_stay_clear() -> None:
    image = noisy("L").convert("P")
    cleaned = Image.open(io.BytesIO(safety.clean_png(saved(image, transparency=7))))
    assert cleaned.convert("RGBA").getchannel("A").getextrema() == (0, 255)


def test_fine_greys_are_brought_down_to_eight_bits() -> None:
    fine = Image.frombytes("I;16", (2, 1), struct.pack("<HH", 0xFFFF, 0x8000))
    assert Image.open(io.BytesIO(safety.clean_png(saved(fine)))).tobytes() == b"\xff\x80"


def test_an_interlaced_picture_is_measured_rightly() -> None:
    passes = (
        (0, 0, 8, 8),
        (4, 0, 8, 8),
        (0, 4, 4, 8),
        (2, 0, 4, 4),
        (0, 2, 2, 4),
        (1, 0, 2, 2),
        (0, 1, 1, 2),
    )
    sizes = [(len(range(x, 9, dx)), len(range(y, 5, dy))) for x, y, dx, dy in passes]
    raw = b"".join(bytes(rows * (1 + columns)) for columns, rows in sizes if columns and rows)
    assert safety.check_png(made(header(9, 5, interlaced=1), chunk(b"IDAT", zlib.compress(raw)), END)) is None


@pytest.mark.parametrize("pieces", [1, 7])
def test_pixels_may_come_in_several_chunks(pieces: int) -> None:
    packed = zlib.compress((b"\0" + random.Random(1).randbytes(10)) * 10)
    step = -(-len(packed) // pieces)
    parts = [chunk(b"IDAT", packed[at : at + step]) for at in range(0, len(packed), step)]
    assert safety.check_png(made(header(), *parts, END)) is None


def test_comments_places_and_profiles_are_left_out() -> None:
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Author", "secret name")
    notes.add_itxt("Comment", "secret place")
    data = saved(
        noisy("RGB"), pnginfo=notes, exif=b"Exif\0\0secret", icc_profile=b"secret" * 30, dpi=(72, 72)
    )
    cleaned = safety.clean_png(data)
    assert {cleaned[at - 4 : at] for at in range(4, len(cleaned)) if cleaned[at - 4 : at] in NOTES} == set()


NOTES = {b"tEXt", b"iTXt", b"zTXt", b"eXIf", b"iCCP", b"pHYs", b"tIME"}


def test_a_packed_comment_is_not_unpacked() -> None:
    bomb = chunk(b"zTXt", b"Comment\0\0" + zlib.compress(bytes(50_000_000)))
    assert len(safety.clean_png(made(header(), bomb, PIXELS, END))) < 200


def test_cleaning_twice_changes_nothing() -> None:
    once = safety.clean_png(saved(noisy("RGBA")))
    assert safety.clean_png(once) == once
