"""Of what layers a badge, an issuer's monogram and a site's icon are built; drawers make pictures of them."""

import hashlib
from typing import Literal, get_args

from msgspec import Struct

from sitegen.model.focus_area import Glyph, Hue
from sitegen.pictures import glyphs, letters, outlines, path_data
from sitegen.pictures.outlines import CONTOURS, RINGS, Contour, Ring

SIDE = 120
"""Every drawing is a square of this many units."""

Paint = Literal["fall", "rise", "deep", "dark", "mid", "bright", "light", "pale"]
"""A tone of the hue, or a slope from the top left: `fall` from bright to dark, `rise` from dark to mid."""

SLOPE_FROM, SLOPE_TO = 16, 104
"""Where slopes begin and end: points on the diagonal, both coordinates alike."""

MARK_SCALE = 1.1
"""How many times larger a glyph is drawn than it is written."""

MONOGRAM_WIDTH, MONOGRAM_HEIGHT, MONOGRAM_PEN = 68, 40, 7.5
"""The most room that two initials take, and the pen they are drawn with."""

TICK = "M38 62L53.5 77.5L83 45"


class Shape(Struct, frozen=True):
    """What makes one badge differ from the next in its focus area."""

    contour: Contour
    ring: Ring


class Layer(Struct, frozen=True):
    """One thing to draw: a filled path, or, if `width` is given, a stroked one; in units of the drawing."""

    path: str
    paint: Paint
    width: float = 0
    dashes: tuple[float, ...] = ()
    round_ends: bool = True
    opacity: float = 1
    place: tuple[float, float, float] = (0, 0, 1)
    """Where the path's own corner lies, across and down, and how many times larger it is drawn."""


def shape_for(slug: str) -> Shape:
    """The form of a credential's badge; the same slug always gets the same."""
    number = _number(slug)
    return Shape(CONTOURS[number % len(CONTOURS)], RINGS[number // len(CONTOURS) % len(RINGS)])


def hue_for(slug: str) -> Hue:
    """A hue for something that belongs to no focus area, such as an issuer."""
    hues: tuple[Hue, ...] = get_args(Hue)
    return hues[_number(slug) % len(hues)]


def badge(shape: Shape, glyph: Glyph) -> tuple[Layer, ...]:
    """The layers of a badge, from the back to the front."""
    half, middle = glyphs.SIZE * MARK_SCALE / 2, outlines.OUTLINES[shape.contour].middle
    place = (outlines.MIDDLE - half, middle - half, MARK_SCALE)
    return (*_medal(shape), Layer(glyphs.GLYPHS[glyph], "dark", width=glyphs.PEN, place=place))


def monogram(name: str) -> tuple[Layer, ...]:
    """The layers of a logo made of a name's initials; a name without Latin letters gets a building."""
    text = letters.initials(name)
    plate = Layer(outlines.square(56, 26), "fall")
    if not text:
        corner = outlines.MIDDLE - glyphs.SIZE * 0.75
        return plate, Layer(glyphs.GLYPHS["column"], "pale", width=glyphs.PEN, place=(corner, corner, 1.5))
    scale = (
        min(MONOGRAM_WIDTH / letters.width(text), MONOGRAM_HEIGHT / letters.HEIGHT) if len(text) > 1 else 1.7
    )
    across = outlines.MIDDLE - letters.width(text) * scale / 2
    marks = []
    for letter in text:
        wide, path = letters.LETTERS[letter]
        place = (round(across, 2), round(outlines.MIDDLE - letters.HEIGHT * scale / 2, 2), round(scale, 3))
        marks.append(Layer(path, "pale", width=MONOGRAM_PEN / scale, place=place))
        across += (wide + letters.SPACE) * scale
    return plate, *marks


def site_icon() -> tuple[Layer, ...]:
    """The layers of the icon that a site has if it brings none: a seal with a tick."""
    return Layer(outlines.OUTLINES["seal"].edge, "fall"), Layer(TICK, "pale", width=11)


def touch_icon() -> tuple[Layer, ...]:
    """The layers of the icon for a telephone's home screen, which must fill its whole square."""
    seal = Layer(outlines.OUTLINES["seal"].edge, "pale", place=(15, 15, 0.75))
    return Layer(f"M0 0H{SIDE}V{SIDE}H0Z", "fall"), seal, Layer(TICK, "dark", width=11, place=(15, 15, 0.75))


def _number(slug: str) -> int:
    return int.from_bytes(hashlib.sha256(slug.encode()).digest()[:8], "big")


def _medal(shape: Shape) -> tuple[Layer, ...]:
    """A badge without its mark."""
    outline = outlines.OUTLINES[shape.contour]
    return (
        Layer(outline.edge, "fall"),
        Layer(outline.plate, "rise"),
        _ring(outline.ring, shape.ring),
        Layer(outlines.circle(60, outline.middle + 1.4, 34.5), "deep", opacity=0.3),
        Layer(outlines.circle(60, outline.middle, 34), "light"),
    )


def _ring(path: str, ring: Ring) -> Layer:
    """The ring along a path, its marks spaced so that the last meets the first."""
    pattern = outlines.PATTERNS[ring]
    dashes: tuple[float, ...] = ()
    if pattern.marks:
        step = sum(path_data.length(line) for line in path_data.flatten(path)) / pattern.marks
        dashes = tuple(round(share * step, 3) for share in pattern.dashes)
    return Layer(path, "light", pattern.width, dashes, pattern.round_ends, opacity=0.8)
