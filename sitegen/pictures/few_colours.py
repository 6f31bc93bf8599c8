"""The few colours with which all art of one hue can be drawn, so that a pixel takes a byte."""

from functools import lru_cache

from PIL import Image

from sitegen.model.focus_area import Hue
from sitegen.pictures import design, palette, raster
from sitegen.pictures.design import Shape

EXAMPLES = (Shape("flower", "ticks"), Shape("shield", "beads"), Shape("square", "code"))
EXAMPLE_SIDE, ICON_SIDE = 316, 44


def numbers(image: Image.Image, hue: Hue, count: int) -> Image.Image:
    """For each pixel the number of the nearest colour, from 0 to `count` - 1."""
    reduced = image.quantize(palette=_sample(hue, count), dither=Image.Dither.NONE)
    return Image.frombytes("L", reduced.size, reduced.tobytes())


def colours(hue: Hue, count: int) -> bytes:
    """Red, green and blue of each of the colours in turn."""
    return bytes(_sample(hue, count).getpalette() or ()).ljust(3 * count, b"\0")[: 3 * count]


def on(ground: str, picture: Image.Image) -> Image.Image:
    """A picture with clear parts, laid on a ground of one colour."""
    image = Image.new("RGB", picture.size, ground)
    image.paste(picture, mask=picture)
    return image


@lru_cache(maxsize=32)
def _sample(hue: Hue, count: int) -> Image.Image:
    """An image whose palette holds the colours that a few examples need most."""
    pale = palette.HUES[hue].pale
    examples = [
        on(pale, raster.picture(design.badge(shape, "book"), hue, EXAMPLE_SIDE)) for shape in EXAMPLES
    ]
    examples.append(on(palette.PAPER, raster.picture(design.site_icon(), hue, ICON_SIDE)))
    sheet = Image.new("RGB", (EXAMPLE_SIDE, sum(example.height for example in examples)), pale)
    top = 0
    for example in examples:
        sheet.paste(example, (0, top))
        top += example.height
    return sheet.quantize(count, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
