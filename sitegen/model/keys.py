"""Public keys as issuers publish them (Ed25519 as a multikey, `z6Mk…`), and which of them nobody may use.

The form is that of W3C Controlled Identifiers (Multikey): `z` and the base58 text of 0xED 0x01 and 32 bytes of key.
The libraries accept keys of small order, for which a signature that fits every message can be made, and keys written in
more than one way (y = p + 1); both are refused here.
"""

from sitegen.model import base58

PUBLIC = b"\xed\x01"
"""What stands before the 32 bytes of an Ed25519 public key in a multikey."""

SECRET = b"\x80\x26"
"""What stands before the 32 bytes of an Ed25519 private key in a multikey; it must never be published."""

PRIME = 2**255 - 19
_D = -121665 * pow(121666, -1, PRIME) % PRIME
_EIGHTH = 0x05FC536D880238B13933C6D305ACDFD5F098EFF289F4C345B027B2C28F95E826
SMALL = frozenset({0, 1, PRIME - 1, _EIGHTH, PRIME - _EIGHTH})
"""The y of all eight points whose order divides 8."""


class WrongKey(ValueError):  # noqa: N818 - it says what the key is
    """Text that is no public key; its message goes on after “this key”."""


class WeakKey(WrongKey):
    """A public key that can be read, and must not be trusted."""


def encode(public: bytes) -> str:
    """The multikey of 32 bytes of public key; raises WrongKey for those nobody may use."""
    check(public)
    return "z" + base58.encode(PUBLIC + public)


def decode(text: str) -> bytes:
    """The 32 bytes of the public key in a multikey; raises WrongKey, in words, for anything else."""
    if is_secret(text):
        raise WrongKey("is a private key")
    if not text.startswith("z6Mk"):
        raise WrongKey("does not begin with `z6Mk`, as public Ed25519 keys do")
    try:
        data = base58.decode(text[1:])
    except ValueError as error:
        raise WrongKey("has a sign that cannot stand in a key") from error
    if len(data) != len(PUBLIC) + 32 or not data.startswith(PUBLIC):
        raise WrongKey("is too short or too long")
    check(data[len(PUBLIC) :])
    return data[len(PUBLIC) :]


def is_secret(text: str) -> bool:
    """Whether a text is a private key written as a multikey."""
    return text.startswith("z3u2")


def check(public: bytes) -> None:
    """Raise WrongKey unless the 32 bytes are a point of the curve, written in the one way that is right, and not weak."""
    if len(public) != 32:
        raise WrongKey("does not have 32 bytes")
    number = int.from_bytes(public, "little")
    y = number & (2**255 - 1)
    if y >= PRIME:
        raise WeakKey("is written in a way that lets it pass for another key (its number is too large)")
    if y in SMALL:
        raise WeakKey("is one with which anybody can sign (its point has a small order)")
    if not _is_on_curve(y):
        raise WrongKey("is no point of the curve Ed25519")


def _is_on_curve(y: int) -> bool:
    """Whether some x belongs to `y` in −x² + y² = 1 + d·x²·y² (RFC 8032, 5.1.3)."""
    square = (y * y - 1) * pow(_D * y * y + 1, -1, PRIME) % PRIME
    return square == 0 or pow(square, (PRIME - 1) // 2, PRIME) == 1
