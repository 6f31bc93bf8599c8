"""Which names files may have that become parts of addresses, and how a wrong one is refused."""

import re

from sitegen.model import fields
from sitegen.problem import Problem, Span

DEVICE = re.compile(r"con|prn|aux|nul|(com|lpt)[0-9]")
"""Names that Windows keeps for devices, whatever their ending."""


def bad_slug(path: str, slug: str) -> Problem | None:
    """What keeps a part of a file's path from standing in an address; None if nothing does."""
    if DEVICE.fullmatch(slug):
        return refused(
            path, "reserved-name", f"`{slug}` cannot be the name of a folder on Windows", "add a word to it"
        )
    if re.match(fields.SLUG, slug) and len(slug) <= 80:
        return None
    words = re.sub(r"[^a-z0-9]+", "-", slug.lower()).strip("-")
    hint = f"rename it to `{words}`" if words else "rename it, as in `calm-routines`"
    return refused(
        path,
        "wrong-file-name",
        f"`{slug}` cannot be part of an address: only lower-case letters, digits and single hyphens can",
        hint,
    )


def refused(path: str, code: str, message: str, hint: str) -> Problem:
    """The problem of a file as a whole."""
    return Problem(code=code, message=message, hint=hint, span=Span(path))
