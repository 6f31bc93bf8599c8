"""The twelve hues of focus areas and the neutral colours of cards, each with the contrast that it keeps."""

from msgspec import Struct

from sitegen.model.focus_area import Hue


class Tones(Struct, frozen=True):
    """One hue from dark to pale, as `#rrggbb`.

    Fit for text: `dark` on `light`, on `pale` and on white, and `light` on `deep` (at least 7 : 1), white on
    `mid` (4.5 : 1). Fit for drawings: `mid` beside `light` (3 : 1). `bright` is for decoration only.
    """

    deep: str
    dark: str
    mid: str
    bright: str
    light: str
    pale: str


HUES: dict[Hue, Tones] = {
    "pine": Tones("#012e1b", "#084e32", "#31835d", "#49a076", "#cde7d8", "#eff6f2"),
    "teal": Tones("#022c2c", "#034b4b", "#0a8282", "#09a0a0", "#c5e8e7", "#edf7f6"),
    "ocean": Tones("#01283f", "#034669", "#0679b2", "#1a95d8", "#c6e4fb", "#edf6fc"),
    "indigo": Tones("#161c57", "#29348c", "#5063d9", "#667efe", "#d5dfff", "#f1f4ff"),
    "violet": Tones("#2d1350", "#4c2782", "#8152cb", "#9c6bee", "#e3d9fe", "#f6f2ff"),
    "plum": Tones("#3c0f3b", "#632162", "#a149a0", "#c162bf", "#f4d4f2", "#faf1fa"),
    "rose": Tones("#4b001b", "#7a0732", "#c2335d", "#e64c76", "#fed3d9", "#fef1f2"),
    "brick": Tones("#480b02", "#761c09", "#bc442d", "#df5d43", "#fed5cc", "#fef1ee"),
    "amber": Tones("#371f00", "#5d3700", "#9e6203", "#c37904", "#fcd9b4", "#fbf3eb"),
    "olive": Tones("#232900", "#3d4703", "#6c7a29", "#869540", "#dde3c9", "#f4f5ee"),
    "slate": Tones("#1e2630", "#374251", "#637387", "#7c8ea4", "#dae0e8", "#f3f5f7"),
    "cocoa": Tones("#342015", "#573929", "#916651", "#af8068", "#ecdcd4", "#f8f3f1"),
}

PAPER = "#fbfaf6"
"""Background of cards: a warm white."""

INK = "#17212b"
"""Colour of titles on paper."""


def rgb(colour: str) -> tuple[int, int, int]:
    """The red, green and blue of `#rrggbb`, each from 0 to 255."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def mix(first: str, last: str, share: float) -> str:
    """The colour that lies a share (0 to 1) of the way from the first to the last."""
    ends = zip(rgb(first), rgb(last), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in ends)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, from 1 to 21, as WCAG 2.2 defines it."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(channel / 255) for channel in rgb(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
