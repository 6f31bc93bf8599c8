"""The badge in a file of any kind: the file itself, or what is baked into a picture."""

import re

from msgspec import Struct

from sitegen.badges import baked_png, baked_svg
from sitegen.badges.refusal import Refused

MOST_BYTES = 5_000_000
_TOKEN = re.compile(rb"[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*")
_MARK = b"\xef\xbb\xbf"


class Found(Struct, frozen=True):
    """What a file holds: a 3.0 credential, a 2.0 assertion, or both, as they stand there; each may be empty."""

    credential: bytes = b""
    assertion: bytes = b""


def found(data: bytes) -> Found:
    """The badge in a file's bytes. Refused: files that hold none, are damaged or too large."""
    if len(data) > MOST_BYTES:
        raise Refused("too-large", f"the file has {len(data):,} bytes; a badge has at most {MOST_BYTES:,}")
    if data.startswith(baked_png.SIGNATURE):
        chunks = baked_png.taken(data)
        return _some(Found(chunks.get(baked_png.CREDENTIAL, b""), chunks.get(baked_png.ASSERTION, b"")))
    start = data.removeprefix(_MARK).lstrip()
    if start.startswith(b"<"):
        elements = baked_svg.taken(data)
        return _some(Found(elements.get(baked_svg.CREDENTIAL, b""), elements.get(baked_svg.ASSERTION, b"")))
    if not start:
        raise Refused("not-a-badge", "the file is empty")
    if start.startswith((b"https:", b"http:")):
        raise Refused("not-a-badge", "it is a link, not a badge; download what it leads to")
    if not start.startswith((b"{", b"[")) and not is_token(start):
        raise Refused("not-a-badge", "it is neither JSON nor a PNG or SVG picture")
    return Found(credential=data)


def is_token(text: bytes) -> bool:
    """Whether a text is a signed token (VC-JWT, JWS) and not JSON."""
    return _TOKEN.fullmatch(text.strip()) is not None


def _some(badge: Found) -> Found:
    if not badge.credential and not badge.assertion:
        raise Refused(
            "not-a-badge",
            "the picture holds no badge; it may have been lost when the picture was edited or sent",
        )
    return badge
