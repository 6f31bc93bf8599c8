"""What a social card looks like: the picture other sites show when somebody shares a page (Open Graph)."""

import PIL
from msgspec import Struct
from PIL import Image

from sitegen.model.focus_area import Hue
from sitegen.pictures import card_ground, fonts, lines, png
from sitegen.pictures.card_ground import HUE_INK, HUE_PAPER, ICON, ICON_AT, INK, PANEL, SOFT_INK
from sitegen.pictures.design import Layer
from sitegen.pictures.lines import Block

MARGIN, TOP = 72, 72
ROOM = PANEL - MARGIN - 56
"""The width of a line of text."""

TITLES = ((84, 1), (80, 2), (72, 2), (64, 3), (56, 3), (56, 4), (50, 4), (44, 4))
"""Type sizes for titles, largest first, each with the most lines it may take."""

LEADING, ASCENT = 1.13, 0.86
"""In type sizes: from one baseline to the next, and from the top of a title to its first baseline."""

KIND, LINE, SITE = 26, 30, 28
"""Type sizes of the other texts."""

KIND_ROOM, LINE_ROOM, LINE_DOWN = 50, 56, 44
"""In pixels: the height of the texts above and below the title, and from the title to the baseline below."""

LARGE, LARGE_STEP = 40, 4
"""From this size on, letters stand on whole pixels (4 quarters): equal letters then pack better."""

MOST_SIGNS = 400
"""Of a longer text only the beginning is looked at."""


class Card(Struct, frozen=True, kw_only=True):
    """What a card says and shows.

    `title` is large, `kind` stands above it, `line` (say, the issuer) below it, `site` at the foot; `art`
    comes from `design.badge`, `design.monogram` or `design.site_icon` and is drawn in `hue`.
    """

    title: str
    kind: str
    site: str
    art: tuple[Layer, ...]
    line: str = ""
    hue: Hue = "pine"


class Style(Struct, frozen=True):
    """How a line is written: weight of the type, its size in pixels and the number of its colour."""

    weight: int
    size: int
    number: int


def social_card(card: Card) -> bytes:
    """A card of 1200 × 630 pixels as a PNG of 20 to 40 kB; no text makes it fail.

    What the typeface lacks is left out (see `fonts.legible`); a title that cannot be read that way gives its
    place to the line below it. The bytes depend on nothing but the card and what `edition` names.
    """
    canvas = card_ground.ground(card.art, card.hue)
    title, line = _legible(card.title), _legible(card.line)
    if title:
        _write_block(canvas, _legible(card.kind), title, line)
    else:
        _write_block(canvas, _legible(card.kind), line, "")
    beside = MARGIN + ICON + 14
    site = lines.shorten(_legible(card.site), 600, ROOM + MARGIN - beside, SITE)
    _write(canvas, site, Style(600, SITE, INK), (beside, ICON_AT[1] + 32))
    canvas.putpalette(card_ground.colours(card.hue))
    return png.encode(canvas)


def edition() -> str:
    """What besides a card decides its bytes: the releases of Pillow and of the typeface."""
    return f"{PIL.__version__} {fonts.fingerprint()}"


def _legible(text: str) -> str:
    return fonts.legible(text[:MOST_SIGNS])


def _write_block(canvas: Image.Image, kind: str, title: str, line: str) -> None:
    """Kind, title and line, together in the middle of the height above the site's name."""
    block = lines.fit(title, 700, ROOM, TITLES)
    high = KIND_ROOM + _height(block) + (LINE_ROOM if line else 0)
    top = max(TOP, (ICON_AT[1] - high) // 2 + 16)
    canvas.paste(HUE_PAPER, (0, top, PANEL, top + KIND_ROOM))
    style = Style(700, KIND, HUE_INK)
    _write(canvas, lines.shorten(kind, style.weight, ROOM, KIND), style, (MARGIN, top + KIND))
    top += KIND_ROOM
    for number, text in enumerate(block.lines):
        baseline = top + round(block.size * (LEADING * number + ASCENT))
        _write(canvas, text, Style(700, block.size, INK), (MARGIN, baseline))
    style = Style(500, LINE, SOFT_INK)
    baseline = top + _height(block) + LINE_DOWN
    _write(canvas, lines.shorten(line, style.weight, ROOM, LINE), style, (MARGIN, baseline))


def _height(block: Block) -> int:
    return round(block.size * LEADING * len(block.lines))


def _write(canvas: Image.Image, text: str, style: Style, start: tuple[int, int]) -> None:
    """Write one line; its first letter's ink, not its cell, begins at `start`, which lies on the baseline."""
    left, baseline = start
    first = fonts.sign(text[0], style.weight, style.size, 0) if text else None
    left -= first.across if first else 0
    at, before, step = 0.0, "", LARGE_STEP if style.size >= LARGE else 1
    for letter in text:
        at += fonts.kern(before, letter) if before else 0
        quarters = round(at * style.size * 4 / fonts.UNITS / step) * step
        sign = fonts.sign(letter, style.weight, style.size, quarters % 4)
        if sign:
            place = (left + quarters // 4 + sign.across, baseline + sign.down)
            canvas.paste(style.number, place, sign.mask)
        at += fonts.advance(letter, style.weight)
        before = letter
