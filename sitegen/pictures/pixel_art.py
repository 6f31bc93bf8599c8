"""Badges, monograms and icons as small PNG files: a byte a pixel, with soft edges on a clear ground."""

from PIL import ImageChops

from sitegen.model.focus_area import Glyph, Hue
from sitegen.pictures import design, few_colours, palette, png, raster
from sitegen.pictures.design import Layer, Shape

INSIDE, TONES, GRADES = 160, 8, 7
"""How many colours are inside the outline; how many tones its edge has, and grades of clearness for each."""

CLEAR = INSIDE + TONES * GRADES
"""The number of a pixel outside the outline."""


def badge_png(shape: Shape, hue: Hue, glyph: Glyph, pixels: int) -> bytes:
    """Badge art as a square PNG with a clear ground, `pixels` wide and high."""
    return _file(design.badge(shape, glyph), hue, pixels)


def issuer_png(name: str, slug: str, pixels: int) -> bytes:
    """The logo of an issuer that brings none, as a square PNG with a clear ground."""
    return _file(design.monogram(name), design.hue_for(slug), pixels)


def touch_icon_png(pixels: int = 180, hue: Hue = "pine") -> bytes:
    """The site's icon for home screens, filling its whole square."""
    return _file(design.touch_icon(), hue, pixels)


def _file(layers: tuple[Layer, ...], hue: Hue, pixels: int) -> bytes:
    """The outline of all art is filled with the slope `fall`; so are its soft edges, in fewer tones."""
    picture = raster.picture(layers, hue, pixels)
    cover = picture.getchannel("A")
    image = few_colours.numbers(picture.convert("RGB"), hue, INSIDE)
    tones = raster.diagonal(pixels).point([INSIDE + level * TONES // 256 * GRADES for level in range(256)])
    edge = ImageChops.add(tones, cover.point([level * GRADES // 256 for level in range(256)]))
    image.paste(edge, mask=cover.point([255 if 0 < level < 255 else 0 for level in range(256)]))
    image.paste(CLEAR, mask=cover.point([255] + [0] * 255))
    image.putpalette(_colours(hue))
    grades = bytes((2 * grade + 1) * 128 // GRADES for grade in range(GRADES))
    return png.encode(image, b"\xff" * INSIDE + grades * TONES + b"\0")


def _colours(hue: Hue) -> bytes:
    ends = palette.HUES[hue].bright, palette.HUES[hue].dark
    tones = (palette.mix(*ends, (tone + 0.5) / TONES) for tone in range(TONES))
    edges = b"".join(bytes(palette.rgb(tone)) * GRADES for tone in tones)
    return few_colours.colours(hue, INSIDE) + edges + bytes(palette.rgb(palette.HUES[hue].mid))
