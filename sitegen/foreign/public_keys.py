"""Public keys of others, and the one way of signing that goes with each kind: the key decides, never the badge."""

import base64
import binascii
import re
from collections.abc import Callable
from typing import Any, Literal

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from msgspec import Struct

from sitegen.badges import multikey
from sitegen.badges.refusal import Refused
from sitegen.model import base58, keys

Algorithm = Literal["EdDSA", "ES256", "RS256"]
LEAST_RSA, MOST_RSA = 2048, 8192
_P256 = b"\x80\x24"
_BASE64 = re.compile(r"[A-Za-z0-9_-]*")


class Key(Struct, frozen=True):
    """A key and how it signs."""

    algorithm: Algorithm
    public: Any


def of_multikey(text: object) -> Key:
    """The key in a multikey: Ed25519 or P-256. Refused: others, and keys with which anybody can sign."""
    if isinstance(text, str) and text.startswith("zDn"):
        try:
            data = base58.decode(text[1:])
            if data.startswith(_P256):
                public = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), data[len(_P256) :])
                return Key("ES256", public)
        except ValueError:
            pass
        raise Refused("wrong-key", "its key is no key")
    return Key("EdDSA", multikey.key(text if isinstance(text, str) else ""))


def of_jwk(given: object) -> Key:
    """The key in a JSON Web Key. Refused: private keys, weak ones, and those made for something else."""
    if not isinstance(given, dict) or "d" in given or given.get("use", "sig") != "sig":
        raise Refused("wrong-key", "its key is not a public key for signing")
    try:
        key = _MAKERS[(given.get("kty"), given.get("crv"))](given)
    except (KeyError, ValueError, TypeError):
        raise Refused("wrong-key", "its key is of no kind that can be checked here") from None
    if given.get("alg", key.algorithm) != key.algorithm:
        raise Refused("wrong-key", "its key says that it signs in another way than it can")
    return key


def of_pem(given: object) -> Key:
    """The RSA key in a PEM text (Open Badges 2.0)."""
    try:
        public = serialization.load_pem_public_key(given.encode() if isinstance(given, str) else b"")
    except (ValueError, UnsupportedAlgorithm):
        raise Refused("wrong-key", "its key is no public key") from None
    if not isinstance(public, rsa.RSAPublicKey):
        raise Refused("wrong-key", "its key is of no kind that can be checked here")
    return _rsa(public)


def require(key: Key, message: bytes, signature: bytes) -> None:
    """Refuse a signature that is not the key's on the message."""
    try:
        if key.algorithm == "EdDSA":
            key.public.verify(signature, message)
        elif key.algorithm == "RS256":
            key.public.verify(signature, message, padding.PKCS1v15(), hashes.SHA256())
        else:
            key.public.verify(_pair(signature), message, ec.ECDSA(hashes.SHA256()))
    except InvalidSignature:
        raise Refused("altered", "it is not what was signed: something in it was changed") from None


def unpacked(text: object) -> bytes:
    """The bytes in base64url without padding, written in the one right way; raises Refused for anything else."""
    if isinstance(text, str) and _BASE64.fullmatch(text):
        try:
            data = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
        except binascii.Error:
            data = b""
        if base64.urlsafe_b64encode(data).rstrip(b"=").decode() == text:
            return data
    raise Refused("wrong-signature", "a part of it is not written as signed texts are")


def _pair(signature: bytes) -> bytes:
    if len(signature) != 64:
        raise InvalidSignature
    return encode_dss_signature(int.from_bytes(signature[:32]), int.from_bytes(signature[32:]))


def _number(text: object) -> int:
    return int.from_bytes(unpacked(text))


def _rsa(public: rsa.RSAPublicKey) -> Key:
    if not LEAST_RSA <= public.key_size <= MOST_RSA:
        raise Refused("weak-key", f"its key has {public.key_size} bits, which is not what keys must have")
    return Key("RS256", public)


def _of_rsa(given: dict[str, Any]) -> Key:
    if len(str(given.get("n"))) > MOST_RSA // 4 or len(str(given.get("e"))) > 8:
        raise Refused("wrong-key", "its key is too large")
    return _rsa(rsa.RSAPublicNumbers(_number(given.get("e")), _number(given.get("n"))).public_key())


def _of_p256(given: dict[str, Any]) -> Key:
    numbers = ec.EllipticCurvePublicNumbers(_number(given.get("x")), _number(given.get("y")), ec.SECP256R1())
    return Key("ES256", numbers.public_key())


def _of_ed25519(given: dict[str, Any]) -> Key:
    data = unpacked(given.get("x"))
    keys.check(data)
    return Key("EdDSA", Ed25519PublicKey.from_public_bytes(data))


_MAKERS: dict[tuple[object, object], Callable[[dict[str, Any]], Key]] = {
    ("RSA", None): _of_rsa,
    ("EC", "P-256"): _of_p256,
    ("OKP", "Ed25519"): _of_ed25519,
}
