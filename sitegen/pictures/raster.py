"""How layers are drawn in pixels: the same art as the SVG, for social cards, baked badges and touch icons."""

import math
from functools import lru_cache
from itertools import pairwise

from PIL import Image, ImageDraw

from sitegen.model.focus_area import Hue
from sitegen.pictures import design, palette, path_data
from sitegen.pictures.design import Layer, Paint
from sitegen.pictures.path_data import Line, Point

FINER = 4
"""Shapes are drawn this many times larger and shrunk, which smooths their edges."""

SPECK = 0.05
"""Shorter pieces, in pixels, have no direction to speak of and are not drawn."""


def picture(layers: tuple[Layer, ...], hue: Hue, pixels: int) -> Image.Image:
    """Layers drawn into a square RGBA image; the first holds all the others, its edge is the picture's."""
    canvas = Image.new("RGB", (pixels, pixels))
    for layer in layers:
        mask = coverage(layer, pixels)
        if layer.opacity != 1:
            mask = mask.point([round(level * layer.opacity) for level in range(256)])
        canvas.paste(_colour(layer.paint, hue, pixels), mask=None if layer is layers[0] else mask)
    canvas.putalpha(coverage(layers[0], pixels))
    return canvas


@lru_cache(maxsize=256)
def coverage(layer: Layer, pixels: int) -> Image.Image:
    """How much of each pixel a layer covers, from 0 to 255; the hue plays no part, so these are kept."""
    side = pixels * FINER
    mask = Image.new("L", (side, side))
    draw = ImageDraw.Draw(mask)
    unit = side / design.SIDE
    lines = [_placed(line, layer, unit) for line in path_data.flatten(layer.path)]
    for line in lines:
        if layer.width:
            _stroke(draw, line, layer, unit)
        else:
            draw.polygon(line.points, fill=255)
    return mask.reduce(FINER)


@lru_cache(maxsize=8)
def diagonal(pixels: int) -> Image.Image:
    """Where each pixel lies on the way from the slope's beginning (0) to its end (255)."""
    low, high = (2 * pixels * mark / design.SIDE for mark in (design.SLOPE_FROM, design.SLOPE_TO))
    ramp = bytes(round(255 * min(max((at - low) / (high - low), 0), 1)) for at in range(2 * pixels))
    return Image.frombytes("L", (pixels, pixels), b"".join(ramp[row : row + pixels] for row in range(pixels)))


def _placed(line: Line, layer: Layer, unit: float) -> Line:
    across, down, scale = layer.place
    points = tuple(((x * scale + across) * unit, (y * scale + down) * unit) for x, y in line.points)
    return Line(points, line.closed)


def _stroke(draw: ImageDraw.ImageDraw, line: Line, layer: Layer, unit: float) -> None:
    """Draw a line: an oblong for each straight piece and, if the pen is round, a disc at each joint."""
    scale = layer.place[2] * unit
    half = layer.width * scale / 2
    dashes = tuple(dash * scale for dash in layer.dashes)
    for run in _dashed(path_data.walk(line), dashes) if dashes else [path_data.walk(line)]:
        for start, end in pairwise(run):
            if math.dist(start, end) > SPECK:
                draw.polygon(_oblong(start, end, half), fill=255)
        if layer.round_ends:
            for x, y in run:
                draw.ellipse((x - half, y - half, x + half, y + half), fill=255)


def _oblong(start: Point, end: Point, half: float) -> list[Point]:
    (ax, ay), (bx, by) = start, end
    size = math.dist(start, end)
    across, down = (by - ay) / size * half, (ax - bx) / size * half
    return [
        (ax + across, ay + down),
        (bx + across, by + down),
        (bx - across, by - down),
        (ax - across, ay - down),
    ]


def _dashed(points: tuple[Point, ...], dashes: tuple[float, ...]) -> list[list[Point]]:
    """Cut a run of points into the parts that are drawn; `dashes` are lengths drawn and left out by turns."""
    runs: list[list[Point]] = [[points[0]]]
    turn, left = 0, dashes[0]
    for start, end in pairwise(points):
        here, rest = start, math.dist(start, end)
        while rest > left:
            share = left / rest
            here = (here[0] + (end[0] - here[0]) * share, here[1] + (end[1] - here[1]) * share)
            rest -= left
            if turn % 2 == 0:
                runs[-1].append(here)
            else:
                runs.append([here])
            turn += 1
            left = dashes[turn % len(dashes)]
        left -= rest
        if turn % 2 == 0:
            runs[-1].append(end)
    return runs


def _colour(paint: Paint, hue: Hue, pixels: int) -> Image.Image:
    """A square full of one paint."""
    tones = palette.HUES[hue]
    match paint:
        case "fall":
            return _slope(tones.bright, tones.dark, pixels)
        case "rise":
            return _slope(tones.dark, tones.mid, pixels)
        case tone:
            return Image.new("RGB", (pixels, pixels), palette.rgb(getattr(tones, tone)))


@lru_cache(maxsize=32)
def _slope(first: str, last: str, pixels: int) -> Image.Image:
    ends = zip(palette.rgb(first), palette.rgb(last), strict=True)
    steps = diagonal(pixels)
    return Image.merge(
        "RGB", [steps.point([round(a + (b - a) * level / 255) for level in range(256)]) for a, b in ends]
    )
