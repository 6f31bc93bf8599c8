"""How a drawing written as SVG path data becomes straight pieces that a pixel drawer can follow."""

import math
import re
from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct

Point = tuple[float, float]

COMMAND = re.compile(r"([A-Za-z])([^A-Za-z]*)")
NUMBER = re.compile(r"-?(?:\d+\.?\d*|\.\d+)")
ARGUMENTS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "Q": 4, "A": 7, "Z": 0}
CURVE_STEPS = 14
ARC_STEP = math.radians(5)


class Line(Struct, frozen=True):
    """A run of straight pieces; a closed one ends where it began."""

    points: tuple[Point, ...]
    closed: bool


def flatten(data: str) -> tuple[Line, ...]:
    """Turn path data (commands M L H V C Q A Z, large or small) into lines, curves cut into short pieces.

    The grammar is that of SVG 2, section 9.3, without S and T and with arc flags set apart by spaces.
    """
    lines: list[Line] = []
    points: list[Point] = [(0.0, 0.0)]
    for letter, numbers in _commands(data):
        if letter == "M":
            _finish(lines, points, closed=False)
            points = [(numbers[0], numbers[1])]
        elif letter == "Z":
            start = points[0]
            _finish(lines, points, closed=True)
            points = [start]
        else:
            points.extend(_piece(points[-1], letter, numbers))
    _finish(lines, points, closed=False)
    return tuple(lines)


def length(line: Line) -> float:
    """The length of a line, in the units of its drawing."""
    return sum(math.dist(a, b) for a, b in pairwise(walk(line)))


def walk(line: Line) -> tuple[Point, ...]:
    """The points of a line in order; those of a closed line end with the first point again."""
    return (*line.points, line.points[0]) if line.closed else line.points


def _finish(lines: list[Line], points: list[Point], *, closed: bool) -> None:
    if len(points) > 1:
        lines.append(Line(tuple(points), closed))


def _commands(data: str) -> Iterator[tuple[str, list[float]]]:
    """Each command with its numbers made absolute; repeated arguments are given one set at a time."""
    here = start = (0.0, 0.0)
    for letter, text in COMMAND.findall(data):
        numbers = [float(number) for number in NUMBER.findall(text)]
        count = ARGUMENTS[letter.upper()]
        for first in range(0, max(len(numbers), 1), max(count, 1)):
            name, values = _absolute(letter, numbers[first : first + count], here)
            if letter in "Mm" and first:
                name = "L"
            yield name, values
            here = start if name == "Z" else (values[-2], values[-1])
            if name == "M":
                start = here


def _absolute(letter: str, numbers: list[float], here: Point) -> tuple[str, list[float]]:
    """One command in capital letters; H and V become L."""
    x, y = here if letter.islower() else (0.0, 0.0)
    match letter.upper():
        case "H":
            return "L", [numbers[0] + x, here[1]]
        case "V":
            return "L", [here[0], numbers[0] + y]
        case "A":
            return "A", [*numbers[:5], numbers[5] + x, numbers[6] + y]
        case name:
            return name, [number + (y if at % 2 else x) for at, number in enumerate(numbers)]


def _piece(here: Point, letter: str, numbers: list[float]) -> list[Point]:
    match letter:
        case "C":
            return _curve((here, *_pairs(numbers)))
        case "Q":
            return _curve((here, *_pairs(numbers)))
        case "A":
            return _arc(here, numbers)
        case _:
            return [(numbers[0], numbers[1])]


def _pairs(numbers: list[float]) -> list[Point]:
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def _curve(control: tuple[Point, ...]) -> list[Point]:
    """A Bézier curve of any degree, by de Casteljau's construction."""
    return [_on_curve(control, step / CURVE_STEPS) for step in range(1, CURVE_STEPS + 1)]


def _on_curve(control: tuple[Point, ...], t: float) -> Point:
    while len(control) > 1:
        control = tuple((ax + (bx - ax) * t, ay + (by - ay) * t) for (ax, ay), (bx, by) in pairwise(control))
    return control[0]


def _arc(here: Point, numbers: list[float]) -> list[Point]:
    """An elliptical arc without rotation, found as in SVG 2, appendix B.2.4."""
    rx, ry, _, large, sweep, x, y = numbers
    (ux, uy), (vx, vy) = (here[0] / rx, here[1] / ry), (x / rx, y / ry)
    half = math.dist((ux, uy), (vx, vy)) / 2
    if half == 0:
        return []
    scale = max(half, 1.0)  # radii too small to reach are grown until they do
    away = math.sqrt(max(scale**2 - half**2, 0.0)) / (2 * half) * (1 if large != sweep else -1)
    cx, cy = (ux + vx) / 2 - (vy - uy) * away, (uy + vy) / 2 + (vx - ux) * away
    begin, end = math.atan2(uy - cy, ux - cx), math.atan2(vy - cy, vx - cx)
    turn = (end - begin) % math.tau if sweep else -((begin - end) % math.tau)
    steps = max(math.ceil(abs(turn) / ARC_STEP), 1)
    angles = [begin + turn * step / steps for step in range(1, steps)]
    inner = [((cx + scale * math.cos(a)) * rx, (cy + scale * math.sin(a)) * ry) for a in angles]
    return [*inner, (x, y)]
