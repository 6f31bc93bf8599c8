"""How pixels become PNG bytes, and how a PNG that somebody brought is encoded anew."""

import io
import struct
import zlib

from PIL import Image

from sitegen.pictures.refusal import PictureError

DRAWING_ERRORS = (
    OSError,
    ValueError,
    SyntaxError,
    EOFError,
    LookupError,
    TypeError,
    struct.error,
    zlib.error,
)
"""What Pillow raises on pixels, palettes or transparency that make no sense."""


def encode(image: Image.Image, opacity: bytes | None = None) -> bytes:
    """An image as PNG bytes without date or metadata; `opacity` may hold a byte for each palette colour.

    The same release of Pillow's own wheels gives the same bytes on every machine. Another release, or one
    built against a system's libraries, may bring another FreeType (the pixels of text) or another zlib (how
    equal pixels are packed).
    """
    output = io.BytesIO()
    options = {"transparency": opacity} if opacity else {}
    image.save(output, "PNG", compress_level=5, **options)
    return output.getvalue()


def redrawn(data: bytes) -> bytes:
    """The pixels of a PNG that the gate has let pass, encoded anew, with nothing else of the file."""
    try:
        with Image.open(io.BytesIO(data), formats=["PNG"]) as image:
            image.load()
            pixels = _eight_bit(image)
    except DRAWING_ERRORS as error:
        raise PictureError("is damaged and cannot be drawn.") from error
    pixels.info.clear()
    return encode(pixels)


def _eight_bit(image: Image.Image) -> Image.Image:
    """A copy with 8 bits a channel and transparency, if any, in a channel of its own."""
    if image.mode.startswith("I"):
        return Image.frombytes("L", image.size, image.tobytes()[1::2])  # the higher byte of each 16-bit grey
    return image.convert("RGBA") if "transparency" in image.info else image.copy()
