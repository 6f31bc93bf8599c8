"""What badges are carried in: pictures, and signed text. The badge inside is taken out; no signature is looked at."""

import base64
import binascii
import re

from sitegen.badges import baked_png, baked_svg
from sitegen.badges.refusal import Refused

_SIGNED = re.compile(rb"\s*[A-Za-z0-9_-]{4,}\.(?P<said>[A-Za-z0-9_-]{4,})\.[A-Za-z0-9_-]*\s*")
_SVG = re.compile(rb"<svg[\s>]", re.IGNORECASE)
MOST_BYTES = 12_000_000


def is_png(data: bytes) -> bool:
    """Whether it is a PNG picture."""
    return data.startswith(baked_png.SIGNATURE)


def is_svg(data: bytes) -> bool:
    """Whether it is an SVG picture."""
    return data.lstrip()[:1] == b"<" and _SVG.search(data[:4_000]) is not None


def is_signed_text(data: bytes) -> bool:
    """Whether it is a signed text in three parts (JWS)."""
    return len(data) <= MOST_BYTES and _SIGNED.fullmatch(data) is not None


def inside(data: bytes) -> list[bytes]:
    """The badges in a picture; raises Refused if it is damaged or holds none."""
    if len(data) > MOST_BYTES:
        raise Refused("too-large", f"it is larger than {MOST_BYTES // 1_000_000} MB")
    found = list((baked_png.taken(data) if is_png(data) else baked_svg.taken(data)).values())
    if not found:
        raise Refused("no-badge", "the picture holds no badge")
    return found


def said(data: bytes) -> bytes:
    """What a signed text says; raises Refused if it is none."""
    found = _SIGNED.fullmatch(data)
    if found is None:
        raise Refused("not-signed-text", "it is no signed text")
    text = found["said"]
    try:
        return base64.urlsafe_b64decode(text + b"=" * (-len(text) % 4))
    except (binascii.Error, ValueError):
        raise Refused("not-signed-text", "its middle part cannot be read") from None
