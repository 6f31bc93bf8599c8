"""Badge art, monograms and the site's icon are small, safe and always the same."""

import subprocess
import sys
from typing import get_args
from xml.etree import ElementTree as ET

import pytest

from sitegen.model.focus_area import Glyph, Hue
from sitegen.pictures import art, design, outlines, safety
from sitegen.pictures.design import Shape
from sitegen.pictures.outlines import Contour

SHAPES = [Shape(contour, ring) for contour in outlines.CONTOURS for ring in outlines.RINGS]
NAMESPACE = "{http://www.w3.org/2000/svg}"


def test_the_title_is_told_to_people_who_cannot_see() -> None:
    root = ET.fromstring(art.badge_svg("Talk <& Moves>", SHAPES[0], "rose", "heart"))
    assert root.findtext(f"{NAMESPACE}title") == "Talk <& Moves>"


@pytest.mark.parametrize("glyph", get_args(Glyph))
def test_badge_art_is_far_smaller_than_four_kilobytes(glyph: Glyph) -> None:
    assert max(len(art.badge_svg("x" * 90, shape, "violet", glyph)) for shape in SHAPES) < 2_700


@pytest.mark.parametrize("contour", outlines.CONTOURS)
@pytest.mark.parametrize("hue", get_args(Hue))
def test_badge_art_passes_the_gate_for_pictures(contour: Contour, hue: Hue) -> None:
    assert safety.check_svg(art.badge_svg("Title", Shape(contour, "ticks"), hue, "gear").encode()) is None


def test_the_gate_leaves_badge_art_as_it_is() -> None:
    svg = art.badge_svg("Title", Shape("seal", "code"), "teal", "palette").encode()
    assert safety.clean_svg(svg) == svg


@pytest.mark.parametrize(
    "svg",
    [
        art.badge_svg("T", SHAPES[3], "ocean", "leaf"),
        art.issuer_svg("Harbor Teaching Collective", "harbor"),
        art.site_icon_svg(),
    ],
)
@pytest.mark.parametrize("word", ["style", "script", "href", "data:", "<image", "font", "onload", "&#"])
def test_drawn_art_has_nothing_that_a_strict_policy_forbids(svg: str, word: str) -> None:
    assert word not in svg


@pytest.mark.parametrize(
    ("slug", "contour", "ring"),
    [
        ("calm-routines", "circle", "dashes"),
        ("talk-moves", "plaque", "ticks"),
        ("universal-design-first-steps", "shield", "dashes"),
    ],
)
def test_a_slug_keeps_its_shape_for_ever(slug: str, contour: str, ring: str) -> None:
    shape = design.shape_for(slug)
    assert (shape.contour, shape.ring) == (contour, ring)


def test_slugs_make_use_of_every_shape() -> None:
    assert {design.shape_for(f"credential-{number}") for number in range(600)} == set(SHAPES)


def test_shapes_of_one_focus_area_look_different() -> None:
    assert len({art.badge_svg("T", shape, "pine", "book") for shape in SHAPES}) == len(SHAPES)


def test_issuers_get_hues_of_all_kinds() -> None:
    assert {design.hue_for(f"issuer-{number}") for number in range(300)} == set(get_args(Hue))


def test_a_monogram_shows_the_initials_as_drawn_letters() -> None:
    root = ET.fromstring(art.issuer_svg("Harbor Teaching Collective", "harbor"))
    assert len(root.findall(f"{NAMESPACE}path")) == 3


def test_a_name_in_another_script_gets_a_building() -> None:
    root = ET.fromstring(art.issuer_svg("東京教育", "tokyo"))
    assert len(root.findall(f"{NAMESPACE}path")) == 2


def test_drawing_svg_and_checking_pictures_do_not_load_the_pixel_library() -> None:
    code = "import sys; from sitegen.pictures import art, palette, safety; print('PIL' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert told.stdout.strip() == "False"


def test_any_slug_has_a_shape() -> None:
    assert design.shape_for("") in SHAPES
