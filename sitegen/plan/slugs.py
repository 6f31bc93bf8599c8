"""Short names made from titles, for parts of a page that need an address of their own."""

import re
import unicodedata

_OTHER = re.compile(r"[^a-z0-9]+")


def slug_of(title: str) -> str:
    """`What changed, and why` → `what-changed-and-why`; at most 60 characters; `part` if nothing is left."""
    plain = (
        title if title.isascii() else unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
    )
    return _OTHER.sub("-", plain.lower())[:60].strip("-") or "part"
