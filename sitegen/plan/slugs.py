"""Short names made from titles, for parts of a page that need an address of their own."""

import re
import unicodedata


def slug_of(title: str) -> str:
    """`What changed, and why` → `what-changed-and-why`; at most 60 characters; `part` if nothing is left."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain)[:60].strip("-") or "part"
