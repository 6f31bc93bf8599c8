"""The gate for pictures that contributors bring: what may pass, and how it is cleaned before it is published.

Nothing here opens a file, fetches an address or takes more time or memory than the limits allow.
"""

from sitegen.pictures import png_gate, svg_gate
from sitegen.pictures.refusal import PictureError, require_size


def check_png(data: bytes) -> str | None:
    """What is wrong with a PNG, as in "is animated."; None if it may be published once cleaned."""
    try:
        clean_png(data)
    except PictureError as error:
        return str(error)
    return None


def check_svg(data: bytes) -> str | None:
    """What is wrong with an SVG, as in "holds a script."; None if it may be published once cleaned."""
    try:
        clean_svg(data)
    except PictureError as error:
        return str(error)
    return None


def clean_png(data: bytes) -> bytes:
    """The pixels of a PNG and nothing else: no comments, places, dates, profiles, thumbnails or hidden files.

    Raises `PictureError` (a ValueError) where `check_png` would give a sentence.
    """
    from sitegen.pictures import png  # here, so that sites without PNG files never load Pillow

    require_size(data)
    return png.redrawn(png_gate.bare(data))


def clean_svg(data: bytes) -> bytes:
    """An SVG written anew from what the allow-list holds; comments and editors' notes are left out.

    Raises `PictureError` (a ValueError) where `check_svg` would give a sentence.
    """
    require_size(data)
    return svg_gate.rewritten(data)
