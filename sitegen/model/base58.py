"""Base58 as Bitcoin writes it: bytes ↔ letters and digits without the ones that look alike."""

ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
MAX_TEXT = 200
"""Longest text that is decoded: decoding is quadratic, and what is written so here has at most 64 bytes."""

_VALUES = {sign: value for value, sign in enumerate(ALPHABET)}
_SIGNS = ALPHABET.encode() + bytes(256 - len(ALPHABET))
_FIVE_SIGNS = 58**5


def encode(data: bytes) -> str:
    """The text that stands for `data`."""
    number = int.from_bytes(data)
    values = bytearray()
    while number:
        # Long numbers are slow to divide, so it is done for five signs at once.
        number, five = divmod(number, _FIVE_SIGNS)
        values += bytes((five % 58, five // 58 % 58, five // 58**2 % 58, five // 58**3 % 58, five // 58**4))
    values.reverse()
    zeros = len(data) - len(data.lstrip(b"\0"))
    return "1" * zeros + values.translate(_SIGNS).decode().lstrip("1")


def decode(text: str) -> bytes:
    """The bytes that `text` stands for; raises ValueError for any other sign and for text that is too long."""
    if len(text) > MAX_TEXT:
        raise ValueError("too long")
    number = 0
    for sign in text:
        if sign not in _VALUES:
            raise ValueError("a sign that is not used in such text")
        number = number * 58 + _VALUES[sign]
    zeros = len(text) - len(text.lstrip("1"))
    return b"\0" * zeros + number.to_bytes((number.bit_length() + 7) // 8)
