"""Recipes that give whole files: the files are written into a new site, which is then built."""

from pathlib import Path

import lesson

from sitegen.build import build
from sitegen.options import Options

RECIPES = Path(__file__).parents[2] / "docs" / "how-to"


def test_theme_of_the_recipe_is_laid_over_every_page(site: Path) -> None:
    _follow("make-the-theme-your-own.md", site)
    settings = site / "content" / "site.yaml"
    settings.write_text(settings.read_text(encoding="utf-8") + "theme: ours\n", encoding="utf-8")
    pages = _built(site)
    without = [name for name, text in pages.items() if "/assets/ours." not in text]
    assert without == []
    credential = pages["credentials/the-first-five-minutes/index.html"]
    assert "Our assessors meet on the first Thursday" in credential


def test_issuer_of_the_recipe_gets_its_page(site: Path) -> None:
    _follow("add-an-issuer.md", site)
    assert "since 1974" in _built(site)["issuers/harbor-college/index.html"]


def _follow(recipe: str, site: Path) -> None:
    for step in lesson.steps(RECIPES / recipe):
        if isinstance(step, lesson.Writing):
            step.carry_out(site)


def _built(site: Path) -> dict[str, str]:
    """The text of every page of the site, by its file."""
    out = site / "public"
    result = build(Options(root=site, out=out, workers=1))
    assert result.problems == ()
    return {
        page.relative_to(out).as_posix(): page.read_text(encoding="utf-8") for page in out.rglob("*.html")
    }
