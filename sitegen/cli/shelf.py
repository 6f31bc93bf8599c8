"""Which records a site has, by the names of their files, and which name is free for a new one."""

import os
import re
import unicodedata
from pathlib import Path

from sitegen.cli.faults import Refused

FOLDERS = {
    "issuer": "content/issuers",
    "focus-area": "content/focus-areas",
    "pathway": "content/pathways",
}
CREDENTIALS = "content/credentials"
ENDINGS = (".md", ".yaml", ".yml")


def slugs(root: Path, kind: str, below: str = "") -> list[str]:
    """The slugs of all records of a kind, sorted; of credentials, those of the issuer named by `below`, or of all."""
    if kind != "credential":
        return _stems(root / FOLDERS[kind])
    if below:
        return _stems(root / CREDENTIALS / below)
    return sorted(slug for folder in _folders(root / CREDENTIALS) for slug in _stems(folder))


def slug(title: str) -> str:
    """The name in addresses for a title; raises Refused if it has no letter that could stand there."""
    plain = unicodedata.normalize("NFKD", title.replace("ß", "ss").replace("æ", "ae").replace("ø", "o"))
    letters = "".join(c for c in plain.casefold() if not unicodedata.combining(c))
    words = re.sub(r"[^a-z0-9]+", "-", letters.replace("'", "").replace("’", "")).strip("-")[:60].strip("-")
    if not words:
        raise Refused(
            "this title has no letter that can stand in an address",
            "add `--slug`, as in `--slug calm-starts`",
        )
    return words


def one(root: Path, kind: str, given: str | None) -> str:
    """The slug that was given, if there is such a record; the only one there is, if none was given."""
    known = slugs(root, kind)
    noun = kind.replace("-", " ")
    if given is None and len(known) == 1:
        return known[0]
    if given in known:
        return str(given)
    if not known:
        raise Refused(f"there is no {noun} yet", f'begin with `sitegen new {kind} "Its Name"`')
    from sitegen.cli.commands import unknown

    message = f"which {noun}?" if given is None else unknown(noun, given, known)
    raise Refused(message, f"add `--{kind}` with one of: {', '.join(known)}")


def _stems(folder: Path) -> list[str]:
    if not folder.is_dir():
        return []
    return sorted(
        name.rsplit(".", 1)[0]
        for name in os.listdir(folder)
        if name.endswith(ENDINGS) and name != "README.md"
    )


def _folders(folder: Path) -> list[Path]:
    return [path for path in folder.iterdir() if path.is_dir()] if folder.is_dir() else []
