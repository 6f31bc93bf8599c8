"""The reference of problems: what each code means, with a wrong and a right sample, as the documentation has it."""

from functools import cache
from pathlib import Path

PLACES = (
    Path(__file__).parent / "data" / "problems.md",
    Path(__file__).parent.parent / "docs" / "reference" / "problems.md",
)
"""Where the reference stands: in an installed package, in a checkout of the source."""


@cache
def entries() -> dict[str, str]:
    """Each code's entry as Markdown without its heading, in the order of the reference. Empty if it is nowhere."""
    for place in PLACES:
        if place.is_file():
            return parse(place.read_text(encoding="utf-8"))
    return {}


def parse(text: str) -> dict[str, str]:
    """The entries of a reference: what stands below each heading `## code`."""
    found: dict[str, str] = {}
    for part in text.split("\n## ")[1:]:
        code, _, entry = part.partition("\n")
        found[code.strip().strip("`")] = entry.strip()
    return found


def meanings() -> dict[str, str]:
    """The first sentence of each entry, on one line."""
    return {code: _first_sentence(entry) for code, entry in entries().items()}


def _first_sentence(entry: str) -> str:
    paragraph = " ".join(entry.partition("\n\n")[0].split())
    end = paragraph.find(". ")
    return paragraph if end < 0 else paragraph[: end + 1]
