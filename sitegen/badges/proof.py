"""The signature of a badge (Data Integrity, eddsa-rdfc-2022): how it is made and how it is checked."""

from collections.abc import Mapping
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from sitegen.badges import canonical
from sitegen.badges.frames import Frames
from sitegen.badges.refusal import Refused
from sitegen.model import base58

KIND = "DataIntegrityProof"
SUITE = "eddsa-rdfc-2022"
PURPOSE = "assertionMethod"
_OPTIONS = ("type", "cryptosuite", "created", "verificationMethod", "proofPurpose")
_MEMBERS = {*_OPTIONS, "proofValue"}


def sign(
    document: Mapping[str, Any],
    key: Ed25519PrivateKey,
    method: str,
    created: str,
    frames: Frames | None = None,
) -> dict[str, Any]:
    """The document with its proof.

    `method` is `DID#MULTIKEY`: the issuer's DID and the key's own public part; `created` is a moment such as
    `2026-03-09T14:05:00Z`. The same input always gives the same signature. Refused: what `canonical.nquads` refuses,
    a document that already has a proof, and a key or DID that is not the one named. A batch is signed faster if all
    calls are given the same `frames`.
    """
    if "proof" in document:
        raise Refused("already-signed", "it is signed already")
    frames = frames or Frames()
    named = _named_key(document, method)
    if not frames.is_pair(key, named):
        raise Refused("other-key", "the key at hand is not the one that its signature would name")
    options = {
        "type": KIND,
        "cryptosuite": SUITE,
        "created": created,
        "verificationMethod": method,
        "proofPurpose": PURPOSE,
    }
    signature = key.sign(digest(document, options, frames))
    return {**document, "proof": [{**options, "proofValue": "z" + base58.encode(signature)}]}


def check(document: Any, frames: Frames | None = None) -> str:
    """The key (`z6Mk…`) whose signature fits the document; the proof names it under the DID of the document's issuer.

    Whether the key really is that issuer's is for the caller to find out. Anything but one fitting proof is refused.
    A batch is checked faster if all calls are given the same `frames`; they never change what comes out.
    """
    frames = frames or Frames()
    proof = _only_proof(document)
    named = _named_key(document, proof["verificationMethod"])
    signature = _signature(proof["proofValue"])
    public = frames.key(named)
    unsigned = {name: value for name, value in document.items() if name != "proof"}
    signed = digest(unsigned, {name: proof[name] for name in _OPTIONS}, frames)
    try:
        public.verify(signature, signed)
    except InvalidSignature:
        raise Refused("altered", "it is not what was signed: something in it was changed") from None
    return named


def digest(document: Mapping[str, Any], options: Mapping[str, str], frames: Frames) -> bytes:
    """The 64 bytes that are signed (EdDSA Cryptosuites, 3.2.4): hash of the options, then hash of the document.

    `options` are the proof's members in the order of `_OPTIONS`, but for its value.
    """
    # Contexts do not count for the options, and a document with others is refused in the next line.
    config = {"@context": document.get("@context"), **options}
    first = frames.options(tuple(options.values()), lambda: canonical.hashed(config, frames))
    return first + canonical.hashed(document, frames)


def _only_proof(document: Any) -> dict[str, Any]:
    """The document's one proof, with all its members and no others."""
    if type(document) is not dict:
        raise Refused("not-an-object", "it is not an object in braces")
    proofs = document.get("proof", [])
    if proofs == []:
        raise Refused("no-proof", "it is not signed")
    if type(proofs) is not list:
        raise Refused("not-a-list", "its “proof” is not a list in square brackets")
    if len(proofs) > 1:
        raise Refused("two-proofs", "it is signed more than once; our badges are signed once")
    proof = proofs[0]
    if (
        type(proof) is not dict
        or proof.keys() != _MEMBERS
        or not all(type(value) is str for value in proof.values())
    ):
        raise Refused("wrong-proof", "its signature does not have exactly the parts that it must have")
    if proof["type"] != KIND or proof["cryptosuite"] != SUITE:
        raise Refused("wrong-signature-kind", "it is signed in a way that our badges are not signed")
    if proof["proofPurpose"] != PURPOSE:
        raise Refused("wrong-purpose", "its signature was made for another purpose than to award a badge")
    return proof


def _named_key(document: Mapping[str, Any], method: str) -> str:
    """The key that the method names. Its DID must be the document's issuer, or anybody could sign as anybody."""
    did, _, named = method.partition("#")
    if not did or not named:
        raise Refused("wrong-method", "its signature does not say which key of which issuer made it")
    issuer = document.get("issuer")
    if (issuer.get("id") if type(issuer) is dict else issuer) != did:
        raise Refused("wrong-method", "its signature is said to be somebody else's than the issuer's")
    return named


def _signature(value: str) -> bytes:
    """The 64 bytes that `proofValue` stands for."""
    try:
        signature = base58.decode(value[1:])
    except ValueError:
        signature = b""
    if value.startswith("z") and len(signature) == 64:
        return signature
    raise Refused("wrong-signature", "its signature is not written as signatures are")
