"""Small themes on disk, and the templates and pages made with them."""

from pathlib import Path

from msgspec import Struct

from sitegen.problem import Problem
from sitegen.render import theme
from sitegen.render.templates import Templates


class Page(Struct, frozen=True):
    """A view as small as can be."""

    title: str = "Calm"
    words: tuple[str, ...] = ()


class Site(Struct, frozen=True):
    name: str = "Case"
    root: str = ""


def put(root: Path, files: dict[str, str | bytes]) -> None:
    """Files of the theme `own`, by their paths below it."""
    for path, text in files.items():
        place = root / "themes" / "own" / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(text.encode() if isinstance(text, str) else text)


def templates(root: Path, name: str = "own", address: str = "") -> Templates:
    return Templates(theme.load(root, name), address)


def page(root: Path, text: str, page: Page | None = None) -> str | Problem:
    """What a template `t.html` with this text makes of a page."""
    put(root, {"templates/t.html": text})
    made = templates(root).render("t.html", page or Page(), Site())
    return made if isinstance(made, Problem) else made.decode()
