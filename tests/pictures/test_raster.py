"""Pixels show what the SVG shows."""

import io

import pytest
from PIL import Image, ImageChops

from sitegen.pictures import design, few_colours, outlines, palette, pixel_art, raster
from sitegen.pictures.design import Shape
from sitegen.pictures.outlines import Contour


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data)).convert("RGBA")


def colour(image: Image.Image, x: int, y: int) -> tuple[int, ...]:
    return tuple(image.crop((x, y, x + 1, y + 1)).tobytes())


def near(one: tuple[int, ...], tone: str) -> bool:
    return max(abs(a - b) for a, b in zip(one[:3], palette.rgb(tone), strict=True)) <= 4


@pytest.mark.parametrize("pixels", [180, 600])
def test_a_badge_has_the_size_that_was_asked_for(pixels: int) -> None:
    assert opened(pixel_art.badge_png(Shape("seal", "dots"), "rose", "heart", pixels)).size == (
        pixels,
        pixels,
    )


@pytest.mark.parametrize("contour", outlines.CONTOURS)
def test_a_badge_is_clear_outside_its_outline(contour: Contour) -> None:
    image = opened(pixel_art.badge_png(Shape(contour, "line"), "teal", "book", 120))
    assert [colour(image, *corner)[3] for corner in ((0, 0), (119, 0), (0, 119), (119, 119))] == [0] * 4


@pytest.mark.parametrize("contour", outlines.CONTOURS)
def test_a_badge_has_a_light_disc(contour: Contour) -> None:
    image = opened(pixel_art.badge_png(Shape(contour, "line"), "teal", "target", 240))
    assert near(
        colour(image, 120, round(2 * outlines.OUTLINES[contour].middle) - 32), palette.HUES["teal"].light
    )


def test_a_glyph_is_drawn_in_the_dark_tone() -> None:
    image = opened(pixel_art.badge_png(Shape("circle", "line"), "plum", "target", 240))
    assert near(colour(image, 123, 120), palette.HUES["plum"].dark)


def test_dashes_leave_gaps() -> None:
    image = opened(pixel_art.badge_png(Shape("circle", "dashes"), "slate", "book", 480))
    ring = [sum(colour(image, 240 + across, 72)[:3]) for across in range(-40, 40)]
    assert max(ring) - min(ring) > 200


def test_a_broken_line_is_drawn_as_an_unbroken_one_would_be_but_for_its_gaps() -> None:
    whole = opened(pixel_art.badge_png(Shape("hexagon", "line"), "slate", "book", 240))
    broken = opened(pixel_art.badge_png(Shape("hexagon", "dots"), "slate", "book", 240))
    assert whole.getchannel("A").tobytes() == broken.getchannel("A").tobytes()


def test_a_badge_for_baking_takes_less_than_fifty_kilobytes() -> None:
    assert len(pixel_art.badge_png(Shape("sun", "ticks"), "brick", "palette", 600)) < 50_000


def test_few_colours_are_close_to_the_true_ones() -> None:
    layers = design.badge(Shape("octagon", "code"), "chip")
    true = few_colours.on("#ffffff", raster.picture(layers, "violet", 240))
    few = few_colours.on(
        "#ffffff", opened(pixel_art.badge_png(Shape("octagon", "code"), "violet", "chip", 240))
    )
    differences = [
        count for level, count in enumerate(ImageChops.difference(true, few).histogram()) if level % 256 > 24
    ]
    assert sum(differences) < 240 * 240 * 3 * 0.005


def test_the_same_badge_has_the_same_bytes() -> None:
    first = pixel_art.badge_png(Shape("shield", "ticks"), "ocean", "gear", 180)
    raster.coverage.cache_clear()
    assert pixel_art.badge_png(Shape("shield", "ticks"), "ocean", "gear", 180) == first


def test_a_touch_icon_fills_its_square() -> None:
    assert opened(pixel_art.touch_icon_png()).getchannel("A").getextrema() == (255, 255)


def test_a_monogram_is_drawn_in_pale_letters() -> None:
    image = opened(pixel_art.issuer_png("Iris", "iris", 240))
    assert min(colour(image, 120, 120)[:3]) > 220
