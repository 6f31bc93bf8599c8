"""What lies under the words of a social card: panel, badge and icon, and the colours its numbers stand for.

A card is drawn in numbers that stand for colours. Each text and each edge has a run of them, from the colour
below to the colour on top, so that blending two numbers of a run blends their colours.
"""

from functools import lru_cache

from PIL import Image

from sitegen.model.focus_area import Hue
from sitegen.pictures import design, few_colours, palette, raster
from sitegen.pictures.design import Layer

WIDTH, HEIGHT = 1200, 630
PANEL, PANEL_WIDTH = 800, 400
"""Where the coloured panel begins, from the left, and how wide it is."""

ART, ICON, ICON_AT = 316, 44, (72, 520)
"""The sides of the badge and of the site's icon, and where the icon is."""

RIM = 1.09
"""How many times larger than the badge the pale rim around it is."""

INK_RUN, HUE_RUN, PANEL_RUN, RIM_RUN, ART_RUN = (0, 10), (10, 8), (18, 10), (28, 8), (36, 80)
"""Each run's first number and how many it has; few, since fewer numbers make smaller files."""

PAPER, INK, SOFT_INK, HUE_PAPER, HUE_INK = 0, 9, 7, 10, 17
"""Numbers for text: grounds and colours on them; `SOFT_INK` lies on the way to `INK`."""

PANEL_STEPS = ((2.55, 21), (1.95, 24), (1.45, 27))
"""Copies of the badge's outline on the panel: how many times larger, and in which number."""


def ground(art: tuple[Layer, ...], hue: Hue) -> Image.Image:
    """A card without its words, in numbers; the first layer of `art` is its outline."""
    canvas = Image.new("L", (WIDTH, HEIGHT), PAPER)
    canvas.paste(_panel(art[0]), (PANEL, 0))
    side = round(ART * RIM)
    rim, (first, count) = raster.coverage(art[0], side), RIM_RUN
    numbers = rim.point([first + level * (count - 1) // 255 for level in range(256)])
    canvas.paste(numbers, _centred(side), _any(rim))
    canvas.paste(_art(art, hue), _centred(ART), _any(raster.coverage(art[0], ART)))
    canvas.paste(_icon(hue), ICON_AT)
    return canvas


@lru_cache(maxsize=16)
def colours(hue: Hue) -> bytes:
    """What the numbers stand for: red, green and blue of each in turn."""
    tones = palette.HUES[hue]
    raised = palette.mix(tones.dark, tones.mid, 0.45)
    ends = (
        (INK_RUN, palette.PAPER, palette.INK),
        (HUE_RUN, palette.PAPER, tones.dark),
        (PANEL_RUN, tones.dark, raised),
        (RIM_RUN, raised, tones.pale),
    )
    runs = b"".join(_run(count, first, last) for (_, count), first, last in ends)
    return runs + few_colours.colours(hue, ART_RUN[1])


def _run(count: int, first: str, last: str) -> bytes:
    steps = (palette.mix(first, last, step / (count - 1)) for step in range(count))
    return b"".join(bytes(palette.rgb(colour)) for colour in steps)


def _centred(side: int) -> tuple[int, int]:
    """Where a square of this side begins if it stands in the middle of the panel."""
    return PANEL + (PANEL_WIDTH - side) // 2, (HEIGHT - side) // 2


def _any(mask: Image.Image) -> Image.Image:
    """All or nothing: every pixel that is covered at all."""
    return mask.point([0] + [255] * 255)


@lru_cache(maxsize=32)
def _panel(edge: Layer) -> Image.Image:
    """The panel: ever larger outlines of the badge, one behind the other."""
    panel = Image.new("L", (PANEL_WIDTH, HEIGHT), PANEL_RUN[0])
    for scale, number in PANEL_STEPS:
        side = round(ART * scale)
        panel.paste(number, ((PANEL_WIDTH - side) // 2, (HEIGHT - side) // 2), raster.coverage(edge, side))
    return panel


@lru_cache(maxsize=128)
def _art(layers: tuple[Layer, ...], hue: Hue) -> Image.Image:
    """A badge on the colour of its rim."""
    return _numbers(few_colours.on(palette.HUES[hue].pale, raster.picture(layers, hue, ART)), hue)


@lru_cache(maxsize=16)
def _icon(hue: Hue) -> Image.Image:
    """The site's icon on paper."""
    return _numbers(few_colours.on(palette.PAPER, raster.picture(design.site_icon(), hue, ICON)), hue)


def _numbers(image: Image.Image, hue: Hue) -> Image.Image:
    """For each pixel the number of the nearest colour in the last run."""
    first, count = ART_RUN
    return few_colours.numbers(image, hue, count).point([min(first + number, 255) for number in range(256)])
