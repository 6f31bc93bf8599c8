"""Private keys as they are written, so that one is noticed before it is published."""

import re

_SIGNS = (b"PRIVATE KEY-----", b"sitegen private key, version", b"z3u2")
"""One of these stands in every private key; looking for them takes no time, and the pattern does."""

_KEY = rb"-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----|sitegen private key, version|(?<![0-9A-Za-z])z3u2[1-9A-HJ-NP-Za-km-z]{44}"
"""The forms in which such keys are written: PEM, our own key files, Multikey."""


def position(data: bytes) -> int | None:
    """Where the first private key in `data` begins, counted in bytes; None if there is none."""
    if not any(sign in data for sign in _SIGNS):
        return None
    found = re.search(_KEY, data)
    return found.start() if found else None
