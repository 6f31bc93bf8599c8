"""Templates with words put in: the files of a new site, and the text of a new record."""

import json
import re
from pathlib import Path

from sitegen.model.site import Host

HERE = Path(__file__).parent
MODELINE = "# yaml-language-server: $schema={way}schema/{kind}.schema.json\n"
"""Tells editors which schema a YAML file follows; `way` leads from the file to the site's folder."""

ONLY: dict[str, tuple[Host, ...]] = {
    "netlify.toml": ("netlify",),
    ".github/workflows/release.yml": ("netlify", "cloudflare"),
    ".github/workflows/pages.yml": ("github",),
}
"""Files that are for some hosts only."""

_PLAIN = re.compile(r"[^\W\d_][\w ,.()'’–/-]*[\w.)]")
_HOLE = re.compile(r"@([A-Z_]+)@")


def site(name: str, address: str, host: Host = "netlify", source: str = "") -> dict[str, str]:
    """The files of a new site that is published by `host`, by path below its folder; `source` installs sitegen there."""
    words = {"NAME": name, "ADDRESS": address, "SOURCE": source, "HOST": host}
    top = HERE / "site"
    files = {_path(path.relative_to(top)): path for path in sorted(top.rglob("*")) if path.is_file()}
    return {path: _filled(file, words) for path, file in files.items() if host in ONLY.get(path, (host,))}


def _path(path: Path) -> str:
    """Names that packaging tools would leave out begin with `_` where they are kept."""
    return re.sub("^_", ".", path.as_posix())


def record(kind: str, words: dict[str, str]) -> str:
    """A new record as a Markdown file; `words` fills the holes of its template."""
    return _filled(HERE / "records" / f"{kind}.md", words)


def as_yaml(text: str, kind: str, path: str) -> str:
    """The same record as a YAML file that will stand at `path`, with its text inside."""
    _, fields, body = text.split("---\n", 2)
    way = "../" * path.count("/")
    lines = [f"  {line}".rstrip() for line in body.strip("\n").split("\n")]
    return MODELINE.format(way=way, kind=kind) + fields + "body: |\n" + "\n".join(lines) + "\n"


def _filled(file: Path, words: dict[str, str]) -> str:
    is_text = file.suffix in (".md", ".txt") and file.parent == HERE / "site"
    text = file.read_text(encoding="utf-8")
    return _HOLE.sub(lambda hole: words[hole[1]] if is_text else scalar(words[hole[1]]), text)


def scalar(text: str) -> str:
    """`text` as YAML writes it, in quotes if it needs them. A list comes as `a, b` and stays so."""
    if _PLAIN.fullmatch(text) or re.fullmatch(r"https://[\w./:~-]+", text):
        return text
    return json.dumps(text, ensure_ascii=False)
