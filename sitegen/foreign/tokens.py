"""Signed tokens (JWS in three parts): header and payload read strictly, the way of signing fixed by the key (THREATS F)."""

from typing import Any

from msgspec import Struct

from sitegen.badges import strict_json
from sitegen.badges.refusal import Refused
from sitegen.foreign import public_keys
from sitegen.foreign.public_keys import Key

MOST_BYTES = 1_500_000
_ALGORITHMS = frozenset({"EdDSA", "ES256", "RS256"})
_KINDS = frozenset({"jwt", "vc+jwt", "vc+ld+jwt", "jws", "jose"})


class Token(Struct, frozen=True):
    """A token that nobody has checked yet."""

    algorithm: str
    key_id: str
    payload: dict[str, Any]
    signed: bytes
    signature: bytes


def read(data: bytes) -> Token:
    """A token's parts. Refused: `none`, algorithms that share a secret, conditions that are not understood.

    Keys and addresses of keys that the header may bring (`jwk`, `jku`, `x5u`, `x5c`) are not looked at: whoever made the
    token chose them.
    """
    if len(data) > MOST_BYTES:
        raise Refused("too-large", "it is larger than any badge")
    head, body, signature = data.strip().decode("ascii", "replace").split(".")
    header = _object(head)
    algorithm, kind, key_id = header.get("alg"), header.get("typ", "JWT"), header.get("kid", "")
    if algorithm not in _ALGORITHMS:
        raise Refused("wrong-algorithm", "it is not signed in a way that can be trusted (“alg”)")
    if "crit" in header or header.get("b64", True) is not True:
        raise Refused("unknown-condition", "its signature has conditions that are not known here (“crit”)")
    if not isinstance(kind, str) or kind.lower() not in _KINDS or not isinstance(key_id, str):
        raise Refused("wrong-token-kind", "it is a signed token of another kind (“typ”)")
    return Token(algorithm, key_id, _object(body), f"{head}.{body}".encode(), public_keys.unpacked(signature))


def check(token: Token, key: Key) -> None:
    """Refuse a token that the key did not sign, or that says it was signed in another way than the key signs."""
    if token.algorithm != key.algorithm:
        raise Refused(
            "wrong-algorithm", "it says that it was signed in another way than its issuer's key signs"
        )
    public_keys.require(key, token.signed, token.signature)


def _object(part: str) -> dict[str, Any]:
    given = strict_json.parse(public_keys.unpacked(part))
    if not isinstance(given, dict):
        raise Refused("not-an-object", "a part of the token is no JSON object")
    return given
