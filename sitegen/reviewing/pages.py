"""Views → pages: the templates that lie beside this module, in the look of the default theme."""

from functools import lru_cache
from pathlib import Path

from msgspec import Struct

from sitegen.problem import Problem
from sitegen.render import theme
from sitegen.render.templates import Templates
from sitegen.render.theme import Theme
from sitegen.reviewing.views import Frame

_HERE = Path(__file__).parent
OURS = ("review.css", "review.js")
THEME = ("site.css", "icon.svg")
"""What is taken from the default theme."""


def page(name: str, view: Struct, frame: Frame) -> bytes:
    """A page by the name of its template; raises RuntimeError if a template of ours has a fault."""
    made = _templates().render(f"{name}.html", view, frame)
    if isinstance(made, Problem):
        raise RuntimeError(f"{made.span.file if made.span else name}: {made.message}")  # noqa: TRY004 - not its type
    return made


@lru_cache(maxsize=1)
def files() -> dict[str, bytes]:
    """The style sheets, the script and the picture that pages ask for, by name."""
    found = {
        asset.name: asset.data for asset in theme.load(_HERE, theme.DEFAULT).assets if asset.name in THEME
    }
    return found | {name: (_HERE / "assets" / name).read_bytes() for name in OURS}


@lru_cache(maxsize=1)
def _templates() -> Templates:
    folder = _HERE / "templates"
    texts = {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.html"))}
    return Templates(Theme(texts, (), own=False, folder="sitegen/reviewing"), "")
