"""The signature inside a credential (Data Integrity, eddsa-rdfc-2022) of any issuer whose key can be had."""

from collections.abc import Mapping
from datetime import datetime
from hashlib import sha256
from typing import Any

from msgspec import Struct

from sitegen.badges.refusal import Refused
from sitegen.badges.trust import SKEW
from sitegen.foreign import expanded, linked_data, moments
from sitegen.foreign.public_keys import Key, require
from sitegen.model import base58

_VC = "https://www.w3.org/2018/credentials#"
_STATED = {
    name: _VC + name
    for name in ("issuer", "validFrom", "validUntil", "credentialSubject", "credentialStatus")
}
_NEEDED = {"type", "cryptosuite", "verificationMethod", "proofPurpose", "proofValue"}
_ALLOWED = _NEEDED | {"id", "created", "expires"}


class Proof(Struct, frozen=True):
    """The one proof of a credential: which key it names, and when it ends."""

    method: str
    options: dict[str, str]
    value: bytes
    expires: datetime | None


def proof(document: Mapping[str, Any], now: datetime) -> Proof:
    """The proof of a document. Refused: none, several, of another kind, for another purpose, or from the future."""
    proofs = document.get("proof")
    proofs = proofs if isinstance(proofs, list) else [proofs]
    if proofs in ([], [None]):
        raise Refused("no-proof", "it is not signed")
    if len(proofs) > 1:
        raise Refused("two-proofs", "it is signed more than once, which cannot be checked here")
    given = proofs[0]
    if not isinstance(given, dict) or not all(isinstance(value, str) for value in given.values()):
        raise Refused("wrong-proof", "its signature is not written as signatures are")
    if (given.get("type"), given.get("cryptosuite")) != ("DataIntegrityProof", "eddsa-rdfc-2022"):
        raise Refused(
            "unknown-suite", "it is signed in a way that cannot be checked here (not eddsa-rdfc-2022)"
        )
    if not _NEEDED <= given.keys() <= _ALLOWED:
        raise Refused("wrong-proof", "its signature does not have exactly the parts that can be checked here")
    if given["proofPurpose"] != "assertionMethod":
        raise Refused("wrong-purpose", "its signature was made for another purpose than to award a badge")
    created = moments.maybe(given.get("created"), "created")
    if created is not None and created > now + SKEW:
        raise Refused("signed-in-future", "it says that it was signed in the future")
    options = {name: value for name, value in given.items() if name != "proofValue"}
    expires = moments.maybe(given.get("expires"), "expires")
    return Proof(given["verificationMethod"], options, _signature(given["proofValue"]), expires)


def check(document: Mapping[str, Any], signed: Proof, key: Key) -> None:
    """Refuse a document that is not, statement by statement, what the key signed."""
    if key.algorithm != "EdDSA":
        raise Refused("wrong-key", "the key that its signature names does not sign in this way")
    unsigned = {name: value for name, value in document.items() if name != "proof"}
    statements = linked_data.canonical(unsigned)
    require(key, digest(statements, unsigned["@context"], signed.options), signed.value)
    expanded.require_seen(statements, unsigned, _STATED)


def digest(
    statements: str, context: object, options: Mapping[str, str], further: Mapping[str, Any] | None = None
) -> bytes:
    """The 64 bytes that are signed (EdDSA Cryptosuites, 3.2.4), from the document's canonical statements."""
    config = linked_data.canonical({"@context": context, **options}, further)
    return sha256(config.encode()).digest() + sha256(statements.encode()).digest()


def _signature(text: str) -> bytes:
    try:
        data = base58.decode(text[1:])
    except ValueError:
        data = b""
    if text.startswith("z") and len(data) == 64:
        return data
    raise Refused("wrong-signature", "its signature is not written as signatures are")
