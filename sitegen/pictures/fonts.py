"""The one typeface of pictures: which signs it can draw, how wide they are, and their shapes in pixels."""

import hashlib
import importlib.resources
import io
import math
import unicodedata
from functools import lru_cache

from msgspec import Struct
from PIL import Image, ImageDraw, ImageFont

PACKAGE, FILE = "fontpkg_public_sans", "files/PublicSans[wght].ttf"
UNITS = 1000
"""Widths are in thousandths of the type size."""

FINER = 4
"""Signs are drawn this many times larger and shrunk: hinting cannot bend them, nor pixels hold them."""

STAND_INS = str.maketrans({"‐": "-", "‑": "-", "‒": "–", "―": "—", "ʼ": "’", "→": "–"})
"""Signs that the typeface lacks and others that say the same."""

MISSING = "\U0010ffff"
"""A code point that no typeface has: it shows how an unknown sign is drawn."""


class Sign(Struct, frozen=True):
    """One sign in pixels, and where its picture begins, seen from the point where the sign stands."""

    mask: Image.Image
    across: int
    down: int


def legible(text: str) -> str:
    """What of a text the typeface can draw, on one line; empty if less than half of its letters are left.

    Signs are put together (NFC) or taken apart (NFKC) where that helps; the rest, such as emoji, is left out.
    """
    composed = unicodedata.normalize("NFC", text).translate(STAND_INS)
    drawn = "".join(_drawable(sign) for sign in composed)
    if 2 * _letters(drawn) < _letters(composed):
        return ""
    return " ".join(drawn.split())


def fingerprint() -> str:
    """A short digest of the typeface's file."""
    return hashlib.sha256(_file()).hexdigest()[:16]


def width(text: str, weight: int) -> int:
    """How far a text reaches, in thousandths of its size; the text must be legible."""
    return sum(advance(sign, weight) for sign in text) + sum(map(kern, text, text[1:]))


@lru_cache(maxsize=4096)
def advance(sign: str, weight: int) -> int:
    """How far one sign moves the next one along."""
    return round(_font(weight, UNITS).getlength(sign))


@lru_cache(maxsize=4096)
def kern(left: str, right: str) -> int:
    """How much closer (below 0) two neighbours stand than their widths say."""
    for firsts, seconds, amount in KERNING:
        if left in firsts and right in seconds:
            return amount
    return 0


@lru_cache(maxsize=8192)
def sign(text: str, weight: int, size: int, quarter: int) -> Sign | None:
    """One sign in pixels, standing `quarter` quarters of a pixel to the right; None for a space."""
    font = _font(weight, size * FINER)
    left, top, right, bottom = font.getbbox(text, anchor="ls")
    if right <= left or bottom <= top:
        return None
    across, down = math.floor((left + quarter) / FINER), math.floor(top / FINER)
    wide, high = math.ceil((right + quarter) / FINER) - across, math.ceil(bottom / FINER) - down
    fine = Image.new("L", (wide * FINER, high * FINER))
    place = (quarter - across * FINER, -down * FINER)
    ImageDraw.Draw(fine).text(place, text, font=font, fill=255, anchor="ls")
    return Sign(fine.reduce(FINER), across, down)


@lru_cache(maxsize=4096)
def _drawable(sign: str) -> str:
    """The sign, or what it can be taken apart into, as far as the typeface has it."""
    if sign.isspace():
        return " "
    if _has(sign):
        return sign
    return "".join(part for part in unicodedata.normalize("NFKC", sign) if part == " " or _has(part))


def _has(sign: str) -> bool:
    """Whether the typeface has a sign; marks that only make sense over another are not counted."""
    if unicodedata.category(sign)[0] in "CMZ":
        return False
    font = _font(400, 40)
    return bytes(font.getmask(sign)) != bytes(font.getmask(MISSING))


def _letters(text: str) -> int:
    return sum(unicodedata.category(sign)[0] == "L" for sign in text)


@lru_cache(maxsize=64)
def _font(weight: int, size: int) -> ImageFont.FreeTypeFont:
    """The typeface at one weight and size, set by Pillow's basic layout, which is the same everywhere."""
    font = ImageFont.truetype(io.BytesIO(_file()), size, layout_engine=ImageFont.Layout.BASIC)
    font.set_variation_by_axes([weight])
    return font


@lru_cache(maxsize=1)
def _file() -> bytes:
    return importlib.resources.files(PACKAGE).joinpath(FILE).read_bytes()


KERNING = (
    ("T", "acdegoqsmnpruvwxyzáàâäãåæçéèêëíñóòôöõøúùûü", -70),
    ("TVWY", ".,-–—…", -80),
    ("TVWYF", "A", -55),
    ("VY", "aceoqdgsuáàâäãåéèêëóòôöõø", -50),
    ("W", "aceoqdgsáàâäãåéèêëóòôöõø", -30),
    ("A", "TVY’”", -65),
    ("A", "Wvwy", -30),
    ("L", "TVY’”", -75),
    ("L", "Wvwy", -35),
    ("P", ".,A", -70),
    ("F", ".,", -80),
    ("rvwy", ".,", -55),
    ("k", "eoc", -15),
    ("R", "TVY", -20),
)
"""Neighbours that look too far apart: signs on the left, on the right, and how they move, judged by eye."""
