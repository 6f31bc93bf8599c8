"""Social cards are the right size, the same everywhere, and take any text."""

import hashlib
import io
import os
import struct
import subprocess
import sys
from typing import get_args

import msgspec
import pytest
from PIL import Image

from sitegen.model.focus_area import Hue
from sitegen.pictures import card_ground, cards, design, palette
from sitegen.pictures.card_ground import HUE_INK, SOFT_INK
from sitegen.pictures.cards import Card
from sitegen.pictures.design import Shape

CARD = Card(
    title="First Steps in Universal Design",
    kind="Micro-credential",
    line="Common Room Institute",
    site="Openpath Credentials",
    hue="rose",
    art=design.badge(Shape("sun", "ticks"), "palette"),
)
HOSTILE = {
    "empty": "",
    "right to left": "دعم الطلاب متعددي اللغات",
    "no spaces": "Donaudampfschifffahrt" * 15,
    "emoji": "🎉" * 90,
    "marks": "Z" + "\u0336\u0353\u0311" * 90,
    "controls": "\x00\x1b[31m\u202e\u2066\ufeff",
    "lone surrogate": "\ud83d half a face",
    "astral": "\U0010ffff\U000e0041" * 40,
    "very long": "A very long title indeed, and then some more. " * 2_000,
    "dense": "@#&%§WMQ&@ " * 30,
    "spaces": " \u2003\t\n" * 50,
    "ligature": "\ufdfa" * 40,
}


def opened(card: Card) -> Image.Image:
    return Image.open(io.BytesIO(cards.social_card(card)))


def chunk_names(data: bytes) -> list[bytes]:
    names, at = [], 8
    while at < len(data):
        length, name = struct.unpack_from(">I4s", data, at)
        names.append(name)
        at += 12 + length
    return names


def test_a_card_has_the_size_that_open_graph_readers_want() -> None:
    assert opened(CARD).size == (1200, 630)


@pytest.mark.parametrize("hue", get_args(Hue))
def test_lesser_texts_are_readable_on_paper(hue: Hue) -> None:
    colours = card_ground.colours(hue)
    inks = [f"#{colours[3 * number : 3 * number + 3].hex()}" for number in (SOFT_INK, HUE_INK)]
    assert min(palette.contrast(ink, palette.PAPER) for ink in inks) >= 7


def test_a_card_holds_pixels_and_nothing_else() -> None:
    assert set(chunk_names(cards.social_card(CARD))) == {b"IHDR", b"PLTE", b"IDAT", b"IEND"}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_any_text_makes_a_card(text: str) -> None:
    assert opened(msgspec.structs.replace(CARD, title=text, kind=text, line=text, site=text)).size == (
        1200,
        630,
    )


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_texts_as_long_as_records_allow_make_a_card_of_at_most_forty_kilobytes(text: str) -> None:
    assert len(cards.social_card(msgspec.structs.replace(CARD, title=text[:90], line=text[:90]))) <= 40_000


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_no_title_reaches_the_panel(text: str) -> None:
    gutter = opened(msgspec.structs.replace(CARD, title=text)).convert("RGB").crop((750, 0, 800, 630))
    assert gutter.getcolors() == [(50 * 630, palette.rgb(palette.PAPER))]


def test_a_title_that_cannot_be_read_gives_its_place_to_the_line() -> None:
    unreadable = msgspec.structs.replace(CARD, title=HOSTILE["right to left"])
    instead = msgspec.structs.replace(CARD, title=CARD.line, line="")
    assert cards.social_card(unreadable) == cards.social_card(instead)


def test_emoji_are_left_out_of_a_title() -> None:
    with_emoji = msgspec.structs.replace(CARD, title="First Steps 🎉 in Universal Design 🧩")
    assert cards.social_card(with_emoji) == cards.social_card(CARD)


@pytest.mark.parametrize("field", ["title", "kind", "line", "site"])
def test_every_text_shows(field: str) -> None:
    assert cards.social_card(msgspec.structs.replace(CARD, **{field: "Other"})) != cards.social_card(CARD)


def test_the_panel_is_in_the_dark_tone_of_the_hue() -> None:
    assert opened(CARD).convert("RGB").getpixel((1199, 0)) == palette.rgb(palette.HUES["rose"].dark)


@pytest.mark.parametrize(
    "art", [design.monogram("Harbor Teaching"), design.monogram("東京"), design.site_icon()]
)
def test_issuers_and_the_site_have_cards_too(art: tuple[design.Layer, ...]) -> None:
    assert len(cards.social_card(msgspec.structs.replace(CARD, art=art))) <= 40_000


def test_another_process_draws_the_same_bytes() -> None:
    code = (
        "import hashlib\n"
        "from sitegen.pictures import cards, design\n"
        "art = design.badge(design.shape_for('talk-moves'), 'speech')\n"
        "card = cards.Card(title='Talk Moves', kind='K', line='L', site='S', art=art)\n"
        "print(hashlib.sha256(cards.social_card(card)).hexdigest())\n"
    )
    environment = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "LC_ALL": "C"}
    told = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, text=True, env=environment
    )
    card = Card(
        title="Talk Moves",
        kind="K",
        line="L",
        site="S",
        art=design.badge(design.shape_for("talk-moves"), "speech"),
    )
    assert told.stdout.strip() == hashlib.sha256(cards.social_card(card)).hexdigest()


def test_the_edition_names_what_decides_the_bytes() -> None:
    assert len(cards.edition().split()) == 2
