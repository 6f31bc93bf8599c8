"""Names of files that are of no use here: what they were most likely meant to be."""

import difflib
from collections.abc import Iterable

PICTURES = (".jpg", ".jpeg", ".gif", ".webp", ".bmp", ".tif", ".tiff", ".heic")
WRITINGS = (".docx", ".doc", ".odt", ".rtf", ".pdf", ".pages")
USED = (".md", ".yaml", ".yml", ".png", ".svg")


def hint(path: str) -> str:
    """What to do about a file whose name ends otherwise than those that are read."""
    name = path.rpartition("/")[2]
    stem, _, ending = name.lower().rpartition(".")
    if f".{ending}" in USED:
        return f"rename it to `{name.rpartition('.')[0]}.{ending}`: its ending must be in lower case"
    if ending == "txt":
        return f"rename it to `{name[:-4] if stem.endswith(USED) else name[:-4] + '.md'}`"
    if f".{ending}" in PICTURES:
        return f"save the picture as `{name.rpartition('.')[0]}.png`, and delete this file"
    if f".{ending}" in WRITINGS:
        return "copy its text into a .md file, which `sitegen new` begins for you, and delete this one"
    return "records are .md or .yaml files, pictures .png or .svg; delete it, or keep it elsewhere"


def folder(name: str, known: Iterable[str]) -> str:
    """What to do about a folder in `content/` that holds no records."""
    near = difflib.get_close_matches(name.lower(), list(known), 1)
    if near:
        return f"did you mean the folder `content/{near[0]}`?"
    return f"records live in {', '.join(f'content/{one}/' for one in known)}"


def way(folder_name: str, depth: int) -> str:
    """Where a record belongs that stands too high or too deep in its folder; `depth` counts the parts of its path."""
    if depth == 3:
        return (
            "move it to content/credentials/ISSUER/NAME.md, in the folder named as the issuer's own file is"
        )
    return f"move it to content/{folder_name}/NAME.md"
