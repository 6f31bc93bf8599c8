"""The reference of the theme names every template with its blocks, every asset, and every color and sign."""

import re
from pathlib import Path
from typing import get_args

import pytest

from sitegen.model.focus_area import Glyph, Hue

REPOSITORY = Path(__file__).parents[2]
THEME = REPOSITORY / "themes" / "default"
PAGE = (REPOSITORY / "docs" / "reference" / "theme.md").read_text(encoding="utf-8")
TEMPLATES = sorted(file.name for file in (THEME / "templates").glob("[!_]*.html"))
BLOCK = re.compile(r"{%-? block (\w+)")


def test_every_template_is_named() -> None:
    assert sorted(re.findall(r"^\| `([\w-]+\.html)` \| .+ \| .+ \|$", PAGE, re.MULTILINE)) == TEMPLATES


@pytest.mark.parametrize("name", TEMPLATES)
def test_blocks_of_a_template_are_named(name: str) -> None:
    row = next(
        line for line in PAGE.splitlines() if line.startswith(f"| `{name}` |") and line.count("|") == 4
    )
    named = re.findall(r"`(\w+)`", row.split("|")[3])
    assert named == BLOCK.findall((THEME / "templates" / name).read_text(encoding="utf-8"))


def test_every_asset_is_named() -> None:
    named = re.findall(r"^\| `([\w.-]+)` \|", PAGE.split("\n## Assets\n")[1].split("\n## ")[0], re.MULTILINE)
    assert sorted(named) == sorted(file.name for file in (THEME / "assets").iterdir())


@pytest.mark.parametrize(("heading", "words"), [("Colors", get_args(Hue)), ("Signs", get_args(Glyph))])
def test_choices_of_focus_areas_are_listed_in_order(heading: str, words: tuple[str, ...]) -> None:
    listed = PAGE.split(f"\n## {heading}\n")[1].split("\n## ")[0].strip().rpartition("\n\n")[2]
    assert re.findall(r"`([\w-]+)`", listed) == list(words)
