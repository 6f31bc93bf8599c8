"""What is stored of the golden site: the words of its pages, every byte of its other files, the pixels of its pictures.

Pages are kept as their titles and the visible words of their main part, one block a line (the home page as a whole), so
that a change of markup, style or menus in the theme leaves them as they are and a change of what people read does not.
"""

import hashlib
import io
import json
import re
import shutil
from html.parser import HTMLParser
from pathlib import Path

from PIL import Image

from sitegen import build
from sitegen.options import Options

HERE = Path(__file__).parent
SITE = HERE / "site"
EXPECTED = HERE / "expected"
PICTURES = "pictures.txt"
BLOCKS = frozenset(
    "address article aside blockquote body dd details div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr "
    "legend li main nav ol option p pre section select summary table tbody td th thead title tr ul".split()
)


def made(folder: Path) -> dict[str, bytes]:
    """Build the site in `folder`; what is to be stored of it, by the file it is stored in."""
    shutil.copytree(SITE, folder, dirs_exist_ok=True)
    result = build.build(Options(root=folder, out=folder / "public", workers=1))
    assert result.published, result.problems
    found: dict[str, bytes] = {}
    pictures: list[str] = []
    for path in sorted((folder / "public").rglob("*.*")) + sorted((folder / "public").glob("_*")):
        address = path.relative_to(folder / "public").as_posix()
        if path.is_dir() or address.startswith("assets/"):
            continue
        if address.endswith((".png", ".svg")):
            pictures.append(f"{_seen(path)}  {address}\n")
        elif address.endswith(".html"):
            page = path.read_text(encoding="utf-8")
            found[f"{address}.txt"] = words(page, whole=address == "index.html").encode()
        else:
            found[address] = path.read_bytes()
    found[PICTURES] = "".join(sorted(pictures, key=lambda line: line.split()[1])).encode()
    return found


def _seen(path: Path) -> str:
    """A digest of a drawing's text, or of a picture's pixels, which do not depend on how they were packed."""
    data = path.read_bytes()
    if path.suffix == ".png":
        with Image.open(io.BytesIO(data)) as image:
            data = f"{image.size}".encode() + image.convert("RGBA").tobytes()
    return hashlib.sha256(data).hexdigest()


def words(html: str, *, whole: bool = False) -> str:
    """What stands on a page: its title and description, and the words of its main part, a line for every block."""
    page = _Words(whole=whole)
    page.feed(html)
    page.close()
    lines = [re.sub(r"\s+", " ", line).strip() for line in "".join(page.pieces).split("\n")]
    return "\n".join(line for line in lines if line) + "\n"


class _Words(HTMLParser):
    """Collects the words of a page, with the addresses of its links and the alternative text of its pictures."""

    def __init__(self, *, whole: bool) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self.whole = whole
        self.heard = whole
        self.silent = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag in ("script", "style", "svg") and not self.silent:
            self.silent = tag
        self.heard = self.heard or tag in ("main", "title")
        if tag in BLOCKS:
            self.pieces.append("\n")
        if tag == "meta" and given.get("name") == "description":
            self.pieces.append(f"\n{given.get('content')}\n")
        if tag == "a" and given.get("href") and self.heard:
            self.pieces.append(f"<{given['href']}> ")
        if tag == "img" and given.get("alt") and self.heard:
            self.pieces.append(f"[{given['alt']}] ")

    def handle_endtag(self, tag: str) -> None:
        if tag == self.silent:
            self.silent = ""
        if tag in BLOCKS:
            self.pieces.append("\n")
        if tag in ("main", "title"):
            self.heard = self.whole

    def handle_data(self, data: str) -> None:
        if self.heard and not self.silent:
            self.pieces.append(re.sub(r"\s+", " ", data))


def readable(name: str, data: bytes) -> list[str]:
    """The lines of a stored file as a difference in it is best read: JSON one value a line."""
    text = data.decode()
    if name.endswith(".json"):
        text = json.dumps(json.loads(text), indent=1, ensure_ascii=False)
    return text.splitlines()
