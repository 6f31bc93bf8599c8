"""The outlines a badge may have, in a square of 120 units, and the ring patterns that tell badges apart."""

import math
from typing import Literal, get_args

from msgspec import Struct

Contour = Literal["circle", "seal", "sun", "flower", "hexagon", "octagon", "square", "plaque", "shield"]
Ring = Literal["dots", "beads", "dashes", "ticks", "line", "code"]

CONTOURS: tuple[Contour, ...] = get_args(Contour)
RINGS: tuple[Ring, ...] = get_args(Ring)
MIDDLE = 60.0


class Outline(Struct, frozen=True):
    """The lines of one badge form, as path data: its edge, the plate inside it, and the path of its ring.

    `middle` is how far down the middle of its disc lies.
    """

    edge: str
    plate: str
    ring: str
    middle: float = MIDDLE


class Pattern(Struct, frozen=True):
    """How a ring is drawn: how many marks it has (0: unbroken), how wide they are and how they end.

    `dashes` are shares of the way from one mark to the next: drawn, left out, drawn, left out …
    """

    marks: int
    dashes: tuple[float, ...]
    width: float
    round_ends: bool = True


PATTERNS: dict[Ring, Pattern] = {
    "dots": Pattern(60, (0, 1), 1.7),
    "beads": Pattern(32, (0, 1), 3),
    "dashes": Pattern(36, (0.45, 0.55), 1.8),
    "ticks": Pattern(72, (0.28, 0.72), 4.2, round_ends=False),
    "line": Pattern(0, (), 1.6),
    "code": Pattern(20, (0.4, 0.3, 0, 0.3), 2),
}


def circle(x: float, y: float, radius: float) -> str:
    """Path data of a whole circle, in relative commands so that it stays short."""
    r, d = _short(radius), _short(2 * radius)
    return f"M{_short(x - radius)} {_short(y)}a{r} {r} 0 1 1 {d} 0a{r} {r} 0 1 1 -{d} 0Z"


def _short(number: float) -> str:
    """A number with at most one decimal: a tenth of a unit is less than anyone can see."""
    return f"{number:.1f}".removesuffix(".0").replace("-0.", "-.").removeprefix("0") or "0"


def _at(radius: float, turn: float) -> tuple[float, float]:
    """The point at a distance from the middle; `turn` counts whole turns clockwise from the top."""
    angle = turn * math.tau
    return MIDDLE + radius * math.sin(angle), MIDDLE - radius * math.cos(angle)


def _spot(point: tuple[float, float]) -> str:
    return f"{_short(point[0])} {_short(point[1])}"


def _towards(start: tuple[float, float], end: tuple[float, float], distance: float) -> tuple[float, float]:
    share = distance / math.dist(start, end)
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def _polygon(corners: int, radius: float, rounding: float, turn: float = 0) -> str:
    """A regular polygon whose corners are rounded off, starting `rounding` units before each corner."""
    points = [_at(radius, turn + corner / corners) for corner in range(corners)]
    pieces: list[str] = []
    for index, point in enumerate(points):
        before, after = points[index - 1], points[(index + 1) % corners]
        enter, leave = _towards(point, before, rounding), _towards(point, after, rounding)
        pieces.append(f"{_spot(enter)}Q{_spot(point)} {_spot(leave)}")
    return f"M{'L'.join(pieces)}Z"


def _lobes(count: int, valley: float, bulge: float) -> str:
    """Round lobes side by side: `valley` is where they meet, `bulge` the radius of each."""
    points = [_at(valley, (index + 0.5) / count) for index in range(count)]
    arcs = "".join(f"A{_short(bulge)} {_short(bulge)} 0 0 1 {_spot(point)}" for point in points[1:])
    return f"M{_spot(points[0])}{arcs}A{_short(bulge)} {_short(bulge)} 0 0 1 {_spot(points[0])}Z"


def _rays(count: int, peak: float, valley: float) -> str:
    """A star of many low rays; the tips are softened by short curves."""
    pieces: list[str] = []
    for index in range(count):
        tip, low = _at(peak, index / count), _at(valley, (index + 0.5) / count)
        enter = _towards(tip, _at(valley, (index - 0.5) / count), 3.2)
        leave = _towards(tip, low, 3.2)
        pieces.append(f"{_spot(enter)}Q{_spot(tip)} {_spot(leave)}L{_spot(low)}")
    return f"M{'L'.join(pieces)}Z"


def square(half: float, rounding: float) -> str:
    """A square with round corners, reaching `half` units from the middle to each side."""
    low, side, r = MIDDLE - half, 2 * (half - rounding), _short(rounding)
    s = _short(side)
    return (
        f"M{_short(low + rounding)} {_short(low)}h{s}a{r} {r} 0 0 1 {r} {r}v{s}a{r} {r} 0 0 1 -{r} {r}"
        f"h-{s}a{r} {r} 0 0 1 -{r} -{r}v-{s}a{r} {r} 0 0 1 {r} -{r}Z"
    )


def _plaque(half: float, bite: float) -> str:
    """A square with a quarter circle bitten out of each corner."""
    low, side, r = MIDDLE - half, 2 * (half - bite), _short(bite)
    s = _short(side)
    return (
        f"M{_short(low + bite)} {_short(low)}h{s}a{r} {r} 0 0 0 {r} {r}v{s}a{r} {r} 0 0 0 -{r} {r}"
        f"h-{s}a{r} {r} 0 0 0 -{r} -{r}v-{s}a{r} {r} 0 0 0 {r} -{r}Z"
    )


def _shield(inset: float) -> str:
    """A shield, drawn `inset` units inside the largest one."""
    left, top = 11 + inset, 14 + inset * 0.95
    peak, shoulder, foot = 3.5 + inset * 1.1, 62 - inset * 0.3, 117 - inset * 1.3
    right = 120 - left
    curves = (
        ((60, peak), (72, peak + 7.5), (88, top), (right, top)),
        ((right, shoulder), (right, shoulder + 25), (right - 18, foot - 9), (60, foot)),
        ((60, foot), (left + 18, foot - 9), (left, shoulder + 25), (left, shoulder)),
        ((left, top), (32, top), (48, peak + 7.5), (60, peak)),
    )
    return "M" + "L".join(f"{_spot(a)}C{_spot(b)} {_spot(c)} {_spot(d)}" for a, b, c, d in curves) + "Z"


OUTLINES: dict[Contour, Outline] = {
    "circle": Outline(circle(60, 60, 55), circle(60, 60, 49), circle(60, 60, 42)),
    "seal": Outline(_lobes(16, 51.5, 10.6), circle(60, 60, 47), circle(60, 60, 41.2)),
    "sun": Outline(_rays(20, 57.5, 52), circle(60, 60, 47), circle(60, 60, 41.2)),
    "flower": Outline(_lobes(8, 48.5, 19.3), circle(60, 60, 46.5), circle(60, 60, 40.7)),
    "hexagon": Outline(_polygon(6, 58, 8), _polygon(6, 51.5, 7), _polygon(6, 45, 6)),
    "octagon": Outline(_polygon(8, 58, 7, 1 / 16), _polygon(8, 52, 6, 1 / 16), _polygon(8, 45, 5, 1 / 16)),
    "square": Outline(square(50.5, 17), square(45, 13), square(39, 9)),
    "plaque": Outline(_plaque(51.5, 12), _plaque(46, 11), _plaque(41, 11)),
    "shield": Outline(_shield(0), _shield(5), _shield(9.8), middle=57.5),
}
