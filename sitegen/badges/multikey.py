"""Public keys as a proof names them (`z6Mk…`), ready to check signatures."""

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from sitegen.badges.refusal import Refused
from sitegen.model import keys


def key(text: str) -> Ed25519PublicKey:
    """The key; raises Refused for text that is no Ed25519 key, and for keys with which anybody can sign."""
    try:
        return Ed25519PublicKey.from_public_bytes(keys.decode(text))
    except keys.WeakKey as error:
        raise Refused("weak-key", f"its key {error}") from None
    except keys.WrongKey as error:
        raise Refused("wrong-key", f"its key {error}") from None
