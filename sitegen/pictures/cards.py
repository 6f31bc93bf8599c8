"""What a social card looks like: the picture other sites show when somebody shares a page (Open Graph)."""

from functools import lru_cache

from msgspec import Struct
from PIL import Image

from sitegen.model.focus_area import Hue
from sitegen.pictures import design, fonts, lines, palette, png, raster
from sitegen.pictures.design import Layer
from sitegen.pictures.lines import Block

WIDTH, HEIGHT = 1200, 630
MARGIN, PANEL = 72, 800
"""Where text begins and where the coloured panel does, from the left."""

ROOM = PANEL - MARGIN - 56
"""The width of a line of text."""

ART, ICON, ICON_AT = 316, 44, (MARGIN, 520)
"""The sides of the badge and of the site's icon, and where the icon is."""

TITLES = ((84, 1), (80, 2), (72, 2), (64, 3), (56, 3), (56, 4), (50, 4), (44, 4))
"""Type sizes for titles, largest first, each with the most lines it may take."""

KIND, LINE, SITE = 26, 30, 28
"""Type sizes of the other texts."""

LEADING = 1.13
"""From one baseline to the next, in type sizes."""

MOST_SIGNS = 400
"""Of a longer text only the beginning is looked at."""

# A card is drawn in numbers of colours. Each text and each edge has a run of them, from the colour below to the colour
# on top, so that blending two numbers of a run blends their colours. Each number is a colour and one byte of the file.
INK_RUN, HUE_RUN, PANEL_RUN, RIM_RUN, ART_RUN = (0, 16), (16, 12), (28, 16), (44, 12), (56, 80)
INK, SOFT, COLOURED = 15, 12, 27
PANEL_STEPS = ((2.55, 33), (1.95, 38), (1.45, 43))
"""Copies of the badge's outline behind it: how many times larger, and in which number."""

RIM = 1.09
"""How many times larger than the badge the pale rim around it is."""


class Card(Struct, frozen=True, kw_only=True):
    """What a card says and shows.

    `title` is large, `kind` stands above it, `line` (say, the issuer) below it, `site` at the foot; `art` comes from
    `design.badge`, `design.monogram` or `design.site_icon` and is drawn in `hue`.
    """

    title: str
    kind: str
    site: str
    art: tuple[Layer, ...]
    line: str = ""
    hue: Hue = "pine"


def social_card(card: Card) -> bytes:
    """A card of 1200 × 630 pixels as a PNG of at most 40 kB; no text makes it fail.

    What the typeface lacks is left out (see `fonts.legible`); a title that cannot be read that way gives its place to
    the line below it. The bytes depend on nothing but the card and what `edition` names.
    """
    art, colours = _art(card.art, card.hue)
    canvas = Image.new("L", (WIDTH, HEIGHT), INK_RUN[0])
    canvas.paste(_panel(card.art[0]), (PANEL, 0))
    _place_art(canvas, art, card.art[0])
    _write(canvas, card)
    canvas.putpalette(_runs(card.hue) + colours)
    return png.encode(canvas)


def _write(canvas: Image.Image, card: Card) -> None:
    """Kind, title and line as one block in the middle of the height above the site's name."""
    title, line = _legible(card.title), _legible(card.line)
    if not title:
        title, line = line, ""
    block = lines.fit(title, 700, ROOM, TITLES)
    step = round(block.size * LEADING)
    high = 50 + step * len(block.lines) + (56 if line else 0)
    top = max(72, (ICON_AT[1] - high) // 2 + 16)
    _kind(canvas, _legible(card.kind), top + KIND)
    foot = top + 50 + _title(canvas, block, top + 50, step)
    _text(canvas, lines.shorten(line, 500, ROOM, LINE), (500, LINE, SOFT), foot + 44)
    site = lines.shorten(_legible(card.site), 600, ROOM - ICON - 14, SITE)
    _text(canvas, site, (600, SITE, INK), ICON_AT[1] + 32, MARGIN + ICON + 14)


def _legible(text: str) -> str:
    return fonts.legible(text[:MOST_SIGNS])


def _kind(canvas: Image.Image, text: str, baseline: int) -> None:
    """The kind of thing, in the hue; its ground is painted in the first number of that run."""
    canvas.paste(HUE_RUN[0], (MARGIN, baseline - KIND, PANEL, baseline + KIND // 2))
    _text(canvas, lines.shorten(text, 700, ROOM, KIND), (700, KIND, COLOURED), baseline)


def _title(canvas: Image.Image, block: Block, top: int, step: int) -> int:
    """The title's lines; gives back how high they are."""
    for number, text in enumerate(block.lines):
        _text(canvas, text, (700, block.size, INK), top + step * number + round(block.size * 0.86))
    return step * len(block.lines)


def _text(
    canvas: Image.Image, text: str, style: tuple[int, int, int], baseline: int, left: int = MARGIN
) -> None:
    """Write one line; `style` is its weight, its size in pixels and its colour's number."""
    weight, size, number = style
    at, before = 0.0, ""
    for letter in text:
        at += fonts.kern(before, letter) * size / fonts.UNITS if before else 0
        quarters = round(at * 4)
        sign = fonts.sign(letter, weight, size, quarters % 4)
        if sign:
            canvas.paste(number, (left + quarters // 4 + sign.across, baseline + sign.down), sign.mask)
        at += fonts.advance(letter, weight) * size / fonts.UNITS
        before = letter


def _place_art(canvas: Image.Image, art: Image.Image, edge: Layer) -> None:
    """The badge with its rim on the panel, and the icon at the foot."""
    side = round(ART * RIM)
    rim = raster.coverage(edge, side)
    first, count = RIM_RUN
    numbers = rim.point([first + level * (count - 1) // 255 for level in range(256)])
    canvas.paste(numbers, _centred(side), _any(rim))
    canvas.paste(art.crop((0, 0, ART, ART)), _centred(ART), _any(raster.coverage(edge, ART)))
    canvas.paste(art.crop((0, ART, ICON, ART + ICON)), ICON_AT)


def _centred(side: int) -> tuple[int, int]:
    return PANEL + (WIDTH - PANEL - side) // 2, (HEIGHT - side) // 2


def _any(mask: Image.Image) -> Image.Image:
    """All or nothing: every pixel that is covered at all."""
    return mask.point([0] + [255] * 255)


@lru_cache(maxsize=32)
def _panel(edge: Layer) -> Image.Image:
    """The panel's numbers: ever larger outlines of the badge, one behind the other."""
    panel = Image.new("L", (WIDTH - PANEL, HEIGHT), PANEL_RUN[0])
    for scale, number in PANEL_STEPS:
        side = round(ART * scale)
        panel.paste(number, ((WIDTH - PANEL - side) // 2, (HEIGHT - side) // 2), raster.coverage(edge, side))
    return panel


@lru_cache(maxsize=128)
def _art(layers: tuple[Layer, ...], hue: Hue) -> tuple[Image.Image, bytes]:
    """Badge and icon, one above the other, as numbers of the last run, and the colours of that run."""
    sheet = Image.new("RGB", (ART, ART + ICON), palette.HUES[hue].pale)
    sheet.paste(palette.PAPER, (0, ART, ART, ART + ICON))
    for picture, top in ((raster.picture(layers, hue, ART), 0), (_icon(hue), ART)):
        sheet.paste(picture, (0, top), picture)
    reduced = sheet.quantize(ART_RUN[1], Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    colours = bytes(reduced.getpalette() or ())[: 3 * ART_RUN[1]]
    numbers = Image.frombytes("L", reduced.size, reduced.tobytes())
    return numbers.point([min(ART_RUN[0] + number, 255) for number in range(256)]), colours


@lru_cache(maxsize=16)
def _icon(hue: Hue) -> Image.Image:
    return raster.picture(design.site_icon(), hue, ICON)


@lru_cache(maxsize=16)
def _runs(hue: Hue) -> bytes:
    """The colours of all runs but the last."""
    tones = palette.HUES[hue]
    raised = palette.mix(tones.dark, tones.mid, 0.45)
    ends = (
        (INK_RUN, palette.PAPER, palette.INK),
        (HUE_RUN, palette.PAPER, tones.dark),
        (PANEL_RUN, tones.dark, raised),
        (RIM_RUN, raised, tones.pale),
    )
    return b"".join(_run(count, first, last) for (_, count), first, last in ends)


def _run(count: int, first: str, last: str) -> bytes:
    colours = (palette.mix(first, last, step / (count - 1)) for step in range(count))
    return b"".join(bytes(palette.rgb(colour)) for colour in colours)
