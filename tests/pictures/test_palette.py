"""The hues keep the contrast that the palette promises."""

from typing import get_args

import pytest

from sitegen.model.focus_area import Hue
from sitegen.pictures import palette

HUES = get_args(Hue)


def test_every_hue_of_the_model_has_its_tones() -> None:
    assert set(palette.HUES) == set(HUES)


@pytest.mark.parametrize("hue", HUES)
def test_dark_text_is_readable_on_light_grounds(hue: Hue) -> None:
    tones = palette.HUES[hue]
    assert min(palette.contrast(tones.dark, ground) for ground in (tones.light, tones.pale, "#ffffff")) >= 7


@pytest.mark.parametrize("hue", HUES)
def test_light_text_is_readable_on_deep_ground(hue: Hue) -> None:
    assert palette.contrast(palette.HUES[hue].light, palette.HUES[hue].deep) >= 7


@pytest.mark.parametrize("hue", HUES)
def test_white_text_is_readable_on_the_middle_tone(hue: Hue) -> None:
    assert palette.contrast("#ffffff", palette.HUES[hue].mid) >= 4.5


@pytest.mark.parametrize("hue", HUES)
def test_middle_and_light_tone_can_be_told_apart(hue: Hue) -> None:
    assert palette.contrast(palette.HUES[hue].mid, palette.HUES[hue].light) >= 3


def test_titles_are_readable_on_paper() -> None:
    assert palette.contrast(palette.INK, palette.PAPER) >= 7


def test_black_on_white_is_the_highest_contrast() -> None:
    assert round(palette.contrast("#000000", "#ffffff"), 6) == 21


def test_halfway_between_two_colours_lies_their_mean() -> None:
    assert palette.mix("#000000", "#ff8040", 0.5) == "#804020"
