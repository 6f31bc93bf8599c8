"""Outlines, glyphs and letters stay where a badge has room for them."""

import math
from typing import get_args

import pytest

from sitegen.model.focus_area import Glyph
from sitegen.pictures import design, glyphs, letters, outlines, path_data
from sitegen.pictures.outlines import Contour, Ring
from sitegen.pictures.path_data import Point

DISC = 34
GLYPHS = get_args(Glyph)


def points(path: str) -> list[Point]:
    return [point for line in path_data.flatten(path) for point in line.points]


@pytest.mark.parametrize("contour", outlines.CONTOURS)
def test_outlines_stay_within_the_picture(contour: Contour) -> None:
    assert all(
        0 <= number <= design.SIDE for point in points(outlines.OUTLINES[contour].edge) for number in point
    )


@pytest.mark.parametrize("contour", outlines.CONTOURS)
def test_ring_lies_between_edge_and_disc(contour: Contour) -> None:
    outline = outlines.OUTLINES[contour]
    middle = (outlines.MIDDLE, outline.middle)
    assert min(math.dist(point, middle) for point in points(outline.ring)) > DISC


@pytest.mark.parametrize("contour", outlines.CONTOURS)
def test_plate_is_smaller_than_edge_and_larger_than_ring(contour: Contour) -> None:
    outline = outlines.OUTLINES[contour]
    spans = [max(x for x, _ in points(path)) for path in (outline.edge, outline.plate, outline.ring)]
    assert spans == sorted(spans, reverse=True)


@pytest.mark.parametrize("ring", outlines.RINGS)
def test_ring_marks_fill_the_way_from_one_to_the_next(ring: Ring) -> None:
    assert sum(outlines.PATTERNS[ring].dashes) == (1 if outlines.PATTERNS[ring].marks else 0)


def test_every_glyph_of_the_model_is_drawn() -> None:
    assert set(glyphs.GLYPHS) == set(GLYPHS)


def test_no_two_glyphs_are_alike() -> None:
    assert len(set(glyphs.GLYPHS.values())) == len(GLYPHS)


@pytest.mark.parametrize("glyph", GLYPHS)
def test_glyph_fits_into_the_disc(glyph: Glyph) -> None:
    middle = glyphs.SIZE / 2
    reach = max(math.dist(point, (middle, middle)) for point in points(glyphs.GLYPHS[glyph])) + glyphs.PEN / 2
    assert reach * design.MARK_SCALE < DISC


@pytest.mark.parametrize("letter", letters.LETTERS)
def test_letter_keeps_to_its_cell(letter: str) -> None:
    wide, path = letters.LETTERS[letter]
    assert all(-0.8 <= x <= wide + 0.8 and -0.8 <= y <= letters.HEIGHT + 1 for x, y in points(path))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Harbor Teaching Collective", "HT"),
        ("The Museum of the Sea", "MS"),
        ("Écoles Ouvertes", "EO"),
        ("Ünal", "U"),
        ("“Open” Schools", "OS"),
        ("4-H Clubs", "4C"),
        ("Московский университет", ""),
        ("🎉", ""),
        ("", ""),
    ],
)
def test_initials_stand_for_a_name(name: str, expected: str) -> None:
    assert letters.initials(name) == expected
