"""The form of a key file: an Ed25519 private key sealed with a pass phrase, and in the clear what one may know of it.

The pass phrase goes through Argon2id (RFC 9106, its second choice for memory: 64 MiB, three passes, four lanes), and what
comes of it seals the key with ChaCha20-Poly1305 (RFC 8439). Everything else in the file is bound to the seal, so that
nobody can put another issuer or another public key beside it.
"""

import base64
import binascii
import os
import unicodedata
from datetime import datetime
from typing import Annotated

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from msgspec import Meta, Struct

from sitegen.model import keys
from sitegen.signing.refusal import Refused

FORM = "sitegen private key, version 1"
MAX_BYTES = 4_096
SHORTEST = 12
"""Fewest characters of a pass phrase."""


class Cost(Struct, frozen=True):
    """What one try of a pass phrase costs: memory in KiB, passes over it, and lanes. The upper bounds keep a file that came
    from elsewhere from taking the machine's memory."""

    memory: Annotated[int, Meta(ge=8, le=1_048_576)]
    passes: Annotated[int, Meta(ge=1, le=20)]
    lanes: Annotated[int, Meta(ge=1, le=16)]


USUAL = Cost(65_536, 3, 4)


class KeyFile(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A key file: `key` is the public key, `salt`, `nonce` and `sealed` are base64."""

    form: str
    issuer: str
    key: str
    created: datetime
    argon2id: Cost
    salt: str
    nonce: str
    sealed: str


def seal(private: Ed25519PrivateKey, issuer: str, created: datetime, phrase: str) -> KeyFile:
    """A key file for a new private key."""
    salt, nonce = os.urandom(16), os.urandom(12)
    public = keys.encode(private.public_key().public_bytes_raw())
    empty = KeyFile(
        form=FORM,
        issuer=issuer,
        key=public,
        created=created,
        argon2id=USUAL,
        salt=_text(salt),
        nonce=_text(nonce),
        sealed="",
    )
    sealed = _cipher(empty, phrase).encrypt(nonce, private.private_bytes_raw(), _bound(empty))
    return msgspec.structs.replace(empty, sealed=_text(sealed))


def unseal(file: KeyFile, phrase: str) -> Ed25519PrivateKey:
    """The private key; raises Refused if the pass phrase is not the right one or the file was changed."""
    try:
        cipher = _cipher(file, phrase)
        private = cipher.decrypt(_bytes(file.nonce), _bytes(file.sealed), _bound(file))
        key = Ed25519PrivateKey.from_private_bytes(private)
    except (InvalidTag, binascii.Error, ValueError) as error:
        raise Refused(
            "the pass phrase does not fit this key, or the key file was changed",
            "try again; without the pass phrase a key cannot be used, and `sitegen keys rotate` makes a new one",
        ) from error
    if keys.encode(key.public_key().public_bytes_raw()) != file.key:
        raise Refused("the private key in this file does not belong to the public key beside it")
    return key


def encode(file: KeyFile) -> bytes:
    """The text of a key file."""
    return msgspec.json.format(msgspec.json.encode(file), indent=2) + b"\n"


def decode(data: bytes, name: str) -> KeyFile:
    """The key file in some bytes; raises Refused, naming the file, if they are none."""
    try:
        file = msgspec.json.decode(data, type=KeyFile)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise Refused(f"{name} is not a key file", "`sitegen keys list` shows those you have") from error
    if file.form != FORM:
        raise Refused(f"{name} is not a key file that this version knows", f"it should say “{FORM}”")
    return file


def refuse_weak(phrase: str) -> None:
    """Raise Refused for a new pass phrase that would be guessed."""
    if len(phrase) < SHORTEST or len(set(phrase)) < 5:
        raise Refused(
            f"this pass phrase is too short; it needs {SHORTEST} characters, and not always the same ones",
            "four or five words that have nothing to do with one another are good, and easy to type",
        )


def _cipher(file: KeyFile, phrase: str) -> ChaCha20Poly1305:
    cost = file.argon2id
    derived = Argon2id(
        salt=_bytes(file.salt), length=32, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory
    )
    return ChaCha20Poly1305(derived.derive(unicodedata.normalize("NFC", phrase).encode()))


def _bound(file: KeyFile) -> bytes:
    """What the seal is bound to: everything in the file but the seal itself."""
    return msgspec.json.encode(msgspec.structs.replace(file, sealed=""))


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def _bytes(text: str) -> bytes:
    return base64.b64decode(text, validate=True)
